package org.formulary.continuedfractions.survey;

import java.math.BigInteger;
import java.util.Optional;
import org.formulary.truth.Enclosure;

/** Quotients of small whole numbers. */
final class SmallRational {
  /** Bits that must match however small the quotient, for one of a million numbers. */
  private static final double FEWEST_BITS = 70;

  private static final double MORE_BITS = 20;

  private SmallRational() {}

  /**
   * The quotient that a number is, if it is no accident: twice as many bits must be known as
   * numerator and denominator have, and some for the many numbers that are asked about. By Euclid's
   * algorithm. 0 is one where 70 places after the point are known.
   *
   * @return such as {@code -3/7}
   */
  static Optional<String> of(Enclosure x) {
    BigInteger unit = BigInteger.ONE.shiftLeft(x.bits());
    BigInteger middle = x.lower().add(x.upper()).shiftRight(1);
    BigInteger radius = x.width().add(BigInteger.ONE);
    double known = x.bits() - Enclosure.log2(radius);
    BigInteger rest = unit;
    BigInteger larger = middle;
    BigInteger h = BigInteger.ONE;
    BigInteger hBefore = BigInteger.ZERO;
    BigInteger k = BigInteger.ZERO;
    BigInteger kBefore = BigInteger.ONE;
    while (rest.signum() != 0) {
      BigInteger[] step = larger.divideAndRemainder(rest);
      larger = rest;
      rest = step[1];
      BigInteger nextH = step[0].multiply(h).add(hBefore);
      BigInteger nextK = step[0].multiply(k).add(kBefore);
      hBefore = h;
      kBefore = k;
      h = nextH;
      k = nextK;
      double bits = h.bitLength() + k.bitLength() + 2;
      if (known < Math.max(FEWEST_BITS, 2 * bits + MORE_BITS)) {
        return Optional.empty();
      }
      BigInteger distance = middle.multiply(k).subtract(h.multiply(unit)).abs();
      if (distance.compareTo(radius.multiply(k.abs())) <= 0) {
        boolean whole = k.abs().equals(BigInteger.ONE);
        BigInteger above = k.signum() < 0 ? h.negate() : h;
        return Optional.of(whole ? above.toString() : above + "/" + k.abs());
      }
    }
    return Optional.empty();
  }
}
