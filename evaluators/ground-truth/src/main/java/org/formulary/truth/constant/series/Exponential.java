package org.formulary.truth.constant.series;

import java.math.BigInteger;

/** The exponential function. */
final class Exponential {
  private static final int GUARD = 24;

  /** From here on multiples of log 2 are taken off. */
  private static final int MODERATE = 64;

  /** Numbers beyond 2^±this are of no use, and slow. */
  static final int LARGEST_EXPONENT = 400_000;

  private Exponential() {}

  /** e^x; at short fractions by binary splitting. */
  static FixedBall of(Value x, int bits) {
    if (x instanceof Value.Exact(Rational value) && x.isShort() && value.isWithin(MODERATE)) {
      FixedBall power = PowerSeries.EXP.at(new Value.Exact(value.abs()), bits + 4);
      return (value.signum() < 0 ? power.reciprocal() : power).withBits(bits);
    }
    return of(x.ball(bits));
  }

  /**
   * e^x for the numbers of a ball: 2^n e^(x − n log 2) with n near x / log 2 where |x| &gt; {@value
   * #MODERATE}.
   */
  static FixedBall of(FixedBall x) {
    int bits = x.bits();
    if (x.greatest().shiftRight(bits).bitLength() <= 6) {
      return moderate(x);
    }
    requireNarrow(x);
    int n = multiplesOfLog2(x);
    if (n < -bits - 4L) {
      // e^x < 2^(n + 4) is less than a unit, for all x of the ball.
      return new FixedBall(BigInteger.ZERO, BigInteger.ONE, bits);
    }
    if (Math.abs(n) > LARGEST_EXPONENT) {
      throw Stop.noValue("a power that is out of range");
    }
    int wide = bits + GUARD + 32;
    FixedBall log2 = Logarithm.of(Rational.of(2), wide);
    FixedBall rest = x.withBits(wide).subtract(log2.multiply(n));
    return moderate(rest).scale(n).withBits(bits);
  }

  /** x / log 2, within 1 in the range of use. */
  private static int multiplesOfLog2(FixedBall x) {
    int cut = Math.max(0, x.middle().bitLength() - 60);
    double size = Math.scalb(x.middle().shiftRight(cut).doubleValue(), cut - x.bits());
    return (int) Math.rint(size / StrictMath.log(2));
  }

  /**
   * e^x for the numbers of a ball, |x| ≤ {@value #MODERATE} or little more: (e^(m/2^k))^(2^k) for
   * its middle m.
   *
   * <p>Error: for x within r &lt; 1 of m, |e^x − e^m| ≤ e^m (e^r − 1) ≤ 2 r e^m; the rest rounds
   * outward (proved).
   */
  static FixedBall moderate(FixedBall x) {
    int bits = x.bits();
    requireNarrow(x);
    int size = x.middle().abs().shiftRight(bits).intValueExact();
    int halvings = (int) Math.sqrt(bits) + 2;
    int wide = bits + halvings + 2 * size + GUARD;
    FixedBall point = FixedBall.point(x.middle(), bits).withBits(wide).scale(-halvings);
    FixedBall power = PowerSeries.EXP.at(Value.of(point), wide);
    for (int i = 0; i < halvings; i++) {
      power = power.square();
    }
    FixedBall result = power.withBits(bits);
    BigInteger spread = result.greatest().multiply(x.radius()).shiftLeft(1);
    return result.widen(FixedBall.shiftUp(spread, bits));
  }

  /** That the radius is below 1. */
  private static void requireNarrow(FixedBall x) {
    if (x.radius().bitLength() > x.bits()) {
      throw Stop.tooFewBits();
    }
  }
}
