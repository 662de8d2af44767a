package org.formulary.expressions.eval;

/** Loops over arrays of one length, each point (lane) for itself, which the JIT vectorises. */
final class Lanes {
  private Lanes() {}

  static void add(double[] r, double[] a, double[] b) {
    for (int i = 0; i < r.length; i++) {
      r[i] = a[i] + b[i];
    }
  }

  static void add(double[] r, double[] a, double b) {
    for (int i = 0; i < r.length; i++) {
      r[i] = a[i] + b;
    }
  }

  static void subtract(double[] r, double[] a, double[] b) {
    for (int i = 0; i < r.length; i++) {
      r[i] = a[i] - b[i];
    }
  }

  static void subtract(double[] r, double a, double[] b) {
    for (int i = 0; i < r.length; i++) {
      r[i] = a - b[i];
    }
  }

  static void multiply(double[] r, double[] a, double[] b) {
    for (int i = 0; i < r.length; i++) {
      r[i] = a[i] * b[i];
    }
  }

  static void multiply(double[] r, double[] a, double b) {
    for (int i = 0; i < r.length; i++) {
      r[i] = a[i] * b;
    }
  }

  static void divide(double[] r, double[] a, double[] b) {
    for (int i = 0; i < r.length; i++) {
      r[i] = a[i] / b[i];
    }
  }

  static void divide(double[] r, double[] a, double b) {
    for (int i = 0; i < r.length; i++) {
      r[i] = a[i] / b;
    }
  }

  static void divide(double[] r, double a, double[] b) {
    for (int i = 0; i < r.length; i++) {
      r[i] = a / b[i];
    }
  }

  static void negate(double[] r, double[] a) {
    for (int i = 0; i < r.length; i++) {
      r[i] = -a[i];
    }
  }

  static void sqrt(double[] r, double[] a) {
    for (int i = 0; i < r.length; i++) {
      r[i] = Math.sqrt(a[i]);
    }
  }

  static void fma(double[] r, double[] a, double[] b, double[] c) {
    for (int i = 0; i < r.length; i++) {
      r[i] = Math.fma(a[i], b[i], c[i]);
    }
  }

  static void accumulate(double[] r, double[] a) {
    for (int i = 0; i < r.length; i++) {
      r[i] += a[i];
    }
  }

  static void accumulateProduct(double[] r, double[] a, double[] b) {
    for (int i = 0; i < r.length; i++) {
      r[i] += a[i] * b[i];
    }
  }

  static void accumulateMinusProduct(double[] r, double[] a, double[] b) {
    for (int i = 0; i < r.length; i++) {
      r[i] -= a[i] * b[i];
    }
  }

  static void minusProduct(double[] r, double[] a, double[] b) {
    for (int i = 0; i < r.length; i++) {
      r[i] = -(a[i] * b[i]);
    }
  }
}
