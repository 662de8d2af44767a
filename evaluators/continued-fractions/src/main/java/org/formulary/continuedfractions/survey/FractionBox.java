package org.formulary.continuedfractions.survey;

import java.util.ArrayList;
import java.util.List;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;

/**
 * All fractions of polynomials up to a degree with coefficients from −size to size, neither of them
 * 0. A fraction and the one with −a for a have opposite values.
 */
record FractionBox(int degree, int size) {
  private static final long MOST_POLYNOMIALS = 1L << 40;

  /** Polynomials other than 0, or a number beyond all that can be looked at. */
  long polynomials() {
    double all = Math.pow(2.0 * size + 1, degree + 1.0);
    return all > MOST_POLYNOMIALS ? MOST_POLYNOMIALS : (long) all - 1;
  }

  double fractions() {
    return (double) polynomials() * polynomials();
  }

  /** In the order of their coefficients, that of the highest power first. */
  List<IntegerPolynomial> all() {
    List<IntegerPolynomial> found = new ArrayList<>();
    long base = 2L * size + 1;
    for (long code = 0; code <= polynomials(); code++) {
      long[] ascending = new long[degree + 1];
      long rest = code;
      for (int k = 0; k <= degree; k++) {
        ascending[k] = rest % base - size;
        rest /= base;
      }
      IntegerPolynomial p = IntegerPolynomial.of(ascending);
      if (!p.isZero()) {
        found.add(p);
      }
    }
    return found;
  }

  /** Those whose leading coefficient is positive. */
  List<IntegerPolynomial> positive() {
    return all().stream().filter(p -> p.leading().signum() > 0).toList();
  }
}
