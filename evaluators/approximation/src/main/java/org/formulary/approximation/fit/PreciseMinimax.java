package org.formulary.approximation.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.formulary.approximation.fit.DiscreteMinimax.Solution;
import org.formulary.expressions.Derivative;
import org.formulary.expressions.Skeleton;
import org.formulary.expressions.eval.DoubleDouble;
import org.formulary.expressions.eval.DoubleDoubleKernel;

/**
 * Levels the error as {@link MinimaxFit} does, with the Jacobian in double-double and made
 * orthonormal there. Where the error is near the rounding of binary64, so are the directions that
 * still matter: moving a constant by 0.003 and the others after it may change a program by 1e-17,
 * which a Jacobian in binary64 does not show.
 *
 * <p>Along such a direction the way is narrow and bent: each step is followed by steps in the
 * others, those that binary64 sees, back to where they are level.
 */
final class PreciseMinimax {
  private static final int MOST_STEPS = 30;
  private static final int HALVINGS = 6;
  private static final int CORRECTIONS = 12;
  private static final double LEVEL = 1e-6;

  /** Steps end where they gain less. */
  private static final double GAIN = 1e-5;

  /** What is left of a column of length 1, above which it counts. */
  private static final double[] RANK_TOLERANCES = {1e-25, 1e-20, 1e-16};

  private final Samples samples;
  private final MinimaxFit minimax;
  private final DoubleDoubleKernel kernel;

  PreciseMinimax(Samples samples) {
    this.samples = samples;
    this.minimax = new MinimaxFit(samples);
    this.kernel = new DoubleDoubleKernel(samples.size());
  }

  /** Constants that are as good or better. */
  MinimaxFit.Result fit(Skeleton skeleton, MinimaxFit.Result start) {
    List<Skeleton> derivatives = new ArrayList<>();
    for (int j = 0; j < skeleton.constants(); j++) {
      derivatives.add(Derivative.of(skeleton, skeleton.inputs() + j));
    }
    MinimaxFit.Result best = start;
    for (int n = 0; n < MOST_STEPS && best.error() > 0; n++) {
      MinimaxFit.Result next = better(skeleton, derivatives, best);
      boolean done = !(next.error() < best.error() * (1 - GAIN));
      best = next;
      if (done) {
        break;
      }
    }
    return best;
  }

  private MinimaxFit.Result better(
      Skeleton skeleton, List<Skeleton> derivatives, MinimaxFit.Result from) {
    double[] e = minimax.errors(skeleton, from.high(), from.low());
    Jacobian jacobian = jacobian(derivatives, from);
    MinimaxFit.Result best = from;
    int rank = Integer.MAX_VALUE;
    for (double tolerance : RANK_TOLERANCES) {
      Columns columns = Columns.of(jacobian, tolerance);
      if (columns.rank() == 0) {
        break;
      }
      if (columns.rank() == rank) {
        continue; // the same columns, and so the same step
      }
      rank = columns.rank();
      Optional<Solution> solution =
          DiscreteMinimax.solve(columns.orthonormal(), columns.rank(), e, columns.usable());
      if (solution.isPresent() && solution.get().level() < (1 - LEVEL) * from.error()) {
        best = moved(skeleton, from, columns, solution.get());
      }
      if (best != from) {
        break;
      }
    }
    return best;
  }

  private MinimaxFit.Result moved(
      Skeleton skeleton, MinimaxFit.Result from, Columns columns, Solution solution) {
    DoubleDoubles step = columns.step(solution.z());
    double factor = 1;
    for (int n = 0; n < HALVINGS; n++, factor /= 2) {
      DoubleDoubles to = new DoubleDoubles(from.high(), from.low()).copy();
      to.add(step, DoubleDouble.of(factor));
      Optional<MinimaxFit.Result> next = minimax.fit(skeleton, to.hi(), to.lo(), CORRECTIONS);
      if (next.isPresent() && next.get().error() < from.error()) {
        MinimaxFit.Result r = next.get();
        double level = Math.min(1, solution.level() / r.error());
        return new MinimaxFit.Result(r.high(), r.low(), r.error(), level, columns.rank() + 1);
      }
    }
    return from;
  }

  /** The weighted derivatives of the error; 0 where not all of them are finite. */
  private record Jacobian(List<DoubleDoubles> columns, boolean[] usable) {}

  private Jacobian jacobian(List<Skeleton> derivatives, MinimaxFit.Result at) {
    int points = samples.size();
    boolean[] usable = new boolean[points];
    for (int i = 0; i < points; i++) {
      usable[i] = samples.weight()[i] != 0;
    }
    double[] high = with(at.high(), 1);
    double[] low = with(at.low(), 0);
    List<DoubleDoubles> columns = new ArrayList<>();
    for (Skeleton derivative : derivatives) {
      kernel.load(derivative);
      kernel.value(high, low, samples.x());
      DoubleDoubles column = new DoubleDoubles(kernel.high().clone(), kernel.low().clone());
      for (int i = 0; i < points; i++) {
        usable[i] &= Double.isFinite(column.hi()[i]);
      }
      columns.add(column);
    }
    for (DoubleDoubles column : columns) {
      for (int i = 0; i < points; i++) {
        DoubleDouble weight = DoubleDouble.of(samples.weight()[i]);
        column.set(i, usable[i] ? DoubleDouble.multiply(column.get(i), weight) : DoubleDouble.ZERO);
      }
    }
    return new Jacobian(columns, usable);
  }

  private static double[] with(double[] constants, double last) {
    double[] all = Arrays.copyOf(constants, constants.length + 1);
    all[constants.length] = last;
    return all;
  }

  /** The Jacobian as Q·R, R with its columns in {@code order}, their lengths 1 at first. */
  private record Columns(
      DoubleDoubles[] q,
      DoubleDoubles[] r,
      int[] order,
      DoubleDouble[] lengths,
      int rank,
      boolean[] usable) {
    /** Modified Gram–Schmidt with column pivoting, each column orthogonalised twice. */
    static Columns of(Jacobian jacobian, double tolerance) {
      DoubleDoubles[] q =
          jacobian.columns().stream().map(DoubleDoubles::copy).toArray(DoubleDoubles[]::new);
      int k = q.length;
      DoubleDouble[] lengths = new DoubleDouble[k];
      DoubleDoubles[] r = new DoubleDoubles[k];
      int[] order = new int[k];
      for (int j = 0; j < k; j++) {
        lengths[j] = q[j].length();
        q[j].normalise();
        r[j] = new DoubleDoubles(k);
        order[j] = j;
      }
      int rank = 0;
      for (int j = 0; j < k; j++) {
        int pivot = j;
        double most = 0;
        for (int l = j; l < k; l++) {
          double left = q[l].length().hi();
          pivot = left > most ? l : pivot;
          most = Math.max(most, left);
        }
        if (!(most > tolerance)) {
          break;
        }
        swap(q, j, pivot);
        swap(r, j, pivot);
        int o = order[j];
        order[j] = order[pivot];
        order[pivot] = o;
        for (int l = 0; l < j; l++) {
          reject(q, r, l, j);
        }
        r[j].set(j, q[j].length());
        q[j].normalise();
        rank++;
        for (int l = j + 1; l < k; l++) {
          reject(q, r, j, l);
        }
      }
      return new Columns(q, r, order, lengths, rank, jacobian.usable());
    }

    /** Takes from column {@code from} what lies along the unit column {@code along}. */
    private static void reject(DoubleDoubles[] q, DoubleDoubles[] r, int along, int from) {
      DoubleDouble part = q[along].dot(q[from]);
      r[from].set(along, DoubleDouble.add(r[from].get(along), part));
      q[from].add(q[along], part.negate());
    }

    private static void swap(DoubleDoubles[] a, int i, int j) {
      DoubleDoubles t = a[i];
      a[i] = a[j];
      a[j] = t;
    }

    double[][] orthonormal() {
      return Arrays.stream(q).map(DoubleDoubles::hi).toArray(double[][]::new);
    }

    /** The change of the constants that moves the error by Q·z. */
    DoubleDoubles step(double[] z) {
      DoubleDoubles s = new DoubleDoubles(Arrays.copyOf(z, rank), new double[rank]);
      SmallestDirection.solve(Arrays.copyOf(r, rank), s);
      DoubleDoubles step = new DoubleDoubles(order.length);
      for (int j = 0; j < rank; j++) {
        step.set(order[j], DoubleDouble.divide(s.get(j), lengths[order[j]]));
      }
      return step;
    }
  }
}
