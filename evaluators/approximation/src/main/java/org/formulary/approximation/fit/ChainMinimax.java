package org.formulary.approximation.fit;

import java.util.Arrays;
import java.util.Optional;
import org.formulary.approximation.fit.DiscreteMinimax.Solution;
import org.formulary.expressions.Skeleton;
import org.formulary.expressions.eval.DoubleDouble;

/**
 * Levels the error of a {@link Chain} within the linear space of its pairs, by Gauss–Newton steps
 * like {@link MinimaxFit}. The Jacobian in the constants of a continued fraction may be singular to
 * binary64; that in the coordinates of a pair, made orthonormal in double-double, is as good as the
 * problem.
 */
public final class ChainMinimax {
  private static final int MOST_STEPS = 40;
  private static final int HALVINGS = 8;
  private static final double LEVEL = 1e-6;

  private final Samples samples;

  /** Fits on these samples. */
  public ChainMinimax(Samples samples) {
    this.samples = samples;
  }

  /** A member of the space with its error. */
  private record Member(
      DoubleDoubles coordinates, DoubleDoubles pair, double[] errors, double most) {}

  /** Constants, as high and low parts; empty for other programs. */
  public Optional<double[][]> fit(Skeleton skeleton) {
    return Chain.of(skeleton)
        .map(chain -> new ChainFit(samples).usable(skeleton, chain))
        .flatMap(usable -> fit(skeleton, usable));
  }

  private static Optional<double[][]> fit(Skeleton skeleton, Samples samples) {
    ChainFit chains = new ChainFit(samples);
    return chains
        .space(skeleton)
        .map(s -> chains.constants(s, level(samples, chains, s.output())))
        .filter(ChainFit::isUsable)
        .map(c -> new double[][] {c.hi(), c.lo()});
  }

  private static DoubleDoubles level(Samples samples, ChainFit chains, DoubleDoubles[] basis) {
    Member best = member(samples, basis, coordinates(basis, chains.nearest(basis)));
    for (int n = 0; n < MOST_STEPS && best.most() > 0; n++) {
      Columns columns = Columns.of(samples, basis, best);
      boolean[] usable = new boolean[samples.size()];
      Arrays.fill(usable, true);
      Optional<Solution> solution =
          DiscreteMinimax.solve(columns.orthonormal(), basis.length - 1, best.errors(), usable);
      if (solution.isEmpty() || solution.get().level() > (1 - LEVEL) * best.most()) {
        break;
      }
      Member next = moved(samples, basis, best, columns.step(solution.get().z()));
      if (!(next.most() < best.most())) {
        break;
      }
      best = next;
    }
    return best.pair();
  }

  /** The first of the step and halves of it that lowers the error; else the last tried. */
  private static Member moved(
      Samples samples, DoubleDoubles[] basis, Member from, DoubleDoubles step) {
    Member next = from;
    double factor = 1;
    for (int n = 0; n < HALVINGS && !(next.most() < from.most()); n++, factor /= 2) {
      DoubleDoubles to = from.coordinates().copy();
      to.add(step, DoubleDouble.of(factor));
      to.normalise();
      next = member(samples, basis, to);
    }
    return next;
  }

  private static DoubleDoubles coordinates(DoubleDoubles[] basis, DoubleDoubles pair) {
    DoubleDoubles a = new DoubleDoubles(basis.length);
    for (int j = 0; j < basis.length; j++) {
      a.set(j, basis[j].dot(pair));
    }
    return a;
  }

  private static Member member(Samples samples, DoubleDoubles[] basis, DoubleDoubles coordinates) {
    int points = samples.size();
    DoubleDoubles pair = new DoubleDoubles(2 * points);
    for (int j = 0; j < basis.length; j++) {
      pair.add(basis[j], coordinates.get(j));
    }
    double[] errors = new double[points];
    double most = 0;
    for (int i = 0; i < points; i++) {
      DoubleDouble f = new DoubleDouble(samples.high()[i], samples.low()[i]);
      DoubleDouble r = DoubleDouble.divide(pair.get(i), pair.get(points + i));
      errors[i] = samples.weight()[i] * DoubleDouble.subtract(r, f).hi();
      most = Math.max(most, Math.abs(errors[i]));
    }
    most = ChainFit.hasPole(pair) ? Double.POSITIVE_INFINITY : most;
    return new Member(coordinates, pair, errors, most);
  }

  /**
   * The derivatives of the error with respect to the coordinates, orthonormal but for the last of
   * the order, which depends on the others because a common factor changes nothing.
   */
  private record Columns(DoubleDoubles[] q, DoubleDoubles[] r, int[] order) {
    static Columns of(Samples samples, DoubleDoubles[] basis, Member at) {
      int[] order = order(at.coordinates());
      int k = basis.length - 1;
      DoubleDoubles[] q = new DoubleDoubles[k];
      for (int j = 0; j < k; j++) {
        q[j] = derivative(samples, basis[order[j]], at.pair());
      }
      return new Columns(q, SmallestDirection.triangle(q), order);
    }

    /** With the largest coordinate last. */
    private static int[] order(DoubleDoubles coordinates) {
      int n = coordinates.hi().length;
      int last = 0;
      for (int j = 0; j < n; j++) {
        last = Math.abs(coordinates.hi()[j]) > Math.abs(coordinates.hi()[last]) ? j : last;
      }
      int[] order = new int[n];
      Arrays.setAll(order, j -> j);
      order[last] = n - 1;
      order[n - 1] = last;
      return order;
    }

    private static DoubleDoubles derivative(Samples samples, DoubleDoubles by, DoubleDoubles pair) {
      int points = samples.size();
      DoubleDoubles column = new DoubleDoubles(points);
      for (int i = 0; i < points; i++) {
        DoubleDouble q = pair.get(points + i);
        DoubleDouble quotient = DoubleDouble.divide(pair.get(i), q);
        DoubleDouble change =
            DoubleDouble.subtract(by.get(i), DoubleDouble.multiply(quotient, by.get(points + i)));
        DoubleDouble weight = DoubleDouble.of(samples.weight()[i]);
        column.set(i, DoubleDouble.divide(DoubleDouble.multiply(change, weight), q));
      }
      return column;
    }

    double[][] orthonormal() {
      return Arrays.stream(q).map(DoubleDoubles::hi).toArray(double[][]::new);
    }

    /** The change of the coordinates that moves the error by Q·z. */
    DoubleDoubles step(double[] z) {
      DoubleDoubles s = new DoubleDoubles(z.clone(), new double[z.length]);
      SmallestDirection.solve(r, s);
      DoubleDoubles step = new DoubleDoubles(order.length);
      for (int j = 0; j < z.length; j++) {
        step.set(order[j], s.get(j));
      }
      return step;
    }
  }
}
