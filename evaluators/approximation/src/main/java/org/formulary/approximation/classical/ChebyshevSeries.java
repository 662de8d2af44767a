package org.formulary.approximation.classical;

import static org.formulary.expressions.eval.DoubleDouble.add;
import static org.formulary.expressions.eval.DoubleDouble.divide;
import static org.formulary.expressions.eval.DoubleDouble.multiply;
import static org.formulary.expressions.eval.DoubleDouble.subtract;

import java.util.Arrays;
import org.formulary.expressions.eval.DoubleDouble;

/**
 * A polynomial Σ c_k·T_k(t) on [−1, 1] that stands for a smooth function known at points.
 *
 * <p>Reference: Trefethen, "Approximation Theory and Approximation Practice", chapters 3 and 8.
 */
final class ChebyshevSeries {
  private static final int MAX_CORRECTIONS = 8;
  private static final double ROUNDING = 0x1p-102;

  private final DoubleDouble[] c;
  private final double noise;

  private ChebyshevSeries(DoubleDouble[] c, double noise) {
    this.c = c;
    this.noise = noise;
  }

  /**
   * The polynomial of degree n through n + 1 points near the extrema −cos(jπ/n) of T_n, cut where
   * its coefficients vanish in their noise.
   *
   * <p>Each round transforms the residual as if the points were the extrema and with binary64
   * cosines; as both are off by some 1e-16 only, a round gains about 12 digits, and what it
   * converges to is the interpolant at the true points.
   */
  static ChebyshevSeries through(DoubleDouble[] t, DoubleDouble[] y) {
    DoubleDouble[] c = new DoubleDouble[t.length];
    Arrays.fill(c, DoubleDouble.ZERO);
    ChebyshevSeries series = new ChebyshevSeries(c, 0);
    DoubleDouble[] residual = y.clone();
    double last = Double.POSITIVE_INFINITY;
    for (int round = 0; round < MAX_CORRECTIONS; round++) {
      double size = 0;
      for (int j = 0; j < t.length; j++) {
        residual[j] = round == 0 ? y[j] : subtract(y[j], series.value(t[j]));
        size = Math.max(size, Math.abs(residual[j].hi()));
      }
      if (size == 0 || size > last / 16) {
        break;
      }
      last = size;
      addTransform(residual, c);
    }
    return series.cut();
  }

  private static void addTransform(DoubleDouble[] y, DoubleDouble[] c) {
    int n = y.length - 1;
    double[] cosine = new double[2 * n];
    for (int i = 0; i < 2 * n; i++) {
      cosine[i] = StrictMath.cos(Math.PI * i / n);
    }
    for (int k = 0; k <= n; k++) {
      DoubleDouble sum = DoubleDouble.ZERO;
      for (int j = 0; j <= n; j++) {
        // Ascending points: y[j] belongs to the angle (n − j)π/n.
        double weight = cosine[(int) ((long) k * (n - j) % (2 * n))] * (j % n == 0 ? 0.5 : 1);
        sum = add(sum, multiply(y[j], DoubleDouble.of(weight)));
      }
      double scale = (k % n == 0 ? 1.0 : 2.0) / n;
      c[k] = add(c[k], multiply(sum, DoubleDouble.of(scale)));
    }
  }

  /** Drops the coefficients at the end that are no larger than the last quarter of all. */
  private ChebyshevSeries cut() {
    double largest = 0;
    double tail = 0;
    for (int k = 0; k < c.length; k++) {
      double size = Math.abs(c[k].hi());
      largest = Math.max(largest, size);
      tail = k >= c.length - c.length / 4 ? Math.max(tail, size) : tail;
    }
    double floor = Math.max(4 * tail, largest * ROUNDING);
    int length = c.length;
    while (length > 1 && Math.abs(c[length - 1].hi()) <= floor) {
      length--;
    }
    return new ChebyshevSeries(Arrays.copyOf(c, length), floor);
  }

  /** An estimate of the largest error of a value; large where the function was not smooth. */
  double noise() {
    return noise;
  }

  /** Whether all coefficients of the given parity (0 even, 1 odd) vanish in the noise. */
  boolean lacks(int parity) {
    for (int k = parity; k < c.length; k += 2) {
      if (Math.abs(c[k].hi()) > 16 * noise) {
        return false;
      }
    }
    return true;
  }

  /** The value at t, by Clenshaw's recurrence. */
  DoubleDouble value(DoubleDouble t) {
    DoubleDouble twice = add(t, t);
    DoubleDouble next = DoubleDouble.ZERO;
    DoubleDouble b = DoubleDouble.ZERO;
    for (int k = c.length - 1; k >= 1; k--) {
      DoubleDouble current = add(c[k], subtract(multiply(twice, b), next));
      next = b;
      b = current;
    }
    return add(c[0], subtract(multiply(t, b), next));
  }

  /** The Taylor coefficients at {@code center} up to (t − center)^degree. */
  DoubleDouble[] taylor(double center, int degree) {
    DoubleDouble[] sum = new DoubleDouble[degree + 1];
    DoubleDouble[] before = new DoubleDouble[degree + 1];
    DoubleDouble[] power = new DoubleDouble[degree + 1];
    Arrays.fill(sum, DoubleDouble.ZERO);
    Arrays.fill(before, DoubleDouble.ZERO);
    Arrays.fill(power, DoubleDouble.ZERO);
    power[0] = DoubleDouble.ONE; // T_0; and T_{−1} = T_1 starts the recurrence
    before[0] = DoubleDouble.of(center);
    if (degree >= 1) {
      before[1] = DoubleDouble.ONE;
    }
    DoubleDouble twice = DoubleDouble.of(2 * center);
    for (DoubleDouble coefficient : c) {
      DoubleDouble[] next = new DoubleDouble[degree + 1];
      for (int i = 0; i <= degree; i++) {
        sum[i] = add(sum[i], multiply(coefficient, power[i]));
        next[i] = subtract(multiply(twice, power[i]), before[i]);
        if (i > 0) {
          next[i] = add(next[i], add(power[i - 1], power[i - 1]));
        }
      }
      before = power;
      power = next;
    }
    return sum;
  }

  /** The sum with a constant. */
  ChebyshevSeries plus(DoubleDouble constant) {
    DoubleDouble[] sum = c.clone();
    sum[0] = add(sum[0], constant);
    return new ChebyshevSeries(sum, noise);
  }

  /**
   * The quotient by (t − root), for a function that vanishes at {@code root} in [−1, 1].
   *
   * <p>Compares coefficients in Σ c_k T_k = (t − root)·Σ b_k T_k from the highest down. The noise
   * grows with the square of the degree, as the derivative of T_k at an end does; inside it grows
   * less.
   */
  ChebyshevSeries dividedBy(DoubleDouble root) {
    int n = c.length - 1;
    if (n == 0) {
      return new ChebyshevSeries(new DoubleDouble[] {DoubleDouble.ZERO}, noise);
    }
    DoubleDouble[] b = new DoubleDouble[n + 2];
    Arrays.fill(b, DoubleDouble.ZERO);
    DoubleDouble twice = add(root, root);
    for (int k = n; k >= 2; k--) {
      b[k - 1] = subtract(add(add(c[k], c[k]), multiply(twice, b[k])), b[k + 1]);
    }
    DoubleDouble half = divide(b[2], DoubleDouble.of(2));
    b[0] = subtract(add(c[1], multiply(root, b[1])), half);
    return new ChebyshevSeries(Arrays.copyOf(b, n), noise * (1.0 + (double) n * n));
  }
}
