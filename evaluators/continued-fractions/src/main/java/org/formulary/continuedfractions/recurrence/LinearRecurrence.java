package org.formulary.continuedfractions.recurrence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;

/**
 * c_0(n) u(n) + c_1(n) u(n + 1) + … + c_m(n) u(n + m) = 0.
 *
 * @param coefficients the c_k without a common factor, at least two; the last one is not 0, and its
 *     leading coefficient is positive
 */
public record LinearRecurrence(List<IntegerPolynomial> coefficients) {
  public LinearRecurrence {
    if (coefficients.size() < 2 || coefficients.getLast().isZero()) {
      throw new IllegalArgumentException("no recurrence: " + coefficients);
    }
    coefficients = reduced(coefficients);
    if (coefficients.getLast().leading().signum() < 0) {
      coefficients = coefficients.stream().map(IntegerPolynomial::negate).toList();
    }
  }

  /** The m above. */
  public int order() {
    return coefficients.size() - 1;
  }

  public IntegerPolynomial coefficient(int k) {
    return coefficients.get(k);
  }

  /** A vector of polynomials, and the combination of w_0, w_1, … that it is. */
  private record Combined(List<IntegerPolynomial> vector, List<IntegerPolynomial> combination) {
    /** Without the entry that another has where it alone counts; a multiple of the difference. */
    Combined without(Combined pivot, int at) {
      IntegerPolynomial scale = pivot.vector.get(at);
      IntegerPolynomial entry = vector.get(at).negate();
      List<IntegerPolynomial> all = new ArrayList<>();
      for (int i = 0; i < vector.size() + combination.size(); i++) {
        all.add(get(i).multiply(scale).add(pivot.get(i).multiply(entry)));
      }
      List<IntegerPolynomial> reduced = reduced(all);
      int size = vector.size();
      return new Combined(reduced.subList(0, size), reduced.subList(size, reduced.size()));
    }

    private IntegerPolynomial get(int i) {
      return i < vector.size() ? vector.get(i) : combination.get(i - vector.size());
    }

    boolean isZero() {
      return vector.stream().allMatch(IntegerPolynomial::isZero);
    }

    int pivot() {
      return IntStream.range(0, vector.size())
          .filter(i -> !vector.get(i).isZero())
          .findFirst()
          .orElseThrow();
    }
  }

  /**
   * What a column of the products P(n) = T(0) · … · T(n − 1) obeys, in every row: the recurrence of
   * least order m such that Σ c_k(n) w_k(n) = 0, where w_0 is the unit vector of the column and
   * w_k(n) = T(n) w_{k − 1}(n + 1), so that P(n) w_k(n) is the column of P(n + k). By elimination
   * over the rational functions. The order is the rank of T if the column is cyclic, else less.
   *
   * @param t a square matrix of polynomials of n, by row
   * @return empty where no such recurrence begins with u(n + 1), as for a column of zeros
   */
  public static Optional<LinearRecurrence> ofColumn(List<List<IntegerPolynomial>> t, int column) {
    int rank = t.size();
    List<IntegerPolynomial> w = unit(column, rank);
    List<Combined> pivots = new ArrayList<>();
    for (int k = 0; ; k++) {
      Combined next = new Combined(w, unit(k, rank + 1));
      for (Combined pivot : pivots) {
        next = next.without(pivot, pivot.pivot());
      }
      if (next.isZero()) {
        List<IntegerPolynomial> c = next.combination.subList(0, k + 1);
        boolean trivial = c.stream().filter(p -> !p.isZero()).count() < 2;
        return trivial ? Optional.empty() : Optional.of(new LinearRecurrence(c));
      }
      pivots.add(next);
      w = multiply(t, w.stream().map(p -> p.shifted(1)).toList());
    }
  }

  private static List<IntegerPolynomial> unit(int k, int size) {
    List<IntegerPolynomial> unit =
        new ArrayList<>(Collections.nCopies(size, IntegerPolynomial.ZERO));
    unit.set(k, IntegerPolynomial.of(1));
    return unit;
  }

  private static List<IntegerPolynomial> multiply(
      List<List<IntegerPolynomial>> t, List<IntegerPolynomial> vector) {
    List<IntegerPolynomial> product = new ArrayList<>();
    for (List<IntegerPolynomial> row : t) {
      IntegerPolynomial sum = IntegerPolynomial.ZERO;
      for (int k = 0; k < vector.size(); k++) {
        sum = sum.add(row.get(k).multiply(vector.get(k)));
      }
      product.add(sum);
    }
    return product;
  }

  /** Without the polynomial, and the number, that divides all. */
  private static List<IntegerPolynomial> reduced(List<IntegerPolynomial> all) {
    IntegerPolynomial common = IntegerPolynomial.ZERO;
    BigInteger content = BigInteger.ZERO;
    for (IntegerPolynomial p : all) {
      if (!p.isZero()) {
        common = common.degree() == 0 ? common : common.gcd(p);
        content = content.gcd(p.content());
      }
    }
    IntegerPolynomial factor = common;
    BigInteger number = content;
    return content.signum() == 0
        ? all
        : all.stream()
            .map(p -> p.dividedBy(number))
            .map(p -> factor.degree() > 0 ? p.dividedBy(factor) : p)
            .toList();
  }

  /**
   * How fast solutions grow, the fastest first; one for each solution of a basis, but for those
   * that vanish from some index on. By Poincaré and Perron there is a solution of every size, where
   * the sizes differ. Empty where the roots of a characteristic equation did not come out.
   */
  public Optional<List<SolutionSize>> sizes() {
    return SolutionSize.of(coefficients);
  }
}
