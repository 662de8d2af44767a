package org.formulary.truth.constant.series;

import java.math.BigInteger;

/** The principal branch of Lambert's function, the inverse of y e^y for y ≥ −1. */
final class LambertW {
  /** With so many bits or fewer, a value to 40 bits is start enough. */
  private static final int START_BITS = 60;

  private static final int START = 40;
  private static final int STEPS = 60;

  private LambertW() {}

  /**
   * W(a) for a &gt; −1/e.
   *
   * <p>Error: y − d and y + d are its bounds because, computed outward, (y − d) e^(y − d) is below
   * a and (y + d) e^(y + d) above, and y e^y increases from −1 on; y and d are found by Newton's
   * iteration and decide nothing else (proved).
   *
   * <p>DLMF 4.13.1.
   */
  static Value of(Value a, int bits) {
    if (a.isZero()) {
      return a;
    }
    FixedBall x = a.ball(bits);
    if (x.upper().doubleValue() < Math.scalb(-0.37, bits)) {
      throw Stop.noValue("lambertW of a number below -1/e");
    }
    BigInteger y = near(x.middle(), bits);
    FixedBall power = Exponential.of(FixedBall.point(y, bits));
    FixedBall slope = power.multiply(FixedBall.point(y, bits).add(FixedBall.of(1, bits)));
    if (slope.lower().signum() <= 0) {
      throw Stop.tooFewBits();
    }
    BigInteger off = power.multiply(FixedBall.point(y, bits)).subtract(x).greatest();
    BigInteger d =
        FixedBall.divideUp(off.shiftLeft(bits + 2), slope.lower()).add(BigInteger.valueOf(8));
    boolean below = product(y.subtract(d), bits).upper().compareTo(x.lower()) <= 0;
    boolean above = product(y.add(d), bits).lower().compareTo(x.upper()) >= 0;
    BigInteger end = BigInteger.ONE.shiftLeft(bits).negate();
    if (!below || !above || y.subtract(d).compareTo(end) < 0) {
      throw Stop.tooFewBits();
    }
    return Value.of(new FixedBall(y, d, bits));
  }

  /** y e^y for y of so many units. */
  private static FixedBall product(BigInteger y, int bits) {
    FixedBall point = FixedBall.point(y, bits);
    return Exponential.of(point).multiply(point);
  }

  /** A number of units near W(a), by one step from one that is good to half the bits. */
  private static BigInteger near(BigInteger a, int bits) {
    if (bits <= START_BITS) {
      double start = start(Math.scalb(a.doubleValue(), -bits));
      return BigInteger.valueOf(StrictMath.round(Math.scalb(start, START)))
          .shiftLeft(bits)
          .shiftRight(START);
    }
    int few = bits / 2 + 10;
    BigInteger y = near(a.shiftRight(bits - few), few).shiftLeft(bits - few);
    FixedBall point = FixedBall.point(y, bits);
    FixedBall power = Exponential.of(point);
    FixedBall off = power.multiply(point).subtract(FixedBall.point(a, bits));
    FixedBall slope = power.multiply(point.add(FixedBall.of(1, bits)));
    return y.subtract(off.divide(slope).middle());
  }

  /** W(a) in binary64, about. */
  private static double start(double a) {
    if (Double.isInfinite(a)) {
      throw Stop.notCovered("lambertW of a number that large");
    }
    double y = a > 1 ? StrictMath.log(a) : Math.max(a, -0.5);
    for (int i = 0; i < STEPS; i++) {
      double power = StrictMath.exp(-y);
      double next = y - (y - a * power) / (1 + y);
      y = Double.isNaN(next) ? y : Math.max(next, -1 + 1e-12);
    }
    return y;
  }
}
