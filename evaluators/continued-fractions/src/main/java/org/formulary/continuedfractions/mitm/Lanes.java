package org.formulary.continuedfractions.mitm;

/**
 * The convergents of fractions that share their partial denominators, many at once, in doubles:
 * loops run over the fractions, so that they vectorise, and take four terms at once, so that their
 * state is loaded and stored once for four.
 *
 * <p>A term takes four multiplications or additions and two loads or stores, so with the vectors of
 * eight doubles of a processor that loads two and multiplies two a cycle the limit is a cycle for
 * four fractions. One per thread; nothing is allocated by {@link #compute}.
 */
final class Lanes {
  /** Fractions at once: the table of their partial numerators stays in the second cache. */
  static final int WIDTH = 256;

  private static final int P_BEFORE = 0;
  private static final int P = WIDTH;
  private static final int Q_BEFORE = 2 * WIDTH;
  private static final int Q = 3 * WIDTH;

  private final int terms;
  private final double[] state = new double[4 * WIDTH];
  private final long[] keys = new long[WIDTH];
  private final double[] distances = new double[WIDTH];

  /**
   * For convergents of so many partial denominators.
   *
   * @param terms a multiple of 4
   */
  Lanes(int terms) {
    if (terms < 4 || terms % 4 != 0) {
      throw new IllegalArgumentException("terms must be a multiple of 4, was " + terms);
    }
    this.terms = terms;
  }

  /**
   * The convergents a(0) + b(1)/(a(1) + … + b(terms − 1)/a(terms − 1)).
   *
   * @param a partial denominators
   * @param b partial numerators: that of n of lane j at n WIDTH + j
   * @param from the first lane
   * @param to the lane after the last
   */
  void compute(double[] a, double[] b, int from, int to) {
    start(state, a, b, from, to);
    for (int n = 4; n < terms; n += 4) {
      advance(state, a, b, n, from, to);
    }
    look(state, keys, distances, from, to);
  }

  /** The keys of the convergents, by lane; they change with the next computation. */
  long[] keys() {
    return keys;
  }

  /** How far the convergent of one term less is from that of a lane, in keys. */
  double distance(int lane) {
    return distances[lane];
  }

  private static void look(double[] state, long[] keys, double[] distances, int from, int to) {
    for (int j = from; j < to; j++) {
      double last = state[P + j] / state[Q + j] * ImageTable.SCALE;
      double before = state[P_BEFORE + j] / state[Q_BEFORE + j] * ImageTable.SCALE;
      keys[j] = (long) Math.abs(last);
      distances[j] = Math.abs(last - before);
    }
  }

  private static void start(double[] state, double[] a, double[] b, int from, int to) {
    double a0 = a[0];
    double a1 = a[1];
    double a2 = a[2];
    double a3 = a[3];
    for (int j = from; j < to; j++) {
      double b2 = b[2 * WIDTH + j];
      double b3 = b[3 * WIDTH + j];
      double p1 = Math.fma(a0, a1, b[WIDTH + j]);
      double p2 = Math.fma(a2, p1, b2 * a0);
      double q2 = Math.fma(a2, a1, b2);
      state[P_BEFORE + j] = p2;
      state[P + j] = Math.fma(a3, p2, b3 * p1);
      state[Q_BEFORE + j] = q2;
      state[Q + j] = Math.fma(a3, q2, b3 * a1);
    }
  }

  private static void advance(double[] state, double[] a, double[] b, int n, int from, int to) {
    double a0 = a[n];
    double a1 = a[n + 1];
    double a2 = a[n + 2];
    double a3 = a[n + 3];
    int row = n * WIDTH;
    for (int j = from; j < to; j++) {
      double b0 = b[row + j];
      double b1 = b[row + WIDTH + j];
      double b2 = b[row + 2 * WIDTH + j];
      double b3 = b[row + 3 * WIDTH + j];
      double p = state[P + j];
      double q = state[Q + j];
      double p0 = Math.fma(a0, p, b0 * state[P_BEFORE + j]);
      double q0 = Math.fma(a0, q, b0 * state[Q_BEFORE + j]);
      double p1 = Math.fma(a1, p0, b1 * p);
      double q1 = Math.fma(a1, q0, b1 * q);
      double p2 = Math.fma(a2, p1, b2 * p0);
      double q2 = Math.fma(a2, q1, b2 * q0);
      state[P_BEFORE + j] = p2;
      state[Q_BEFORE + j] = q2;
      state[P + j] = Math.fma(a3, p2, b3 * p1);
      state[Q + j] = Math.fma(a3, q2, b3 * q1);
    }
  }
}
