package org.formulary.approximation.classical;

import static org.formulary.expressions.eval.DoubleDouble.divide;
import static org.formulary.expressions.eval.DoubleDouble.multiply;
import static org.formulary.expressions.eval.DoubleDouble.subtract;

import java.util.Optional;
import org.formulary.expressions.eval.DoubleDouble;

/** Small dense linear systems in double-double, by elimination with row exchanges. */
final class LinearSystem {
  private LinearSystem() {}

  /**
   * The solution of {@code a}·z = {@code b}, empty where a pivot vanishes or a value overflows.
   * Overwrites both.
   */
  static Optional<DoubleDouble[]> solve(DoubleDouble[][] a, DoubleDouble[] b) {
    int n = b.length;
    for (int k = 0; k < n; k++) {
      if (!exchange(a, b, k)) {
        return Optional.empty();
      }
      for (int i = k + 1; i < n; i++) {
        DoubleDouble factor = divide(a[i][k], a[k][k]);
        for (int j = k + 1; j < n; j++) {
          a[i][j] = subtract(a[i][j], multiply(factor, a[k][j]));
        }
        b[i] = subtract(b[i], multiply(factor, b[k]));
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) {
        b[i] = subtract(b[i], multiply(a[i][j], b[j]));
      }
      b[i] = divide(b[i], a[i][i]);
      if (!Double.isFinite(b[i].hi())) {
        return Optional.empty();
      }
    }
    return Optional.of(b);
  }

  /** Brings the row with the largest entry of column k to row k; false if none is above 0. */
  private static boolean exchange(DoubleDouble[][] a, DoubleDouble[] b, int k) {
    int p = k;
    for (int i = k + 1; i < b.length; i++) {
      p = Math.abs(a[i][k].hi()) > Math.abs(a[p][k].hi()) ? i : p;
    }
    DoubleDouble[] row = a[k];
    a[k] = a[p];
    a[p] = row;
    DoubleDouble value = b[k];
    b[k] = b[p];
    b[p] = value;
    return Math.abs(a[k][k].hi()) > 0;
  }
}
