package org.formulary.continuedfractions.field;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Ranks the directions of a field by δ: all primitive ones of a box by its value at a depth, which
 * is cheap, and the best of those by the asymptotic value.
 *
 * @param starts of the trajectories, in the order of the axes
 * @param least the least and
 * @param most the largest entry of a direction
 */
public record DirectionSearch(MatrixField field, List<List<Integer>> starts, int least, int most) {
  public DirectionSearch {
    starts = starts.stream().map(List::copyOf).toList();
    if (least > most || starts.isEmpty()) {
      throw new IllegalArgumentException(
          "no directions from %d to %d from %d starts".formatted(least, most, starts.size()));
    }
  }

  /**
   * How much is done.
   *
   * @param steps unit steps that a trajectory takes for the value at a depth
   * @param best how many trajectories are followed to the asymptotic value
   * @param depth periods from which that is inferred
   */
  public record Effort(int steps, int best, int depth) {}

  /**
   * A trajectory and its δ.
   *
   * @param delta at the depth of {@code periods}
   * @param asymptotics of those that were followed
   */
  public record Ranked(
      Trajectory trajectory, int periods, double delta, Optional<Asymptotics> asymptotics) {
    private double known() {
      double limit = asymptotics.map(Asymptotics::delta).orElse(Double.NaN);
      return Double.isNaN(limit) ? Double.NEGATIVE_INFINITY : limit;
    }
  }

  /**
   * The trajectories, first those whose asymptotic δ is known, the largest first, then the others
   * by δ at a depth; equal ones in the order of starts and directions. Directions whose walk meets
   * vanishing denominators or singular matrices, or does not converge, are left out.
   */
  public List<Ranked> rank(Effort effort) {
    List<Ranked> all = new ArrayList<>();
    for (List<Integer> start : starts) {
      for (List<Integer> direction : directions()) {
        Trajectory t = Trajectory.of(field, start, direction);
        int length = direction.stream().mapToInt(Math::abs).sum();
        int periods = Math.max(8, effort.steps / length);
        double delta = t.step().isRegular() ? t.deltaAtDepth(periods) : Double.NaN;
        if (delta > -1) {
          all.add(new Ranked(t, periods, delta, Optional.empty()));
        }
      }
    }
    all.sort(Comparator.comparingDouble(Ranked::delta).reversed());
    for (int i = 0; i < Math.min(effort.best, all.size()); i++) {
      Ranked r = all.get(i);
      all.set(
          i,
          new Ranked(
              r.trajectory,
              r.periods,
              r.delta,
              Optional.of(Asymptotics.of(r.trajectory, effort.depth))));
    }
    all.sort(Comparator.comparingDouble(Ranked::known).reversed());
    return List.copyOf(all);
  }

  /** The primitive vectors of the box, in lexicographic order. */
  List<List<Integer>> directions() {
    List<List<Integer>> vectors = List.of(List.of());
    for (int axis = 0; axis < field.axes().size(); axis++) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> v : vectors) {
        for (int t = least; t <= most; t++) {
          List<Integer> next = new ArrayList<>(v);
          next.add(t);
          longer.add(next);
        }
      }
      vectors = longer;
    }
    return vectors.stream().filter(v -> v.stream().reduce(0, DirectionSearch::gcd) == 1).toList();
  }

  private static int gcd(int a, int b) {
    return b == 0 ? Math.abs(a) : gcd(b, a % b);
  }
}
