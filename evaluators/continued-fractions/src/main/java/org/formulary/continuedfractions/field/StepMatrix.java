package org.formulary.continuedfractions.field;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;

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

  int rank() {
    return numerators.size();
  }

  IntegerPolynomial entry(int row, int column) {
    return numerators.get(row).get(column);
  }

  /** The numerators without the polynomial that is common to them, over 1: a multiple of this. */
  StepMatrix primitive() {
    IntegerPolynomial common =
        numerators.stream().flatMap(List::stream).reduce(IntegerPolynomial.ZERO, Polynomials::gcd);
    if (common.isZero()) {
      return this;
    }
    return new StepMatrix(
        numerators.stream()
            .map(r -> r.stream().map(p -> Polynomials.divide(p, common).orElseThrow()).toList())
            .toList(),
        IntegerPolynomial.of(1));
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
      int column = j;
      List<List<IntegerPolynomial>> minor =
          m.stream()
              .skip(1)
              .map(
                  r ->
                      IntStream.range(0, r.size())
                          .filter(k -> k != column)
                          .mapToObj(r::get)
                          .toList())
              .toList();
      IntegerPolynomial product = m.getFirst().get(j).multiply(determinant(minor));
      sum = sum.add(j % 2 == 0 ? product : product.negate());
    }
    return sum;
  }

  /** Whether the matrix is regular at every n ≥ 0, as far as roots of its determinant are seen. */
  boolean isRegular() {
    IntegerPolynomial d = determinant();
    return !d.isZero() && Polynomials.afterRoots(d, 0) == 0 && d.at(0).signum() != 0;
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
