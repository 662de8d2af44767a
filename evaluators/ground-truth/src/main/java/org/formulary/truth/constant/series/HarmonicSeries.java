package org.formulary.truth.constant.series;

import java.math.BigInteger;
import java.util.function.LongFunction;

/**
 * A power series with factorial denominators and harmonic numbers: Σ h(k) z^k / (q(1)···q(k)), k ≥
 * 0, where h(0) = first and h(k) = h(k − 1) + step(k), for whole numbers q ≥ 1 that do not decrease
 * and 0 &lt; h(k + 1) ≤ 3/2 h(k) from k = 1 on.
 *
 * <p>Input range: all z; the number of terms grows with |z|.
 *
 * <p>Error: every operation rounds outward. From 3|z| ≤ q(k + 1) on every term is at most half the
 * one before, and all after number k are at most as large as that together (proved).
 */
record HarmonicSeries(LongFunction<BigInteger> q, LongFunction<Rational> step, Rational first) {
  /** Terms of fewer bits than this are noise. */
  private static final int FEW = 5;

  private static final long MOST_TERMS = 5_000_000;

  FixedBall at(Value z, int bits) {
    BigInteger end = z.ball(bits).greatest().multiply(BigInteger.valueOf(3));
    Value power = Value.of(FixedBall.of(1, bits));
    FixedBall harmonic = first.ball(bits);
    FixedBall sum = harmonic;
    for (long k = 1; k < MOST_TERMS; k++) {
      harmonic = harmonic.add(step.apply(k).ball(bits));
      Value next = power.multiply(z, bits);
      power = Value.of(next.ball(bits).divide(q.apply(k)));
      FixedBall term = power.ball(bits).multiply(harmonic);
      sum = sum.add(term);
      if (term.middle().bitLength() < FEW && end.compareTo(q.apply(k + 1).shiftLeft(bits)) <= 0) {
        return sum.widen(term.greatest());
      }
    }
    throw Stop.noValue("a series of more than %d terms".formatted(MOST_TERMS));
  }
}
