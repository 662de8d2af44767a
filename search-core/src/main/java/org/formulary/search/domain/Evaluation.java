package org.formulary.search.domain;

/** The cheap judgement of a candidate. */
public sealed interface Evaluation<P> {
  /**
   * A judged candidate.
   *
   * @param candidate the candidate itself, or an improved one (with fitted constants)
   * @param settled whether the same would come out for any candidate of this behaviour
   */
  record Scored<P>(P candidate, Scores scores, boolean settled) implements Evaluation<P> {
    /** A candidate whose judgement depends on what it came with. */
    public Scored(P candidate, Scores scores) {
      this(candidate, scores, false);
    }
  }

  /** A candidate that is no solution. */
  record Rejected<P>(String reason) implements Evaluation<P> {}
}
