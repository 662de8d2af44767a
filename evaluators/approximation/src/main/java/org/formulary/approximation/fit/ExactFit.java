package org.formulary.approximation.fit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.formulary.approximation.fit.MinimaxFit.Result;
import org.formulary.expressions.Skeleton;
import org.formulary.expressions.eval.DoubleDouble;
import org.formulary.expressions.eval.DoubleDoubleKernel;

/**
 * Makes the largest error least among programs that take given values at given points, exactly. The
 * errors there are given ever more weight; what is left of them is taken away by as many constants
 * as there are points, those that cost least, if their rounding leaves nothing.
 */
public final class ExactFit implements Refinement {
  private static final double[] WEIGHTS = {0x1p10, 0x1p20, 0x1p30, 0x1p40};
  private static final int LEVELLING = 40;
  private static final int NEWTON_STEPS = 6;
  private static final double NUDGE = 0x1p-30;

  /** A point and the value to be taken there. */
  public record Node(double x, double value) {}

  /** Whether a program takes all the values, exactly. */
  public interface Exactness {
    boolean holds(Skeleton skeleton, double[] high, double[] low);
  }

  private final Samples samples;
  private final List<Node> nodes;
  private final Exactness exactness;
  private final LevelFit level;
  private final List<MinimaxFit> heavier;
  private final DoubleDoubleKernel kernel = new DoubleDoubleKernel(1);

  /**
   * Fits on samples and the nodes.
   *
   * @param relative whether errors are
   */
  public ExactFit(Samples given, List<Node> nodes, boolean relative, Exactness exactness) {
    this.samples = given.with(nodes, relative);
    this.nodes = List.copyOf(nodes);
    this.exactness = exactness;
    this.level = new LevelFit(samples);
    this.heavier =
        Arrays.stream(WEIGHTS)
            .mapToObj(weight -> new MinimaxFit(samples.heavier(nodes, weight)))
            .toList();
  }

  @Override
  public Optional<Refined> fit(Skeleton skeleton, double[] high, double[] low) {
    Optional<Result> found = level.level(skeleton, high, low);
    for (MinimaxFit heavy : heavier) {
      found = found.flatMap(r -> heavy.fit(skeleton, r.high(), r.low(), LEVELLING));
    }
    return found.flatMap(r -> exact(skeleton, r));
  }

  /** The best with binary64 constants; with wider ones where there is none or they cost more. */
  private Optional<Refined> exact(Skeleton skeleton, Result r) {
    double[] none = new double[r.low().length];
    Optional<Refined> wide = exact(skeleton, new DoubleDoubles(r.high(), r.low()), false);
    Optional<Refined> narrow = exact(skeleton, new DoubleDoubles(r.high(), none), true);
    double allowed = (1 + NUDGE) * wide.map(Refined::error).orElse(Double.POSITIVE_INFINITY);
    return narrow.filter(n -> n.error() <= allowed).or(() -> wide);
  }

  /** By each choice of as many constants as there are nodes, or of all where there are fewer. */
  private Optional<Refined> exact(Skeleton skeleton, DoubleDoubles constants, boolean narrow) {
    int moved = Math.min(skeleton.constants(), nodes.size());
    return choices(skeleton.constants(), moved)
        .flatMap(chosen -> solved(skeleton, constants.copy(), chosen, narrow).stream())
        .map(c -> new Refined(c.hi(), c.lo(), error(skeleton, c.hi(), c.lo())))
        .filter(r -> r.error() < Double.POSITIVE_INFINITY)
        .min(Comparator.comparingDouble(Refined::error));
  }

  private static Stream<int[]> choices(int of, int size) {
    return IntStream.range(0, 1 << of)
        .filter(bits -> Integer.bitCount(bits) == size)
        .mapToObj(bits -> IntStream.range(0, of).filter(j -> (bits >> j & 1) == 1).toArray());
  }

  /** Changes the chosen constants, by Newton's method, so that as many nodes are met. */
  private Optional<DoubleDoubles> solved(
      Skeleton skeleton, DoubleDoubles c, int[] chosen, boolean narrow) {
    int m = chosen.length;
    for (int n = 0; n < NEWTON_STEPS; n++) {
      double[][] system = new double[m][m + 1];
      for (int k = 0; k < m; k++) {
        DoubleDouble here = value(skeleton, c, nodes.get(k));
        DoubleDouble wanted = DoubleDouble.of(nodes.get(k).value());
        system[k][m] = DoubleDouble.subtract(wanted, here).hi();
        for (int j = 0; j < m; j++) {
          double old = c.hi()[chosen[j]];
          c.hi()[chosen[j]] = old == 0 ? NUDGE : old * (1 + NUDGE);
          DoubleDouble rise = DoubleDouble.subtract(value(skeleton, c, nodes.get(k)), here);
          system[k][j] = rise.hi() / (c.hi()[chosen[j]] - old);
          c.hi()[chosen[j]] = old;
        }
      }
      double[] step = DiscreteMinimax.gauss(system, m);
      if (step == null) {
        return Optional.empty();
      }
      for (int j = 0; j < m; j++) {
        c.set(chosen[j], DoubleDouble.add(c.get(chosen[j]), DoubleDouble.of(step[j])));
      }
    }
    for (int j : chosen) {
      c.lo()[j] = narrow ? 0 : c.lo()[j];
    }
    return Optional.of(c).filter(all -> Arrays.stream(all.hi()).allMatch(Double::isFinite));
  }

  private DoubleDouble value(Skeleton skeleton, DoubleDoubles constants, Node node) {
    kernel.load(skeleton);
    kernel.value(constants.hi(), constants.lo(), new double[] {node.x()});
    return new DoubleDouble(kernel.high()[0], kernel.low()[0]);
  }

  @Override
  public double error(Skeleton skeleton, double[] high, double[] low) {
    return exactness.holds(skeleton, high, low)
        ? level.error(skeleton, high, low)
        : Double.POSITIVE_INFINITY;
  }
}
