package org.formulary.continuedfractions.polynomial;

import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;

/** Parts of fractions; {@link BigFraction} may have the sign in its denominator. */
public final class Fractions {
  private Fractions() {}

  public static BigInteger numerator(BigFraction x) {
    BigInteger size = x.getNumerator().abs();
    return x.signum() < 0 ? size.negate() : size;
  }

  /** Above 0. */
  public static BigInteger denominator(BigFraction x) {
    return x.getDenominator().abs();
  }

  public static boolean isWhole(BigFraction x) {
    return denominator(x).equals(BigInteger.ONE);
  }

  /** Such as {@code -1/2}. */
  public static String text(BigFraction x) {
    return isWhole(x) ? numerator(x).toString() : numerator(x) + "/" + denominator(x);
  }
}
