package org.formulary.truth.proof;

import org.formulary.expressions.BinaryRational;

/**
 * A piece of the input range: x = origin + t with below ≤ t ≤ above, below ≤ 0 ≤ above.
 *
 * @param range the interval of t as a ball
 * @param order the number of Taylor coefficients models on this piece carry
 * @param bits the working precision
 */
record Patch(
    BinaryRational origin,
    BinaryRational below,
    BinaryRational above,
    Ball range,
    int order,
    int bits) {

  /** [lower, upper] expanded about its middle. */
  static Patch centred(BinaryRational lower, BinaryRational upper, int order, int bits) {
    BinaryRational sum = lower.add(upper);
    BinaryRational middle = BinaryRational.of(sum.significand(), sum.exponent() - 1);
    return about(middle, lower, upper, order, bits);
  }

  /**
   * [lower, upper] expanded about {@code origin}, which lies in it; lower = upper is a single
   * point.
   */
  static Patch about(
      BinaryRational origin, BinaryRational lower, BinaryRational upper, int order, int bits) {
    BinaryRational below = lower.subtract(origin);
    BinaryRational above = upper.subtract(origin);
    return new Patch(origin, below, above, Ball.between(below, above), order, bits);
  }

  /** Whether t keeps one sign on the patch, so that t = 0 is an end or the only point. */
  boolean isOneSided() {
    return below.signum() == 0 || above.signum() == 0;
  }

  /** An upper bound of |t|. */
  Ball radius() {
    BinaryRational low = below.negate();
    return Ball.of(low.compareTo(above) >= 0 ? low : above);
  }
}
