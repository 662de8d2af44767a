package org.formulary.expressions;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exact number significand · 2^exponent of any width: the constants of programs.
 *
 * <p>Normal form: the significand is odd, or both parts are 0; so equality is equality of value.
 * There is one zero. {@code of…} and {@code parse} are exact, {@link #round} rounds to nearest,
 * ties to even.
 *
 * @param significand odd, or 0
 * @param exponent 0 if the significand is 0
 */
public record BinaryRational(BigInteger significand, int exponent)
    implements Comparable<BinaryRational> {
  public static final BinaryRational ZERO = new BinaryRational(BigInteger.ZERO, 0);
  public static final BinaryRational ONE = new BinaryRational(BigInteger.ONE, 0);

  private static final Pattern HEX =
      Pattern.compile("([+-]?)0[xX]([0-9a-fA-F]+)(?:\\.([0-9a-fA-F]*))?[pP]([+-]?\\d{1,9})");

  public BinaryRational {
    int zeros = significand.signum() == 0 ? 0 : significand.getLowestSetBit();
    if (zeros > 0) {
      significand = significand.shiftRight(zeros);
    }
    exponent = significand.signum() == 0 ? 0 : Math.addExact(exponent, zeros);
  }

  public static BinaryRational of(BigInteger significand, int exponent) {
    return new BinaryRational(significand, exponent);
  }

  public static BinaryRational of(long value) {
    return new BinaryRational(BigInteger.valueOf(value), 0);
  }

  /**
   * The exact value of a finite double; −0 becomes 0. Throws {@link ArithmeticException} if not
   * finite.
   */
  public static BinaryRational of(double value) {
    if (!Double.isFinite(value)) {
      throw new ArithmeticException("not a finite number: " + value);
    }
    long bits = Double.doubleToRawLongBits(value);
    int biased = (int) (bits >>> 52) & 0x7ff;
    long fraction = bits & 0xfffffffffffffL;
    long magnitude = biased == 0 ? fraction : fraction | 1L << 52;
    return new BinaryRational(
        BigInteger.valueOf(bits < 0 ? -magnitude : magnitude), Math.max(biased, 1) - 1075);
  }

  /** The exact sum of two finite doubles, such as a double-double number. */
  public static BinaryRational of(double high, double low) {
    return of(high).add(of(low));
  }

  /**
   * Reads a hexadecimal floating-point literal of any width, such as {@code -0x1.8p+3}. Throws
   * {@link NumberFormatException} for anything else.
   */
  public static BinaryRational parse(String text) {
    Matcher m = HEX.matcher(text);
    if (!m.matches()) {
      throw new NumberFormatException("not a hexadecimal floating-point number: " + text);
    }
    String fraction = m.group(3) == null ? "" : m.group(3);
    BigInteger magnitude = new BigInteger(m.group(2) + fraction, 16);
    int exponent = Math.subtractExact(Integer.parseInt(m.group(4)), 4 * fraction.length());
    return new BinaryRational(m.group(1).equals("-") ? magnitude.negate() : magnitude, exponent);
  }

  /**
   * The value nearest to {@code value} with at most {@code bits} significant bits, ties to even.
   * {@code bits} must be ≥ 1.
   */
  public static BinaryRational round(BigDecimal value, int bits) {
    if (value.signum() == 0) {
      return ZERO;
    }
    BigInteger numerator = value.unscaledValue();
    BigInteger denominator = BigInteger.ONE;
    if (value.scale() > 0) {
      denominator = BigInteger.TEN.pow(value.scale());
    } else {
      numerator = numerator.multiply(BigInteger.TEN.pow(-value.scale()));
    }
    // Two more bits than asked and one sticky bit decide every rounding.
    int shift = bits + 2 - numerator.abs().bitLength() + denominator.bitLength();
    BigInteger[] quotient =
        shift >= 0
            ? numerator.abs().shiftLeft(shift).divideAndRemainder(denominator)
            : numerator.abs().divideAndRemainder(denominator.shiftLeft(-shift));
    BigInteger sticky = quotient[0].shiftLeft(1);
    if (quotient[1].signum() != 0) {
      sticky = sticky.setBit(0);
    }
    BigInteger signed = value.signum() < 0 ? sticky.negate() : sticky;
    return new BinaryRational(signed, -shift - 1).round(bits);
  }

  /** This value rounded to at most {@code bits} significant bits (≥ 1), nearest, ties to even. */
  public BinaryRational round(int bits) {
    if (bits < 1) {
      throw new IllegalArgumentException("bits must be ≥ 1, was " + bits);
    }
    BigInteger magnitude = significand.abs();
    int drop = magnitude.bitLength() - bits;
    if (drop <= 0) {
      return this;
    }
    BigInteger kept = magnitude.shiftRight(drop);
    boolean half = magnitude.testBit(drop - 1);
    boolean beyondHalf = magnitude.getLowestSetBit() < drop - 1;
    if (half && (beyondHalf || kept.testBit(0))) {
      kept = kept.add(BigInteger.ONE);
    }
    return new BinaryRational(
        significand.signum() < 0 ? kept.negate() : kept, Math.addExact(exponent, drop));
  }

  /** The number of significant bits; 0 for zero. */
  public int bits() {
    return significand.abs().bitLength();
  }

  public int signum() {
    return significand.signum();
  }

  public BinaryRational negate() {
    return new BinaryRational(significand.negate(), exponent);
  }

  /** The exact sum. */
  public BinaryRational add(BinaryRational that) {
    int low = Math.min(exponent, that.exponent);
    return new BinaryRational(
        significand.shiftLeft(exponent - low).add(that.significand.shiftLeft(that.exponent - low)),
        low);
  }

  /** The exact difference. */
  public BinaryRational subtract(BinaryRational that) {
    return add(that.negate());
  }

  /** The exact product. */
  public BinaryRational multiply(BinaryRational that) {
    return new BinaryRational(
        significand.multiply(that.significand), Math.addExact(exponent, that.exponent));
  }

  /**
   * The nearest binary64, ties to even; infinite where the value is beyond the format, a zero of
   * its sign where it is below.
   */
  public double doubleValue() {
    long leading = (long) exponent + bits() - 1;
    double sign = signum() < 0 ? -1.0 : 1.0;
    if (signum() == 0 || leading < -1075) {
      return signum() == 0 ? 0.0 : 0.0 * sign;
    }
    if (leading > 1023) {
      return sign * Double.POSITIVE_INFINITY;
    }
    int kept = (int) Math.min(53, leading + 1075);
    if (kept == 0) {
      // Between 2^-1075, the tie that goes to 0, and 2^-1074.
      return sign * (bits() == 1 ? 0.0 : Double.MIN_VALUE);
    }
    BinaryRational r = round(kept);
    return Math.scalb(r.significand.doubleValue(), r.exponent);
  }

  /** The exact value. */
  public BigDecimal toBigDecimal() {
    BigDecimal s = new BigDecimal(significand);
    return exponent >= 0
        ? s.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(exponent)))
        : s.multiply(new BigDecimal(BigInteger.valueOf(5).pow(-exponent), -exponent));
  }

  @Override
  public int compareTo(BinaryRational that) {
    return subtract(that).signum();
  }

  /** A hexadecimal floating-point literal {@code ±0x1.hhhp±e} with all bits, or {@code 0x0p+0}. */
  @Override
  public String toString() {
    if (significand.signum() == 0) {
      return "0x0p+0";
    }
    int bits = bits();
    int digits = (bits - 1 + 3) / 4;
    String hex = significand.abs().shiftLeft(4 * digits - (bits - 1)).toString(16);
    String fraction = digits == 0 ? "" : "." + hex.substring(1);
    return String.format(
        Locale.ROOT,
        "%s0x1%sp%+d",
        significand.signum() < 0 ? "-" : "",
        fraction,
        exponent + bits - 1);
  }
}
