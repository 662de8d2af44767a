package org.formulary.continuedfractions.equivalence;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.formulary.continuedfractions.field.IntegerMatrix;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;

/** The matrix [[a, b], [c, d]] of polynomials in m. */
public record PolynomialMatrix(
    IntegerPolynomial a, IntegerPolynomial b, IntegerPolynomial c, IntegerPolynomial d) {
  /**
   * The product M(k m − k + 1) … M(k m) of recurrence matrices M(n) = [[0, b(n)], [1, a(n)]]: the
   * recurrence matrix of every k-th convergent.
   */
  static PolynomialMatrix contracted(PolynomialFraction f, int k) {
    PolynomialMatrix product = null;
    for (int i = 1 - k; i <= 0; i++) {
      PolynomialMatrix next =
          new PolynomialMatrix(
              IntegerPolynomial.ZERO,
              f.b().atLinear(k, i),
              IntegerPolynomial.of(1),
              f.a().atLinear(k, i));
      product = product == null ? next : product.multiply(next);
    }
    return product;
  }

  PolynomialMatrix multiply(PolynomialMatrix o) {
    return new PolynomialMatrix(
        a.multiply(o.a).add(b.multiply(o.c)),
        a.multiply(o.b).add(b.multiply(o.d)),
        c.multiply(o.a).add(d.multiply(o.c)),
        c.multiply(o.b).add(d.multiply(o.d)));
  }

  /** The matrix of m + k. */
  PolynomialMatrix shifted(long k) {
    return map(p -> p.shifted(k));
  }

  private PolynomialMatrix map(UnaryOperator<IntegerPolynomial> change) {
    return new PolynomialMatrix(change.apply(a), change.apply(b), change.apply(c), change.apply(d));
  }

  IntegerPolynomial determinant() {
    return a.multiply(d).add(b.multiply(c).negate());
  }

  /** Whether one is the other by a rational function other than 0. */
  boolean isProportionalTo(PolynomialMatrix o) {
    List<IntegerPolynomial> mine = entries();
    List<IntegerPolynomial> others = o.entries();
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < i; j++) {
        if (!mine.get(i).multiply(others.get(j)).equals(mine.get(j).multiply(others.get(i)))) {
          return false;
        }
      }
    }
    return mine.stream().anyMatch(p -> !p.isZero()) && others.stream().anyMatch(p -> !p.isZero());
  }

  IntegerMatrix at(long m) {
    return IntegerMatrix.of(a.at(m), b.at(m), c.at(m), d.at(m));
  }

  /** The largest degree of an entry. */
  int degree() {
    return entries().stream().mapToInt(IntegerPolynomial::degree).max().orElseThrow();
  }

  /** By row. */
  List<IntegerPolynomial> entries() {
    return List.of(a, b, c, d);
  }

  /** Such as {@code [m + 1, 2; 0, m]}. */
  @Override
  public String toString() {
    List<String> text = Stream.of(a, b, c, d).map(p -> p.toString().replace('n', 'm')).toList();
    return "[%s, %s; %s, %s]".formatted(text.toArray());
  }
}
