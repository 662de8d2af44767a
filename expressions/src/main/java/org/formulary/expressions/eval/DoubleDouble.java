package org.formulary.expressions.eval;

import java.math.BigDecimal;
import org.formulary.expressions.BinaryRational;

/**
 * A double-double number: the unevaluated sum hi + lo of two binary64, about 106 bits.
 *
 * <p>Normalised: hi is the binary64 nearest to hi + lo, and lo is never −0. Where hi is not finite
 * it is what IEEE 754 gives for the high parts, and lo is 0; a zero has the sign of IEEE 754.
 *
 * <p>The error bounds are relative, with u = 2^−53, proved in the sources for absence of underflow
 * and overflow: they hold where operands and result are 0 or of magnitude 2^−900 to 2^1000. Below,
 * the accuracy falls to that of binary64 (1 ULP); above, an operation may overflow early. The
 * methods make no other objects than their result, which the JIT compiler keeps in registers.
 *
 * <p>Sources: M. Joldes, J.-M. Muller, V. Popescu, "Tight and rigorous error bounds for basic
 * building blocks of double-word arithmetic", ACM TOMS 44(2), 2017, algorithms 6, 12 and 17; J.-M.
 * Muller, L. Rideau, "Formalization of double-word arithmetic, and comments on …", ACM TOMS 48(1),
 * 2022 (the bounds of sum and product); V. Lefèvre, N. Louvet, J.-M. Muller, J. Picot, L. Rideau,
 * "Accurate calculation of Euclidean norms using double-word arithmetic", ACM TOMS 49(1), 2023 (the
 * root).
 */
public record DoubleDouble(double hi, double lo) {
  public static final DoubleDouble ZERO = new DoubleDouble(0.0, 0.0);
  public static final DoubleDouble ONE = new DoubleDouble(1.0, 0.0);

  /** Throws {@link IllegalArgumentException} where the pair is not normalised. */
  public DoubleDouble {
    // NaN fails the first comparison and an infinite hi passes with lo 0 alone.
    if (hi + lo != hi && hi == hi) {
      throw new IllegalArgumentException("not normalised: %s + %s".formatted(hi, lo));
    }
    lo += 0.0;
  }

  /** Exact. */
  public static DoubleDouble of(double value) {
    return new DoubleDouble(value, 0.0);
  }

  /** The exact value rounded to hi, and the rest rounded to lo; error ≤ u². */
  public static DoubleDouble from(BinaryRational value) {
    double hi = value.doubleValue();
    return Double.isFinite(hi)
        ? new DoubleDouble(hi, value.subtract(BinaryRational.of(hi)).doubleValue())
        : of(hi);
  }

  /** a + b; error ≤ 3u² + 13u³, also under cancellation. */
  public static DoubleDouble add(DoubleDouble a, DoubleDouble b) {
    double s = a.hi + b.hi;
    if (!Double.isFinite(s)) {
      return of(s);
    }
    double sError = sumError(a.hi, b.hi, s);
    double t = a.lo + b.lo;
    double tError = sumError(a.lo, b.lo, t);
    double c = sError + t;
    double v = s + c;
    double w = tError + (c - (v - s));
    double hi = v + w;
    if (hi == 0) {
      return of(s == 0 ? s : 0.0);
    }
    return fastSum(v, w);
  }

  /** a − b; error as of {@link #add}. */
  public static DoubleDouble subtract(DoubleDouble a, DoubleDouble b) {
    return add(a, b.negate());
  }

  /** a · b; error ≤ 4u². */
  public static DoubleDouble multiply(DoubleDouble a, DoubleDouble b) {
    double p = a.hi * b.hi;
    if (!Double.isFinite(p) || p == 0) {
      return of(p);
    }
    double pError = Math.fma(a.hi, b.hi, -p);
    double cross = Math.fma(a.lo, b.hi, Math.fma(a.hi, b.lo, a.lo * b.lo));
    return fastSum(p, pError + cross);
  }

  /** a ÷ b, division by zero as in IEEE 754; error ≤ 15u² + 56u³. */
  public static DoubleDouble divide(DoubleDouble a, DoubleDouble b) {
    double q = a.hi / b.hi;
    if (!Double.isFinite(q) || q == 0 || Double.isInfinite(b.hi)) {
      return of(q);
    }
    // r = b·q as a double-double; then the rest of a over b.
    double p = b.hi * q;
    double pError = Math.fma(b.hi, q, -p);
    double low = b.lo * q;
    double s = p + low;
    double sLow = (low - (s - p)) + pError;
    double rHi = s + sLow;
    double rLo = sLow - (rHi - s);
    double rest = (a.hi - rHi) + (a.lo - rLo);
    double correction = rest / b.hi;
    return Double.isFinite(correction) ? fastSum(q, correction) : of(q);
  }

  /** √a; NaN below 0; error ≤ 25/8 u². */
  public static DoubleDouble sqrt(DoubleDouble a) {
    double s = Math.sqrt(a.hi);
    if (s == 0 || !Double.isFinite(s)) {
      return of(s);
    }
    double rest = a.lo + Math.fma(-s, s, a.hi);
    return fastSum(s, rest / (2 * s));
  }

  /** Exact. */
  public DoubleDouble negate() {
    return new DoubleDouble(-hi, -lo);
  }

  /** The exact value; throws {@link ArithmeticException} where hi is not finite. */
  public BinaryRational exact() {
    return BinaryRational.of(hi, lo);
  }

  /** The exact value; throws {@link ArithmeticException} where hi is not finite. */
  public BigDecimal toBigDecimal() {
    return exact().toBigDecimal();
  }

  /** Knuth's two-sum: a + b − s exactly, for s = RN(a + b). Do not simplify. */
  private static double sumError(double a, double b, double s) {
    double bPart = s - a;
    double aPart = s - bPart;
    return (a - aPart) + (b - bPart);
  }

  /** Dekker's fast two-sum of |a| ≥ |b|. Do not simplify. */
  private static DoubleDouble fastSum(double a, double b) {
    double hi = a + b;
    return Double.isFinite(hi) ? new DoubleDouble(hi, b - (hi - a)) : of(hi);
  }
}
