package org.formulary.truth.proof;

import java.time.Duration;
import org.formulary.expressions.BinaryRational;

/** What came of trying to prove a bound on the error of a program over an interval. */
public sealed interface ErrorProof {

  /**
   * The error is at most {@code upperBound} at every point of the closed interval, in exact
   * arithmetic with the stored constants.
   *
   * @param upperBound rounded up
   * @param observed rounded down: the error at {@code at} is at least this
   * @param at a point of the interval, exact
   * @param boxes the pieces of the interval that were enclosed
   * @param bits the working precision of the balls
   * @param order the number of coefficients of the Taylor models
   */
  record Proved(
      double upperBound,
      double observed,
      BinaryRational at,
      int boxes,
      int bits,
      int order,
      Duration time)
      implements ErrorProof {

    /** upperBound/observed − 1: how far the bound may lie above the true maximum, relatively. */
    public double slack() {
      return upperBound == observed ? 0 : upperBound / observed - 1;
    }
  }

  /**
   * The program is no approximation: a pole, a NaN, a zero of the target that it misses, or an
   * error beyond all use at a stated point.
   */
  record Refuted(String reason) implements ErrorProof {}

  /** The target uses a function that has no series here; sample instead. */
  record Unsupported(String function) implements ErrorProof {}

  /**
   * Stopped before the whole interval was covered.
   *
   * @param observed the largest error seen, rounded down; 0 if none
   * @param at where it was seen; the lower end of the interval if nowhere
   */
  record Incomplete(String reason, double observed, BinaryRational at, int boxes)
      implements ErrorProof {}
}
