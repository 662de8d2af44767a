package org.formulary.truth.relation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.formulary.truth.Enclosure;

/**
 * Whole numbers m, not all 0, with Σ m_i x_i = 0 as far as the x_i are known.
 *
 * @param coefficients the m_i, without a common divisor; the last that is not 0 is positive
 * @param matchedBits log2 of the largest |m_i x_i| by what the x_i leave open of the sum: the bits
 *     that cancel
 */
public record IntegerRelation(List<BigInteger> coefficients, double matchedBits) {
  /** Bits that must match for a relation to mean anything, however small: some 15 digits. */
  private static final double FEWEST_BITS = 50;

  public IntegerRelation {
    coefficients = List.copyOf(coefficients);
  }

  /**
   * The relation between numbers that these coefficients may be; none where their sum is not 0.
   *
   * @param x enclosures in one unit
   */
  static Optional<IntegerRelation> between(List<Enclosure> x, List<BigInteger> m) {
    Enclosure sum = Enclosure.of(0, x.getFirst().bits());
    BigInteger size = BigInteger.ZERO;
    for (int i = 0; i < x.size(); i++) {
      Enclosure term = x.get(i).multiply(m.get(i));
      sum = sum.add(term);
      size = size.max(term.magnitude());
    }
    if (!sum.containsZero() || size.signum() == 0) {
      return Optional.empty();
    }
    double open = Enclosure.log2(sum.width().max(BigInteger.ONE));
    return Optional.of(new IntegerRelation(positive(m), Math.max(0, Enclosure.log2(size) - open)));
  }

  private static List<BigInteger> positive(List<BigInteger> m) {
    List<BigInteger> result = new ArrayList<>(m);
    int last = 0;
    for (int i = 0; i < m.size(); i++) {
      last = m.get(i).signum() != 0 ? m.get(i).signum() : last;
    }
    if (last < 0) {
      result.replaceAll(BigInteger::negate);
    }
    return result;
  }

  /** The bits that the coefficients take to write: of each that is not 0 its length and a sign. */
  public int coefficientBits() {
    return coefficients.stream()
        .filter(m -> m.signum() != 0)
        .mapToInt(m -> m.bitLength() + 1)
        .sum();
  }

  /**
   * The bits that must match for the relation to be no accident: twice those of the coefficients,
   * the logarithm of the number of attempts more, and never fewer than 50.
   */
  public double neededBits(long attempts) {
    return neededBits(coefficientBits(), attempts);
  }

  static double neededBits(int coefficientBits, long attempts) {
    return Math.max(FEWEST_BITS, 2.0 * coefficientBits) + Math.log(attempts) / Math.log(2);
  }

  /** Whether it is no accident, after so many attempts. */
  public boolean isSignificant(long attempts) {
    return matchedBits >= neededBits(attempts);
  }
}
