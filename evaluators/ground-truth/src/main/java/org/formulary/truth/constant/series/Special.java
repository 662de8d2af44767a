package org.formulary.truth.constant.series;

import java.math.BigInteger;
import java.util.function.LongFunction;

/** Special functions by their power series, and the arithmetic-geometric mean. */
final class Special {
  private static final int GUARD = 16;

  /** Bessel and Airy functions of larger arguments would take too many terms. */
  private static final int LARGEST = 10_000;

  /** Quadratic convergence needs fewer steps than this from any start. */
  private static final int MOST_STEPS = 10_000;

  /** log2 e is a little more than this by 10,000. */
  private static final long LOG2_E = 14_426;

  private static final LongFunction<BigInteger> ONE = _ -> BigInteger.ONE;

  /** Σ H(k) x^k/k!. */
  private static final HarmonicSeries HARMONIC =
      new HarmonicSeries(BigInteger::valueOf, k -> Rational.of(1, k), Rational.ZERO);

  private Special() {}

  static void requireModerate(Value x, String name) {
    FixedBall ball = x.ball(Integer.SIZE);
    if (ball.greatest().shiftRight(Integer.SIZE).compareTo(BigInteger.valueOf(LARGEST)) >= 0) {
      throw Stop.notCovered("%s beyond %d".formatted(name, LARGEST));
    }
  }

  /**
   * E_1(x) = e^−x Σ H(k) x^k/k! − γ − log x for x &gt; 0, H(k) = 1 + ½ + ... + 1/k.
   *
   * <p>Error: every operation rounds outward; where e^−x, which is larger from 1 on, is below a
   * unit, that unit is the radius (proved).
   *
   * <p>DLMF 6.6.3, 5.4.14 and 6.8.1.
   */
  static Value expIntegral(Value x, int bits) {
    FixedBall ball = x.ball(bits);
    if (ball.upper().signum() <= 0) {
      throw Stop.noValue("expIntegral of a number that is not positive");
    }
    if (ball.lower().signum() <= 0) {
      throw Stop.tooFewBits();
    }
    if (isTiny(ball.lower().shiftRight(bits), bits)) {
      return Value.of(new FixedBall(BigInteger.ZERO, BigInteger.ONE, bits));
    }
    return Value.of(
        HARMONIC
            .at(x, bits)
            .multiply(Exponential.of(x.negate(), bits))
            .subtract(NamedConstants.euler(bits))
            .subtract(Logarithm.of(x, bits)));
  }

  /** Whether e^−n is less than 2^−bits for a whole number n. */
  private static boolean isTiny(BigInteger n, int bits) {
    return n.multiply(BigInteger.valueOf(LOG2_E))
            .compareTo(BigInteger.valueOf(bits).multiply(BigInteger.valueOf(10_000)))
        > 0;
  }

  /**
   * erf x = 2x/√π Σ (−x²)^k / (k! (2k + 1)).
   *
   * <p>Error: every operation rounds outward; where 1 − |erf x| &lt; e^−x² is below a unit, that
   * unit is the radius (proved).
   *
   * <p>DLMF 7.6.1 and 7.8.1.
   */
  static Value erf(Value x, int bits) {
    FixedBall ball = x.ball(bits);
    BigInteger whole = ball.least().shiftRight(bits);
    if (whole.signum() > 0 && isTiny(whole.pow(2), bits)) {
      FixedBall one = FixedBall.of(ball.middle().signum(), bits);
      return Value.of(one.widen(BigInteger.ONE));
    }
    PowerSeries series = PowerSeries.of(BigInteger::valueOf, k -> BigInteger.valueOf(2 * k + 1));
    Value sum = Value.of(series.at(x.multiply(x, bits).negate(), bits));
    Value root = Value.of(NamedConstants.pi(bits).root(2));
    return x.multiply(sum, bits).multiply(Value.of(2), bits).divide(root, bits);
  }

  /**
   * Ai(x) or Bi(x) from f = Σ x^(3k) / ((2·3)(5·6)···((3k − 1)(3k))) and g = x Σ x^(3k) /
   * ((3·4)(6·7)···(3k (3k + 1))): Ai = c f − d g and Bi = √3 (c f + d g), with c = 3^(−2/3)/Γ(2/3)
   * and d = 3^(−1/3)/Γ(1/3).
   *
   * <p>Error: as in {@link PowerSeries}, every operation rounds outward (proved).
   *
   * <p>DLMF 9.4.1, 9.4.3 and 9.2.3 to 9.2.6.
   *
   * @param sign −1 for Ai, 1 for Bi
   */
  static Value airy(int sign, Value x, int bits) {
    requireModerate(x, sign < 0 ? "airyAi" : "airyBi");
    Value cube = x.multiply(x, bits).multiply(x, bits);
    PowerSeries f = PowerSeries.of(k -> BigInteger.valueOf((3 * k - 1) * 3 * k), ONE);
    PowerSeries g = PowerSeries.of(k -> BigInteger.valueOf(3 * k * (3 * k + 1)), ONE);
    FixedBall root = FixedBall.of(3, bits).root(3);
    Value c = Value.of(root.square()).multiply(gammaOfThird(2, bits), bits);
    Value d = Value.of(root).multiply(gammaOfThird(1, bits), bits);
    Value first = Value.of(f.at(cube, bits)).divide(c, bits);
    Value second = x.multiply(Value.of(g.at(cube, bits)), bits).divide(d, bits);
    return sign < 0
        ? first.add(second.negate(), bits)
        : first.add(second, bits).multiply(Value.of(FixedBall.of(3, bits).root(2)), bits);
  }

  private static Value gammaOfThird(int numerator, int bits) {
    return Gamma.of(new Value.Exact(Rational.of(numerator, 3)), bits);
  }

  /**
   * The arithmetic-geometric mean of two numbers ≥ 0.
   *
   * <p>Error: the mean lies between √(ab) and (a + b)/2; when those are near, half their distance
   * is added to the radius, and every operation rounds outward (proved).
   *
   * <p>DLMF 19.8.1 to 19.8.4.
   */
  static Value agm(Value x, Value y, int bits) {
    if (x.isNegative() || y.isNegative()) {
      throw Stop.noValue("agm of a negative number");
    }
    if (x.isZero() || y.isZero()) {
      return Value.of(0);
    }
    FixedBall a = x.ball(bits + GUARD);
    FixedBall b = y.ball(bits + GUARD);
    for (int step = 0; step < MOST_STEPS; step++) {
      BigInteger distance = a.middle().subtract(b.middle()).abs();
      BigInteger noise = a.radius().add(b.radius()).add(BigInteger.TWO).shiftLeft(2);
      if (distance.compareTo(noise) <= 0) {
        return Value.of(a.widen(distance.add(b.radius())).withBits(bits));
      }
      FixedBall mean = a.add(b).scale(-1);
      b = a.multiply(b).root(2);
      a = mean;
    }
    throw Stop.tooFewBits();
  }
}
