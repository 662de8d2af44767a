package org.formulary.truth.proof;

import java.time.Duration;
import java.util.Optional;
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
   * @param rms the root mean square of the error over the interval, where it was asked for
   */
  record Proved(
      double upperBound,
      double observed,
      BinaryRational at,
      int boxes,
      int bits,
      int order,
      Duration time,
      Optional<Enclosure> rms)
      implements ErrorProof {

    /** The largest error. */
    public Enclosure largest() {
      return new Enclosure(observed, upperBound);
    }

    /** That of the largest error. */
    public double slack() {
      return largest().slack();
    }
  }

  /** A number at least {@code lower}, rounded down, and at most {@code upper}, rounded up. */
  record Enclosure(double lower, double upper) {
    /** upper/lower − 1: how far the bound may lie above the true number, relatively. */
    public double slack() {
      return upper == lower ? 0 : upper / lower - 1;
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
