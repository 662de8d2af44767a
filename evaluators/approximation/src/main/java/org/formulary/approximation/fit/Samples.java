package org.formulary.approximation.fit;

/**
 * Reference values on a grid, for fits: the target as double-double numbers, and what an error at
 * each point is multiplied by. Arrays of one length, shared and not to be written to.
 *
 * @param x ascending binary64 points, ends included
 * @param high the target rounded to binary64
 * @param low the rest, rounded
 * @param weight 1/|f| for relative error, 1 for absolute; 0 where f is 0 under relative error
 */
public record Samples(double[] x, double[] high, double[] low, double[] weight) {
  public Samples {
    if (high.length != x.length || low.length != x.length || weight.length != x.length) {
      throw new IllegalArgumentException("arrays of different lengths");
    }
  }

  public int size() {
    return x.length;
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

  private Samples pick(int[] at) {
    double[][] picked = new double[4][at.length];
    for (int i = 0; i < at.length; i++) {
      picked[0][i] = x[at[i]];
      picked[1][i] = high[at[i]];
      picked[2][i] = low[at[i]];
      picked[3][i] = weight[at[i]];
    }
    return new Samples(picked[0], picked[1], picked[2], picked[3]);
  }
}
