package org.formulary.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.formulary.truth.Probe.Point;

/**
 * Where a sampled function looks least smooth: windows of five points whose fourth difference
 * stands out. At Chebyshev points those of an analytic function are all alike and small.
 *
 * @param graph ascending points
 */
record Roughness(List<Point> graph) {
  /** How many windows are named by each of two measures. */
  private static final int WINDOWS = 3;

  /** A fourth difference stands out at this many medians … */
  private static final double MEDIANS = 30;

  /** … or at this part of the values, where the points do not resolve the function. */
  private static final double UNRESOLVED = 1e-3;

  /**
   * The first points of the windows with the largest fourth differences, and of those with the
   * largest beside the values of their window; none if no difference stands out.
   */
  List<Integer> worst() {
    List<Integer> suspects = suspects();
    List<Integer> chosen = new ArrayList<>();
    choose(chosen, suspects, i -> Math.abs(fourthDifference(i)));
    choose(chosen, suspects, i -> Math.abs(fourthDifference(i)) / height(i));
    return chosen;
  }

  /** Positive over a peak in the middle of the window that begins at {@code i}. */
  double fourthDifference(int i) {
    return y(i) - 4 * y(i + 1) + 6 * y(i + 2) - 4 * y(i + 3) + y(i + 4);
  }

  private List<Integer> suspects() {
    int windows = graph.size() - 4;
    double[] sorted =
        IntStream.range(0, windows)
            .mapToDouble(i -> Math.abs(fourthDifference(i)))
            .sorted()
            .toArray();
    double median = sorted[windows / 2];
    return IntStream.range(0, windows)
        .filter(
            i -> Math.abs(fourthDifference(i)) > Math.min(MEDIANS * median, UNRESOLVED * height(i)))
        .boxed()
        .toList();
  }

  private static void choose(
      List<Integer> chosen, List<Integer> suspects, IntToDoubleFunction roughness) {
    List<Integer> ranked =
        suspects.stream()
            .sorted(
                Comparator.comparingDouble((Integer i) -> -roughness.applyAsDouble(i))
                    .thenComparing(i -> i))
            .toList();
    int before = chosen.size();
    for (int i : ranked) {
      // Neighbouring windows would lead to the same places.
      if (chosen.size() - before < WINDOWS && chosen.stream().allMatch(c -> Math.abs(c - i) > 1)) {
        chosen.add(i);
      }
    }
  }

  private double height(int i) {
    return graph.subList(i, i + 5).stream().mapToDouble(Point::height).max().orElse(0);
  }

  private double y(int i) {
    return graph.get(i).y();
  }
}
