package org.formulary.truth.proof;

/**
 * What binary64 computes over a set of inputs, and how far that is from the exact value.
 *
 * @param low the least number computed; NaN where one may be
 * @param high the greatest number computed
 * @param error an upper bound of |computed − exact| for every input; +∞ means no bound
 */
record Rounded(double low, double high, double error) {
  static Rounded exactly(double value) {
    return new Rounded(value, value, 0);
  }

  /** The greatest magnitude computed. */
  double most() {
    return Math.max(Math.abs(low), Math.abs(high));
  }

  /** The least magnitude computed. */
  double least() {
    return low > 0 ? low : high < 0 ? -high : 0;
  }

  boolean isZero() {
    return low == 0 && high == 0;
  }

  /** Whether this is one number, a power of two in magnitude. */
  boolean isPowerOfTwo() {
    return low == high
        && Math.abs(low) >= Double.MIN_NORMAL
        && Math.abs(low) <= Double.MAX_VALUE
        && (Double.doubleToRawLongBits(low) & 0xfffffffffffffL) == 0;
  }

  /**
   * An upper bound of |computed − exact| / |exact|: 0 where the value is exact, +∞ where the exact
   * value may vanish otherwise.
   */
  double relativeError() {
    return error == 0 ? 0 : Up.divide(error, Up.lowerDifference(least(), error));
  }
}
