package org.formulary.search.domain;

/**
 * Candidates as text, for checkpoints.
 *
 * @param <P> the candidate
 */
public interface Codec<P> {
  /**
   * Text from which {@link #read} makes an equal candidate. Unlike the notation it keeps every
   * accident of the encoding that steers the search.
   */
  String write(P candidate);

  /** The inverse of {@link #write}; throws {@link IllegalArgumentException} for other text. */
  P read(String text);
}
