package org.formulary.truth;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.formulary.expressions.BinaryRational;
import org.formulary.search.domain.InvalidSpecException;

/**
 * The real numbers from lower · 2^−bits to upper · 2^−bits, for numbers of any number of digits.
 * Sums are exact, products are rounded outward to the same unit.
 *
 * @param bits ≥ 0, the binary places of the unit
 */
public record Enclosure(BigInteger lower, BigInteger upper, int bits) {
  private static final double BITS_PER_DIGIT = Math.log(10) / Math.log(2);
  private static final int LARGEST_EXPONENT = 10_000;

  public Enclosure {
    if (lower.compareTo(upper) > 0 || bits < 0) {
      throw new IllegalArgumentException("no enclosure: %s, %s, %d".formatted(lower, upper, bits));
    }
  }

  /** A whole number, exactly. */
  public static Enclosure of(long value, int bits) {
    BigInteger v = BigInteger.valueOf(value).shiftLeft(bits);
    return new Enclosure(v, v, bits);
  }

  /** What is within {@code error} ≥ 0 of a value. */
  public static Enclosure of(BigDecimal value, BigDecimal error, int bits) {
    BigDecimal unit = new BigDecimal(BigInteger.ONE.shiftLeft(bits));
    return new Enclosure(
        value.subtract(error).multiply(unit).setScale(0, RoundingMode.FLOOR).unscaledValue(),
        value.add(error).multiply(unit).setScale(0, RoundingMode.CEILING).unscaledValue(),
        bits);
  }

  /**
   * What rounds to a value of so many significant digits, with half a unit of the last to spare.
   */
  public static Enclosure rounded(BigDecimal value, int digits, int bits) {
    int last = value.precision() - value.scale() - digits;
    return of(value, BigDecimal.ONE.scaleByPowerOfTen(last), bits);
  }

  /**
   * What a number given by its first digits may be: the digits may be rounded or cut, so it is
   * within one unit of the last. Throws {@link InvalidSpecException} for other text.
   */
  public static Enclosure ofDigits(String digits) {
    BigDecimal value;
    try {
      value = new BigDecimal(digits.strip());
    } catch (NumberFormatException e) {
      throw new InvalidSpecException(
          "", "value \"%s\" is no decimal number, such as 0.9159655941".formatted(digits));
    }
    if (Math.abs((long) value.scale()) + value.precision() > LARGEST_EXPONENT) {
      throw new InvalidSpecException(
          "", "value \"%s\" has more than %d places".formatted(digits, LARGEST_EXPONENT));
    }
    int bits = Math.max(0, bitsOf(value.scale())) + 8;
    return of(value, value.ulp(), bits);
  }

  private void requireSameUnit(Enclosure that) {
    if (bits != that.bits) {
      throw new IllegalArgumentException(
          "units of %d and %d binary places".formatted(bits, that.bits));
    }
  }

  /** The same numbers, and as few others as possible, in another unit. */
  public Enclosure withBits(int places) {
    int shift = places - bits;
    return shift >= 0
        ? new Enclosure(lower.shiftLeft(shift), upper.shiftLeft(shift), places)
        : new Enclosure(
            lower.shiftRight(-shift), upper.negate().shiftRight(-shift).negate(), places);
  }

  public Enclosure add(Enclosure that) {
    requireSameUnit(that);
    return new Enclosure(lower.add(that.lower), upper.add(that.upper), bits);
  }

  public Enclosure negate() {
    return new Enclosure(upper.negate(), lower.negate(), bits);
  }

  /** Exactly a whole multiple. */
  public Enclosure multiply(BigInteger factor) {
    BigInteger a = lower.multiply(factor);
    BigInteger b = upper.multiply(factor);
    return factor.signum() >= 0 ? new Enclosure(a, b, bits) : new Enclosure(b, a, bits);
  }

  public Enclosure multiply(Enclosure that) {
    requireSameUnit(that);
    BigInteger p = lower.multiply(that.lower);
    BigInteger q = lower.multiply(that.upper);
    BigInteger r = upper.multiply(that.lower);
    BigInteger s = upper.multiply(that.upper);
    BigInteger least = p.min(q).min(r.min(s));
    BigInteger most = p.max(q).max(r.max(s));
    return new Enclosure(least, most, 2 * bits).withBits(bits);
  }

  /** Whether the number may be 0. */
  public boolean containsZero() {
    return lower.signum() <= 0 && upper.signum() >= 0;
  }

  /** Of the numbers enclosed the largest in size, in units. */
  public BigInteger magnitude() {
    return lower.abs().max(upper.abs());
  }

  /** The greatest less the least, in units. */
  public BigInteger width() {
    return upper.subtract(lower);
  }

  /** A number in the middle. */
  public BinaryRational middle() {
    return BinaryRational.of(lower.add(upper), -bits - 1);
  }

  /** Leading bits that are known: log2 of magnitude by width; infinite for a single number. */
  public double knownBits() {
    return width().signum() == 0
        ? Double.POSITIVE_INFINITY
        : Math.max(0, log2(magnitude()) - log2(width()));
  }

  /** The bits of so many decimal digits, rounded up. */
  public static int bitsOf(int digits) {
    return (int) Math.ceil(digits * BITS_PER_DIGIT);
  }

  /** The decimal digits of so many bits, not rounded. */
  public static double digitsOf(double bits) {
    return bits / BITS_PER_DIGIT;
  }

  /** log2 of a whole number ≥ 0 of any size, to some 15 digits; −∞ for 0. */
  public static double log2(BigInteger n) {
    int excess = Math.max(0, n.bitLength() - 60);
    return Math.log(n.shiftRight(excess).doubleValue()) / Math.log(2) + excess;
  }
}
