package org.formulary.truth.reference;

import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/** Special functions where Apfloat has none, is slow, or fails at 0. */
final class Special {
  /**
   * Below 10 the series of erf is a hundred times faster than Apfloat's hypergeometric function.
   */
  private static final double SERIES_END = 10;

  /** From here on 1 − |erf| is below any number of digits in use. */
  private static final long ERF_IS_ONE_SCALE = 4;

  /** The largest argument of ζ that is summed as an alternating series. */
  private static final int LARGEST_SERIES = 100;

  private Special() {}

  /**
   * The error function.
   *
   * <p>For |a| &lt; 10 by erf(a) = 2a/√π · e^(−a²) · Σ (2a²)^n / (1·3·5···(2n+1)), whose terms are
   * all positive (DLMF 7.6.2), with 6 guard digits.
   */
  static Apfloat erf(Apfloat a, long digits) {
    if (a.signum() == 0) {
      return a;
    }
    if (a.scale() >= ERF_IS_ONE_SCALE) {
      return new Apfloat(a.signum(), digits);
    }
    return magnitude(a) < SERIES_END ? erfSeries(a, digits) : ApfloatMath.erf(a);
  }

  private static Apfloat erfSeries(Apfloat a, long digits) {
    long w = digits + 6;
    // The argument counts as exact here; its own digits bound those of the result below.
    Apfloat x = a.precision(Math.max(w, a.precision()));
    Apfloat square = x.multiply(x);
    Apfloat twice = square.add(square);
    Apfloat term = Elementary.one(w);
    Apfloat sum = term;
    for (long n = 1; term.scale() > sum.scale() - w; n++) {
      term = term.multiply(twice).divide(new Apfloat(2 * n + 1, w));
      sum = sum.add(term);
    }
    Apfloat factor =
        x.add(x)
            .divide(ApfloatMath.sqrt(ApfloatMath.pi(w)))
            .multiply(Elementary.exp(square.negate(), w));
    return factor.multiply(sum).precision(Math.min(digits, a.precision()));
  }

  /**
   * 1 − erf(a). For 0 &lt; a &lt; 10 erf is computed with the a²/log 10 digits more that the
   * subtraction takes.
   */
  static Apfloat erfc(Apfloat a, long digits) {
    if (a.signum() == 0) {
      return Elementary.one(Apfloat.INFINITE);
    }
    if (a.scale() < 0) {
      return Elementary.one(digits).subtract(erf(a, digits));
    }
    double x = magnitude(a);
    if (x >= SERIES_END) {
      return a.scale() < ERF_IS_ONE_SCALE ? ApfloatMath.erfc(a) : farErfc(a, digits);
    }
    long lost = a.signum() < 0 ? 0 : (long) (x * x / 2.302 + 3);
    Apfloat wide = a.precision(Math.max(a.precision(), digits + lost));
    Apfloat result = Elementary.one(digits + lost).subtract(erf(wide, digits + lost));
    // The relative error of a is amplified by 2a² at most, so by fewer than 3 digits.
    return result.precision(Math.max(1, Math.min(digits, a.precision()) - 3));
  }

  private static Apfloat farErfc(Apfloat a, long digits) {
    if (a.signum() > 0) {
      throw new ArithmeticException("underflow");
    }
    return new Apfloat(2, digits);
  }

  /** |a| to a few digits; infinite for huge values. */
  private static double magnitude(Apfloat a) {
    return Math.abs(Real.decimal(a.precision(Math.min(15, a.precision()))).doubleValue());
  }

  /** log |Γ(a)|. */
  static Apfloat logAbsGamma(Apfloat a, long digits) {
    return a.signum() >= 0
        ? ApfloatMath.logGamma(a)
        : ApfloatMath.log(ApfloatMath.abs(ApfloatMath.gamma(a)));
  }

  /** Ai(a); Ai(0) = 3^(−2/3)/Γ(2/3) (DLMF 9.2.3). */
  static Apfloat airyAi(Apfloat a, long digits) {
    return a.signum() != 0 ? ApfloatMath.airyAi(a) : airyAtZero(digits, new Apfloat(9, digits), 3);
  }

  /** Bi(a); Bi(0) = 3^(−1/6)/Γ(2/3) (DLMF 9.2.5). */
  static Apfloat airyBi(Apfloat a, long digits) {
    return a.signum() != 0 ? ApfloatMath.airyBi(a) : airyAtZero(digits, new Apfloat(3, digits), 6);
  }

  private static Apfloat airyAtZero(long digits, Apfloat radicand, long degree) {
    Apfloat twoThirds = new Apfloat(2, digits).divide(new Apfloat(3, digits));
    return ApfloatMath.inverseRoot(radicand, degree).divide(ApfloatMath.gamma(twoThirds));
  }

  /** Riemann's ζ; at whole numbers, where it is much faster, as an alternating series. */
  static Apfloat zeta(Apfloat a, long digits) {
    boolean whole = a.signum() > 0 && a.equals(a.truncate()) && a.scale() <= 3;
    int s = whole ? a.intValue() : 0;
    return s >= 2 && s <= LARGEST_SERIES
        ? AlternatingSeries.zeta(s, digits).precision(Math.min(digits, a.precision()))
        : ApfloatMath.zeta(a);
  }

  /**
   * The exponential integral E_1(a) for a > 0.
   *
   * <p>Below 20 by −γ − log a − Σ (−a)^k / (k k!) (DLMF 6.6.2). The terms reach e^a and the value
   * is below e^(−a), so that 2a / log 10 digits cancel; as many more are used, and 6.
   */
  static Apfloat expIntegral(Apfloat a, long digits) {
    if (a.signum() <= 0) {
      throw new ArithmeticException("the exponential integral of a number that is not positive");
    }
    if (magnitude(a) >= SERIES_END * 2) {
      return ApfloatMath.expIntegralE(Elementary.one(digits), a);
    }
    long w = digits + 6 + (long) Math.ceil(2 * magnitude(a) / Math.log(10));
    Apfloat x = a.precision(Math.max(w, a.precision()));
    Apfloat power = Elementary.one(w);
    Apfloat sum = ApfloatMath.euler(w).add(ApfloatMath.log(x.precision(w)));
    for (long k = 1; k == 1 || power.scale() > -w; k++) {
      power = power.multiply(x).negate().divide(new Apfloat(k, w));
      sum = sum.add(power.divide(new Apfloat(k, w)));
    }
    return sum.negate().precision(Math.min(digits, a.precision()));
  }
}
