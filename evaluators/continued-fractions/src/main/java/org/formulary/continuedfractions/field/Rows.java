package org.formulary.continuedfractions.field;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which approximation p/q a walk makes of its last column v: p = above · v and q = below · v.
 *
 * @param above whole numbers, as many as the rank
 * @param below the same; no multiple of {@code above}
 */
public record Rows(List<BigInteger> above, List<BigInteger> below) {
  public Rows {
    above = List.copyOf(above);
    below = List.copyOf(below);
  }

  /** The first entry by the second. */
  public static Rows first(int rank) {
    return entries(0, 1, rank);
  }

  /** One entry by another. */
  static Rows entries(int above, int below, int rank) {
    return new Rows(unit(above, rank), unit(below, rank));
  }

  private static List<BigInteger> unit(int k, int rank) {
    return IntStream.range(0, rank)
        .mapToObj(i -> i == k ? BigInteger.ONE : BigInteger.ZERO)
        .toList();
  }

  /** The approximation that the last column of a matrix is. */
  Trajectory.Approximation approximation(IntegerMatrix m) {
    return new Trajectory.Approximation(product(above, m), product(below, m));
  }

  private static BigInteger product(List<BigInteger> row, IntegerMatrix m) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < row.size(); i++) {
      if (row.get(i).signum() != 0) {
        sum = sum.add(row.get(i).multiply(m.entry(i, m.rank() - 1)));
      }
    }
    return sum;
  }

  /** Such as {@code (2*v0 - v2)/(v1 + v2)}. */
  @Override
  public String toString() {
    return "(%s)/(%s)".formatted(text(above), text(below));
  }

  private static MultivariatePolynomial text(List<BigInteger> row) {
    MultivariatePolynomial sum = MultivariatePolynomial.ZERO;
    for (int i = 0; i < row.size(); i++) {
      sum =
          sum.add(
              MultivariatePolynomial.of(row.get(i))
                  .multiply(MultivariatePolynomial.variable("v" + i)));
    }
    return sum;
  }
}
