package org.formulary.search.domain;

/**
 * What a search knows of its candidates, however it finds them.
 *
 * @param <P> the candidate
 */
public interface Candidates<P> {
  /**
   * The niche: candidates compete for survival only within it. For programs, the operation count.
   */
  int niche(P candidate);

  /**
   * Text from which {@link #read} makes an equal candidate, for checkpoints. Unlike the notation it
   * keeps every accident of the encoding that steers the search.
   */
  String write(P candidate);

  /** The inverse of {@link #write}; throws {@link IllegalArgumentException} for other text. */
  P read(String text);
}
