package org.formulary.search.domain;

/** The cheap judgement of a candidate. */
public sealed interface Evaluation<P> {
  /**
   * A judged candidate.
   *
   * @param candidate the candidate itself, or an improved one (with fitted constants)
   */
  record Scored<P>(P candidate, Scores scores) implements Evaluation<P> {}

  /** A candidate that is no solution. */
  record Rejected<P>(String reason) implements Evaluation<P> {}
}
