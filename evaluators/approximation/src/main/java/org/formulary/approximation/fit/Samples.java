package org.formulary.approximation.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.formulary.expressions.eval.DoubleDouble;

/**
 * Reference values on a grid, for fits: the target as double-double numbers, and what an error at
 * each point is multiplied by. Arrays of one length, shared and not to be written to.
 *
 * @param x ascending binary64 points, ends included
 * @param high the target rounded to binary64
 * @param low the rest, rounded
 * @param weight 1/|f| for relative error, 1 for absolute; 0 where f is 0 under relative error
 * @param noise the weighted error below which residuals must be taken in double-double: binary64
 *     values of a program carry rounding errors of some 1e-16 for each operation
 */
public record Samples(double[] x, double[] high, double[] low, double[] weight, double noise) {
  private static final double NOISE = 1e-9;

  public Samples {
    if (high.length != x.length || low.length != x.length || weight.length != x.length) {
      throw new IllegalArgumentException("arrays of different lengths");
    }
  }

  /** Samples whose noise is that of the largest weighted target. */
  public static Samples of(double[] x, double[] high, double[] low, double[] weight) {
    double largest = 0;
    for (int i = 0; i < weight.length && i < high.length; i++) {
      largest = Math.max(largest, weight[i] * Math.abs(high[i]));
    }
    return new Samples(x, high, low, weight, NOISE * largest);
  }

  /** The same with other noise; with 0 all residuals are taken in binary64. */
  public Samples withNoise(double other) {
    return new Samples(x, high, low, weight, other);
  }

  public int size() {
    return x.length;
  }

  /** The sum of the squares of the weighted target: what a program that is 0 costs. */
  double square() {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double f = weight[i] * high[i];
      sum += f * f;
    }
    return sum;
  }

  /** Whether the target is positive at every point, so that {@link #root} may be taken. */
  public boolean positive() {
    for (double f : high) {
      if (!(f > 0)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Samples of the square root of a positive target, to double-double accuracy, weighted so that an
   * error of the root counts as the error it makes in its square, to first order.
   */
  public Samples root() {
    double[] h = new double[x.length];
    double[] l = new double[x.length];
    double[] w = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double s = Math.sqrt(high[i]);
      double rest = (Math.fma(-s, s, high[i]) + low[i]) / (2 * s);
      h[i] = s + rest;
      l[i] = rest - (h[i] - s);
      w[i] = weight[i] * 2 * h[i];
    }
    return new Samples(x, h, l, w, noise);
  }

  /**
   * Samples of the product with another power of the same positive target, to double-double
   * accuracy, weighted as {@link #root} does.
   *
   * @param exponent of the target in the product, relative to its exponent here
   */
  Samples times(Samples power, double exponent) {
    double[] h = new double[x.length];
    double[] l = new double[x.length];
    double[] w = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double p = high[i] * power.high[i];
      double rest = Math.fma(high[i], power.high[i], -p);
      rest += high[i] * power.low[i] + low[i] * power.high[i];
      h[i] = p + rest;
      l[i] = rest - (h[i] - p);
      w[i] = weight[i] * high[i] / (exponent * h[i]);
    }
    return new Samples(x, h, l, w, noise);
  }

  /** About {@code n} points placed like the zeros of a Chebyshev polynomial; never an end. */
  public Samples interior(int n) {
    int last = x.length - 1;
    int[] at = new int[n];
    for (int j = 0; j < n; j++) {
      at[j] = (int) Math.floorDiv((long) last * (2 * j + 1), 2L * n);
    }
    return pick(at);
  }

  /** Every {@code stride}th point; the ends stay if the stride divides the number of intervals. */
  public Samples every(int stride) {
    int[] at = new int[(x.length - 1) / stride + 1];
    for (int i = 0; i < at.length; i++) {
      at[i] = i * stride;
    }
    return pick(at);
  }

  /** Another target, whose error was {@code by} here; zeros under relative error stay. */
  Samples moved(double by) {
    double[] h = new double[x.length];
    double[] l = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      DoubleDouble f = new DoubleDouble(high[i], low[i]);
      double step = weight[i] == 0 ? 0 : by / weight[i];
      DoubleDouble moved = DoubleDouble.add(f, DoubleDouble.of(step));
      h[i] = moved.hi();
      l[i] = moved.lo();
    }
    return new Samples(x, h, l, weight, noise);
  }

  /** The same with more points, where they are not among them. */
  Samples with(List<ExactFit.Node> nodes, boolean relative) {
    List<double[]> all = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      all.add(new double[] {x[i], high[i], low[i], weight[i]});
    }
    for (ExactFit.Node n : nodes) {
      if (Arrays.binarySearch(x, n.x()) < 0) {
        all.add(new double[] {n.x(), n.value(), 0, relative ? 1 / Math.abs(n.value()) : 1});
      }
    }
    all.sort(Comparator.comparingDouble(point -> point[0]));
    double[][] columns = new double[4][all.size()];
    for (int i = 0; i < all.size(); i++) {
      for (int k = 0; k < columns.length; k++) {
        columns[k][i] = all.get(i)[k];
      }
    }
    return new Samples(columns[0], columns[1], columns[2], columns[3], noise);
  }

  /** The same, where errors at some of the points count more. */
  Samples heavier(List<ExactFit.Node> nodes, double factor) {
    double[] w = weight.clone();
    for (int i = 0; i < w.length; i++) {
      double at = x[i];
      w[i] *= nodes.stream().anyMatch(n -> n.x() == at) ? factor : 1;
    }
    return new Samples(x, high, low, w, noise);
  }

  /** The same, where a sum of squares counts each sample by its share of a mean. */
  Samples shared(double[] shares) {
    double[] w = new double[x.length];
    Arrays.setAll(w, i -> weight[i] * Math.sqrt(shares[i] * x.length));
    return new Samples(x, high, low, w, noise);
  }

  /** All but the first and the last, where programs may be 1/0 on the way. */
  Samples withoutEnds() {
    return pick(IntStream.range(1, x.length - 1).toArray());
  }

  /** The points at which {@code kept} is true. */
  Samples where(boolean[] kept) {
    return pick(IntStream.range(0, kept.length).filter(i -> kept[i]).toArray());
  }

  private Samples pick(int[] at) {
    double[][] picked = new double[4][at.length];
    for (int i = 0; i < at.length; i++) {
      picked[0][i] = x[at[i]];
      picked[1][i] = high[at[i]];
      picked[2][i] = low[at[i]];
      picked[3][i] = weight[at[i]];
    }
    return new Samples(picked[0], picked[1], picked[2], picked[3], noise);
  }
}
