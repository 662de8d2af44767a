package org.formulary.continuedfractions.signed;

import java.math.BigInteger;
import org.formulary.continuedfractions.image.Image;
import org.formulary.truth.Enclosure;

/**
 * Terms of signed fractions by Euclid's algorithm, some thirty bits of the numbers at a time: the
 * quotients of the leading words are those of the numbers as long as their errors do not matter
 * (Lehmer, "Euclid's algorithm for large numbers", Amer. Math. Monthly 45, 1938). One per thread.
 *
 * <p>{@link SignedTerms} is the specification.
 */
final class SignedEuclid {
  private static final int LIMB = 32;
  private static final long MASK = (1L << LIMB) - 1;

  /** Bits of the leading words, so that the sum of one and its error stays a long. */
  private static final int LEADING = 61;

  /** Cofactors stay below 2 to this, so that two products and a carry fit into a long. */
  private static final int COFACTOR = 30;

  /** Bits of a remainder beyond those of its error, so that quotients are certain. */
  private static final int GUARD = 64;

  private long[] n = new long[0];
  private long[] d = new long[0];
  private int size;

  /** The cofactors of a round: n' = a n + b d and d' = c n + e d. */
  private long a;

  private long b;
  private long c;
  private long e;

  /**
   * The terms of an image of a positive irrational constant, as far as it is known.
   *
   * @param x an enclosure a few units wide: one of the numbers in it, or two of them above and
   *     below the line, is expanded, and the guard bits cover the difference
   * @param terms filled from the front
   * @return how many are certain
   */
  int expand(Image image, SignWord signs, Enclosure x, long[] terms) {
    BigInteger numerator = image.numerator(x).lower();
    BigInteger denominator = image.denominator(x).lower();
    if (denominator.signum() < 0) {
      numerator = numerator.negate();
      denominator = denominator.negate();
    }
    if (numerator.signum() <= 0 || denominator.signum() == 0) {
      return 0;
    }
    load(numerator, denominator);
    int end = x.bits() / 2 + image.size() + GUARD;
    int count = 0;
    while (count < terms.length && bits(d) > end) {
      int made = round(signs, count, terms);
      if (made == 0 && !step(signs, count, terms)) {
        return count;
      }
      count += Math.max(1, made);
    }
    return count;
  }

  private void load(BigInteger numerator, BigInteger denominator) {
    size = Math.max(numerator.bitLength(), denominator.bitLength()) / LIMB + 1;
    if (n.length < size) {
      n = new long[size];
      d = new long[size];
    }
    store(numerator, n);
    store(denominator, d);
  }

  private void store(BigInteger value, long[] limbs) {
    byte[] bytes = value.toByteArray();
    for (int i = 0; i < size; i++) {
      long limb = 0;
      for (int k = 3; k >= 0; k--) {
        int at = bytes.length - 1 - 4 * i - k;
        limb = limb << 8 | (at >= 0 ? bytes[at] & 0xff : 0);
      }
      limbs[i] = limb;
    }
  }

  private BigInteger read(long[] limbs) {
    byte[] bytes = new byte[4 * size + 1];
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < 4; k++) {
        bytes[bytes.length - 1 - 4 * i - k] = (byte) (limbs[i] >>> 8 * k);
      }
    }
    return new BigInteger(bytes);
  }

  private int bits(long[] limbs) {
    for (int i = size - 1; i >= 0; i--) {
      if (limbs[i] != 0) {
        return LIMB * i + 64 - Long.numberOfLeadingZeros(limbs[i]);
      }
    }
    return 0;
  }

  /** The number above bit {@code shift}, which must fit. */
  private long above(long[] limbs, int shift) {
    int i = shift / LIMB;
    int low = shift % LIMB;
    long word = limbs[i] >>> low;
    for (int k = 1; k <= 2 && i + k < size; k++) {
      int left = LIMB * k - low;
      word |= left < Long.SIZE ? limbs[i + k] << left : 0;
    }
    return word;
  }

  /** As many terms as the leading words tell; how many that was. */
  private int round(SignWord signs, int count, long[] terms) {
    int shift = Math.max(0, Math.max(bits(n), bits(d)) - LEADING);
    long x = above(n, shift);
    long y = above(d, shift);
    a = 1;
    b = 0;
    c = 0;
    e = 1;
    int made = 0;
    while (count + made < terms.length) {
      long errorX = Math.abs(a) + Math.abs(b);
      long errorY = Math.abs(c) + Math.abs(e);
      if (y <= errorY || x < errorX) {
        break;
      }
      long quotient = (x - errorX) / (y + errorY);
      if (quotient != (x + errorX) / (y - errorY)) {
        break;
      }
      // The constant is irrational: no remainder vanishes, and the quotient rounded up is one more.
      int sign = signs.sign(count + made);
      long term = sign > 0 ? quotient : quotient + 1;
      if (term >>> COFACTOR != 0) {
        break;
      }
      long nextC = sign * (a - term * c);
      long nextE = sign * (b - term * e);
      if (Math.abs(nextC) >>> COFACTOR != 0 || Math.abs(nextE) >>> COFACTOR != 0) {
        break;
      }
      long remainder = sign * (x - term * y);
      x = y;
      y = remainder;
      a = c;
      b = e;
      c = nextC;
      e = nextE;
      terms[count + made++] = term;
    }
    if (made > 0) {
      combine();
    }
    return made;
  }

  /** Applies the cofactors of a round; both results are positive. */
  private void combine() {
    long carryN = 0;
    long carryD = 0;
    for (int i = 0; i < size; i++) {
      long u = a * n[i] + b * d[i] + carryN;
      long v = c * n[i] + e * d[i] + carryD;
      n[i] = u & MASK;
      d[i] = v & MASK;
      carryN = u >> LIMB;
      carryD = v >> LIMB;
    }
    while (size > 1 && n[size - 1] == 0 && d[size - 1] == 0) {
      size--;
    }
  }

  /** One term by division, for large ones; whether it fits into a long. */
  private boolean step(SignWord signs, int count, long[] terms) {
    BigInteger x = read(n);
    BigInteger y = read(d);
    int sign = signs.sign(count);
    BigInteger quotient = x.divide(y);
    BigInteger term = sign > 0 ? quotient : quotient.add(BigInteger.ONE);
    if (term.bitLength() >= Long.SIZE) {
      return false;
    }
    terms[count] = term.longValue();
    BigInteger remainder = x.subtract(term.multiply(y));
    store(y, n);
    store(sign > 0 ? remainder : remainder.negate(), d);
    return true;
  }
}
