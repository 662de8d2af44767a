package org.formulary.truth.constant.series;

import java.math.BigInteger;

/** The circular functions and their inverses. */
final class Circular {
  private static final int GUARD = 24;

  /** From 2^this on multiples of π/2 are taken off. */
  private static final int MODERATE = 3;

  /** Arguments beyond 2^this are not reduced. */
  private static final int LARGEST = 4096;

  /** With so many bits or fewer, an arc tangent to 40 bits is start enough. */
  private static final int START_BITS = 110;

  private static final int START = 40;

  /** The sine and the cosine of one angle. */
  record SineCosine(FixedBall sine, FixedBall cosine) {
    SineCosine doubled() {
      return new SineCosine(
          sine.multiply(cosine).scale(1),
          FixedBall.of(1, sine.bits()).subtract(sine.square().scale(1)));
    }

    SineCosine widen(BigInteger units) {
      return new SineCosine(sine.widen(units), cosine.widen(units));
    }

    SineCosine withBits(int bits) {
      return new SineCosine(sine.withBits(bits), cosine.withBits(bits));
    }

    /** Those of the angle and so many right angles. */
    SineCosine turned(int rightAngles) {
      return switch (Math.floorMod(rightAngles, 4)) {
        case 0 -> this;
        case 1 -> new SineCosine(cosine, sine.negate());
        case 2 -> new SineCosine(sine.negate(), cosine.negate());
        default -> new SineCosine(cosine.negate(), sine);
      };
    }
  }

  private Circular() {}

  static FixedBall sin(FixedBall x) {
    return of(x).sine();
  }

  static FixedBall cos(FixedBall x) {
    return of(x).cosine();
  }

  static FixedBall tan(FixedBall x) {
    SineCosine both = of(x);
    return both.sine().divide(both.cosine());
  }

  /** Sine and cosine for the numbers of a ball; of x − n π/2 where |x| ≥ 2^{@value #MODERATE}. */
  static SineCosine of(FixedBall x) {
    int bits = x.bits();
    int size = x.middle().bitLength() - bits;
    if (size <= MODERATE) {
      return moderate(x);
    }
    if (size > LARGEST) {
      throw Stop.noValue("an angle that is out of range");
    }
    int wide = bits + size + GUARD;
    FixedBall right = NamedConstants.pi(wide).scale(-1);
    FixedBall angle = x.withBits(wide);
    BigInteger n = angle.middle().divide(right.middle());
    FixedBall rest = angle.subtract(right.multiply(n));
    return moderate(rest).turned(n.and(BigInteger.valueOf(3)).intValue()).withBits(bits);
  }

  /**
   * Sine and cosine for the numbers of a ball, |x| ≤ 2^{@value #MODERATE}: those of m/2^k, its
   * middle m, by series in its square, and k doublings.
   *
   * <p>Error: sine and cosine change by at most the radius; the rest rounds outward (proved).
   */
  private static SineCosine moderate(FixedBall x) {
    int bits = x.bits();
    int halvings = (int) Math.sqrt(bits) + MODERATE;
    int wide = bits + 2 * halvings + GUARD;
    FixedBall angle = FixedBall.point(x.middle(), bits).withBits(wide).scale(-halvings);
    Value z = Value.of(angle.square().negate());
    SineCosine both =
        new SineCosine(PowerSeries.SIN.at(z, wide).multiply(angle), PowerSeries.COS.at(z, wide));
    for (int i = 0; i < halvings; i++) {
      both = both.doubled();
    }
    return both.withBits(bits).widen(x.radius());
  }

  /**
   * The arc tangent for the numbers of a ball.
   *
   * <p>Error: it changes by at most the radius; the rest as in {@link #atanOfPoint} (proved).
   */
  static FixedBall atan(FixedBall x) {
    int wide = x.bits() + GUARD;
    return atanOfPoint(x.middle().shiftLeft(GUARD), wide).withBits(x.bits()).widen(x.radius());
  }

  /**
   * atan v for v of so many units.
   *
   * <p>atan v = y + atan d, d = (v cos y − sin y)/(cos y + v sin y), for any y near enough; here
   * one that is good to a third of the bits, by recursion.
   *
   * <p>Error: |atan d − d| ≤ |d|³; the other operations round outward. The identity holds modulo π;
   * as |d| ≤ ½, atan v − y is within 0.47 of a multiple of π, which must be 0 where y has the sign
   * of v and |y| ≤ 2, or |y| ≤ 1 (proved).
   */
  private static FixedBall atanOfPoint(BigInteger v, int bits) {
    BigInteger y;
    if (bits <= START_BITS) {
      double start = StrictMath.atan(Math.scalb(v.doubleValue(), -bits));
      long units = StrictMath.round(Math.scalb(start, START));
      y = BigInteger.valueOf(units).shiftLeft(bits).shiftRight(START);
    } else {
      int few = bits / 3 + 10;
      y = atanOfPoint(v.shiftRight(bits - few), few).middle().shiftLeft(bits - few);
    }
    FixedBall x = FixedBall.point(v, bits);
    SineCosine both = moderate(FixedBall.point(y, bits));
    FixedBall sine = both.sine();
    FixedBall cosine = both.cosine();
    FixedBall d = x.multiply(cosine).subtract(sine).divide(cosine.add(x.multiply(sine)));
    BigInteger size = d.greatest();
    BigInteger one = BigInteger.ONE.shiftLeft(bits);
    BigInteger most = y.signum() * v.signum() < 0 ? one : one.shiftLeft(1);
    if (size.bitLength() >= bits || y.abs().compareTo(most) > 0) {
      throw Stop.tooFewBits();
    }
    return FixedBall.point(y, bits).add(d).widen(FixedBall.shiftUp(size.pow(3), 2 * bits));
  }

  /** asin x = 2 atan(x/(1 + √(1 − x²))) (DLMF 4.23.26). */
  static Value asin(Value x, int bits) {
    if (x instanceof Value.Exact(Rational value)) {
      if (!value.isWithin(1)) {
        throw Stop.noValue("asin or acos of a number beyond 1");
      }
      if (value.isWhole()) {
        return Value.of(NamedConstants.pi(bits).scale(-1).multiply(value.numerator()));
      }
    }
    FixedBall one = FixedBall.of(1, bits);
    FixedBall a = x.ball(bits);
    FixedBall root = one.subtract(a).multiply(one.add(a)).root(2);
    return Value.of(atan(a.divide(one.add(root))).scale(1));
  }

  /** acos x = π/2 − asin x. */
  static Value acos(Value x, int bits) {
    return Value.of(NamedConstants.pi(bits).scale(-1)).add(asin(x, bits).negate(), bits);
  }
}
