package org.formulary.continuedfractions.proof;

import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;

/** Parts of fractions; {@link BigFraction} may have the sign in its denominator. */
final class Fractions {
  private Fractions() {}

  static BigInteger numerator(BigFraction x) {
    BigInteger size = x.getNumerator().abs();
    return x.signum() < 0 ? size.negate() : size;
  }

  /** Above 0. */
  static BigInteger denominator(BigFraction x) {
    return x.getDenominator().abs();
  }

  static boolean isWhole(BigFraction x) {
    return denominator(x).equals(BigInteger.ONE);
  }

  /** Such as {@code -1/2}. */
  static String text(BigFraction x) {
    return isWhole(x) ? numerator(x).toString() : numerator(x) + "/" + denominator(x);
  }
}
