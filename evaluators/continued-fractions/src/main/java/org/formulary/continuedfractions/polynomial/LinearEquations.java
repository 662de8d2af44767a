package org.formulary.continuedfractions.polynomial;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** Linear relations between polynomials. */
public final class LinearEquations {
  private LinearEquations() {}

  /**
   * Whole numbers c_j without a common divisor, the last one positive, with Σ c_j p_j = 0; none
   * unless the last polynomial is a combination of the others.
   */
  public static Optional<List<BigInteger>> kernel(List<IntegerPolynomial> polynomials) {
    int unknowns = polynomials.size() - 1;
    int rows = polynomials.stream().mapToInt(p -> p.degree() + 1).max().orElse(0);
    BigFraction[][] m = new BigFraction[rows][unknowns + 1];
    for (int k = 0; k < rows; k++) {
      for (int j = 0; j <= unknowns; j++) {
        m[k][j] = BigFraction.of(polynomials.get(j).coefficient(k));
      }
    }
    int[] pivots = reduce(m, unknowns);
    int rank = 0;
    BigFraction[] solution = new BigFraction[unknowns + 1];
    for (int j = 0; j < unknowns; j++) {
      solution[j] = pivots[j] < 0 ? BigFraction.ZERO : m[pivots[j]][unknowns].negate();
      rank += pivots[j] < 0 ? 0 : 1;
    }
    solution[unknowns] = BigFraction.ONE;
    for (int k = rank; k < rows; k++) {
      if (!m[k][unknowns].isZero()) {
        return Optional.empty();
      }
    }
    return Optional.of(whole(solution));
  }

  /** Gauss and Jordan; of each column the row of its pivot, or −1. */
  private static int[] reduce(BigFraction[][] m, int columns) {
    int[] pivots = new int[columns];
    int rank = 0;
    for (int j = 0; j < columns; j++) {
      int row = rank;
      while (row < m.length && m[row][j].isZero()) {
        row++;
      }
      pivots[j] = row < m.length ? rank : -1;
      if (row == m.length) {
        continue;
      }
      BigFraction[] pivot = m[row];
      m[row] = m[rank];
      BigFraction by = pivot[j].reciprocal();
      for (int i = 0; i < pivot.length; i++) {
        pivot[i] = pivot[i].multiply(by);
      }
      m[rank] = pivot;
      for (int k = 0; k < m.length; k++) {
        BigFraction factor = m[k][j];
        if (k != rank && !factor.isZero()) {
          for (int i = 0; i < pivot.length; i++) {
            m[k][i] = m[k][i].subtract(pivot[i].multiply(factor));
          }
        }
      }
      rank++;
    }
    return pivots;
  }

  private static List<BigInteger> whole(BigFraction[] solution) {
    BigInteger common = BigInteger.ONE;
    for (BigFraction x : solution) {
      common =
          common.multiply(Fractions.denominator(x)).divide(common.gcd(Fractions.denominator(x)));
    }
    List<BigInteger> whole = new ArrayList<>();
    BigInteger content = BigInteger.ZERO;
    for (BigFraction x : solution) {
      BigInteger c = Fractions.numerator(x.multiply(common));
      whole.add(c);
      content = content.gcd(c);
    }
    BigInteger divisor = content;
    whole.replaceAll(c -> c.divide(divisor));
    return whole;
  }
}
