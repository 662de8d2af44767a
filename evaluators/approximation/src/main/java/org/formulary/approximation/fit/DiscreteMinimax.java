package org.formulary.approximation.fit;

import java.util.Arrays;
import java.util.Optional;

/**
 * The best uniform solution of an overdetermined linear system: z that minimises maxᵢ |bᵢ + aᵢ·z|
 * over m points, by the single exchange of Stiefel.
 *
 * <p>A reference of r + 1 points has one linear dependency λ between its rows; on it the best error
 * is h = Σλᵢbᵢ / Σ|λᵢ|, taken at every point with the sign of λᵢ. The point with the largest
 * residual outside enters, the one whose leaving keeps those signs leaves, and |h| grows, until no
 * residual exceeds it. No Haar condition is needed, only a non-singular reference. Reference:
 * Cheney, "Introduction to Approximation Theory", chapter 2; Watson, "Approximation Theory and
 * Numerical Methods", chapter 2.
 */
final class DiscreteMinimax {
  private static final int MAX_EXCHANGES = 200;
  private static final double TOLERANCE = 1e-9;
  private static final double SINGULAR = 1e-13;

  /** This part of the largest b is rounding, no reason for an exchange. */
  private static final double NOISE = 1e-14;

  private DiscreteMinimax() {}

  /**
   * A solution.
   *
   * @param level the minimax error of the linear problem, ≥ 0
   */
  record Solution(double[] z, double level, int[] reference) {}

  /** Solves from a reference of evenly spaced points or, where that is singular, another. */
  static Optional<Solution> solve(double[][] columns, int r, double[] b, boolean[] usable) {
    return evenReference(r, usable)
        .flatMap(ref -> solve(columns, r, b, usable, ref))
        .or(
            () ->
                reference(columns, r, b, usable).flatMap(ref -> solve(columns, r, b, usable, ref)));
  }

  private static Optional<int[]> evenReference(int r, boolean[] usable) {
    int[] reference = new int[r + 1];
    int last = usable.length - 1;
    for (int j = 0; j <= r; j++) {
      reference[j] = Math.round((float) j * last / r);
    }
    for (int j = 0; j <= r; j++) {
      int inwards = reference[j] < last / 2 ? 1 : -1;
      while (!usable[reference[j]]) {
        reference[j] += inwards;
        if (reference[j] < 0 || reference[j] > last) {
          return Optional.empty();
        }
      }
    }
    for (int j = 1; j <= r; j++) {
      if (reference[j] <= reference[j - 1]) {
        return Optional.empty();
      }
    }
    return Optional.of(reference);
  }

  /**
   * Solves for rows given by columns: row i is (columns[0][i], …, columns[r−1][i]).
   *
   * @param usable points that may count
   * @param reference r + 1 distinct usable points to start from
   */
  static Optional<Solution> solve(
      double[][] columns, int r, double[] b, boolean[] usable, int[] reference) {
    int[] ref = reference.clone();
    double noise = 0;
    for (int i = 0; i < b.length; i++) {
      noise = usable[i] ? Math.max(noise, NOISE * Math.abs(b[i])) : noise;
    }
    for (int exchange = 0; exchange < MAX_EXCHANGES; exchange++) {
      Optional<double[]> dependency = dependency(columns, r, ref);
      if (dependency.isEmpty()) {
        return Optional.empty();
      }
      double[] lambda = dependency.get();
      double sum = 0;
      double norm = 0;
      for (int i = 0; i <= r; i++) {
        sum += lambda[i] * b[ref[i]];
        norm += Math.abs(lambda[i]);
      }
      if (sum < 0) {
        for (int i = 0; i <= r; i++) {
          lambda[i] = -lambda[i];
        }
      }
      double h = Math.abs(sum) / norm;
      double[] z = onReference(columns, r, b, ref, lambda, h);
      if (z == null) {
        return Optional.empty();
      }
      int enter = -1;
      double worst = h * (1 + TOLERANCE) + noise;
      double enterResidual = 0;
      for (int i = 0; i < b.length; i++) {
        if (usable[i]) {
          double rho = residual(columns, r, b, z, i);
          if (Math.abs(rho) > worst) {
            worst = Math.abs(rho);
            enter = i;
            enterResidual = rho;
          }
        }
      }
      if (enter < 0) {
        return Optional.of(new Solution(z, h, ref));
      }
      int leave = leaving(columns, r, ref, lambda, enter, Math.signum(enterResidual));
      if (leave < 0) {
        return Optional.empty();
      }
      ref[leave] = enter;
    }
    return Optional.empty();
  }

  /**
   * A reference that is not singular, for where an evenly spaced one is (a family with a symmetry,
   * on points that share it): r points by elimination with complete pivoting, and of the others the
   * one with the largest b. Empty where there are too few usable points or the rank is below r.
   */
  static Optional<int[]> reference(double[][] columns, int r, double[] b, boolean[] usable) {
    double[][] m = new double[r][];
    Arrays.setAll(m, j -> columns[j].clone());
    boolean[] free = usable.clone();
    int[] ref = new int[r + 1];
    for (int k = 0; k < r; k++) {
      int column = -1;
      double best = SINGULAR;
      for (int j = k; j < r; j++) {
        for (int i = 0; i < b.length; i++) {
          if (free[i] && Math.abs(m[j][i]) > best) {
            best = Math.abs(m[j][i]);
            column = j;
            ref[k] = i;
          }
        }
      }
      if (column < 0) {
        return Optional.empty();
      }
      free[ref[k]] = false;
      double[] pivot = m[column];
      m[column] = m[k];
      m[k] = pivot;
      for (int j = k + 1; j < r; j++) {
        double factor = m[j][ref[k]] / pivot[ref[k]];
        for (int i = 0; i < b.length; i++) {
          m[j][i] -= factor * pivot[i];
        }
      }
    }
    ref[r] = -1;
    for (int i = 0; i < b.length; i++) {
      if (free[i] && (ref[r] < 0 || Math.abs(b[i]) > Math.abs(b[ref[r]]))) {
        ref[r] = i;
      }
    }
    return ref[r] < 0 ? Optional.empty() : Optional.of(ref);
  }

  private static double residual(double[][] columns, int r, double[] b, double[] z, int i) {
    double sum = b[i];
    for (int j = 0; j < r; j++) {
      sum += columns[j][i] * z[j];
    }
    return sum;
  }

  /** λ with Σ λᵢ·rowᵢ = 0 over the reference, largest entry 1. */
  private static Optional<double[]> dependency(double[][] columns, int r, int[] ref) {
    // Gauss–Jordan on the r × (r + 1) matrix whose columns are the reference rows.
    double[][] m = new double[r][r + 1];
    for (int j = 0; j < r; j++) {
      for (int i = 0; i <= r; i++) {
        m[j][i] = columns[j][ref[i]];
      }
    }
    int[] pivotOf = new int[r];
    boolean[] taken = new boolean[r + 1];
    for (int row = 0; row < r; row++) {
      int pr = -1;
      int pc = -1;
      double best = SINGULAR;
      for (int i = row; i < r; i++) {
        for (int c = 0; c <= r; c++) {
          if (!taken[c] && Math.abs(m[i][c]) > best) {
            best = Math.abs(m[i][c]);
            pr = i;
            pc = c;
          }
        }
      }
      if (pr < 0) {
        return Optional.empty();
      }
      double[] t = m[row];
      m[row] = m[pr];
      m[pr] = t;
      taken[pc] = true;
      pivotOf[row] = pc;
      double p = m[row][pc];
      for (int c = 0; c <= r; c++) {
        m[row][c] /= p;
      }
      for (int i = 0; i < r; i++) {
        double f = m[i][pc];
        if (i != row && f != 0) {
          for (int c = 0; c <= r; c++) {
            m[i][c] -= f * m[row][c];
          }
        }
      }
    }
    int free = 0;
    while (taken[free]) {
      free++;
    }
    double[] lambda = new double[r + 1];
    lambda[free] = 1;
    double max = 1;
    for (int row = 0; row < r; row++) {
      lambda[pivotOf[row]] = -m[row][free];
      max = Math.max(max, Math.abs(m[row][free]));
    }
    for (int i = 0; i <= r; i++) {
      lambda[i] /= max;
    }
    return Optional.of(lambda);
  }

  /** z with residual h·sign(λᵢ) on the reference, from the r rows besides the one of largest λ. */
  private static double[] onReference(
      double[][] columns, int r, double[] b, int[] ref, double[] lambda, double h) {
    int skip = largest(lambda);
    double[][] m = new double[r][r + 1];
    int row = 0;
    for (int i = 0; i <= r; i++) {
      if (i != skip) {
        for (int j = 0; j < r; j++) {
          m[row][j] = columns[j][ref[i]];
        }
        m[row++][r] = (lambda[i] < 0 ? -h : h) - b[ref[i]];
      }
    }
    return gauss(m, r);
  }

  /** The place that must leave so that the signs on the reference stay consistent. */
  private static int leaving(
      double[][] columns, int r, int[] ref, double[] lambda, int enter, double sign) {
    int skip = largest(lambda);
    double[][] m = new double[r][r + 1];
    for (int j = 0; j < r; j++) {
      int column = 0;
      for (int i = 0; i <= r; i++) {
        if (i != skip) {
          m[j][column++] = columns[j][ref[i]];
        }
      }
      m[j][r] = -columns[j][enter] * sign;
    }
    double[] mu = gauss(m, r);
    if (mu == null) {
      return -1;
    }
    int leave = -1;
    double least = Double.POSITIVE_INFINITY;
    int column = 0;
    for (int i = 0; i <= r; i++) {
      double nu = i == skip ? 0 : mu[column++];
      double ratio = lambda[i] == 0 ? Double.POSITIVE_INFINITY : nu / lambda[i];
      if (ratio < least) {
        least = ratio;
        leave = i;
      }
    }
    return leave;
  }

  private static int largest(double[] lambda) {
    int at = 0;
    for (int i = 1; i < lambda.length; i++) {
      if (Math.abs(lambda[i]) > Math.abs(lambda[at])) {
        at = i;
      }
    }
    return at;
  }

  /** Solves an r × r system with its right-hand side in column r; null where it is singular. */
  static double[] gauss(double[][] m, int r) {
    for (int c = 0; c < r; c++) {
      int p = c;
      for (int i = c + 1; i < r; i++) {
        if (Math.abs(m[i][c]) > Math.abs(m[p][c])) {
          p = i;
        }
      }
      if (!(Math.abs(m[p][c]) > 0)) {
        return null;
      }
      double[] t = m[c];
      m[c] = m[p];
      m[p] = t;
      for (int i = c + 1; i < r; i++) {
        double f = m[i][c] / m[c][c];
        for (int j = c; j <= r && f != 0; j++) {
          m[i][j] -= f * m[c][j];
        }
      }
    }
    double[] z = new double[r];
    for (int i = r - 1; i >= 0; i--) {
      double sum = m[i][r];
      for (int j = i + 1; j < r; j++) {
        sum -= m[i][j] * z[j];
      }
      z[i] = sum / m[i][i];
    }
    return z;
  }
}
