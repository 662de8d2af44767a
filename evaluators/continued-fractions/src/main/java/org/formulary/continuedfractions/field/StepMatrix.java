package org.formulary.continuedfractions.field;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
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

  /** The determinant of the numerators, of rank 2. */
  IntegerPolynomial determinant() {
    return entry(0, 0).multiply(entry(1, 1)).add(entry(0, 1).multiply(entry(1, 0)).negate());
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

  /** The polynomials of all entries. */
  Stream<IntegerPolynomial> entries() {
    return numerators.stream().flatMap(List::stream);
  }
}
