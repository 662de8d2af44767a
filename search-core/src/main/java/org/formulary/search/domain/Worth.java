package org.formulary.search.domain;

import org.formulary.hashing.Fingerprint;

/**
 * Tells whether the engine would evaluate a candidate of this behaviour, or drop it because it was
 * tried often enough.
 */
@FunctionalInterface
public interface Worth {
  /**
   * Whether to evaluate it.
   *
   * @param reachable an error that evaluation should reach, because the candidate has grown from
   *     one that has it; infinite where none is known
   */
  boolean trying(Fingerprint behaviour, int niche, double reachable);

  /**
   * Whether hardly any candidate of this niche is worth trying any more, so that its fingerprint
   * need not be taken.
   */
  default boolean spent(int niche) {
    return false;
  }

  /** Whether another evaluation of a candidate of this behaviour would end as those before. */
  default boolean settled(Fingerprint behaviour) {
    return false;
  }
}
