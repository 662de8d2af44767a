package org.formulary.truth;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.formulary.expressions.BinaryRational;

/**
 * Units in the last place.
 *
 * <p>ulp(y) for a real y with 2^e ≤ |y| &lt; 2^(e+1) is 2^(max(e, emin) − p + 1) in a format of p
 * bits: the spacing of the format's numbers in the binade of y, and that of the subnormal numbers
 * below the binades and at 0. Beyond the largest number the spacing is that of the last binade.
 * Follows Goldberg's definition as extended to the reals (Muller et al., Handbook of Floating-Point
 * Arithmetic, 2nd ed., section 2.3.2).
 */
public final class Ulp {
  /** Digits of a quotient that is then rounded to a double. */
  private static final MathContext QUOTIENT = new MathContext(25);

  private Ulp() {}

  /** ulp(exact), a power of two. */
  public static BinaryRational of(BigDecimal exact, FloatFormat format) {
    int exponent = exact.signum() == 0 ? format.minExponent() : binade(exact.abs(), format);
    return BinaryRational.of(BigInteger.ONE, exponent - format.precision() + 1);
  }

  /** max(e, emin) of a positive value, and no more than emax. */
  private static int binade(BigDecimal value, FloatFormat format) {
    int low = format.minExponent();
    int high = format.maxExponent();
    // Invariant: the exponent, clamped to the range, lies in [low, high].
    while (low < high) {
      int middle = Math.floorDiv(low + high + 1, 2);
      if (value.compareTo(BinaryRational.of(BigInteger.ONE, middle).toBigDecimal()) >= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /**
   * |computed − exact| / ulp(exact) in binary64, rounded to a double.
   *
   * <p>Special cases: infinite if {@code computed} is NaN; an infinity counts as ±2^1024, the
   * number the format would have next, so a correctly rounded overflow errs by at most 1/2 unless
   * {@code exact} lies beyond 2^1024, where it counts as 0.
   */
  public static double error(double computed, BigDecimal exact) {
    return error(computed, exact, FloatFormat.BINARY64);
  }

  /**
   * |computed − exact| / ulp(exact) in binary32, with the special cases of {@link #error(double,
   * BigDecimal)}.
   */
  public static double error(float computed, BigDecimal exact) {
    return error(computed, exact, FloatFormat.BINARY32);
  }

  private static double error(double computed, BigDecimal exact, FloatFormat format) {
    if (Double.isNaN(computed)) {
      return Double.POSITIVE_INFINITY;
    }
    BigDecimal value;
    if (Double.isInfinite(computed)) {
      BinaryRational next = BinaryRational.of(BigInteger.ONE, format.maxExponent() + 1);
      value = (computed > 0 ? next : next.negate()).toBigDecimal();
      if (exact.signum() == value.signum() && exact.abs().compareTo(value.abs()) >= 0) {
        return 0;
      }
    } else {
      value = BinaryRational.of(computed).toBigDecimal();
    }
    BigDecimal difference = value.subtract(exact).abs();
    return difference.divide(of(exact, format).toBigDecimal(), QUOTIENT).doubleValue();
  }
}
