package org.formulary.approximation.classical;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The extrema of an error curve over the grid of a target. */
final class Peaks {
  /** A parabola over 16 peaks on 256 steps rises by 0.5 % at most; one over a corner by more. */
  private static final double OVERSHOOT = 1.005;

  /** Values between the points of the grid are used where their error is this part of a peak. */
  private static final double RESOLVED = 1e-6;

  private Peaks() {}

  /** A point where the error is largest between two changes of its sign. */
  record Peak(Target.Point point, double error) {
    double size() {
      return Math.abs(error);
    }
  }

  /**
   * The peaks of alternating sign in ascending order; empty if the curve is not finite or is 0.
   *
   * <p>Where the target is smooth each is refined once by a parabola in the angle, in which error
   * curves are as even as cosines: it is then off by less than 1e-4 of itself for up to 16 peaks.
   */
  static List<Peak> of(Target target, ToDoubleFunction<Target.Point> error) {
    double[] e = onGrid(target, error);
    List<Peak> peaks = new ArrayList<>();
    int best = -1;
    for (int j = 0; j < e.length; j++) {
      if (!Double.isFinite(e[j])) {
        return List.of();
      }
      if (e[j] == 0) {
        continue;
      }
      if (best >= 0 && e[best] * Math.signum(e[j]) < 0) {
        peaks.add(refined(target, error, e, best));
        best = j;
      } else if (best < 0 || Math.abs(e[j]) > Math.abs(e[best])) {
        best = j;
      }
    }
    if (best >= 0) {
      peaks.add(refined(target, error, e, best));
    }
    return peaks;
  }

  /**
   * The largest |error| on the interval, infinite if it is not finite somewhere. Where the target
   * is known on the grid alone, the tops of the parabolas stand for what lies between.
   */
  static double largest(Target target, ToDoubleFunction<Target.Point> error) {
    double[] e = onGrid(target, error);
    double largest = 0;
    for (int j = 0; j < e.length; j++) {
      if (!Double.isFinite(e[j])) {
        return Double.POSITIVE_INFINITY;
      }
      boolean inside = j > 0 && j < e.length - 1;
      boolean top =
          inside && Math.abs(e[j]) >= Math.abs(e[j - 1]) && Math.abs(e[j]) >= Math.abs(e[j + 1]);
      if (top) {
        double slope = (e[j + 1] - e[j - 1]) / 2;
        double bend = e[j - 1] - 2 * e[j] + e[j + 1];
        double parabola = bend == 0 ? e[j] : e[j] - slope * slope / (2 * bend);
        Peak peak = refined(target, error, e, j);
        boolean blind = target.noise(target.grid().get(j)) > RESOLVED * Math.abs(e[j]);
        double size = blind ? Math.min(Math.abs(parabola), OVERSHOOT * peak.size()) : peak.size();
        largest = Math.max(largest, size);
      }
      largest = Math.max(largest, Math.abs(e[j]));
    }
    return largest;
  }

  private static double[] onGrid(Target target, ToDoubleFunction<Target.Point> error) {
    return target.grid().stream().mapToDouble(error).toArray();
  }

  private static Peak refined(
      Target target, ToDoubleFunction<Target.Point> error, double[] e, int j) {
    Peak onGrid = new Peak(target.at(j), e[j]);
    if (j == 0 || j == e.length - 1 || target.series().isEmpty()) {
      return onGrid;
    }
    double bend = e[j - 1] - 2 * e[j] + e[j + 1];
    double step = bend == 0 ? 0 : (e[j - 1] - e[j + 1]) / (2 * bend);
    if (step == 0 || Math.abs(step) > 1) {
      return onGrid;
    }
    Target.Point between = target.at(j + step);
    if (target.noise(between) > RESOLVED * onGrid.size()) {
      return onGrid;
    }
    Peak top = new Peak(between, error.applyAsDouble(between));
    return top.size() > onGrid.size() ? top : onGrid;
  }
}
