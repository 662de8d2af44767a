package org.formulary.approximation.fit;

/**
 * A weighted linear least-squares problem of at most three unknowns, by modified Gram–Schmidt. A
 * workspace.
 */
final class LinearFit {
  private static final int MOST = 3;

  /** A column of which less than this is left is a combination of those before it. */
  private static final double DEPENDENT = 1e-12;

  private final double[][] column;
  private final double[] right;
  private final double[][] r = new double[MOST][MOST];
  private final double[] solution = new double[MOST];
  private int columns;

  LinearFit(int points) {
    column = new double[MOST][points];
    right = new double[points];
  }

  void clear() {
    columns = 0;
  }

  /** A new column, to be filled. */
  double[] column() {
    return column[columns++];
  }

  /** The right side, to be filled. */
  double[] right() {
    return right;
  }

  /** The unknown of column {@code j}. */
  double solution(int j) {
    return solution[j];
  }

  /** Solves; columns and right side are used up. False if the columns are dependent. */
  boolean solve(double[] weight) {
    scale(right, weight);
    for (int j = 0; j < columns; j++) {
      double[] c = column[j];
      scale(c, weight);
      double before = Vectors.dot(c, c);
      for (int l = 0; l < j; l++) {
        r[l][j] = Vectors.dot(column[l], c);
        Vectors.axpy(c, column[l], -r[l][j]);
      }
      double length = Math.sqrt(Vectors.dot(c, c));
      if (!(length > DEPENDENT * Math.sqrt(before)) || length > 1e150) {
        return false;
      }
      for (int i = 0; i < c.length; i++) {
        c[i] /= length;
      }
      r[j][j] = length;
      solution[j] = Vectors.dot(c, right);
      Vectors.axpy(right, c, -solution[j]);
    }
    for (int j = columns - 1; j >= 0; j--) {
      for (int l = j + 1; l < columns; l++) {
        solution[j] -= r[j][l] * solution[l];
      }
      solution[j] /= r[j][j];
    }
    return true;
  }

  private static void scale(double[] u, double[] weight) {
    for (int i = 0; i < u.length; i++) {
      u[i] = weight[i] == 0 ? 0 : u[i] * weight[i]; // the target may have a zero there
    }
  }
}
