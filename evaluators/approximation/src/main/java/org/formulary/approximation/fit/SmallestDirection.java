package org.formulary.approximation.fit;

import org.formulary.expressions.eval.DoubleDouble;

/** The unit vector a for which ‖M·a‖ is least: inverse iteration with the triangle of M = Q·R. */
final class SmallestDirection {
  private static final int ITERATIONS = 4;

  /** What is left of a column counts as at least so much of its length. */
  private static final double LEAST = 1e-32;

  private SmallestDirection() {}

  /** The vector; the columns of M are used up. */
  static DoubleDoubles of(DoubleDoubles[] columns) {
    DoubleDoubles[] r = triangle(columns);
    DoubleDoubles a = new DoubleDoubles(columns.length);
    a.fill(DoubleDouble.ONE);
    for (int n = 0; n < ITERATIONS; n++) {
      solveTransposed(r, a);
      solve(r, a);
      a.normalise();
    }
    return a;
  }

  /** The columns of R, in M = Q·R; those of Q take the place of those of M. */
  static DoubleDoubles[] triangle(DoubleDoubles[] columns) {
    DoubleDoubles[] r = new DoubleDoubles[columns.length];
    for (int j = 0; j < columns.length; j++) {
      r[j] = new DoubleDoubles(columns.length);
      double least = LEAST * columns[j].length().hi();
      for (int l = 0; l < j; l++) {
        DoubleDouble part = columns[l].dot(columns[j]);
        r[j].set(l, part);
        columns[j].add(columns[l], part.negate());
      }
      DoubleDouble left = columns[j].length();
      r[j].set(j, left.hi() > least ? left : DoubleDouble.of(least));
      columns[j].normalise();
    }
    return r;
  }

  /** Rᵀ y = a, in place. */
  private static void solveTransposed(DoubleDoubles[] r, DoubleDoubles a) {
    for (int j = 0; j < r.length; j++) {
      for (int l = 0; l < j; l++) {
        subtract(a, j, r[j].get(l), a.get(l));
      }
      a.set(j, DoubleDouble.divide(a.get(j), r[j].get(j)));
    }
  }

  /** R x = a, in place. */
  static void solve(DoubleDoubles[] r, DoubleDoubles a) {
    for (int j = r.length - 1; j >= 0; j--) {
      for (int l = j + 1; l < r.length; l++) {
        subtract(a, j, r[l].get(j), a.get(l));
      }
      a.set(j, DoubleDouble.divide(a.get(j), r[j].get(j)));
    }
  }

  private static void subtract(DoubleDoubles a, int j, DoubleDouble factor, DoubleDouble by) {
    a.set(j, DoubleDouble.subtract(a.get(j), DoubleDouble.multiply(factor, by)));
  }
}
