package org.formulary.continuedfractions.mitm;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;

/**
 * Partial denominators and partial numerators, of which every pair is a fraction, with their values
 * at the first terms as doubles.
 *
 * <p>Values are scaled by powers of two, which inflates the fractions and so changes nothing but
 * the size of numbers: by about what the largest partial denominator of each term is.
 */
final class Block {
  static final int TERMS = 32;

  private final List<IntegerPolynomial> denominators;

  /** By ascending {@link #balancing}. */
  private final List<IntegerPolynomial> numerators;

  private final double[][] a;
  private final double[] scales = new double[TERMS];
  private final double[] b = new double[TERMS * Lanes.WIDTH];
  private final int degree;

  /** Of each a the square of its coefficient of the degree. */
  private final double[] squares;

  private final double[] balancing;

  Block(List<IntegerPolynomial> denominators, List<IntegerPolynomial> numerators, Rules rules) {
    Predicate<IntegerPolynomial> allowed =
        p -> !p.isZero() && (rules == Rules.FULL || !vanishes(p));
    this.denominators = denominators.stream().filter(allowed).toList();
    this.degree = this.denominators.stream().mapToInt(IntegerPolynomial::degree).max().orElse(0);
    this.numerators =
        numerators.stream()
            .filter(p -> !vanishes(p))
            .sorted(Comparator.comparingDouble(this::balancing))
            .toList();
    this.a = this.denominators.stream().map(p -> values(p)).toArray(double[][]::new);
    this.squares =
        this.denominators.stream()
            .mapToDouble(p -> Math.pow(p.coefficient(degree).doubleValue(), 2))
            .toArray();
    this.balancing = this.numerators.stream().mapToDouble(this::balancing).toArray();
    scale();
  }

  /** The coefficient that decides whether solutions oscillate, ∞ where a higher one does. */
  private double balancing(IntegerPolynomial numerator) {
    return numerator.degree() > 2 * degree
        ? Double.POSITIVE_INFINITY
        : numerator.coefficient(2 * degree).doubleValue();
  }

  private static boolean vanishes(IntegerPolynomial p) {
    double[] values = values(p);
    for (int n = 1; n < TERMS; n++) {
      if (values[n] == 0) {
        return true;
      }
    }
    return false;
  }

  private static double[] values(IntegerPolynomial p) {
    double[] coefficients = new double[p.degree() + 1];
    for (int k = 0; k < coefficients.length; k++) {
      coefficients[k] = p.coefficient(k).doubleValue();
    }
    double[] values = new double[TERMS];
    for (int n = 0; n < TERMS; n++) {
      for (int k = p.degree(); k >= 0; k--) {
        values[n] = Math.fma(values[n], n, coefficients[k]);
      }
    }
    return values;
  }

  private void scale() {
    scales[0] = 1;
    for (int n = 1; n < TERMS; n++) {
      double largest = 1;
      for (double[] values : a) {
        largest = Math.max(largest, Math.abs(values[n]));
      }
      scales[n] = Math.scalb(1.0, -Math.getExponent(largest));
      for (double[] values : a) {
        values[n] *= scales[n];
      }
    }
  }

  List<IntegerPolynomial> denominators() {
    return denominators;
  }

  List<IntegerPolynomial> numerators() {
    return numerators;
  }

  /** The scaled values of a partial denominator. */
  double[] a(int index) {
    return a[index];
  }

  /** The scaled values of so many partial numerators from one on, as {@link Lanes} takes them. */
  double[] b(int first, int count) {
    for (int j = 0; j < count; j++) {
      double[] values = values(numerators.get(first + j));
      for (int n = 1; n < TERMS; n++) {
        b[n * Lanes.WIDTH + j] = values[n] * scales[n] * scales[n - 1];
      }
    }
    return b;
  }

  /**
   * The first of so many partial numerators from one on with which the solutions of the recurrence
   * do not oscillate: 4 b ≥ −a² for the coefficients of the degrees that balance.
   */
  int firstConverging(int index, int first, int count) {
    double least = -squares[index] / 4;
    int from = first;
    int to = first + count;
    while (from < to) {
      int middle = (from + to) >>> 1;
      boolean converges = squares[index] == 0 || balancing[middle] >= least;
      from = converges ? from : middle + 1;
      to = converges ? middle : to;
    }
    return from - first;
  }
}
