package org.formulary.truth.constant.series;

import java.math.BigInteger;
import org.formulary.truth.Enclosure;

/**
 * The real numbers within radius units of middle units, the unit being 2^−bits. What an operation
 * rounds off is added to the radius, so that the result holds every result of what the operands
 * hold.
 *
 * @param radius ≥ 0
 * @param bits ≥ 0
 */
record FixedBall(BigInteger middle, BigInteger radius, int bits) {
  private static final BigInteger ONE = BigInteger.ONE;

  FixedBall {
    if (radius.signum() < 0 || bits < 0) {
      throw new IllegalArgumentException("no ball: %s, %d".formatted(radius, bits));
    }
  }

  static FixedBall of(long value, int bits) {
    return point(BigInteger.valueOf(value).shiftLeft(bits), bits);
  }

  /** The number of so many units. */
  static FixedBall point(BigInteger units, int bits) {
    return new FixedBall(units, BigInteger.ZERO, bits);
  }

  /** numerator / denominator, for a denominator &gt; 0. */
  static FixedBall quotient(BigInteger numerator, BigInteger denominator, int bits) {
    BigInteger[] q = numerator.shiftLeft(bits).divideAndRemainder(denominator);
    return new FixedBall(q[0], BigInteger.valueOf(q[1].signum()).abs(), bits);
  }

  BigInteger lower() {
    return middle.subtract(radius);
  }

  BigInteger upper() {
    return middle.add(radius);
  }

  /** No number of the ball is larger in size, in units. */
  BigInteger greatest() {
    return middle.abs().add(radius);
  }

  /** No number of the ball is smaller in size, in units; negative where 0 is within. */
  BigInteger least() {
    return middle.abs().subtract(radius);
  }

  FixedBall negate() {
    return new FixedBall(middle.negate(), radius, bits);
  }

  /** The same numbers and those within so many units of them. */
  FixedBall widen(BigInteger units) {
    return new FixedBall(middle, radius.add(units), bits);
  }

  FixedBall add(FixedBall that) {
    requireSameUnit(that);
    return new FixedBall(middle.add(that.middle), radius.add(that.radius), bits);
  }

  FixedBall subtract(FixedBall that) {
    return add(that.negate());
  }

  /**
   * The product. |xy − mn| ≤ |m| s + |n| r + rs for x within r of m and y within s of n; the shift
   * cuts less than a unit off mn.
   */
  FixedBall multiply(FixedBall that) {
    requireSameUnit(that);
    BigInteger error =
        middle
            .abs()
            .multiply(that.radius)
            .add(that.middle.abs().multiply(radius))
            .add(radius.multiply(that.radius));
    return new FixedBall(
        middle.multiply(that.middle).shiftRight(bits), shiftUp(error, bits).add(ONE), bits);
  }

  FixedBall square() {
    return multiply(this);
  }

  /** A whole multiple, exactly. */
  FixedBall multiply(BigInteger factor) {
    return new FixedBall(middle.multiply(factor), radius.multiply(factor.abs()), bits);
  }

  FixedBall multiply(long factor) {
    return multiply(BigInteger.valueOf(factor));
  }

  /** The quotient by a whole number &gt; 0, which cuts less than a unit. */
  FixedBall divide(BigInteger divisor) {
    return new FixedBall(middle.divide(divisor), divideUp(radius, divisor).add(ONE), bits);
  }

  FixedBall divide(long divisor) {
    return divide(BigInteger.valueOf(divisor));
  }

  /**
   * The quotient. |x/y − m/n| = |(x − m) n − m (y − n)| / |yn| ≤ (r + |m/n| s) / (|n| − s) for x
   * within r of m and y within s of n; |m/n| is less than a unit above what division leaves.
   */
  FixedBall divide(FixedBall that) {
    requireSameUnit(that);
    BigInteger least = that.least();
    if (least.signum() <= 0) {
      throw Stop.tooFewBits();
    }
    BigInteger quotient = middle.shiftLeft(bits).divide(that.middle);
    BigInteger error = radius.shiftLeft(bits).add(quotient.abs().add(ONE).multiply(that.radius));
    return new FixedBall(quotient, divideUp(error, least).add(ONE), bits);
  }

  FixedBall reciprocal() {
    return of(1, bits).divide(this);
  }

  /** The product with 2^places; places may be negative. */
  FixedBall scale(int places) {
    return places >= 0
        ? new FixedBall(middle.shiftLeft(places), radius.shiftLeft(places), bits)
        : new FixedBall(middle.shiftRight(-places), shiftUp(radius, -places).add(ONE), bits);
  }

  /** The same numbers in another unit, and few others. */
  FixedBall withBits(int places) {
    FixedBall scaled = places == bits ? this : scale(places - bits);
    return new FixedBall(scaled.middle, scaled.radius, places);
  }

  /** This to the power n ≥ 0, by squaring. */
  FixedBall power(long n) {
    FixedBall result = of(1, bits);
    FixedBall base = this;
    for (long rest = n; rest > 0; rest >>= 1) {
      result = (rest & 1) == 1 ? result.multiply(base) : result;
      base = rest > 1 ? base.square() : base;
    }
    return result;
  }

  /**
   * The root of degree ≥ 2 of numbers ≥ 0. With s the whole root of the middle m, the error is at
   * most r times the derivative at m − r, hence below r (s + 1) / (degree (m − r)), and a unit for
   * the cut; where m − r = 0, the ends are the roots of the ends.
   */
  FixedBall root(int degree) {
    BigInteger lower = lower();
    if (lower.signum() < 0) {
      throw upper().signum() < 0 ? Stop.noValue("root of a negative number") : Stop.tooFewBits();
    }
    int shift = Math.multiplyExact(bits, degree - 1);
    if (lower.signum() == 0) {
      BigInteger end = IntegerRoot.floor(upper().shiftLeft(shift), degree).add(ONE);
      return new FixedBall(end, end, bits);
    }
    BigInteger whole = IntegerRoot.floor(middle.shiftLeft(shift), degree);
    BigInteger slope = BigInteger.valueOf(degree).multiply(lower);
    return new FixedBall(whole, divideUp(radius.multiply(whole.add(ONE)), slope).add(ONE), bits);
  }

  /** What this encloses, in a unit of 2^−places. */
  Enclosure enclosure(int places) {
    return new Enclosure(lower(), upper(), bits).withBits(places);
  }

  private void requireSameUnit(FixedBall that) {
    if (bits != that.bits) {
      throw new IllegalArgumentException(
          "units of %d and %d binary places".formatted(bits, that.bits));
    }
  }

  /** x / 2^places rounded up. */
  static BigInteger shiftUp(BigInteger x, int places) {
    return x.negate().shiftRight(places).negate();
  }

  /** x / y rounded up, for x ≥ 0 and y &gt; 0. */
  static BigInteger divideUp(BigInteger x, BigInteger y) {
    return x.signum() == 0 ? x : x.subtract(ONE).divide(y).add(ONE);
  }
}
