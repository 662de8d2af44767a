package org.formulary.approximation.fit;

/** Sums over arrays of one length, term by term. */
final class Vectors {
  private Vectors() {}

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Adds {@code factor} times {@code a} to {@code r}. */
  static void axpy(double[] r, double[] a, double factor) {
    for (int i = 0; i < r.length; i++) {
      r[i] += factor * a[i];
    }
  }
}
