package org.formulary.truth.proof;

import java.util.Arrays;

/**
 * A polynomial on [0, 1] by its Bernstein coefficients, each known to lie between two doubles.
 *
 * <p>On [0, 1] the polynomial lies between the least and the greatest coefficient, and its values
 * at 0 and 1 are the first and the last. Halving (de Casteljau) takes means of neighbours; each
 * mean is rounded outward.
 */
final class BernsteinForm {
  private final double[] low;
  private final double[] high;

  private BernsteinForm(double[] low, double[] high) {
    this.low = low;
    this.high = high;
  }

  /**
   * The form of Σ cᵢ sⁱ: bⱼ = Σ_{i≤j} C(j,i)/C(n,i) cᵢ, summed as a table of repeated differences.
   */
  static BernsteinForm of(Ball[] powers, int bits) {
    int n = powers.length - 1;
    Ball[] b = new Ball[n + 1];
    long binomial = 1;
    for (int i = 0; i <= n; i++) {
      b[i] = powers[i].divide(binomial, bits);
      binomial = Math.multiplyExact(binomial, n - i) / (i + 1);
    }
    for (int level = 1; level <= n; level++) {
      for (int j = n; j >= level; j--) {
        b[j] = b[j].add(b[j - 1], bits);
      }
    }
    double[] low = Arrays.stream(b).mapToDouble(Ball::lower).toArray();
    double[] high = Arrays.stream(b).mapToDouble(Ball::upper).toArray();
    return new BernsteinForm(low, high);
  }

  /** An upper bound of |p| on [0, 1]. */
  double upperBound() {
    double bound = 0;
    for (int i = 0; i < low.length; i++) {
      bound = Math.max(bound, Math.max(-low[i], high[i]));
    }
    return bound;
  }

  /** The widest gap between the two bounds of a coefficient: what the coefficients do not tell. */
  double uncertainty() {
    double widest = 0;
    for (int i = 0; i < low.length; i++) {
      widest = Math.max(widest, Math.nextUp(high[i] - low[i]));
    }
    return widest;
  }

  /** A lower bound of |p(0)|. */
  double atZero() {
    return Math.max(0, Math.max(low[0], -high[0]));
  }

  /** A lower bound of |p(1)|. */
  double atOne() {
    int n = low.length - 1;
    return Math.max(0, Math.max(low[n], -high[n]));
  }

  /** The polynomial on [0, 1/2] and on [1/2, 1], each stretched to [0, 1]. */
  BernsteinForm[] halves() {
    int n = low.length;
    double[] leftLow = new double[n];
    double[] leftHigh = new double[n];
    double[] rightLow = low.clone();
    double[] rightHigh = high.clone();
    for (int k = 0; k < n; k++) {
      leftLow[k] = rightLow[0];
      leftHigh[k] = rightHigh[0];
      for (int j = 0; j < n - 1 - k; j++) {
        rightLow[j] = Math.nextDown((rightLow[j] + rightLow[j + 1]) / 2);
        rightHigh[j] = Math.nextUp((rightHigh[j] + rightHigh[j + 1]) / 2);
      }
    }
    return new BernsteinForm[] {
      new BernsteinForm(leftLow, leftHigh), new BernsteinForm(rightLow, rightHigh)
    };
  }
}
