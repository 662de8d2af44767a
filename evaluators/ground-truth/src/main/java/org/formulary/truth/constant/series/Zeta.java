package org.formulary.truth.constant.series;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.LongFunction;

/** Riemann's ζ at whole numbers ≥ 2. */
final class Zeta {
  private static final int GUARD = 16;

  /** The sum of the definition is taken where this many terms, or fewer, are enough. */
  private static final int FEW_PLACES = 8;

  /** The bits of the largest argument. */
  private static final int LONGEST = 20;

  private Zeta() {}

  /** ζ(a); only whole numbers ≥ 2 are covered. */
  static Value of(Value a, int bits) {
    if (a instanceof Value.Exact(Rational s) && s.isWhole(LONGEST) && s.signum() > 0) {
      if (s.equals(Rational.ONE)) {
        throw Stop.noValue("zeta(1)");
      }
      return Value.of(of(s.numerator().intValueExact(), bits));
    }
    throw Stop.notCovered("zeta of an argument that is not a whole number from 2 on");
  }

  private static FixedBall of(int s, int bits) {
    int wide = bits + GUARD;
    FixedBall result;
    if ((long) (s - 1) * FEW_PLACES >= wide + 4) {
      result = direct(s, wide);
    } else if (s % 2 == 0) {
      result = even(s / 2, wide);
    } else {
      result = s == 3 ? three(wide) : odd((s - 3) / 2, wide);
    }
    return result.withBits(bits);
  }

  /**
   * ζ(3) = 1/64 Σ (−1)^k k!^10 (205k² + 250k + 77) / (2k + 1)!^5.
   *
   * <p>Error: as in {@link HypergeometricSeries} (proved).
   *
   * <p>T. Amdeberhan, D. Zeilberger, "Hypergeometric series acceleration via the WZ method",
   * Electronic Journal of Combinatorics 4(2), 1997, R3, theorem for ζ(3).
   */
  private static FixedBall three(int bits) {
    LongFunction<BigInteger> one = _ -> BigInteger.ONE;
    return new HypergeometricSeries(
            k -> k == 0 ? BigInteger.ONE : BigInteger.valueOf(k).pow(5).negate(),
            k -> k == 0 ? BigInteger.ONE : BigInteger.valueOf(2 * k + 1).pow(5).shiftLeft(5),
            k -> BigInteger.valueOf((205 * k + 250) * k + 77),
            one)
        .sum(bits)
        .scale(-6);
  }

  /**
   * ζ(s) = Σ n^−s.
   *
   * <p>Error: Σ over n ≥ N is at most N^−s + N^(1 − s)/(s − 1) ≤ 2 N^(1 − s); N is the least power
   * of two that makes this less than a unit (proved).
   */
  private static FixedBall direct(int s, int bits) {
    int terms = 1 << Math.ceilDiv(bits + 4, s - 1);
    FixedBall sum = FixedBall.of(1, bits);
    for (int n = 2; n < terms; n++) {
      sum = sum.add(FixedBall.of(1, bits).divide(BigInteger.valueOf(n).pow(s)));
    }
    return sum.widen(BigInteger.ONE);
  }

  /**
   * ζ(2n) = π^(2n) T(n) / (2 (4^n − 1) (2n − 1)!), T(n) the tangent numbers 1, 2, 16, 272, ...
   *
   * <p>Error: every operation rounds outward (proved).
   *
   * <p>DLMF 25.6.2 and 24.15.4.
   */
  private static FixedBall even(int n, int bits) {
    int wide = bits + 4 * n;
    BigInteger divisor = BigInteger.ONE.shiftLeft(2 * n).subtract(BigInteger.ONE).shiftLeft(1);
    for (int k = 2; k < 2 * n; k++) {
      divisor = divisor.multiply(BigInteger.valueOf(k));
    }
    return NamedConstants.pi(wide)
        .power(2L * n)
        .multiply(tangentNumber(n))
        .divide(divisor)
        .withBits(bits);
  }

  /**
   * T(n), by the differences of R. P. Brent, D. Harvey, "Fast computation of Bernoulli, tangent and
   * secant numbers", 2013, algorithm TangentNumbers.
   */
  private static BigInteger tangentNumber(int n) {
    BigInteger[] t = new BigInteger[n + 1];
    t[1] = BigInteger.ONE;
    for (int k = 2; k <= n; k++) {
      t[k] = t[k - 1].multiply(BigInteger.valueOf(k - 1L));
    }
    for (int k = 2; k <= n; k++) {
      for (int j = k; j <= n; j++) {
        t[j] =
            t[j - 1]
                .multiply(BigInteger.valueOf((long) j - k))
                .add(t[j].multiply(BigInteger.valueOf((long) j - k + 2)));
      }
    }
    return t[n];
  }

  /**
   * ζ(2i + 3), the coefficient of w^i in ½ Σ (−1)^(n + 1) t(n) (5 − w/n²)/(1 − w/n²) Π (1 − w/m²),
   * m from 1 to n − 1, t(n) = 1/(n³ C(2n, n)).
   *
   * <p>Error: the operations round outward. The coefficients of the product are at most those of
   * exp(w π²/6) in size, and those of the fraction 5 + 4w/n² + 4w²/n⁴ + ... at most 5, so that term
   * n is at most ½ t(n) · 5 e^(π²/6) &lt; 13 t(n). As t(n + 1) &lt; t(n)/4, all that follow n are
   * at most 13/3 t(n) together, and 5 t(n) is added to the radius (proved).
   *
   * <p>M. Koecher, "Letter to the editor", Mathematical Intelligencer 2, 1980, 62–64; J. Borwein,
   * D. Bradley, "Empirically determined Apéry-like formulae for ζ(4n + 3)", 1997, (3).
   */
  private static FixedBall odd(int i, int bits) {
    // u[j] is t(n) times the coefficient of w^j in the product.
    FixedBall[] u = new FixedBall[i + 1];
    Arrays.fill(u, FixedBall.of(0, bits));
    u[0] = FixedBall.of(1, bits).scale(-1);
    FixedBall sum = FixedBall.of(0, bits);
    for (long n = 1; ; n++) {
      FixedBall term = koecherTerm(u, n);
      sum = n % 2 == 1 ? sum.add(term) : sum.subtract(term);
      if (u[0].middle().signum() == 0) {
        return sum.scale(-1).widen(u[0].greatest().multiply(BigInteger.valueOf(5)));
      }
      // t(n + 1)/t(n) = n³ / (2 (2n + 1) (n + 1)²).
      BigInteger square = BigInteger.valueOf(n * n);
      BigInteger cube = square.multiply(BigInteger.valueOf(n));
      BigInteger divisor =
          BigInteger.valueOf(2 * (2 * n + 1)).multiply(BigInteger.valueOf((n + 1) * (n + 1)));
      for (int j = i; j > 0; j--) {
        u[j] = u[j].subtract(u[j - 1].divide(square)).multiply(cube).divide(divisor);
      }
      u[0] = u[0].multiply(cube).divide(divisor);
    }
  }

  /** The coefficient of w^i in (5 − w/n²)/(1 − w/n²) Σ u(j) w^j. */
  private static FixedBall koecherTerm(FixedBall[] u, long n) {
    BigInteger square = BigInteger.valueOf(n * n);
    int i = u.length - 1;
    FixedBall rest = FixedBall.of(0, u[0].bits());
    for (int j = 0; j < i; j++) {
      rest = rest.add(u[j]).divide(square);
    }
    return u[i].multiply(5).add(rest.scale(2));
  }
}
