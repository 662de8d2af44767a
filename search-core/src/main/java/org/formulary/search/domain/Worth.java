package org.formulary.search.domain;

import org.formulary.hashing.Fingerprint;

/**
 * Tells whether the engine would evaluate a candidate of this behaviour, or drop it because it was
 * tried often enough.
 */
@FunctionalInterface
public interface Worth {
  boolean trying(Fingerprint behaviour, int niche);

  /**
   * Whether hardly any candidate of this niche is worth trying any more, so that its fingerprint
   * need not be taken.
   */
  default boolean spent(int niche) {
    return false;
  }
}
