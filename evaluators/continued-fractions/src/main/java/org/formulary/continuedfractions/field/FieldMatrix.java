package org.formulary.continuedfractions.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A square matrix of rational functions over a common denominator.
 *
 * @param numerators the entries by row
 * @param denominator not 0
 */
public record FieldMatrix(
    List<List<MultivariatePolynomial>> numerators, MultivariatePolynomial denominator) {
  public FieldMatrix {
    numerators = numerators.stream().map(List::copyOf).toList();
    int size = numerators.size();
    if (size == 0 || numerators.stream().anyMatch(row -> row.size() != size)) {
      throw new IllegalArgumentException("a matrix must be square, was " + numerators);
    }
    if (denominator.isZero()) {
      throw new IllegalArgumentException("the denominator must not be 0");
    }
  }

  /** Of polynomials, row by row, the entries of a row separated by commas. */
  public static FieldMatrix parse(String... rows) {
    return new FieldMatrix(
        Arrays.stream(rows)
            .map(r -> Arrays.stream(r.split(",")).map(MultivariatePolynomial::parse).toList())
            .toList(),
        MultivariatePolynomial.ONE);
  }

  /** The number of rows. */
  public int rank() {
    return numerators.size();
  }

  MultivariatePolynomial entry(int row, int column) {
    return numerators.get(row).get(column);
  }

  public FieldMatrix multiply(FieldMatrix that) {
    List<List<MultivariatePolynomial>> product = new ArrayList<>();
    for (int i = 0; i < rank(); i++) {
      List<MultivariatePolynomial> row = new ArrayList<>();
      for (int j = 0; j < rank(); j++) {
        MultivariatePolynomial sum = MultivariatePolynomial.ZERO;
        for (int k = 0; k < rank(); k++) {
          sum = sum.add(entry(i, k).multiply(that.entry(k, j)));
        }
        row.add(sum);
      }
      product.add(row);
    }
    return new FieldMatrix(product, denominator.multiply(that.denominator));
  }

  /** With polynomials in place of some of the variables, all at once. */
  public FieldMatrix substitute(Map<String, MultivariatePolynomial> values) {
    return map(p -> p.substitute(values));
  }

  /** With a variable increased by k. */
  public FieldMatrix shifted(String variable, long k) {
    return map(p -> p.shifted(variable, k));
  }

  private FieldMatrix map(UnaryOperator<MultivariatePolynomial> f) {
    return new FieldMatrix(
        numerators.stream().map(row -> row.stream().map(f).toList()).toList(),
        f.apply(denominator));
  }

  /**
   * How far an entry of this is from that of another matrix, as the numerator of the difference: 0
   * if and only if they are equal as rational functions.
   */
  MultivariatePolynomial difference(FieldMatrix that, int row, int column) {
    return entry(row, column)
        .multiply(that.denominator)
        .subtract(that.entry(row, column).multiply(denominator));
  }

  /** The determinant of the numerators; that of the matrix is this by denominator^rank. */
  MultivariatePolynomial determinant() {
    return determinant(numerators);
  }

  private static MultivariatePolynomial determinant(List<List<MultivariatePolynomial>> m) {
    if (m.size() == 1) {
      return m.getFirst().getFirst();
    }
    MultivariatePolynomial sum = MultivariatePolynomial.ZERO;
    for (int j = 0; j < m.size(); j++) {
      MultivariatePolynomial product = m.getFirst().get(j).multiply(determinant(minor(m, 0, j)));
      sum = j % 2 == 0 ? sum.add(product) : sum.subtract(product);
    }
    return sum;
  }

  private static List<List<MultivariatePolynomial>> minor(
      List<List<MultivariatePolynomial>> m, int row, int column) {
    return IntStream.range(0, m.size())
        .filter(i -> i != row)
        .mapToObj(
            i ->
                IntStream.range(0, m.size())
                    .filter(j -> j != column)
                    .mapToObj(j -> m.get(i).get(j))
                    .toList())
        .toList();
  }

  /** The inverse, as the adjugate by the determinant, which must not be 0. */
  public FieldMatrix inverse() {
    List<List<MultivariatePolynomial>> inverse = new ArrayList<>();
    for (int i = 0; i < rank(); i++) {
      List<MultivariatePolynomial> row = new ArrayList<>();
      for (int j = 0; j < rank(); j++) {
        MultivariatePolynomial cofactor =
            rank() == 1 ? MultivariatePolynomial.ONE : determinant(minor(numerators, j, i));
        row.add(((i + j) % 2 == 0 ? cofactor : cofactor.negate()).multiply(denominator));
      }
      inverse.add(row);
    }
    return new FieldMatrix(inverse, determinant());
  }

  @Override
  public String toString() {
    return denominator.equals(MultivariatePolynomial.ONE)
        ? numerators.toString()
        : numerators + "/(" + denominator + ")";
  }
}
