package org.formulary.truth.proof;

import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.eval.Arithmetic;

/**
 * Binary64 as IEEE 754 rounds it to nearest, over intervals of numbers computed.
 *
 * <p>Rounding is monotone, so the rounded ends of an operation are the ends of what it computes.
 * Errors of operands are carried through by the identities given at each operation, and half a unit
 * in the last place of the largest result is added, unless the operation is known to be exact.
 */
final class RoundedArithmetic implements Arithmetic<Rounded> {
  static final RoundedArithmetic INSTANCE = new RoundedArithmetic();

  /** Sums below this are multiples of the least number, so that they are exact. */
  private static final double EXACT_SUMS = 0x1p-1021;

  private RoundedArithmetic() {}

  @Override
  public Rounded of(BinaryRational value) {
    double nearest = value.doubleValue();
    if (!Double.isFinite(nearest)) {
      return new Rounded(nearest, nearest, Double.POSITIVE_INFINITY);
    }
    BinaryRational rest = value.subtract(BinaryRational.of(nearest));
    return new Rounded(nearest, nearest, Up.of(rest.significand().abs(), rest.exponent()));
  }

  @Override
  public Rounded add(Rounded a, Rounded b) {
    double low = a.low() + b.low();
    double high = a.high() + b.high();
    double carried = Up.add(a.error(), b.error());
    boolean exact =
        a.isZero()
            || b.isZero()
            || Math.max(Math.abs(low), Math.abs(high)) < EXACT_SUMS
            || isNear(a, negate(b));
    return rounded(low, high, carried, exact);
  }

  @Override
  public Rounded subtract(Rounded a, Rounded b) {
    return add(a, negate(b));
  }

  /** Sterbenz: a − b is exact where b/2 ≤ a ≤ 2b. */
  private static boolean isNear(Rounded a, Rounded b) {
    return a.low() > 0 && b.low() > 0
        ? a.low() >= b.high() / 2 && a.high() / 2 <= b.low()
        : a.high() < 0 && b.high() < 0 && a.high() <= b.low() / 2 && a.low() / 2 >= b.high();
  }

  /** |âb̂ − ab| ≤ |â| e_b + e_a (|b̂| + e_b). */
  @Override
  public Rounded multiply(Rounded a, Rounded b) {
    if (isExactZero(a) && b.most() < Double.POSITIVE_INFINITY
        || isExactZero(b) && a.most() < Double.POSITIVE_INFINITY) {
      return Rounded.exactly(0);
    }
    double[] p = {a.low() * b.low(), a.low() * b.high(), a.high() * b.low(), a.high() * b.high()};
    Rounded result = new Rounded(min(p), max(p), productError(a, b));
    boolean scaled = a.isPowerOfTwo() || b.isPowerOfTwo();
    return rounded(result, scaled && result.least() >= Double.MIN_NORMAL);
  }

  private static double productError(Rounded a, Rounded b) {
    return Up.add(
        Up.multiply(a.most(), b.error()), Up.multiply(a.error(), Up.add(b.most(), b.error())));
  }

  /** |â/b̂ − a/b| = |(â − a) + (â/b̂)(b − b̂)| / |b| ≤ (e_a + |â/b̂| e_b) / (|b̂| − e_b). */
  @Override
  public Rounded divide(Rounded a, Rounded b) {
    if (!(b.least() > 0)) {
      return new Rounded(Double.NaN, Double.NaN, Double.POSITIVE_INFINITY);
    }
    if (isExactZero(a)) {
      return Rounded.exactly(0);
    }
    double[] q = {a.low() / b.low(), a.low() / b.high(), a.high() / b.low(), a.high() / b.high()};
    double quotient = Up.divide(a.most(), b.least());
    double carried =
        Up.divide(
            Up.add(a.error(), Up.multiply(quotient, b.error())),
            Up.lowerDifference(b.least(), b.error()));
    Rounded result = new Rounded(min(q), max(q), a.error() + b.error() == 0 ? 0 : carried);
    return rounded(result, b.isPowerOfTwo() && result.least() >= Double.MIN_NORMAL);
  }

  @Override
  public Rounded negate(Rounded a) {
    return new Rounded(-a.high(), -a.low(), a.error());
  }

  /** |√â − √a| = |â − a| / (√â + √a) ≤ e_a / √â. */
  @Override
  public Rounded sqrt(Rounded a) {
    double low = Math.sqrt(a.low());
    double carried = a.error() == 0 ? 0 : Up.divide(a.error(), Math.nextDown(low));
    return rounded(low, Math.sqrt(a.high()), carried, a.isZero());
  }

  @Override
  public Rounded fma(Rounded a, Rounded b, Rounded c) {
    double[] least = {
      Math.fma(a.low(), b.low(), c.low()),
      Math.fma(a.low(), b.high(), c.low()),
      Math.fma(a.high(), b.low(), c.low()),
      Math.fma(a.high(), b.high(), c.low())
    };
    double[] most = {
      Math.fma(a.low(), b.low(), c.high()),
      Math.fma(a.low(), b.high(), c.high()),
      Math.fma(a.high(), b.low(), c.high()),
      Math.fma(a.high(), b.high(), c.high())
    };
    return rounded(min(least), max(most), Up.add(productError(a, b), c.error()), false);
  }

  private static boolean isExactZero(Rounded a) {
    return a.isZero() && a.error() == 0;
  }

  private static Rounded rounded(double low, double high, double carried, boolean exact) {
    return rounded(new Rounded(low, high, carried), exact);
  }

  /** With the error of one rounding; values beyond the range of binary64 have no bound. */
  private static Rounded rounded(Rounded r, boolean exact) {
    if (!(r.most() < Double.POSITIVE_INFINITY)) {
      return new Rounded(r.low(), r.high(), Double.POSITIVE_INFINITY);
    }
    double half = exact ? 0 : Math.max(Math.ulp(r.most()) / 2, Double.MIN_VALUE);
    return new Rounded(r.low(), r.high(), Up.add(r.error(), half));
  }

  private static double min(double[] v) {
    return Math.min(Math.min(v[0], v[1]), Math.min(v[2], v[3]));
  }

  private static double max(double[] v) {
    return Math.max(Math.max(v[0], v[1]), Math.max(v[2], v[3]));
  }
}
