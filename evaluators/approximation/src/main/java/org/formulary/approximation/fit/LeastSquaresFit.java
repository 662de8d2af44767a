package org.formulary.approximation.fit;

import org.formulary.expressions.Skeleton;
import org.formulary.expressions.eval.Kernel;

/**
 * Fits the constants of a skeleton to weighted samples by Levenberg–Marquardt.
 *
 * <p>Minimises S(c) = Σ (wᵢ·(p(xᵢ; c) − fᵢ))². Each iteration takes exact derivatives from {@link
 * Kernel}, a Householder QR of the weighted Jacobian with columns scaled to length 1, and solves
 * the damped problem on the triangle alone, so that a rejected step costs one evaluation and no new
 * Jacobian. Orthogonal factors instead of normal equations: the condition of these problems often
 * passes 1e8 (narrow curved valleys), whose square binary64 cannot hold.
 *
 * <p>Stops when the linear model promises a relative decrease of S below {@link #CONVERGED}, when
 * the relative decrease of S over {@link #WINDOW} accepted steps is below {@link #SLOW}, or no
 * damping improves, or after the given number of iterations. Reference: Moré, "The
 * Levenberg–Marquardt algorithm: implementation and theory" (1978).
 *
 * <p>A workspace: one per thread; allocates nothing once it has seen the most constants.
 */
public final class LeastSquaresFit {
  static final int WINDOW = 3;
  static final double SLOW = 0.04;
  static final double CONVERGED = 0.003;
  private static final double WEAK = 1e-9;

  private final Kernel kernel;
  private final double[] x;
  private final double[] target;
  private final double[] weight;
  private final double[] residual;
  private double[][] q = new double[0][];
  private double[] scale = new double[0];
  private double[] diagonal = new double[0];
  private double[] rhs = new double[0];
  private double[] step = new double[0];
  private double[] trial = new double[0];
  private double[][] damped = new double[0][];
  private int iterations;

  /** Samples x, values f and weights w, all of one length. */
  public LeastSquaresFit(double[] x, double[] target, double[] weight) {
    this.x = x.clone();
    this.target = target.clone();
    this.weight = weight.clone();
    this.kernel = new Kernel(x.length);
    this.residual = new double[x.length];
  }

  /** Iterations (Jacobians) the last fit took. */
  public int iterations() {
    return iterations;
  }

  /**
   * Improves {@code constants} in place.
   *
   * @return the root mean square of the weighted residual, or infinity where the start is not
   *     finite
   */
  public double fit(Skeleton skeleton, double[] constants, int maxIterations) {
    kernel.load(skeleton);
    iterations = 0;
    int k = skeleton.constants();
    reserve(k);
    double cost = cost(constants);
    if (!(cost < 1e300)) {
      return Double.POSITIVE_INFINITY;
    }
    double lambda = 1e-3;
    double windowCost = cost;
    int accepted = 0;
    while (iterations < maxIterations && k > 0 && cost > 0) {
      iterations++;
      kernel.differentiate(weight);
      if (!factor(k) || potential(k) < CONVERGED * cost) {
        break;
      }
      double next = descend(constants, k, cost, lambda);
      if (!(next < cost)) {
        break;
      }
      lambda = acceptedLambda;
      cost = next;
      if (++accepted % WINDOW == 0) {
        if (cost > windowCost * (1 - SLOW)) {
          break;
        }
        windowCost = cost;
      }
    }
    return Math.sqrt(cost / x.length);
  }

  private double acceptedLambda;

  /** By how much a full undamped step lowers the cost of the linear model. */
  private double potential(int k) {
    double sum = 0;
    for (int j = 0; j < k; j++) {
      sum += rhs[j] * rhs[j];
    }
    return sum;
  }

  /** Tries growing damping until the cost falls; leaves the accepted constants in place. */
  private double descend(double[] constants, int k, double cost, double start) {
    double lambda = start;
    for (int attempt = 0; attempt < 6; attempt++) {
      solveDamped(k, lambda);
      for (int j = 0; j < k; j++) {
        trial[j] = constants[j] - step[j] * scale[j];
      }
      double next = cost(trial);
      if (next < cost) {
        System.arraycopy(trial, 0, constants, 0, k);
        acceptedLambda = attempt == 0 ? Math.max(lambda * 0.1, 1e-14) : lambda;
        return next;
      }
      lambda = Math.max(lambda * (attempt == 0 ? 10 : 30), 1e-10);
    }
    return cost;
  }

  private double cost(double[] constants) {
    double[] p = kernel.value(constants, x);
    double sum = 0;
    for (int i = 0; i < residual.length; i++) {
      residual[i] = weight[i] * (p[i] - target[i]);
    }
    for (double r : residual) {
      sum += r * r;
    }
    return sum == sum ? sum : Double.POSITIVE_INFINITY;
  }

  /**
   * QR of the weighted Jacobian, in place: R in {@code q} above the diagonal and in {@code
   * diagonal}, its columns then scaled to length 1, and Qᵀr in {@code rhs}.
   */
  private boolean factor(int k) {
    int n = x.length;
    for (int j = 0; j < k; j++) {
      q[j] = kernel.derivative(j);
    }
    for (int j = 0; j < k; j++) {
      double[] h = q[j];
      double square = dot(h, h, j, n);
      if (!(square < 1e300)) {
        return false;
      }
      if (square == 0) {
        diagonal[j] = 0;
        continue;
      }
      double norm = Math.sqrt(square);
      double alpha = h[j] > 0 ? -norm : norm;
      diagonal[j] = alpha;
      h[j] -= alpha;
      double beta = 1 / (alpha * h[j]);
      for (int l = j + 1; l < k; l++) {
        axpy(q[l], h, beta * dot(h, q[l], j, n), j, n);
      }
      axpy(residual, h, beta * dot(h, residual, j, n), j, n);
    }
    System.arraycopy(residual, 0, rhs, 0, k);
    scaleColumns(k);
    return true;
  }

  /** Scales each column of R to length 1: the length of the column of the Jacobian it came from. */
  private void scaleColumns(int k) {
    for (int j = 0; j < k; j++) {
      double[] column = q[j];
      double square = diagonal[j] * diagonal[j];
      for (int i = 0; i < j; i++) {
        square += column[i] * column[i];
      }
      double factor = square > 1e-300 ? 1 / Math.sqrt(square) : 0;
      for (int i = 0; i < j; i++) {
        column[i] *= factor;
      }
      diagonal[j] *= factor;
      scale[j] = factor;
    }
  }

  /**
   * Solves min ‖R s − rhs‖² + λ‖s‖². With a damping that binary64 can see in RᵀR + λI the Cholesky
   * factor of that sum is accurate (its condition is below k/λ); below that the triangle is solved
   * undamped.
   */
  private void solveDamped(int k, double lambda) {
    if (lambda < WEAK) {
      backSubstitute(k);
      return;
    }
    // The lower factor row by row, its diagonal inverted; step first holds y of L y = Rᵀ rhs.
    for (int i = 0; i < k; i++) {
      double[] row = damped[i];
      double[] qi = q[i];
      for (int j = 0; j < i; j++) {
        double[] qj = q[j];
        double[] other = damped[j];
        double sum = qi[j] * diagonal[j];
        for (int m = 0; m < j; m++) {
          sum += qi[m] * qj[m] - row[m] * other[m];
        }
        row[j] = sum * other[j];
      }
      double square = lambda + diagonal[i] * diagonal[i];
      double right = diagonal[i] * rhs[i];
      for (int m = 0; m < i; m++) {
        square += qi[m] * qi[m] - row[m] * row[m];
        right += qi[m] * rhs[m] - row[m] * step[m];
      }
      row[i] = 1 / Math.sqrt(square);
      step[i] = right * row[i];
    }
    for (int j = k - 1; j >= 0; j--) {
      double sum = step[j];
      for (int l = j + 1; l < k; l++) {
        sum -= damped[l][j] * step[l];
      }
      step[j] = sum * damped[j][j];
    }
  }

  /** Solves R s = rhs; directions that the data do not determine are left alone. */
  private void backSubstitute(int k) {
    for (int j = k - 1; j >= 0; j--) {
      double sum = rhs[j];
      for (int l = j + 1; l < k; l++) {
        sum -= q[l][j] * step[l];
      }
      step[j] = Math.abs(diagonal[j]) > 1e-14 ? sum / diagonal[j] : 0;
    }
  }

  private void reserve(int k) {
    if (q.length >= k) {
      return;
    }
    q = new double[k][];
    damped = new double[k][k];
    scale = new double[k];
    diagonal = new double[k];
    rhs = new double[k];
    step = new double[k];
    trial = new double[k];
  }

  private static double dot(double[] a, double[] b, int from, int to) {
    // Four partial sums: the JIT does not reorder floating-point sums by itself.
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < to; i++) {
      s0 += a[i] * b[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  private static void axpy(double[] r, double[] a, double factor, int from, int to) {
    for (int i = from; i < to; i++) {
      r[i] += factor * a[i];
    }
  }
}
