package org.formulary.expressions.eval;

import java.math.BigInteger;

/**
 * An exact fraction in lowest terms.
 *
 * @param denominator above 0
 */
public record Rational(BigInteger numerator, BigInteger denominator) {
  public Rational {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("division by zero");
    }
    BigInteger divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
  }

  public static Rational of(long numerator, long denominator) {
    return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}
