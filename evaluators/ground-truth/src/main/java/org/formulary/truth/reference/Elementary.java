package org.formulary.truth.reference;

import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/** Elementary functions where Apfloat has none, or loses digits, or does needless work. */
final class Elementary {
  /** Exponents beyond this give numbers nobody can use, after much work. */
  private static final long LARGEST_SCALE = 8;

  private Elementary() {}

  static Apfloat one(long digits) {
    return new Apfloat(1, digits);
  }

  /** log 2. */
  static Apfloat log2(long digits) {
    return ApfloatMath.log(new Apfloat(2, digits));
  }

  /**
   * Whether |a| &lt; 10^−digits, and not 0: then sin a is a and e^a is 1 to that many digits, for
   * which Apfloat would compute with as many digits as a has leading zeros.
   */
  static boolean isTiny(Apfloat a, long digits) {
    return a.signum() != 0 && a.scale() < -digits;
  }

  /** e^a for |a| &lt; 1e8. */
  static Apfloat exp(Apfloat a, long digits) {
    return isTiny(a, digits) ? one(digits) : ApfloatMath.exp(moderate(a));
  }

  /** The argument itself if |a| &lt; 1e8. */
  static Apfloat moderate(Apfloat a) {
    if (a.signum() != 0 && a.scale() > LARGEST_SCALE) {
      throw new ArithmeticException(a.signum() > 0 ? "overflow" : "out of range");
    }
    return a;
  }

  /** The argument itself if |a| ≤ 1. */
  static Apfloat withinOne(Apfloat a, long digits) {
    if (ApfloatMath.abs(a).compareTo(one(digits)) > 0) {
      throw new ArithmeticException("the argument must lie in [-1, 1]");
    }
    return a;
  }

  /** acos a for |a| ≤ 1; Apfloat fails at 0. */
  static Apfloat acos(Apfloat a, long digits) {
    return a.signum() == 0
        ? ApfloatMath.pi(digits).divide(new Apfloat(2, digits))
        : ApfloatMath.acos(withinOne(a, digits));
  }

  /** The argument itself if a ≥ 1. */
  static Apfloat atLeastOne(Apfloat a, long digits) {
    if (a.compareTo(one(digits)) < 0) {
      throw new ArithmeticException("the argument must be at least 1");
    }
    return a;
  }

  /**
   * log(1 + a). With |a| near 10^−s the sum is formed with s more digits; where that would take
   * many, the Taylor series needs few terms.
   */
  static Apfloat log1p(Apfloat a, long digits) {
    if (a.signum() == 0) {
      return a;
    }
    long lost = Math.max(0, 1 - a.scale());
    if (4 * lost <= digits) {
      return ApfloatMath.log(one(digits + lost).add(a));
    }
    Apfloat sum = a;
    Apfloat power = a;
    for (long k = 2; (k - 1) * (lost - 1) <= digits + 1; k++) {
      power = power.multiply(a).negate();
      sum = sum.add(power.divide(new Apfloat(k, digits)));
    }
    return sum;
  }

  /** e^a − 1, by the same two ways as {@link #log1p}. */
  static Apfloat expm1(Apfloat a, long digits) {
    if (a.signum() == 0) {
      return a;
    }
    long lost = Math.max(0, 1 - a.scale());
    if (4 * lost <= digits) {
      // The digits appended to a are lost again by the subtraction: those of the result are a's.
      Apfloat wide = a.precision(a.precision() + lost);
      return ApfloatMath.exp(moderate(wide)).subtract(one(digits + lost));
    }
    Apfloat sum = a;
    Apfloat term = a;
    for (long k = 2; (k - 1) * (lost - 1) <= digits + 1; k++) {
      term = term.multiply(a).divide(new Apfloat(k, digits));
      sum = sum.add(term);
    }
    return sum;
  }

  /** tanh a; beyond ±10 by (1 − t)/(1 + t), t = e^(−2|a|), which keeps no needless digits. */
  static Apfloat tanh(Apfloat a, long digits) {
    if (a.signum() == 0 || a.scale() < 2) {
      return isTiny(a, digits) ? a : ApfloatMath.tanh(a);
    }
    Apfloat sign = new Apfloat(a.signum(), digits);
    if (a.scale() > LARGEST_SCALE) {
      return sign;
    }
    Apfloat t = exp(ApfloatMath.abs(a).multiply(new Apfloat(-2, digits)), digits);
    return sign.multiply(one(digits).subtract(t)).divide(one(digits).add(t));
  }
}
