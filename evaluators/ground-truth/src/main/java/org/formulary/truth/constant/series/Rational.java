package org.formulary.truth.constant.series;

import java.math.BigDecimal;
import java.math.BigInteger;

/** A fraction in lowest terms with a denominator &gt; 0. */
record Rational(BigInteger numerator, BigInteger denominator) {
  static final Rational ZERO = of(0);
  static final Rational ONE = of(1);

  static Rational of(long value) {
    return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
  }

  static Rational of(long numerator, long denominator) {
    return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /** numerator / denominator, for a denominator ≠ 0. */
  static Rational of(BigInteger numerator, BigInteger denominator) {
    BigInteger common = numerator.gcd(denominator);
    BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
    return new Rational(numerator.divide(divisor), denominator.divide(divisor));
  }

  static Rational of(BigDecimal value) {
    BigDecimal v = value.stripTrailingZeros();
    return v.scale() <= 0
        ? new Rational(v.toBigIntegerExact(), BigInteger.ONE)
        : of(v.unscaledValue(), BigInteger.TEN.pow(v.scale()));
  }

  int signum() {
    return numerator.signum();
  }

  boolean isWhole() {
    return denominator.equals(BigInteger.ONE);
  }

  /** Whether this is a whole number of at most so many bits. */
  boolean isWhole(int bits) {
    return isWhole() && numerator.bitLength() <= bits;
  }

  /** The bits of numerator and denominator. */
  int size() {
    return numerator.bitLength() + denominator.bitLength();
  }

  Rational negate() {
    return new Rational(numerator.negate(), denominator);
  }

  Rational abs() {
    return new Rational(numerator.abs(), denominator);
  }

  Rational reciprocal() {
    return of(denominator, numerator);
  }

  Rational add(Rational that) {
    return of(
        numerator.multiply(that.denominator).add(that.numerator.multiply(denominator)),
        denominator.multiply(that.denominator));
  }

  Rational multiply(Rational that) {
    return of(numerator.multiply(that.numerator), denominator.multiply(that.denominator));
  }

  Rational multiply(long factor) {
    return multiply(of(factor));
  }

  /** This to the power n ≥ 0. */
  Rational power(int n) {
    return new Rational(numerator.pow(n), denominator.pow(n));
  }

  /** Whether |this| ≤ limit. */
  boolean isWithin(long limit) {
    return numerator.abs().compareTo(denominator.multiply(BigInteger.valueOf(limit))) <= 0;
  }

  BigInteger floor() {
    BigInteger[] q = numerator.divideAndRemainder(denominator);
    return q[1].signum() < 0 ? q[0].subtract(BigInteger.ONE) : q[0];
  }

  FixedBall ball(int bits) {
    return FixedBall.quotient(numerator, denominator, bits);
  }
}
