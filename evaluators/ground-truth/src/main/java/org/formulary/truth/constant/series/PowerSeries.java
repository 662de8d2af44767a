package org.formulary.truth.constant.series;

import java.math.BigInteger;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;

/**
 * A power series with factorial denominators: Σ p(1)···p(k) z^k / (q(1)···q(k) b(k)), k ≥ 0, for
 * whole numbers ≥ 1 where b does not decrease and neither p(k)/q(k) nor p(k) b(k − 1)/(q(k) b(k))
 * increases from k = 1 on.
 *
 * <p>Input range: all z; the number of terms grows with |z|.
 *
 * <p>Error: at a short fraction as in {@link HypergeometricSeries}, since the ratios of the terms
 * do not increase; else every operation rounds outward, and once |z| p(k + 1)/q(k + 1) ≤ ½ the
 * terms after number k are at most p(1)···p(k) z^k / (q(1)···q(k)) together (proved).
 */
record PowerSeries(
    LongFunction<BigInteger> p, LongFunction<BigInteger> q, LongFunction<BigInteger> b) {
  /** Beyond this many terms it is no use. */
  private static final int MOST_TERMS = 5_000_000;

  /** Terms of fewer units than this are noise. */
  private static final int FEW = 3;

  /** e^z. */
  static final PowerSeries EXP = of(k -> k);

  /** sin √−z / √−z (DLMF 4.19.1). */
  static final PowerSeries SIN = of(k -> 2 * k * (2 * k + 1));

  /** cos √−z (DLMF 4.19.2). */
  static final PowerSeries COS = of(k -> (2 * k - 1) * 2 * k);

  /** The series with p = 1. */
  static PowerSeries of(LongFunction<BigInteger> q, LongFunction<BigInteger> b) {
    return new PowerSeries(_ -> BigInteger.ONE, q, b);
  }

  private static PowerSeries of(LongUnaryOperator q) {
    return of(k -> BigInteger.valueOf(q.applyAsLong(k)), _ -> BigInteger.ONE);
  }

  FixedBall at(Value z, int bits) {
    return switch (z) {
      case Value.Exact(Rational value) when z.isShort() -> split(value).sum(bits);
      case Value.Exact _, Value.Near _ -> sum(z.ball(bits));
    };
  }

  private HypergeometricSeries split(Rational z) {
    return new HypergeometricSeries(
        k -> k == 0 ? BigInteger.ONE : p.apply(k).multiply(z.numerator()),
        k -> k == 0 ? BigInteger.ONE : q.apply(k).multiply(z.denominator()),
        _ -> BigInteger.ONE,
        b);
  }

  private FixedBall sum(FixedBall z) {
    int bits = z.bits();
    FixedBall term = FixedBall.of(1, bits);
    FixedBall sum = term.divide(b.apply(0));
    BigInteger twice = z.greatest().shiftLeft(1);
    for (long k = 1; k < MOST_TERMS; k++) {
      term = term.multiply(z).multiply(p.apply(k)).divide(q.apply(k));
      sum = sum.add(term.divide(b.apply(k)));
      if (term.middle().bitLength() < FEW
          && twice.multiply(p.apply(k + 1)).compareTo(q.apply(k + 1).shiftLeft(bits)) <= 0) {
        return sum.widen(term.greatest());
      }
    }
    throw Stop.noValue("a series of more than %d terms".formatted(MOST_TERMS));
  }
}
