package org.formulary.truth.constant.series;

import java.math.BigInteger;

/** Powers and roots. */
final class Powers {
  private static final int GUARD = 16;

  /** Roots of higher degree are taken by the logarithm. */
  private static final int LARGEST_DEGREE = 64;

  private static final int LARGEST_NUMERATOR = 1_000;
  private static final long LARGEST_EXPONENT = 1_000_000_000L;

  private Powers() {}

  /**
   * a^b. a^0 is 1; a &lt; 0 needs a whole b.
   *
   * <p>Whole exponents by squaring, fractions of small denominators by roots, others by e^(b log
   * a). Error: every operation rounds outward (proved).
   */
  static Value of(Value a, Value b, int bits) {
    if (b instanceof Value.Exact(Rational exponent)) {
      if (exponent.isWhole()) {
        return whole(a, exponent.numerator(), bits);
      }
      if (!a.isZero() && isOfRoot(exponent) && !a.isNegative()) {
        int degree = exponent.denominator().intValueExact();
        return root(whole(a, exponent.numerator(), bits), degree, bits);
      }
    }
    if (a.isZero()) {
      if (b.isNegative()) {
        throw Stop.noValue("a negative power of 0");
      }
      return Value.of(0);
    }
    if (a.isNegative()) {
      throw Stop.noValue("a power of a negative number");
    }
    int wide = bits + GUARD;
    Value log = Value.of(Logarithm.of(a, wide));
    return Value.of(Exponential.of(b.multiply(log, wide), wide).withBits(bits));
  }

  private static boolean isOfRoot(Rational exponent) {
    return exponent.denominator().compareTo(BigInteger.valueOf(LARGEST_DEGREE)) <= 0
        && exponent.numerator().abs().compareTo(BigInteger.valueOf(LARGEST_NUMERATOR)) <= 0;
  }

  private static Value whole(Value a, BigInteger exponent, int bits) {
    if (exponent.signum() == 0) {
      return Value.ONE;
    }
    if (exponent.abs().compareTo(BigInteger.valueOf(LARGEST_EXPONENT)) > 0) {
      throw Stop.noValue("the exponent %s is out of range".formatted(exponent));
    }
    if (exponent.signum() < 0) {
      return Value.ONE.divide(whole(a, exponent.negate(), bits), bits);
    }
    int n = exponent.intValueExact();
    if (a instanceof Value.Exact(Rational base) && (long) base.size() * n <= Value.LONGEST) {
      return new Value.Exact(base.power(n));
    }
    FixedBall base = a.ball(bits);
    long length = base.greatest().bitLength() - (long) bits;
    if (length > 1 && (length - 1) * n > Exponential.LARGEST_EXPONENT) {
      throw Stop.noValue("a power that is out of range");
    }
    return Value.of(base.power(n));
  }

  /** The root of degree ≥ 2 of a number ≥ 0; 0 and 1 are exact. */
  static Value root(Value a, int degree, int bits) {
    boolean exact =
        a instanceof Value.Exact(Rational value) && value.isWhole(1) && value.signum() >= 0;
    return exact ? a : Value.of(a.ball(bits).root(degree));
  }

  /** The cube root of any number. */
  static Value cubeRoot(Value a, int bits) {
    return a.isNegative() ? root(a.negate(), 3, bits).negate() : root(a, 3, bits);
  }
}
