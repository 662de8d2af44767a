package org.formulary.approximation;

/** Whether the slope of a program has one sign, as far as its values at the samples show. */
final class Monotone {
  /** Rounding errors of the values, relative to the largest. */
  private static final double NOISE = 0x1p-48;

  private Monotone() {}

  /** Whether values at ascending points rise (sign 1) or fall (−1) all along, but for rounding. */
  static boolean along(double[] values, int sign) {
    double largest = 0;
    for (double v : values) {
      largest = Math.max(largest, Math.abs(v));
    }
    double whole = values[values.length - 1] - values[0];
    boolean monotone = sign * whole > NOISE * largest;
    for (int i = 1; i < values.length; i++) {
      monotone &= sign * (values[i] - values[i - 1]) >= -NOISE * largest;
    }
    return monotone;
  }
}
