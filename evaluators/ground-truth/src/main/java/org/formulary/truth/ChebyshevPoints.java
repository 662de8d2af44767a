package org.formulary.truth;

import java.util.ArrayList;
import java.util.List;
import org.formulary.expressions.BinaryRational;

/** Points dense at the ends of an interval, where errors of approximations peak. */
public final class ChebyshevPoints {
  private ChebyshevPoints() {}

  /**
   * The n + 1 points mid − half·cos(jπ/n) in ascending order: binary64 numbers, except that the
   * first and the last are the ends themselves.
   *
   * <p>Computed as mid + half·sin((2j − n)π/2n), which is antisymmetric about the middle: the
   * middle of [−1, 1] is 0. Each point is within a few ULP of the larger end of the real one.
   * Throws {@link IllegalArgumentException} if n &lt; 1 or the interval is too narrow for n + 1
   * different points.
   */
  public static List<BinaryRational> lobatto(Interval interval, int n) {
    if (n < 1) {
      throw new IllegalArgumentException("n must be ≥ 1, was " + n);
    }
    double lower = interval.lower().doubleValue();
    double upper = interval.upper().doubleValue();
    double middle = lower / 2 + upper / 2;
    double half = upper / 2 - lower / 2;
    List<BinaryRational> points = new ArrayList<>();
    points.add(interval.lower());
    for (int j = 1; j < n; j++) {
      double sine = StrictMath.sin((2.0 * j - n) * Math.PI / (2.0 * n));
      points.add(BinaryRational.of(middle + half * sine));
    }
    points.add(interval.upper());
    for (int j = 0; j < n; j++) {
      if (points.get(j).compareTo(points.get(j + 1)) >= 0) {
        throw new IllegalArgumentException(
            "[%s, %s] is too narrow for %d points".formatted(lower, upper, n + 1));
      }
    }
    return List.copyOf(points);
  }
}
