package org.formulary.continuedfractions.mitm;

import java.util.OptionalLong;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;

/** Convergents of more terms, in doubles, for fractions that few terms do not determine. */
final class LongConvergents {
  private static final int MOST_TERMS = 512;
  private static final int STEP = 64;
  private static final double NEAR = 0.01;
  private static final double LARGE = 0x1p600;

  private LongConvergents() {}

  /**
   * The key of the first of the convergents of 128, 192, … terms that is within a hundredth of a
   * key of the one before it among these; empty where that of 512 is not.
   */
  static OptionalLong key(PolynomialFraction f) {
    double[] a = coefficients(f.a());
    double[] b = coefficients(f.b());
    double p0 = 1;
    double q0 = 0;
    double p1 = at(a, 0);
    double q1 = 1;
    double scaled = Double.NaN;
    for (int n = 1; n <= MOST_TERMS; n++) {
      double partialDenominator = at(a, n);
      double partialNumerator = at(b, n);
      double p = Math.fma(partialDenominator, p1, partialNumerator * p0);
      double q = Math.fma(partialDenominator, q1, partialNumerator * q0);
      p0 = p1;
      q0 = q1;
      p1 = p;
      q1 = q;
      if (Math.abs(p) > LARGE || Math.abs(q) > LARGE) {
        p0 /= LARGE;
        q0 /= LARGE;
        p1 /= LARGE;
        q1 /= LARGE;
      }
      if (n % STEP == 0) {
        double before = scaled;
        scaled = p1 / q1 * ImageTable.SCALE;
        if (Math.abs(scaled - before) <= NEAR) {
          return OptionalLong.of((long) Math.abs(scaled));
        }
      }
    }
    return OptionalLong.empty();
  }

  private static double[] coefficients(IntegerPolynomial p) {
    double[] coefficients = new double[p.degree() + 1];
    for (int k = 0; k < coefficients.length; k++) {
      coefficients[k] = p.coefficient(k).doubleValue();
    }
    return coefficients;
  }

  private static double at(double[] coefficients, int n) {
    double value = 0;
    for (int k = coefficients.length - 1; k >= 0; k--) {
      value = Math.fma(value, n, coefficients[k]);
    }
    return value;
  }
}
