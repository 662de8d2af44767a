package org.formulary.continuedfractions.signed;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
import org.formulary.continuedfractions.convergent.Convergents;
import org.formulary.continuedfractions.image.Image;
import org.formulary.truth.Enclosure;

/**
 * A conjecture: an image of a constant is a fraction x = a0 + s0/(a1 + s1/(a2 + …)) with periodic
 * signs s, whose terms obey a recurrence.
 *
 * @param first the terms before the recurrence determines all others: a head, and as many as its
 *     order
 */
public record SignedFraction(
    Image image, SignWord signs, List<BigInteger> first, Recurrence recurrence) {
  private static final int MARGIN = 64;
  private static final int FEWEST = 64;
  private static final int MOST = 1 << 15;

  /** Bits of all terms together. */
  private static final long LONGEST = 20_000_000;

  public SignedFraction {
    first = List.copyOf(first);
    if (first.size() < recurrence.order()) {
      throw new IllegalArgumentException("too few terms: " + first);
    }
  }

  /** Terms before the recurrence holds. */
  public int head() {
    return first.size() - recurrence.order();
  }

  /** The first terms, so many. */
  public List<BigInteger> terms(int count) {
    return recurrence.extended(first, count);
  }

  /** Bits that the image, the signs, the first terms and the recurrence take to write. */
  public int size() {
    return image.size()
        + signs.period()
        + first.stream().mapToInt(BigInteger::bitLength).sum()
        + recurrence.coefficients().stream().skip(1).mapToInt(c -> c.bitLength() + 1).sum();
  }

  /**
   * Bits of the value that so many terms determine: 2 log2 of the denominator of their convergent.
   */
  public double bits(int count) {
    return bits(terms(count), signs);
  }

  static double bits(List<BigInteger> terms, SignWord signs) {
    return 2 * Enclosure.log2(convergents(terms, signs).q().abs());
  }

  static Convergents convergents(List<BigInteger> terms, SignWord signs) {
    return Convergents.of(terms::get, i -> BigInteger.valueOf(signs.sign(i - 1L)), terms.size());
  }

  /**
   * Bits that must agree for the fraction to be no accident: twice those that it takes to write,
   * those that its first terms say by themselves, and some for the pairs that were tried. Numbers
   * near 1 begin with a block of twos for negative signs, as long as you like, that says nothing.
   */
  public double neededBits() {
    double given = first.isEmpty() ? 0 : Math.max(0, bits(first.size()));
    return given + 2 * size() + MARGIN;
  }

  /** Whether it is no accident that so many terms are those of the image. */
  public boolean isDeterminedBy(int count) {
    return bits(count) >= neededBits();
  }

  /**
   * The least power of two of terms that determine so many bits; empty where there are too many of
   * them, or too long ones.
   */
  public OptionalInt termsFor(double wanted) {
    for (int count = FEWEST; count <= MOST; count *= 2) {
      List<BigInteger> terms = terms(count);
      if (terms.stream().mapToLong(BigInteger::bitLength).sum() > LONGEST) {
        return OptionalInt.empty();
      }
      if (count > first.size() && bits(terms, signs) >= wanted) {
        return OptionalInt.of(count);
      }
    }
    return OptionalInt.empty();
  }
}
