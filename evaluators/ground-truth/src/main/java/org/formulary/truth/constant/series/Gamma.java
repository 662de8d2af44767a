package org.formulary.truth.constant.series;

import java.math.BigInteger;

/** The gamma function of real numbers. */
final class Gamma {
  private static final int GUARD = 32;

  /** Numbers beyond ±this are not covered: the recurrence would take too many steps. */
  private static final int LARGEST = 2_000;

  /** log2 e is between this and one more, by 10,000. */
  private static final long LOG2_E = 14_426;

  private Gamma() {}

  /** Γ(x) = Γ(y) Π (y + k), y = x − n in [1, 2) or near it, the product over n factors. */
  static Value of(Value x, int bits) {
    FixedBall ball = x.ball(bits);
    if (ball.greatest().shiftRight(bits).compareTo(BigInteger.valueOf(LARGEST)) >= 0) {
      throw Stop.notCovered("gamma beyond " + LARGEST);
    }
    int n = ball.middle().shiftRight(bits).intValueExact() - 1;
    Value y = x.add(Value.of(-n), bits);
    Value product = rising(n >= 0 ? y : x, Math.abs(n), bits);
    if (y instanceof Value.Exact(Rational value) && value.isWhole()) {
      return n >= 0 ? product : Value.ONE.divide(product, bits);
    }
    FixedBall start =
        y instanceof Value.Exact(Rational value) && y.isShort()
            ? ofFraction(value, bits)
            : ofBall(y.ball(bits));
    return n >= 0 ? Value.of(start).multiply(product, bits) : Value.of(start).divide(product, bits);
  }

  /** x (x + 1) ··· (x + n − 1). */
  private static Value rising(Value x, int n, int bits) {
    Value product = Value.ONE;
    for (int k = 0; k < n; k++) {
      product = product.multiply(x.add(Value.of(k), bits), bits);
    }
    return product;
  }

  /** log |Γ(x)|. */
  static Value logOfSize(Value x, int bits) {
    Value gamma = of(x, bits);
    return Value.of(Logarithm.of(gamma.isNegative() ? gamma.negate() : gamma, bits));
  }

  /**
   * Γ(y) = N^y e^−N Σ N^k / (y (y + 1) ··· (y + k)) + Γ(y, N) for a fraction 1 ≤ y &lt; 2.
   *
   * <p>Error: 0 &lt; Γ(y, N) ≤ N^(y − 1) (1 + 1/N) e^−N ≤ (N + 1) e^−N, as (1 + t)^(y − 1) ≤ 1 + t
   * below the integral over N e^−N(1 + t); N makes this less than a unit. The sum is wanted to few
   * places only, being as large as e^N (proved).
   *
   * <p>DLMF 8.7.1 and 8.2.3.
   */
  private static FixedBall ofFraction(Rational y, int bits) {
    long n = NamedConstants.smooth((bits + Integer.SIZE) * 10_000L / LOG2_E + 1);
    BigInteger p = y.denominator().multiply(BigInteger.valueOf(n));
    FixedBall sum =
        new HypergeometricSeries(
                k -> k == 0 ? y.denominator() : p,
                k -> y.numerator().add(y.denominator().multiply(BigInteger.valueOf(k))),
                _ -> BigInteger.ONE,
                _ -> BigInteger.ONE)
            .sum(GUARD);
    return scaled(new Value.Exact(y), sum, n, bits);
  }

  /** The same for the numbers of a ball, with the terms one by one. */
  private static FixedBall ofBall(FixedBall y) {
    int bits = y.bits();
    if (y.lower().compareTo(BigInteger.ONE.shiftLeft(bits)) < 0
        || y.upper().compareTo(BigInteger.TWO.shiftLeft(bits)) > 0) {
      // Only for a number next to a whole one; the recurrence would lead back to it.
      return ofBallNearWhole(y);
    }
    long n = NamedConstants.smooth((bits + Integer.SIZE) * 10_000L / LOG2_E + 1);
    return scaled(Value.of(y), sum(y, n), n, bits);
  }

  private static FixedBall ofBallNearWhole(FixedBall y) {
    int bits = y.bits();
    FixedBall one = FixedBall.of(1, bits);
    // Γ(y) at y = 1 and 2 has slopes −γ and 1 − γ; |Γ'| < 1 from 0.9 to 2.1.
    BigInteger whole = y.middle().shiftRight(bits - 1).add(BigInteger.ONE).shiftRight(1);
    BigInteger distance = y.subtract(FixedBall.point(whole.shiftLeft(bits), bits)).greatest();
    if (distance.multiply(BigInteger.TEN).bitLength() > bits) {
      throw Stop.tooFewBits();
    }
    return one.widen(distance);
  }

  /** Σ N^k / (y (y + 1) ··· (y + k)), which ends where the terms are small and halve. */
  private static FixedBall sum(FixedBall y, long n) {
    int bits = y.bits();
    FixedBall one = FixedBall.of(1, bits);
    FixedBall divisor = y;
    FixedBall term = y.reciprocal();
    FixedBall sum = term;
    for (long k = 1; k <= 2 * n || term.middle().bitLength() > bits - GUARD; k++) {
      divisor = divisor.add(one);
      term = term.multiply(n).divide(divisor);
      sum = sum.add(term);
    }
    return sum.widen(term.greatest());
  }

  /** N^y e^−N times a sum of size e^N, and the rest. */
  private static FixedBall scaled(Value y, FixedBall sum, long n, int bits) {
    int wide = bits + GUARD + (int) (n * (LOG2_E + 1) / 10_000);
    Value log = Value.of(Logarithm.of(Rational.of(n), wide + GUARD));
    FixedBall exponent = y.multiply(log, wide + GUARD).add(Value.of(-n), wide + GUARD).ball(wide);
    return Exponential.of(exponent)
        .multiply(sum.withBits(wide))
        .withBits(bits)
        .widen(BigInteger.ONE);
  }
}
