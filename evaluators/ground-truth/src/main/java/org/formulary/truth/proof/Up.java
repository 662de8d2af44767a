package org.formulary.truth.proof;

import java.math.BigInteger;

/**
 * Upper bounds on nonnegative numbers, as doubles.
 *
 * <p>Every result is at least the exact result: where the exact rounding error (by an error-free
 * transformation, or because the result underflowed) may be positive, the next double up is taken.
 * Exact results stay exact. Operands are nonnegative or +∞; +∞ means "no bound".
 */
final class Up {
  /** Below this a product's rounding error may itself underflow, so that its sign is not known. */
  private static final double SAFE = 0x1p-900;

  private Up() {}

  static double add(double a, double b) {
    double s = a + b;
    if (s == Double.POSITIVE_INFINITY) {
      return s;
    }
    double bVirtual = s - a;
    double error = (a - (s - bVirtual)) + (b - bVirtual);
    return error > 0 ? Math.nextUp(s) : s;
  }

  static double multiply(double a, double b) {
    if (a == 0 || b == 0) {
      return 0;
    }
    double p = a * b;
    if (p > SAFE && Math.fma(a, b, -p) <= 0) {
      return p;
    }
    return Math.nextUp(p);
  }

  /** a / b for a lower bound b &gt; 0 of the true divisor. */
  static double divide(double a, double b) {
    if (a == 0) {
      return 0;
    }
    return b > 0 ? Math.nextUp(a / b) : Double.POSITIVE_INFINITY;
  }

  /** 2^k. */
  static double power2(int k) {
    return k < Double.MIN_EXPONENT - 52
        ? Double.MIN_VALUE
        : k > 1023 ? Double.POSITIVE_INFINITY : Math.scalb(1.0, k);
  }

  /** magnitude · 2^exponent for magnitude ≥ 0. */
  static double of(BigInteger magnitude, long exponent) {
    int drop = Math.max(0, magnitude.bitLength() - 53);
    boolean exact = drop == 0 || magnitude.getLowestSetBit() >= drop;
    long top = magnitude.shiftRight(drop).longValue() + (exact ? 0 : 1);
    return scale(top, exponent + drop, true);
  }

  /** A lower bound of magnitude · 2^exponent for magnitude ≥ 0. */
  static double lowerOf(BigInteger magnitude, long exponent) {
    int drop = Math.max(0, magnitude.bitLength() - 53);
    return scale(magnitude.shiftRight(drop).longValue(), exponent + drop, false);
  }

  /** A lower bound of a − b, at least 0. */
  static double lowerDifference(double a, double b) {
    return a > b ? Math.max(0, Math.nextDown(a - b)) : 0;
  }

  private static double scale(long top, long exponent, boolean upward) {
    if (top == 0) {
      return 0;
    }
    double scaled = Math.scalb((double) top, Math.clamp(exponent, -5000, 5000));
    if (scaled >= Double.MIN_NORMAL && scaled <= Double.MAX_VALUE) {
      return scaled;
    }
    if (scaled > Double.MAX_VALUE) {
      return upward ? scaled : Double.MAX_VALUE;
    }
    return upward ? Math.nextUp(scaled) : Math.max(0, Math.nextDown(scaled));
  }
}
