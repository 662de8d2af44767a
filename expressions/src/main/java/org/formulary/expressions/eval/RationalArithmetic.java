package org.formulary.expressions.eval;

import java.math.BigInteger;
import org.formulary.expressions.BinaryRational;

/**
 * Exact arithmetic of fractions: what a program is over the reals.
 *
 * <p>Division by zero and roots that are no fractions throw {@link ArithmeticException}.
 */
public enum RationalArithmetic implements Arithmetic<Rational> {
  INSTANCE;

  @Override
  public Rational of(BinaryRational value) {
    int e = value.exponent();
    return new Rational(
        value.significand().shiftLeft(Math.max(e, 0)), BigInteger.ONE.shiftLeft(Math.max(-e, 0)));
  }

  @Override
  public Rational add(Rational a, Rational b) {
    return new Rational(
        a.numerator().multiply(b.denominator()).add(b.numerator().multiply(a.denominator())),
        a.denominator().multiply(b.denominator()));
  }

  @Override
  public Rational subtract(Rational a, Rational b) {
    return add(a, negate(b));
  }

  @Override
  public Rational multiply(Rational a, Rational b) {
    return new Rational(
        a.numerator().multiply(b.numerator()), a.denominator().multiply(b.denominator()));
  }

  @Override
  public Rational divide(Rational a, Rational b) {
    return new Rational(
        a.numerator().multiply(b.denominator()), a.denominator().multiply(b.numerator()));
  }

  @Override
  public Rational negate(Rational a) {
    return new Rational(a.numerator().negate(), a.denominator());
  }

  @Override
  public Rational sqrt(Rational a) {
    if (a.numerator().signum() < 0) {
      throw new ArithmeticException("the root of a negative number");
    }
    return new Rational(root(a.numerator()), root(a.denominator()));
  }

  private static BigInteger root(BigInteger square) {
    BigInteger[] root = square.sqrtAndRemainder();
    if (root[1].signum() != 0) {
      throw new ArithmeticException("a root that is no fraction");
    }
    return root[0];
  }

  @Override
  public Rational fma(Rational a, Rational b, Rational c) {
    return add(multiply(a, b), c);
  }
}
