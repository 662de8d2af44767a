package org.formulary.truth.constant.series;

import java.math.BigInteger;

/** Whole parts of roots. */
final class IntegerRoot {
  /** Below this length the start of the iteration is a power of two. */
  private static final int SHORT = 64;

  private IntegerRoot() {}

  /**
   * ⌊n^(1/degree)⌋ for n ≥ 0 and degree ≥ 2.
   *
   * <p>By Newton's iteration s → ⌊((degree − 1) s + ⌊n/s^(degree − 1)⌋) / degree⌋ from above: as
   * the arithmetic mean is no less than the geometric, no step falls below the result, and every
   * step from above it goes down. The start has the upper half of the digits, by recursion.
   */
  static BigInteger floor(BigInteger n, int degree) {
    if (degree == 2) {
      return n.sqrt();
    }
    if (n.signum() == 0) {
      return n;
    }
    BigInteger d = BigInteger.valueOf(degree);
    BigInteger less = d.subtract(BigInteger.ONE);
    BigInteger root = above(n, degree);
    while (true) {
      BigInteger next = root.multiply(less).add(n.divide(root.pow(degree - 1))).divide(d);
      if (next.compareTo(root) >= 0) {
        return root;
      }
      root = next;
    }
  }

  /** A number above the root. */
  private static BigInteger above(BigInteger n, int degree) {
    int length = n.bitLength() / degree + 1;
    if (length < SHORT) {
      return BigInteger.ONE.shiftLeft(length);
    }
    int half = length / 2 - 4;
    return floor(n.shiftRight(half * degree), degree).add(BigInteger.ONE).shiftLeft(half);
  }
}
