package org.formulary.truth.proof;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.formulary.expressions.BinaryRational;

/**
 * The real numbers within {@code radius} of significand · 2^exponent.
 *
 * <p>Every operation takes a working precision in bits and returns a ball that contains the exact
 * result for every choice of numbers in the operands: the midpoint is computed on integers and cut
 * to the precision, the radius takes up what was cut and what the operands' radii can do, rounded
 * outward. Results that are exact at the precision have radius 0, so exact zeros are recognised as
 * such. An infinite radius is legal and says nothing.
 *
 * @param radius ≥ 0, not NaN
 */
public record Ball(BigInteger significand, int exponent, double radius) {
  public static final Ball ZERO = new Ball(BigInteger.ZERO, 0, 0);
  public static final Ball ONE = new Ball(BigInteger.ONE, 0, 0);

  /** Bits of the midpoint kept below the leading bit of the radius. */
  private static final int GUARD_BITS = 32;

  public Ball {
    if (!(radius >= 0)) {
      throw new IllegalArgumentException("radius must be >= 0, was " + radius);
    }
    if (significand.signum() == 0) {
      exponent = 0;
    }
  }

  /** Exactly {@code value}. */
  public static Ball of(BinaryRational value) {
    return new Ball(value.significand(), value.exponent(), 0);
  }

  /** Exactly {@code value}. */
  public static Ball of(long value) {
    return new Ball(BigInteger.valueOf(value), 0, 0);
  }

  /** A ball around {@code value} at the given precision; exact where it fits. */
  public static Ball from(BigDecimal value, int bits) {
    if (value.scale() <= 0) {
      return rounded(value.toBigIntegerExact(), 0, 0, bits);
    }
    Ball power = new Ball(BigInteger.TEN.pow(value.scale()), 0, 0);
    return new Ball(value.unscaledValue(), 0, 0).divide(power, bits);
  }

  /** The numbers between two exact ends, lower ≤ upper. */
  public static Ball between(BinaryRational lower, BinaryRational upper) {
    BinaryRational sum = lower.add(upper);
    BinaryRational width = upper.subtract(lower);
    return new Ball(
        sum.significand(),
        sum.exponent() - 1,
        Up.of(width.significand(), (long) width.exponent() - 1));
  }

  /** A ball that contains both balls; their radii must be finite. */
  public static Ball hull(Ball a, Ball b) {
    BinaryRational lower = min(a.lowerEnd(), b.lowerEnd());
    BinaryRational upper = min(a.upperEnd().negate(), b.upperEnd().negate()).negate();
    return between(lower, upper);
  }

  /**
   * Cuts the midpoint to the precision, or to what the radius leaves meaningful if that is less.
   */
  static Ball rounded(BigInteger significand, int exponent, double radius, int bits) {
    int length = significand.bitLength();
    int keep = bits;
    if (radius > 0) {
      long useful = (long) length + exponent - Math.getExponent(radius) + GUARD_BITS;
      keep = Math.clamp(useful, 2, bits);
    }
    int drop = length - keep;
    if (drop <= 0) {
      return new Ball(significand, exponent, radius);
    }
    boolean exact = significand.getLowestSetBit() >= drop;
    int newExponent = Math.addExact(exponent, drop);
    // shiftRight rounds down: what is cut off is below one unit of the new last place.
    return new Ball(
        significand.shiftRight(drop),
        newExponent,
        exact ? radius : Up.add(radius, Up.power2(newExponent)));
  }

  /** Whether this is the number 0 alone. */
  public boolean isZero() {
    return radius == 0 && significand.signum() == 0;
  }

  /** Whether this is a single number. */
  public boolean isExact() {
    return radius == 0;
  }

  /** The midpoint alone. */
  public Ball midpoint() {
    return new Ball(significand, exponent, 0);
  }

  /** This ball with {@code more} ≥ 0 added to its radius. */
  public Ball widen(double more) {
    return more == 0 ? this : new Ball(significand, exponent, Up.add(radius, more));
  }

  public Ball negate() {
    return new Ball(significand.negate(), exponent, radius);
  }

  /** Exactly 2^k times this. */
  public Ball scale(int k) {
    if (significand.signum() == 0 && radius == 0) {
      return this;
    }
    return new Ball(significand, Math.addExact(exponent, k), Up.multiply(radius, Up.power2(k)));
  }

  /** Midpoints add, radii add. */
  public Ball add(Ball that, int bits) {
    double r = Up.add(radius, that.radius);
    if (significand.signum() == 0) {
      return rounded(that.significand, that.exponent, r, bits);
    }
    if (that.significand.signum() == 0) {
      return rounded(significand, exponent, r, bits);
    }
    Ball high = exponent >= that.exponent ? this : that;
    Ball low = high == this ? that : this;
    if (high.topBit() - low.topBit() > bits + 64L) {
      // Too small to matter, and aligning it might need any amount of memory.
      return rounded(high.significand, high.exponent, Up.add(r, low.magnitude()), bits);
    }
    BigInteger sum = high.significand.shiftLeft(high.exponent - low.exponent).add(low.significand);
    return rounded(sum, low.exponent, r, bits);
  }

  public Ball subtract(Ball that, int bits) {
    return add(that.negate(), bits);
  }

  /** For |x − a| ≤ r and |y − b| ≤ s: |xy − ab| ≤ |a| s + r (|b| + s). */
  public Ball multiply(Ball that, int bits) {
    if (isZero() || that.isZero()) {
      return ZERO;
    }
    double r = 0;
    if (that.radius > 0) {
      r = Up.multiply(magnitude(), that.radius);
    }
    if (radius > 0) {
      r = Up.add(r, Up.multiply(radius, Up.add(that.magnitude(), that.radius)));
    }
    return rounded(
        significand.multiply(that.significand), Math.addExact(exponent, that.exponent), r, bits);
  }

  /**
   * For |x − a| ≤ r and |y − b| ≤ s &lt; |b|: x/y − a/b = ((x − a) − (a/b)(y − b)) / y, so at most
   * (r + |a/b| s) / (|b| − s). Throws where the divisor contains 0.
   */
  public Ball divide(Ball that, int bits) {
    double divisor = that.lowerMagnitude();
    if (divisor == 0) {
      throw NoEnclosureException.unclear("division by a ball that contains 0");
    }
    if (isZero()) {
      return ZERO;
    }
    int shift = Math.max(0, bits + 2 - significand.bitLength() + that.significand.bitLength());
    BigInteger[] parts = significand.shiftLeft(shift).divideAndRemainder(that.significand);
    int e = Math.subtractExact(Math.subtractExact(exponent, that.exponent), shift);
    double cut = parts[1].signum() == 0 ? 0 : Up.power2(e);
    double r = radius;
    if (that.radius > 0) {
      double quotient = Up.add(Up.of(parts[0].abs(), e), cut);
      r = Up.add(r, Up.multiply(quotient, that.radius));
    }
    return rounded(parts[0], e, Up.add(cut, Up.divide(r, divisor)), bits);
  }

  /** Division by a whole number other than 0. */
  public Ball divide(long divisor, int bits) {
    return divide(of(divisor), bits);
  }

  /**
   * Square root. For x ≥ a/2: |√x − √a| ≤ |x − a| / √a; wider balls by their ends, as the root is
   * monotone. Throws where the ball reaches below 0.
   */
  public Ball sqrt(int bits) {
    if (isZero()) {
      return ZERO;
    }
    if (radius > 0 && !(Up.lowerOf(significand.abs(), exponent) / 2 >= radius)) {
      if (lowerEnd().signum() < 0) {
        throw negativeRoot();
      }
      return hull(of(lowerEnd()).sqrt(bits), of(upperEnd()).sqrt(bits));
    }
    if (significand.signum() < 0) {
      throw negativeRoot();
    }
    int shift = Math.max(0, 2 * bits + 2 - significand.bitLength());
    shift += (exponent - shift) & 1;
    BigInteger[] parts = significand.shiftLeft(shift).sqrtAndRemainder();
    int e = (exponent - shift) / 2;
    double cut = parts[1].signum() == 0 ? 0 : Up.power2(e);
    double spread = radius == 0 ? 0 : Up.divide(radius, Up.lowerOf(parts[0], e));
    return rounded(parts[0], e, Up.add(cut, spread), bits);
  }

  private NoEnclosureException negativeRoot() {
    return isNegative()
        ? NoEnclosureException.definite("square root of a negative number")
        : NoEnclosureException.unclear("square root of a ball that reaches below 0");
  }

  /** The n-th power, n ≥ 0, by repeated squaring. */
  public Ball power(int n, int bits) {
    Ball result = ONE;
    for (int bit = 31 - Integer.numberOfLeadingZeros(n); bit >= 0; bit--) {
      result = result.multiply(result, bits);
      if ((n >> bit & 1) == 1) {
        result = result.multiply(this, bits);
      }
    }
    return result;
  }

  /** An upper bound of |midpoint|. */
  double magnitude() {
    return Up.of(significand.abs(), exponent);
  }

  /** An upper bound of |x| over the ball. */
  public double upperMagnitude() {
    return Up.add(magnitude(), radius);
  }

  /** A lower bound of |x| over the ball; 0 if the ball may contain 0. */
  public double lowerMagnitude() {
    double m = Up.lowerOf(significand.abs(), exponent);
    return radius == 0 ? m : Up.lowerDifference(m, radius);
  }

  /** Whether every number of the ball is proved to be above 0. */
  public boolean isPositive() {
    return significand.signum() > 0 && lowerMagnitude() > 0;
  }

  /** Whether every number of the ball is proved to be below 0. */
  public boolean isNegative() {
    return significand.signum() < 0 && lowerMagnitude() > 0;
  }

  /** Whether no number of the ball is 0, as far as doubles can tell. */
  public boolean excludesZero() {
    return lowerMagnitude() > 0;
  }

  /** A double at most every number of the ball. */
  public double lower() {
    double m =
        significand.signum() >= 0
            ? Up.lowerOf(significand, exponent)
            : -Up.of(significand.negate(), exponent);
    return radius == 0 ? m : Math.nextDown(m - radius);
  }

  /** A double at least every number of the ball. */
  public double upper() {
    return -negate().lower();
  }

  /** The least number of the ball, exactly; the radius must be finite. */
  public BinaryRational lowerEnd() {
    return center().subtract(BinaryRational.of(finiteRadius()));
  }

  /** The greatest number of the ball, exactly; the radius must be finite. */
  public BinaryRational upperEnd() {
    return center().add(BinaryRational.of(finiteRadius()));
  }

  /** The midpoint as an exact number. */
  public BinaryRational center() {
    return BinaryRational.of(significand, exponent);
  }

  /** Whether the ball contains the number. */
  public boolean contains(BinaryRational value) {
    return radius == Double.POSITIVE_INFINITY
        || lowerEnd().compareTo(value) <= 0 && upperEnd().compareTo(value) >= 0;
  }

  /** The leading bit of the midpoint is 2^(topBit − 1). */
  long topBit() {
    return (long) significand.bitLength() + exponent;
  }

  private double finiteRadius() {
    if (radius == Double.POSITIVE_INFINITY) {
      throw NoEnclosureException.unclear("an infinite radius");
    }
    return radius;
  }

  private static BinaryRational min(BinaryRational a, BinaryRational b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
