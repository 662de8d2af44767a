package org.formulary.truth.proof;

import java.math.BigInteger;

/**
 * π and ln 2 as balls.
 *
 * <p>Machin-like sums of the arctangent and its hyperbolic sister at reciprocals of whole numbers,
 * in fixed point: every term is cut once in the power and once in the quotient, so its error is
 * below two units; the tail is below the first term left out, which is cut to 0. The final radius
 * covers all of that with room to spare (terms · 4 · weight units).
 */
final class BallConstants {
  /** The greatest precision the constants serve. */
  static final int MAX_BITS = 1100;

  private static final int FIXED_BITS = MAX_BITS + 100;

  /** OEIS A000796; Machin (1706): π/4 = 4 atan(1/5) − atan(1/239). */
  private static final Ball PI =
      of(
          atanInverse(5, true)
              .multiply(BigInteger.valueOf(16))
              .subtract(atanInverse(239, true).multiply(BigInteger.valueOf(4))));

  /** OEIS A002162; ln 2 = 18 artanh(1/26) − 2 artanh(1/4801) + 8 artanh(1/8749). */
  private static final Ball LN2 =
      of(
          atanInverse(26, false)
              .multiply(BigInteger.valueOf(18))
              .subtract(atanInverse(4801, false).multiply(BigInteger.TWO))
              .add(atanInverse(8749, false).multiply(BigInteger.valueOf(8))));

  private BallConstants() {}

  static Ball pi(int bits) {
    return rounded(PI, bits);
  }

  static Ball ln2(int bits) {
    return rounded(LN2, bits);
  }

  private static Ball rounded(Ball value, int bits) {
    return Ball.rounded(value.significand(), value.exponent(), value.radius(), bits);
  }

  private static Ball of(BigInteger fixed) {
    // Fewer than 2^10 terms in each sum, weights below 2^5, 4 units a term: below 2^17 units.
    return new Ball(fixed, -FIXED_BITS, Up.power2(Math.max(20 - FIXED_BITS, -1074)));
  }

  /** atan(1/m) or artanh(1/m) in units of 2^−FIXED_BITS. */
  private static BigInteger atanInverse(int m, boolean alternating) {
    BigInteger square = BigInteger.valueOf((long) m * m);
    BigInteger power = BigInteger.ONE.shiftLeft(FIXED_BITS).divide(BigInteger.valueOf(m));
    BigInteger sum = BigInteger.ZERO;
    for (int k = 0; power.signum() != 0; k++) {
      BigInteger term = power.divide(BigInteger.valueOf(2L * k + 1));
      sum = alternating && (k & 1) == 1 ? sum.subtract(term) : sum.add(term);
      power = power.divide(square);
    }
    return sum;
  }
}
