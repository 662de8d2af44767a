package org.formulary.truth.constant.series;

import java.math.BigInteger;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;

/** π, e, Catalan's constant and Euler's constant. */
final class NamedConstants {
  private static final int GUARD = 40;

  /** log2 e is a little more than this by 10,000. */
  private static final long LOG2_E = 14_426;

  private NamedConstants() {}

  /**
   * π = 48 atan(1/49) + 128 atan(1/57) − 20 atan(1/239) + 48 atan(1/110443).
   *
   * <p>Error: that of the four series, times at most 244 (proved).
   *
   * <p>K. Takano, 1982; see J. Arndt, C. Haenel, "Pi unleashed", 2001, section 16.7.
   */
  static FixedBall pi(int bits) {
    int wide = bits + GUARD;
    return atanOfReciprocal(49, wide)
        .multiply(48)
        .add(atanOfReciprocal(57, wide).multiply(128))
        .add(atanOfReciprocal(239, wide).multiply(-20))
        .add(atanOfReciprocal(110_443, wide).multiply(48))
        .withBits(bits);
  }

  /** atan(1/m) = Σ (−1)^k / ((2k + 1) m^(2k + 1)) for m ≥ 2 (DLMF 4.24.3). */
  static FixedBall atanOfReciprocal(long m, int bits) {
    return ofReciprocal(m, -1).sum(bits);
  }

  /** atanh(1/m) = Σ 1 / ((2k + 1) m^(2k + 1)) for m ≥ 2 (DLMF 4.38.5). */
  static FixedBall atanhOfReciprocal(long m, int bits) {
    return ofReciprocal(m, 1).sum(bits);
  }

  private static HypergeometricSeries ofReciprocal(long m, int sign) {
    BigInteger square = BigInteger.valueOf(m).pow(2);
    return new HypergeometricSeries(
        whole(k -> k == 0 ? 1 : sign),
        k -> k == 0 ? BigInteger.valueOf(m) : square,
        whole(_ -> 1),
        whole(k -> 2 * k + 1));
  }

  /** e = Σ 1/k! (DLMF 4.2.19). */
  static FixedBall e(int bits) {
    return PowerSeries.EXP.at(Value.ONE, bits);
  }

  /**
   * Catalan's constant = π/8 log(2 + √3) + 3/8 Σ 1 / ((2k + 1)² C(2k, k)).
   *
   * <p>Error: every operation rounds outward (proved).
   *
   * <p>Ramanujan, "On the integral ∫ atan t / t dt", 1915; D. M. Bradley, "Representations of
   * Catalan's constant", 2001, section 1.
   */
  static FixedBall catalan(int bits) {
    int wide = bits + GUARD;
    FixedBall sum =
        new HypergeometricSeries(
                whole(k -> k == 0 ? 1 : k),
                whole(k -> k == 0 ? 1 : 2 * (2 * k - 1)),
                whole(_ -> 1),
                whole(k -> (2 * k + 1) * (2 * k + 1)))
            .sum(wide);
    FixedBall log = Logarithm.of(FixedBall.of(3, wide).root(2).add(FixedBall.of(2, wide)));
    return pi(wide).multiply(log).add(sum.multiply(3)).divide(8).withBits(bits);
  }

  /**
   * Euler's constant γ = Ein(n) − log n − E1(n), Ein(n) = n Σ (−n)^k / ((k + 1)! (k + 1)).
   *
   * <p>Error: n is chosen so that 0 &lt; E1(n) &lt; e^−n/n is below a unit, which makes the radius
   * one larger; the rest rounds outward (proved).
   *
   * <p>D. W. Sweeney, "On the computation of Euler's constant", Mathematics of Computation 17,
   * 1963; DLMF 6.2.4, 6.6.4 and 6.8.1.
   */
  static FixedBall euler(int bits) {
    int wide = bits + GUARD;
    long n = smooth(wide * 10_000L / LOG2_E + 1);
    LongFunction<BigInteger> next = whole(k -> k + 1);
    return PowerSeries.of(next, next)
        .at(Value.of(-n), wide)
        .multiply(n)
        .subtract(Logarithm.of(Rational.of(n), wide))
        .widen(BigInteger.ONE)
        .withBits(bits);
  }

  /** The least number from {@code least} on that is 4, 5, 6 or 7 times a power of two. */
  static long smooth(long least) {
    int places = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(least) - 3);
    return Math.max(4, ((least - 1 >> places) + 1) << places);
  }

  private static LongFunction<BigInteger> whole(LongUnaryOperator f) {
    return k -> BigInteger.valueOf(f.applyAsLong(k));
  }
}
