package org.formulary.truth.constant.series;

import java.math.BigInteger;
import java.util.function.LongFunction;

/** Bessel functions of whole order. */
final class Bessel {
  private static final int LARGEST_ORDER = 1_000;
  private static final LongFunction<BigInteger> ONE = _ -> BigInteger.ONE;

  private Bessel() {}

  /**
   * J_n(x) = (x/2)^n / n! Σ (−x²/4)^k / (k! (n + 1)···(n + k)) for whole n, as J_−n = (−1)^n J_n.
   *
   * <p>Error: as in {@link PowerSeries}, every operation rounds outward (proved).
   *
   * <p>DLMF 10.2.2 and 10.4.1.
   */
  static Value besselJ(Value order, Value x, int bits) {
    int n = order("besselJ", order, x);
    int size = Math.abs(n);
    Value z = x.multiply(x, bits).multiply(Rational.of(-1, 4), bits);
    FixedBall sum = PowerSeries.of(k -> BigInteger.valueOf(k * (k + size)), ONE).at(z, bits);
    return powerOfHalf(n < 0 ? x.negate() : x, size, Value.of(sum), bits);
  }

  /**
   * I_n(x) = (x/2)^n e^−x / n! Σ (2n + 1)(2n + 3)···(2n + 2k − 1) x^k / (k! (2n + 1)(2n + 2)···(2n
   * + k)) for whole n and x ≥ 0, as I_n(−x) = (−1)^n I_n(x) and I_−n = I_n.
   *
   * <p>Error: as in {@link PowerSeries}, every operation rounds outward; p(k)/q(k) = (2n + 2k −
   * 1)/(k (2n + k)) does not increase for k ≥ 1, its derivative having the sign of −k² − (2n − 1)(k
   * + n) (proved).
   *
   * <p>DLMF 10.39.5, 13.2.2 and 10.27.1.
   */
  static Value besselI(Value order, Value x, int bits) {
    int n = Math.abs(order("besselI", order, x));
    Value size = x.ball(bits).middle().signum() < 0 ? x.negate() : x;
    FixedBall sum =
        new PowerSeries(
                k -> BigInteger.valueOf(2 * (n + k) - 1),
                k -> BigInteger.valueOf(k * (2 * n + k)),
                ONE)
            .at(size, bits);
    Value scaled = Value.of(sum.multiply(Exponential.of(size.negate(), bits)));
    return powerOfHalf(x, n, scaled, bits);
  }

  /** (x/2)^n / n! times a factor. */
  private static Value powerOfHalf(Value x, int n, Value factor, int bits) {
    Value half = x.multiply(Rational.of(1, 2), bits);
    Value product = factor;
    for (int k = 1; k <= n; k++) {
      product = product.multiply(half, bits).divide(Value.of(k), bits);
    }
    return product;
  }

  /** The order of a Bessel function if that and the argument are covered. */
  private static int order(String name, Value order, Value x) {
    Special.requireModerate(x, name);
    if (order instanceof Value.Exact(Rational n) && n.isWhole() && n.isWithin(LARGEST_ORDER)) {
      return n.numerator().intValueExact();
    }
    throw Stop.notCovered(
        "%s of an order that is not a whole number up to %d".formatted(name, LARGEST_ORDER));
  }

  /**
   * K_n(x) = (−1)^(n + 1) (log(x/2) + γ) I_n(x) + F/2 + (−1)^n A/2 for whole n and x &gt; 0, where
   * A = (x/2)^n Σ (H(k) + H(n + k)) (x²/4)^k / (k! (n + k)!) and F = (x/2)^−n Σ (n − k − 1)!/k!
   * (−x²/4)^k, k &lt; n; K_−n = K_n.
   *
   * <p>Error: as in {@link HarmonicSeries}, every operation rounds outward (proved).
   *
   * <p>DLMF 10.31.1, 5.4.14 and 10.27.3.
   */
  static Value besselK(Value order, Value x, int bits) {
    int n = Math.abs(order("besselK", order, x));
    Value main = logarithm("besselK", x, bits).multiply(besselI(order, x, bits), bits);
    Value infinite = infinitePart(1, n, x, bits).multiply(Rational.of(1, 2), bits);
    Value finite = finitePart(-1, n, x, bits).multiply(Rational.of(1, 2), bits);
    Value sum = main.negate().add(infinite, bits);
    return finite.add(n % 2 == 0 ? sum : sum.negate(), bits);
  }

  /**
   * Y_n(x) = (2 (log(x/2) + γ) J_n(x) − F − A)/π for whole n and x &gt; 0, where A and F are as for
   * K_n with −x² for x²; Y_−n = (−1)^n Y_n.
   *
   * <p>Error: as in {@link HarmonicSeries}, every operation rounds outward (proved).
   *
   * <p>DLMF 10.8.1, 5.4.14 and 10.4.1.
   */
  static Value besselY(Value order, Value x, int bits) {
    int given = order("besselY", order, x);
    int n = Math.abs(given);
    Value twice = logarithm("besselY", x, bits).multiply(Value.of(2), bits);
    Value sum =
        twice
            .multiply(besselJ(Value.of(n), x, bits), bits)
            .add(finitePart(1, n, x, bits).negate(), bits)
            .add(infinitePart(-1, n, x, bits).negate(), bits)
            .divide(Value.of(NamedConstants.pi(bits)), bits);
    return given < 0 && n % 2 == 1 ? sum.negate() : sum;
  }

  /** log(x/2) + γ for x &gt; 0. */
  private static Value logarithm(String name, Value x, int bits) {
    if (x.isZero() || x.isNegative()) {
      throw Stop.noValue(name + " of a number that is not positive");
    }
    FixedBall log = Logarithm.of(x.multiply(Rational.of(1, 2), bits), bits);
    return Value.of(log.add(NamedConstants.euler(bits)));
  }

  /** (x/2)^n Σ (H(k) + H(n + k)) (sign x²/4)^k / (k! (n + k)!). */
  private static Value infinitePart(int sign, int n, Value x, int bits) {
    Value z = x.multiply(x, bits).multiply(Rational.of(sign, 4), bits);
    Rational first = Rational.ZERO;
    for (int k = 1; k <= n; k++) {
      first = first.add(Rational.of(1, k));
    }
    FixedBall sum =
        new HarmonicSeries(
                k -> BigInteger.valueOf(k * (n + k)),
                k -> Rational.of(2 * k + n, k * (n + k)),
                first)
            .at(z, bits);
    return powerOfHalf(x, n, Value.of(sum), bits);
  }

  /** (x/2)^−n Σ (n − k − 1)!/k! (sign x²/4)^k, k &lt; n, from the last term to the first. */
  private static Value finitePart(int sign, int n, Value x, int bits) {
    if (n == 0) {
      return Value.of(0);
    }
    Value z = x.multiply(x, bits).multiply(Rational.of(sign, 4), bits);
    // Term k + 1 by term k is z/((k + 1)(n − k − 1)), the first term 0!·1·2···(n − 1).
    Value sum = Value.ONE;
    Value half = x.multiply(Rational.of(1, 2), bits);
    for (int k = n - 2; k >= 0; k--) {
      Value ratio = z.divide(Value.of((k + 1L) * (n - k - 1)), bits);
      sum = Value.ONE.add(ratio.multiply(sum, bits), bits);
    }
    for (int k = 1; k < n; k++) {
      sum = sum.multiply(Value.of(k), bits).divide(half, bits);
    }
    return sum.divide(half, bits);
  }
}
