package org.formulary.continuedfractions.field;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Ranks the directions of a field by δ: each by its value at a depth, which is cheap, and the best
 * of those by the asymptotic value.
 *
 * @param starts of the trajectories, in the order of the axes
 * @param directions the same
 */
public record DirectionSearch(
    MatrixField field, List<List<Integer>> starts, List<List<Integer>> directions) {
  public DirectionSearch {
    starts = starts.stream().map(List::copyOf).toList();
    directions = directions.stream().map(List::copyOf).toList();
    if (starts.isEmpty() || directions.isEmpty()) {
      throw new IllegalArgumentException(
          "%d directions from %d starts".formatted(directions.size(), starts.size()));
    }
  }

  /**
   * All primitive directions of a box.
   *
   * @param least the least and
   * @param most the largest entry of a direction
   */
  public DirectionSearch(MatrixField field, List<List<Integer>> starts, int least, int most) {
    this(field, starts, primitive(field.axes().size(), least, most, _ -> true));
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
    return rank(effort, () -> false);
  }

  /**
   * The same, of what was looked at when it was told to stop.
   *
   * @param stop asked before each trajectory
   */
  public List<Ranked> rank(Effort effort, BooleanSupplier stop) {
    List<Ranked> all = new ArrayList<>();
    for (List<Integer> start : starts) {
      for (List<Integer> direction : directions) {
        if (!stop.getAsBoolean()) {
          ranked(Trajectory.of(field, start, direction), effort).ifPresent(all::add);
        }
      }
    }
    all.sort(Comparator.comparingDouble(Ranked::delta).reversed());
    for (int i = 0; i < Math.min(effort.best, all.size()) && !stop.getAsBoolean(); i++) {
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

  private static Optional<Ranked> ranked(Trajectory t, Effort effort) {
    StepMatrix step = t.step();
    if (!step.isRegular()) {
      return Optional.empty();
    }
    int length = t.direction().values().stream().mapToInt(Math::abs).sum();
    int periods = Math.max(8, effort.steps / length);
    double delta = Trajectory.deltaAtDepth(step.primitive(), Rows.first(step.rank()), periods);
    return delta > -1
        ? Optional.of(new Ranked(t, periods, delta, Optional.empty()))
        : Optional.empty();
  }

  /**
   * The primitive vectors of a box, in lexicographic order.
   *
   * @param wanted asked of every beginning of a vector, so that whole parts of the box are left out
   */
  static List<List<Integer>> primitive(
      int axes, int least, int most, Predicate<List<Integer>> wanted) {
    if (least > most) {
      throw new IllegalArgumentException("no directions from %d to %d".formatted(least, most));
    }
    List<List<Integer>> vectors = List.of(List.of());
    for (int axis = 0; axis < axes; axis++) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> v : vectors) {
        for (int t = least; t <= most; t++) {
          List<Integer> next = new ArrayList<>(v);
          next.add(t);
          if (wanted.test(next)) {
            longer.add(next);
          }
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
