package org.formulary.truth.proof;

import org.formulary.expressions.BinaryRational;

/**
 * A piece of the input range with a variable t of its own, below ≤ t ≤ above, below ≤ 0 ≤ above.
 *
 * <p>Plainly, x = origin + t. At an end where a square root vanishes nothing is smooth in x, but in
 * t with x = origin ± t², t ≥ 0, it is.
 *
 * @param map how x depends on t
 * @param range the interval of t as a ball
 * @param order the number of Taylor coefficients models on this piece carry
 * @param bits the working precision
 */
record Patch(
    BinaryRational origin,
    Map map,
    BinaryRational below,
    BinaryRational above,
    Ball range,
    int order,
    int bits) {

  /** x − origin as a function of t. */
  enum Map {
    LINEAR,
    SQUARE,
    MINUS_SQUARE
  }

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
    return new Patch(origin, Map.LINEAR, below, above, Ball.between(below, above), order, bits);
  }

  /** The points origin ± t² (sign of {@code map}) for 0 ≤ t ≤ above; order ≥ 3. */
  static Patch squared(BinaryRational origin, Map map, BinaryRational above, int order, int bits) {
    Ball range = Ball.between(BinaryRational.ZERO, above);
    return new Patch(origin, map, BinaryRational.ZERO, above, range, order, bits);
  }

  /** Whether t keeps one sign on the patch, so that t = 0 is an end or the only point. */
  boolean isOneSided() {
    return below.signum() == 0 || above.signum() == 0;
  }

  /** The greatest |t|. */
  Ball radius() {
    BinaryRational low = below.negate();
    return Ball.of(low.compareTo(above) >= 0 ? low : above);
  }

  /** The x that belongs to t = below + share · (above − below), exactly. */
  BinaryRational place(BinaryRational share) {
    BinaryRational t = below.add(above.subtract(below).multiply(share));
    return switch (map) {
      case LINEAR -> origin.add(t);
      case SQUARE -> origin.add(t.multiply(t));
      case MINUS_SQUARE -> origin.subtract(t.multiply(t));
    };
  }
}
