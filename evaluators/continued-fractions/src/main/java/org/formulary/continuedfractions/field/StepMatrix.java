package org.formulary.continuedfractions.field;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.RationalRoots;

/**
 * A square matrix of rational functions of n over a common denominator: T(n), the product of the
 * matrices of a field along one period of a trajectory.
 *
 * @param numerators the entries by row
 */
public record StepMatrix(List<List<IntegerPolynomial>> numerators, IntegerPolynomial denominator) {
  public StepMatrix {
    numerators = numerators.stream().map(List::copyOf).toList();
  }

  static StepMatrix identity(int rank) {
    IntegerPolynomial one = IntegerPolynomial.of(1);
    return new StepMatrix(
        IntStream.range(0, rank)
            .mapToObj(
                i ->
                    IntStream.range(0, rank)
                        .mapToObj(j -> i == j ? one : IntegerPolynomial.ZERO)
                        .toList())
            .toList(),
        one);
  }

  int rank() {
    return numerators.size();
  }

  IntegerPolynomial entry(int row, int column) {
    return numerators.get(row).get(column);
  }

  /** The polynomial that is common to the numerators; 0 where all of them are. */
  private IntegerPolynomial common() {
    return numerators.stream()
        .flatMap(List::stream)
        .reduce(IntegerPolynomial.ZERO, IntegerPolynomial::commonDivisor);
  }

  /** The numerators without the polynomial that is common to them, over 1: a multiple of this. */
  StepMatrix primitive() {
    IntegerPolynomial common = common();
    return common.isZero() ? this : dividedBy(common, IntegerPolynomial.of(1));
  }

  /** The same function, in lowest terms. */
  StepMatrix lowest() {
    IntegerPolynomial common = common().commonDivisor(denominator);
    return common.isZero() ? this : dividedBy(common, denominator.quotient(common).orElseThrow());
  }

  /** This times another, in lowest terms. */
  StepMatrix then(StepMatrix that) {
    List<List<IntegerPolynomial>> product = new ArrayList<>();
    for (List<IntegerPolynomial> left : numerators) {
      List<IntegerPolynomial> row = new ArrayList<>();
      for (int j = 0; j < rank(); j++) {
        IntegerPolynomial sum = IntegerPolynomial.ZERO;
        for (int k = 0; k < rank(); k++) {
          sum = sum.add(left.get(k).multiply(that.entry(k, j)));
        }
        row.add(sum);
      }
      product.add(row);
    }
    return new StepMatrix(product, denominator.multiply(that.denominator)).lowest();
  }

  /** The inverse, as the adjugate by the determinant; the denominator is 0 where that is. */
  StepMatrix inverse() {
    List<List<IntegerPolynomial>> inverse = new ArrayList<>();
    for (int i = 0; i < rank(); i++) {
      List<IntegerPolynomial> row = new ArrayList<>();
      for (int j = 0; j < rank(); j++) {
        IntegerPolynomial cofactor = determinant(minor(numerators, j, i)).multiply(denominator);
        row.add((i + j) % 2 == 0 ? cofactor : cofactor.negate());
      }
      inverse.add(row);
    }
    return new StepMatrix(inverse, determinant());
  }

  /** With a common factor of the numerators taken out, and another denominator. */
  private StepMatrix dividedBy(IntegerPolynomial common, IntegerPolynomial below) {
    return new StepMatrix(
        numerators.stream()
            .map(r -> r.stream().map(p -> p.quotient(common).orElseThrow()).toList())
            .toList(),
        below);
  }

  /** The determinant of the numerators. */
  IntegerPolynomial determinant() {
    return determinant(numerators);
  }

  private static IntegerPolynomial determinant(List<List<IntegerPolynomial>> m) {
    if (m.isEmpty()) {
      return IntegerPolynomial.of(1);
    }
    IntegerPolynomial sum = IntegerPolynomial.ZERO;
    for (int j = 0; j < m.size(); j++) {
      IntegerPolynomial product = m.getFirst().get(j).multiply(determinant(minor(m, 0, j)));
      sum = sum.add(j % 2 == 0 ? product : product.negate());
    }
    return sum;
  }

  /** Without a row and a column. */
  private static List<List<IntegerPolynomial>> minor(
      List<List<IntegerPolynomial>> m, int row, int column) {
    return IntStream.range(0, m.size())
        .filter(i -> i != row)
        .mapToObj(
            i ->
                IntStream.range(0, m.size())
                    .filter(j -> j != column)
                    .mapToObj(m.get(i)::get)
                    .toList())
        .toList();
  }

  /**
   * Whether the matrix, as a function in lowest terms, is regular and has no pole at every n ≥ 0,
   * as far as rational roots are seen.
   */
  boolean isRegular() {
    StepMatrix lowest = lowest();
    return Stream.of(lowest.determinant(), lowest.denominator)
        .allMatch(
            p -> !p.isZero() && RationalRoots.afterSmallZeros(p, 0) == 0 && p.at(0).signum() != 0);
  }

  /** T(n). */
  Walk at(long n) {
    return new Walk(
        new IntegerMatrix(
            numerators.stream().map(r -> r.stream().map(p -> p.at(n)).toList()).toList()),
        BigInteger.ONE,
        denominator.at(n));
  }

  /** T(from) · … · T(to − 1), by binary splitting. */
  public Walk product(long from, long to) {
    if (from >= to) {
      return Walk.identity(rank());
    }
    if (to - from == 1) {
      return at(from).primitive();
    }
    long middle = (from + to) >>> 1;
    return product(from, middle).then(product(middle, to));
  }
}
