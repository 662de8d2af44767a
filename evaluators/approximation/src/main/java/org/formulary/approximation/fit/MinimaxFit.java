package org.formulary.approximation.fit;

import java.util.Arrays;
import java.util.Optional;
import org.formulary.expressions.Skeleton;
import org.formulary.expressions.eval.DoubleDoubleKernel;
import org.formulary.expressions.eval.Kernel;

/**
 * Levels the error of a fitted candidate: minimises maxᵢ |wᵢ·(p(xᵢ; c) − fᵢ)| by Gauss–Newton
 * steps, each the solution of the linearised minimax problem ({@link DiscreteMinimax}).
 *
 * <p>Residuals are double-double, the Jacobian and the steps binary64: as in iterative refinement
 * the constants converge to double-double accuracy. Near a solution with strong uniqueness the
 * convergence is quadratic. Directions the data do not determine (more constants than the family
 * has freedom) are left out by a pivoted QR; where a full step fails, weaker directions are left
 * out first, then the step is halved. Reference: Osborne and Watson, "An algorithm for minimax
 * approximation in the nonlinear case" (1969); Madsen (1975).
 *
 * <p>A workspace: one per thread.
 */
public final class MinimaxFit {
  private static final double[] RANK_TOLERANCES = {1e-12, 1e-9, 1e-6, 1e-3};
  private static final int HALVINGS = 5;
  private static final double LEVEL = 1e-6;
  private static final double NUDGE = 0x1p-28;

  private final Samples samples;
  private final Kernel kernel;
  private final DoubleDoubleKernel precise;
  private final double[] jacobianX;

  /** Fits on these samples. */
  public MinimaxFit(Samples samples) {
    this.samples = samples;
    this.kernel = new Kernel(samples.size());
    this.precise = new DoubleDoubleKernel(samples.size());
    this.jacobianX = samples.x().clone();
    // Programs may pass through 1/0 at an end; their derivatives have limits there, which a point
    // just inside gives well enough for a step.
    int last = jacobianX.length - 1;
    double width = jacobianX[last] - jacobianX[0];
    jacobianX[0] += NUDGE * width;
    jacobianX[last] -= NUDGE * width;
  }

  /**
   * A levelled fit.
   *
   * @param error maxᵢ |wᵢ·(pᵢ − fᵢ)| on the samples
   * @param level the linearised minimax error divided by {@code error}: 1 where the error is level
   * @param extrema points of the last reference: constants that count, plus 1
   */
  public record Result(double[] high, double[] low, double error, double level, int extrema) {}

  /** Improves the constants; empty where the start is not finite at a sample. */
  public Optional<Result> fit(Skeleton skeleton, double[] high, double[] low, int maxIterations) {
    kernel.load(skeleton);
    precise.load(skeleton);
    double[] h = high.clone();
    double[] l = low.clone();
    double[] e = new double[samples.size()];
    double error = residual(h, l, e);
    if (!(error < Double.POSITIVE_INFINITY)) {
      return Optional.empty();
    }
    double level = 0;
    int extrema = 0;
    for (int iteration = 0; iteration < maxIterations && error > 0; iteration++) {
      kernel.value(h, jacobianX);
      kernel.differentiate();
      boolean moved = false;
      for (double tolerance : RANK_TOLERANCES) {
        Basis basis = Basis.of(kernel, skeleton.constants(), samples.weight(), tolerance);
        if (basis.rank() == 0) {
          continue;
        }
        Optional<DiscreteMinimax.Solution> solution =
            DiscreteMinimax.solve(basis.columns(), basis.rank(), e, basis.usable());
        if (solution.isEmpty()) {
          continue;
        }
        if (tolerance == RANK_TOLERANCES[0] || level == 0) {
          level = solution.get().level() / error;
          extrema = basis.rank() + 1;
        }
        if (level > 1 - LEVEL) {
          return Optional.of(new Result(h, l, error, Math.min(level, 1), extrema));
        }
        double[] step = basis.step(solution.get().z());
        double next = move(h, l, step, e, error);
        if (next < error) {
          error = next;
          moved = true;
          break;
        }
      }
      if (!moved) {
        break;
      }
    }
    return Optional.of(new Result(h, l, error, Math.min(level, 1), extrema));
  }

  /** Tries the step and halves of it; leaves the accepted constants and residual in place. */
  private double move(double[] h, double[] l, double[] step, double[] e, double error) {
    double[] th = new double[h.length];
    double[] tl = new double[h.length];
    double[] te = new double[e.length];
    double factor = 1;
    for (int halving = 0; halving < HALVINGS; halving++, factor /= 2) {
      for (int j = 0; j < h.length; j++) {
        double d = factor * step[j];
        double s = h[j] + d;
        double t = s - h[j];
        double rest = (h[j] - (s - t)) + (d - t) + l[j];
        th[j] = s + rest;
        tl[j] = rest - (th[j] - s);
      }
      double next = residual(th, tl, te);
      if (next < error) {
        System.arraycopy(th, 0, h, 0, h.length);
        System.arraycopy(tl, 0, l, 0, l.length);
        System.arraycopy(te, 0, e, 0, e.length);
        return next;
      }
    }
    return error;
  }

  /**
   * The error at these constants, by double-double arithmetic; infinite where a value is not
   * finite.
   */
  public double error(Skeleton skeleton, double[] high, double[] low) {
    precise.load(skeleton);
    return residual(high, low, new double[samples.size()]);
  }

  /** The signed errors at the samples, as {@link #error} takes them; NaN where that is infinite. */
  public double[] errors(Skeleton skeleton, double[] high, double[] low) {
    precise.load(skeleton);
    double[] e = new double[samples.size()];
    if (!(residual(high, low, e) < Double.POSITIVE_INFINITY)) {
      Arrays.fill(e, Double.NaN);
    }
    return e;
  }

  private double residual(double[] h, double[] l, double[] e) {
    precise.value(h, l, samples.x());
    double[] ph = precise.high();
    double[] pl = precise.low();
    double max = 0;
    for (int i = 0; i < e.length; i++) {
      double d = (ph[i] - samples.high()[i]) + (pl[i] - samples.low()[i]);
      if (samples.weight()[i] == 0) {
        // The target vanishes here under relative error: so must the program.
        e[i] = 0;
        if (d != 0) {
          return Double.POSITIVE_INFINITY;
        }
        continue;
      }
      e[i] = samples.weight()[i] * d;
      if (!(Math.abs(e[i]) <= max)) {
        max = Math.abs(e[i]);
        if (!(max < Double.POSITIVE_INFINITY)) {
          return Double.POSITIVE_INFINITY;
        }
      }
    }
    return max;
  }

  /** An orthonormal basis of the Jacobian's well-determined column space. */
  private record Basis(
      double[][] columns, boolean[] usable, double[][] r, int[] order, double[] scale, int rank) {
    static Basis of(Kernel kernel, int k, double[] weight, double tolerance) {
      int n = weight.length;
      double[][] q = new double[k][n];
      boolean[] usable = new boolean[n];
      Arrays.fill(usable, true);
      for (int i = 0; i < n; i++) {
        usable[i] = weight[i] != 0;
        for (int j = 0; j < k; j++) {
          q[j][i] = weight[i] * kernel.derivative(j)[i];
          usable[i] &= Math.abs(q[j][i]) < 1e150;
        }
      }
      double[] scale = new double[k];
      for (int j = 0; j < k; j++) {
        double norm = 0;
        for (int i = 0; i < n; i++) {
          q[j][i] = usable[i] ? q[j][i] : 0;
          norm += q[j][i] * q[j][i];
        }
        scale[j] = norm > 0 ? 1 / Math.sqrt(norm) : 0;
        for (int i = 0; i < n; i++) {
          q[j][i] *= scale[j];
        }
      }
      return orthonormal(q, usable, scale, tolerance);
    }

    /** Modified Gram–Schmidt with column pivoting, each column orthogonalised twice. */
    private static Basis orthonormal(
        double[][] q, boolean[] usable, double[] scale, double tolerance) {
      int k = q.length;
      double[][] r = new double[k][k];
      int[] order = new int[k];
      Arrays.setAll(order, j -> j);
      int rank = 0;
      for (int j = 0; j < k; j++) {
        int pivot = j;
        for (int l = j + 1; l < k; l++) {
          pivot = norm(q[l]) > norm(q[pivot]) ? l : pivot;
        }
        swap(q, j, pivot);
        int o = order[j];
        order[j] = order[pivot];
        order[pivot] = o;
        for (int i = 0; i < j; i++) {
          double t = r[i][j];
          r[i][j] = r[i][pivot];
          r[i][pivot] = t;
          double again = Vectors.dot(q[i], q[j]);
          r[i][j] += again;
          Vectors.axpy(q[j], q[i], -again);
        }
        double length = norm(q[j]);
        if (!(length > tolerance)) {
          break;
        }
        r[j][j] = length;
        for (int i = 0; i < q[j].length; i++) {
          q[j][i] /= length;
        }
        rank++;
        for (int l = j + 1; l < k; l++) {
          r[j][l] = Vectors.dot(q[j], q[l]);
          Vectors.axpy(q[l], q[j], -r[j][l]);
        }
      }
      return new Basis(q, usable, r, order, scale, rank);
    }

    /** The change of the constants that moves the residual by Q·z. */
    double[] step(double[] z) {
      double[] s = new double[rank];
      double[] step = new double[order.length];
      for (int j = rank - 1; j >= 0; j--) {
        double sum = z[j];
        for (int l = j + 1; l < rank; l++) {
          sum -= r[j][l] * s[l];
        }
        s[j] = sum / r[j][j];
        step[order[j]] = s[j] * scale[order[j]];
      }
      return step;
    }

    private static void swap(double[][] q, int i, int j) {
      double[] t = q[i];
      q[i] = q[j];
      q[j] = t;
    }

    private static double norm(double[] a) {
      return Math.sqrt(Vectors.dot(a, a));
    }
  }
}
