package org.formulary.testkit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Locale;

/**
 * The ULP error of a binary64 against an exact value, by {@link BigDecimal}.
 *
 * <p>Formula: |actual − exact| / ulp, where ulp is the distance of neighbours in the binade of the
 * exact value: 2^(max(e, −1022) − 52) with 2^e ≤ |exact| &lt; 2^(e+1), and 2^−1074 for exact = 0. A
 * correctly rounded value has an error ≤ 0.5.
 */
public final class Ulp {
  private static final int MIN_EXPONENT = -1022;

  private Ulp() {}

  /**
   * The error in ULP, itself correct to 30 digits before rounding; infinite where actual is not
   * finite.
   */
  public static double error(double actual, BigDecimal exact) {
    if (!Double.isFinite(actual)) {
      return Double.POSITIVE_INFINITY;
    }
    int exponent = exact.signum() == 0 ? MIN_EXPONENT : Math.max(exponent(exact), MIN_EXPONENT);
    BigDecimal difference = new BigDecimal(actual).subtract(exact).abs();
    return difference.multiply(power(52 - exponent), new MathContext(30)).doubleValue();
  }

  /** Fails where the error exceeds {@code maxUlp}, saying by how much. */
  public static void assertError(double actual, BigDecimal exact, double maxUlp) {
    double error = error(actual, exact);
    if (!(error <= maxUlp)) {
      throw new AssertionError(
          String.format(
              Locale.ROOT,
              "%s (%a) is %.4g ULP from %s, allowed are %s",
              actual,
              actual,
              error,
              exact.round(MathContext.DECIMAL128),
              maxUlp));
    }
  }

  /** The e with 2^e ≤ |value| &lt; 2^(e+1), exactly; value ≠ 0. */
  static int exponent(BigDecimal value) {
    BigInteger numerator = value.unscaledValue().abs();
    BigInteger denominator = BigInteger.ONE;
    if (value.scale() > 0) {
      denominator = BigInteger.TEN.pow(value.scale());
    } else {
      numerator = numerator.multiply(BigInteger.TEN.pow(-value.scale()));
    }
    int e = numerator.bitLength() - denominator.bitLength();
    BigInteger n = e < 0 ? numerator.shiftLeft(-e) : numerator;
    BigInteger d = e > 0 ? denominator.shiftLeft(e) : denominator;
    return n.compareTo(d) >= 0 ? e : e - 1;
  }

  private static BigDecimal power(int e) {
    return e >= 0
        ? new BigDecimal(BigInteger.ONE.shiftLeft(e))
        : new BigDecimal(BigInteger.valueOf(5).pow(-e), -e);
  }
}
