package org.formulary.truth.proof;

import java.math.BigInteger;
import org.formulary.expressions.BinaryRational;

/**
 * Elementary functions of balls.
 *
 * <p>Each function is summed from its series at the midpoint, in ball arithmetic, so that rounding
 * is counted by the arithmetic itself; the tail of the series, bounded as stated at each sum, goes
 * into the radius. The ball's own radius is carried by a bound on the derivative, or, for wide
 * balls and monotone functions, by the values at the two ends. A double approximation steers the
 * reductions; each reduction is an identity whatever that double is, so it can cost accuracy but
 * not rigor.
 *
 * <p>Values at 0, and log at 1, are exact.
 */
public final class BallFunctions {
  private static final int GUARD_BITS = 24;

  /** Halvings before the exponential series. */
  private static final int EXP_HALVINGS = 8;

  private BallFunctions() {}

  /**
   * e^x for |x| below 2^24. Radius: |e^x − e^m| ≤ e^m (e^r − 1) ≤ e^m (r + r²) for r ≤ 1; wider
   * balls by their ends.
   */
  public static Ball exp(Ball x, int bits) {
    if (x.isZero()) {
      return Ball.ONE;
    }
    if (x.upperMagnitude() > 0x1p24) {
      throw NoEnclosureException.unclear("exponential of a number beyond 2^24");
    }
    double r = x.radius();
    if (r > 0.25) {
      return Ball.hull(expAt(Ball.of(x.lowerEnd()), bits), expAt(Ball.of(x.upperEnd()), bits));
    }
    Ball y = expAt(x.midpoint(), bits);
    return y.widen(Up.multiply(y.upperMagnitude(), Up.add(r, Up.multiply(r, r))));
  }

  /** e^x = 2^k (e^s)^(2^j) with s = (x − k ln 2) / 2^j. */
  private static Ball expAt(Ball x, int bits) {
    if (x.isZero()) {
      return Ball.ONE;
    }
    int w = bits + GUARD_BITS + EXP_HALVINGS;
    int k = (int) Math.rint(approximate(x) / 0.6931471805599453);
    Ball s = x;
    if (k != 0) {
      s = x.subtract(BallConstants.ln2(w + 32).multiply(Ball.of(k), w + 32), w + 32);
    }
    s = s.scale(-EXP_HALVINGS);
    // |s| < 1/2, so the terms after one that is below 2^−w sum to less than that one.
    Ball sum = Ball.ONE;
    Ball term = Ball.ONE;
    double size = 1;
    for (int n = 1; size > Up.power2(-w); n++) {
      term = term.multiply(s, w).divide(n, w);
      sum = sum.add(term, w);
      size = term.upperMagnitude();
    }
    sum = sum.widen(size);
    for (int j = 0; j < EXP_HALVINGS; j++) {
      sum = sum.multiply(sum, w);
    }
    return cut(sum.scale(k), bits);
  }

  /** Natural logarithm of a positive ball. Radius: |log x − log m| ≤ r / (m − r). */
  public static Ball log(Ball x, int bits) {
    if (!x.isPositive()) {
      throw x.isNegative()
          ? NoEnclosureException.definite("logarithm of a negative number")
          : NoEnclosureException.unclear("logarithm of a ball that reaches down to 0");
    }
    if (x.radius() > x.lowerMagnitude()) {
      return Ball.hull(logAt(Ball.of(x.lowerEnd()), bits), logAt(Ball.of(x.upperEnd()), bits));
    }
    return logAt(x.midpoint(), bits).widen(Up.divide(x.radius(), x.lowerMagnitude()));
  }

  /** log x = y + 2 artanh(d / (2 + d)) with d = x e^−y − 1 for a double y near log x. */
  private static Ball logAt(Ball x, int bits) {
    int w = bits + GUARD_BITS;
    long top = x.topBit() - 1;
    double fraction = Up.of(x.significand(), -(long) x.significand().bitLength() + 1);
    double y = StrictMath.log(fraction) + top * 0.6931471805599453;
    Ball shift = Ball.of(BinaryRational.of(y));
    Ball d = x.multiply(expAt(shift.negate(), w), w);
    d = d.subtract(Ball.ONE, w);
    if (d.isZero()) {
      return cut(shift, bits);
    }
    Ball u = d.divide(d.add(Ball.of(2), w), w);
    return cut(shift.add(oddSeries(u, false, w).scale(1), w), bits);
  }

  /**
   * artanh u or atan u = u ± u³/3 + u⁵/5 ± … for |u| ≤ 1/2. The terms shrink by 4 at least, so the
   * tail is below the last term added.
   */
  private static Ball oddSeries(Ball u, boolean alternating, int w) {
    if (u.isZero()) {
      return Ball.ZERO;
    }
    if (!(u.upperMagnitude() <= 0.5)) {
      throw NoEnclosureException.unclear("argument reduction failed");
    }
    Ball square = u.multiply(u, w);
    if (alternating) {
      square = square.negate();
    }
    double enough = Up.multiply(u.lowerMagnitude(), Up.power2(-w));
    Ball sum = u;
    Ball power = u;
    double size = u.upperMagnitude();
    for (int k = 3; size > enough && size > 0x1p-1060; k += 2) {
      power = power.multiply(square, w);
      Ball term = power.divide(k, w);
      sum = sum.add(term, w);
      size = term.upperMagnitude();
    }
    return sum.widen(size);
  }

  /** Sine. Radius: the derivative is at most 1. */
  public static Ball sin(Ball x, int bits) {
    return x.radius() >= 1 ? unitInterval() : sinCosAt(x.midpoint(), bits)[0].widen(x.radius());
  }

  /** Cosine. Radius: the derivative is at most 1. */
  public static Ball cos(Ball x, int bits) {
    return x.radius() >= 1 ? unitInterval() : sinCosAt(x.midpoint(), bits)[1].widen(x.radius());
  }

  private static Ball unitInterval() {
    return new Ball(BigInteger.ZERO, 0, 1);
  }

  /** Both, by x = q π/2 + r and the Taylor series at r. */
  private static Ball[] sinCosAt(Ball x, int bits) {
    if (x.isZero()) {
      return new Ball[] {Ball.ZERO, Ball.ONE};
    }
    if (x.upperMagnitude() > 0x1p24) {
      throw NoEnclosureException.unclear("sine of a number beyond 2^24");
    }
    int w = bits + GUARD_BITS;
    int q = (int) Math.rint(approximate(x) / 1.5707963267948966);
    Ball r = x;
    if (q != 0) {
      r = x.subtract(BallConstants.pi(w + 64).scale(-1).multiply(Ball.of(q), w + 64), w + 64);
    }
    Ball sin = trigonometricSeries(r, 1, w);
    Ball cos = trigonometricSeries(r, 0, w);
    return switch (q & 3) {
      case 0 -> new Ball[] {cut(sin, bits), cut(cos, bits)};
      case 1 -> new Ball[] {cut(cos, bits), cut(sin.negate(), bits)};
      case 2 -> new Ball[] {cut(sin.negate(), bits), cut(cos.negate(), bits)};
      default -> new Ball[] {cut(cos.negate(), bits), cut(sin, bits)};
    };
  }

  /**
   * Σ (−1)^k r^(2k+first) / (2k+first)!. For |r| ≤ 1 the terms shrink by 2 at least, so the tail is
   * below the last term added.
   */
  private static Ball trigonometricSeries(Ball r, int first, int w) {
    if (!(r.upperMagnitude() <= 1)) {
      throw NoEnclosureException.unclear("argument reduction failed");
    }
    Ball minusSquare = r.multiply(r, w).negate();
    Ball term = first == 1 ? r : Ball.ONE;
    Ball sum = term;
    double enough = Up.multiply(term.lowerMagnitude(), Up.power2(-w));
    double size = term.upperMagnitude();
    for (int k = first + 1; size > enough && size > 0x1p-1060; k += 2) {
      term = term.multiply(minusSquare, w).divide((long) k * (k + 1), w);
      sum = sum.add(term, w);
      size = term.upperMagnitude();
    }
    return sum.widen(size);
  }

  /** Arctangent. Radius: the derivative is at most 1. */
  public static Ball atan(Ball x, int bits) {
    if (x.radius() >= 1) {
      return Ball.hull(atanAt(Ball.of(x.lowerEnd()), bits), atanAt(Ball.of(x.upperEnd()), bits));
    }
    return atanAt(x.midpoint(), bits).widen(x.radius());
  }

  /**
   * atan x = y + atan((x − tan y) / (1 + x tan y)) for a double y near atan x; it holds as |y| &lt;
   * π/2 and both arctangents lie within a small angle of each other.
   */
  private static Ball atanAt(Ball x, int bits) {
    if (x.isZero()) {
      return Ball.ZERO;
    }
    int w = bits + GUARD_BITS;
    double y = Math.clamp(StrictMath.atan(approximate(x)), -1.57, 1.57);
    if (Math.abs(y) < 0x1p-20) {
      return cut(oddSeries(x, true, w), bits);
    }
    Ball angle = Ball.of(BinaryRational.of(y));
    Ball[] sinCos = sinCosAt(angle, w);
    // (x cos y − sin y) / (cos y + x sin y); cos y > 0 and x sin y > 0, so the divisor is positive.
    Ball top = x.multiply(sinCos[1], w).subtract(sinCos[0], w);
    Ball bottom = sinCos[1].add(x.multiply(sinCos[0], w), w);
    return cut(angle.add(oddSeries(top.divide(bottom, w), true, w), w), bits);
  }

  /** The error function. Radius: the derivative is at most 2/√π &lt; 1.1284. */
  public static Ball erf(Ball x, int bits) {
    return erfAt(x.midpoint(), bits).widen(Up.multiply(1.1284, x.radius()));
  }

  /** 1 − erf x, with its relative accuracy kept up to x of about 20. */
  public static Ball erfc(Ball x, int bits) {
    double m = Math.min(30, Math.abs(approximate(x)));
    int more = approximate(x) > 0 ? (int) (1.4427 * m * m) + 8 : 0;
    int w = Math.min(bits + more, BallConstants.MAX_BITS - 100);
    return cut(Ball.ONE.subtract(erf(x, w), w), bits);
  }

  /**
   * erf x = 2/√π e^(−x²) Σ 2^k x^(2k+1) / (1·3·…·(2k+1)), all terms of one sign; once the ratio
   * 2x²/(2k+1) is below 1/2 the tail is below the last term added. Beyond |x| = 26: 1 − |erf x|
   * &lt; e^(−x²) &lt; 2^−975.
   */
  private static Ball erfAt(Ball x, int bits) {
    if (x.isZero()) {
      return Ball.ZERO;
    }
    double a = x.upperMagnitude();
    if (x.lowerMagnitude() > 26) {
      return Ball.of(x.significand().signum()).widen(0x1p-975);
    }
    int w = bits + GUARD_BITS;
    Ball square = x.multiply(x, w + 16);
    Ball term = x;
    Ball sum = x;
    double enough = Up.multiply(x.lowerMagnitude(), Up.power2(-w));
    double size = a;
    for (int k = 1; size > Math.max(enough, 0x1p-1060) || 4 * a * a >= 2 * k - 1; k++) {
      term = term.multiply(square, w).scale(1).divide(2L * k + 1, w);
      sum = sum.add(term, w);
      size = term.upperMagnitude();
    }
    Ball factor = exp(square.negate(), w).scale(1).divide(BallConstants.pi(w).sqrt(w), w);
    return cut(sum.widen(size).multiply(factor, w), bits);
  }

  /** x^a = e^(a log x) for a positive ball x. */
  public static Ball power(Ball x, Ball a, int bits) {
    int w = bits + GUARD_BITS;
    return cut(exp(a.multiply(log(x, w), w), w), bits);
  }

  private static Ball cut(Ball x, int bits) {
    return Ball.rounded(x.significand(), x.exponent(), x.radius(), bits);
  }

  /** The midpoint as a double, for steering only. */
  private static double approximate(Ball x) {
    double m = Up.of(x.significand().abs(), x.exponent());
    return x.significand().signum() < 0 ? -m : m;
  }
}
