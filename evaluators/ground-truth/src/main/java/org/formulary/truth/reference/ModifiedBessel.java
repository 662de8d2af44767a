package org.formulary.truth.reference;

import java.util.Optional;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * I_v(x) and K_v(x) for 0 &lt; x &lt; 200 and 2v a whole number from 0 to 400, by their power
 * series with as many digits more as cancel: a hundred times faster than Apfloat's own. Empty
 * outside.
 *
 * <p>Results have the digits of the argument but for those that its uncertainty costs: relative
 * errors of x are amplified by at most v + x.
 */
final class ModifiedBessel {
  private static final double LARGEST = 200;
  private static final double DECIMAL_DIGITS_PER_E = 0.4342944819032518;
  private static final int GUARD = 10;

  private ModifiedBessel() {}

  /** I_v(x) by DLMF 10.25.2, whose terms are all positive. */
  static Optional<Apfloat> first(Apfloat v, Apfloat x, long digits) {
    if (!applies(v, x)) {
      return Optional.empty();
    }
    long w = digits + GUARD;
    return Optional.of(cut(series(exact(v, w), exact(x, w), w), v, x, digits));
  }

  /** K_v(x): for whole v by DLMF 10.31.1, else from I_v and I_−v by DLMF 10.27.4. */
  static Optional<Apfloat> second(Apfloat v, Apfloat x, long digits) {
    if (!applies(v, x)) {
      return Optional.empty();
    }
    // Terms of the size of I_v(x) ≈ e^x, or smaller, leave K_v(x) ≥ e^−x, or larger.
    long w = digits + GUARD + (long) (2 * DECIMAL_DIGITS_PER_E * x.doubleValue());
    Apfloat xw = exact(x, w);
    Apfloat k;
    if (v.isInteger()) {
      k = wholeOrder(v.intValue(), xw, w);
    } else {
      Apfloat vw = exact(v, w);
      Apfloat pi = ApfloatMath.pi(w);
      k =
          pi.multiply(series(vw.negate(), xw, w).subtract(series(vw, xw, w)))
              .divide(ApfloatMath.sin(vw.multiply(pi)))
              .divide(new Apfloat(2, w));
    }
    return Optional.of(cut(k, v, x, digits));
  }

  private static boolean applies(Apfloat v, Apfloat x) {
    return v.signum() >= 0
        && x.signum() > 0
        && x.scale() > -4
        && x.doubleValue() < LARGEST
        && v.doubleValue() <= LARGEST
        && v.multiply(new Apfloat(2)).isInteger();
  }

  /** The argument taken as exact; its own digits bound those of the result. */
  private static Apfloat exact(Apfloat a, long digits) {
    return a.precision(Math.max(digits, a.precision()));
  }

  private static Apfloat cut(Apfloat value, Apfloat v, Apfloat x, long digits) {
    long amplified = (long) Math.ceil(Math.log10(1 + v.doubleValue() + x.doubleValue()));
    long known = x.precision() == Apfloat.INFINITE ? digits : x.precision() - amplified;
    return value.precision(Math.max(1, Math.min(digits, Math.min(known, value.precision()))));
  }

  /** (x/2)^v/Γ(v+1) · Σ (x²/4)^k / (k!·(v+1)···(v+k)); v may be negative, but no whole number. */
  private static Apfloat series(Apfloat v, Apfloat x, long w) {
    Apfloat two = new Apfloat(2, w);
    Apfloat half = x.divide(two);
    Apfloat t = half.multiply(half);
    Apfloat term = Elementary.one(w);
    Apfloat sum = term;
    for (long k = 1; goesOn(term, sum, k, v, x, w); k++) {
      Apfloat kw = new Apfloat(k, w);
      term = term.multiply(t).divide(kw.multiply(v.add(kw)));
      sum = sum.add(term);
    }
    // 2v is whole, so that the power is one of a square root.
    Apfloat power = halfPower(half, Math.round(2 * v.doubleValue()));
    return power.multiply(sum).divide(ApfloatMath.gamma(v.add(Elementary.one(w))));
  }

  /** base^(n/2). */
  private static Apfloat halfPower(Apfloat base, long n) {
    return n % 2 == 0 ? ApfloatMath.pow(base, n / 2) : ApfloatMath.pow(ApfloatMath.sqrt(base), n);
  }

  private static boolean goesOn(
      Apfloat term, Apfloat sum, long k, Apfloat v, Apfloat x, long digits) {
    // Up to there terms may still grow, or change sign.
    boolean early = k <= Math.abs(v.doubleValue()) + x.doubleValue();
    return early || term.scale() > sum.scale() - digits;
  }

  private static Apfloat wholeOrder(int n, Apfloat x, long w) {
    Apfloat two = new Apfloat(2, w);
    Apfloat half = x.divide(two);
    Apfloat t = half.multiply(half);
    Apfloat finite = finiteSum(n, t, w);
    // ψ(k+1) + ψ(n+k+1) = −2γ + H_k + H_{n+k}
    Apfloat psi = ApfloatMath.euler(w).multiply(two).negate();
    Apfloat factorial = Elementary.one(w);
    for (long j = 1; j <= n; j++) {
      psi = psi.add(Elementary.one(w).divide(new Apfloat(j, w)));
      factorial = factorial.multiply(new Apfloat(j, w));
    }
    Apfloat term = Elementary.one(w).divide(factorial);
    Apfloat plain = term;
    Apfloat weighted = term.multiply(psi);
    Apfloat v = new Apfloat(n, w);
    for (long k = 1; goesOn(term, plain, k, v, x, w); k++) {
      Apfloat kw = new Apfloat(k, w);
      Apfloat nk = new Apfloat(n + k, w);
      psi = psi.add(Elementary.one(w).divide(kw)).add(Elementary.one(w).divide(nk));
      term = term.multiply(t).divide(kw.multiply(nk));
      plain = plain.add(term);
      weighted = weighted.add(term.multiply(psi));
    }
    Apfloat power = ApfloatMath.pow(half, n);
    Apfloat rest =
        power.multiply(weighted.divide(two).subtract(ApfloatMath.log(half).multiply(plain)));
    Apfloat first = n == 0 ? finite : finite.divide(power).divide(two);
    return n % 2 == 0 ? first.add(rest) : first.subtract(rest);
  }

  /** Σ over k below n of (n−k−1)!/k! · (−t)^k. */
  private static Apfloat finiteSum(int n, Apfloat t, long w) {
    Apfloat sum = Apfloat.ZERO;
    Apfloat term = Elementary.one(w);
    for (long j = 2; j < n; j++) {
      term = term.multiply(new Apfloat(j, w));
    }
    for (long k = 0; k < n; k++) {
      sum = sum.add(term);
      if (k + 1 < n) {
        term = term.multiply(t).divide(new Apfloat((n - k - 1) * (k + 1), w)).negate();
      }
    }
    return sum;
  }
}
