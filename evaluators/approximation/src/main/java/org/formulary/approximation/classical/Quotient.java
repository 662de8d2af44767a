package org.formulary.approximation.classical;

import static org.formulary.expressions.eval.DoubleDouble.add;
import static org.formulary.expressions.eval.DoubleDouble.divide;
import static org.formulary.expressions.eval.DoubleDouble.multiply;

import java.util.List;
import java.util.stream.IntStream;
import org.formulary.expressions.eval.DoubleDouble;

/**
 * A polynomial or rational function of t on [−1, 1].
 *
 * @param numerator coefficients of 1, t, t², …
 * @param denominator likewise; 1 alone for a polynomial
 */
record Quotient(List<DoubleDouble> numerator, List<DoubleDouble> denominator) {
  private static final int MAX_BISECTIONS = 60;

  Quotient {
    numerator = List.copyOf(numerator);
    denominator = List.copyOf(denominator);
  }

  static Quotient polynomial(DoubleDouble... coefficients) {
    return new Quotient(List.of(coefficients), List.of(DoubleDouble.ONE));
  }

  /**
   * The same without the coefficients that the parity of its degrees excludes: of an even or odd
   * function the best quotient has none of them.
   */
  Quotient symmetric() {
    return new Quotient(everyOther(numerator), everyOther(denominator));
  }

  private static List<DoubleDouble> everyOther(List<DoubleDouble> c) {
    return IntStream.range(0, c.size())
        .mapToObj(k -> (c.size() - 1 - k) % 2 == 0 ? c.get(k) : DoubleDouble.ZERO)
        .toList();
  }

  int p() {
    return numerator.size() - 1;
  }

  int q() {
    return denominator.size() - 1;
  }

  DoubleDouble value(DoubleDouble t) {
    DoubleDouble n = horner(numerator, t);
    return q() == 0 ? divide(n, denominator.getFirst()) : divide(n, horner(denominator, t));
  }

  static DoubleDouble horner(List<DoubleDouble> coefficients, DoubleDouble t) {
    DoubleDouble sum = coefficients.getLast();
    for (int k = coefficients.size() - 2; k >= 0; k--) {
      sum = add(multiply(sum, t), coefficients.get(k));
    }
    return sum;
  }

  /**
   * Whether the denominator has no zero on [−1, 1].
   *
   * <p>Its Bernstein coefficients enclose it: where all have one sign there is no zero, where the
   * two ends differ there is one, else the interval is bisected. In binary64: a denominator within
   * about 1e-13 of a zero counts as having one.
   */
  boolean isFreeOfPoles() {
    int n = q();
    double[] b = new double[n + 1];
    double scale = 0;
    for (int j = 0; j <= n; j++) {
      b[j] = bernstein(j);
      scale = Math.max(scale, Math.abs(b[j]));
    }
    return keepsSign(b, scale * 1e-13, 0);
  }

  /** Bernstein coefficient j on [−1, 1]: the polar form at n − j times −1 and j times 1. */
  private double bernstein(int j) {
    int n = q();
    double sum = 0;
    for (int k = 0; k <= n; k++) {
      // The polar form of t^k is the mean product of k of the n arguments.
      double mean = 0;
      for (int ones = Math.max(0, k - (n - j)); ones <= Math.min(k, j); ones++) {
        double ways = binomial(j, ones) * binomial(n - j, k - ones) / binomial(n, k);
        mean += ((k - ones) % 2 == 0 ? 1 : -1) * ways;
      }
      sum += denominator.get(k).hi() * mean;
    }
    return sum;
  }

  private static double binomial(int n, int k) {
    double product = 1;
    for (int i = 1; i <= k; i++) {
      product = product * (n - k + i) / i;
    }
    return product;
  }

  private static boolean keepsSign(double[] b, double tiny, int depth) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double v : b) {
      least = Math.min(least, v);
      most = Math.max(most, v);
    }
    if (least > tiny || most < -tiny) {
      return true;
    }
    boolean small = Math.abs(b[0]) <= tiny || Math.abs(b[b.length - 1]) <= tiny;
    if (small || b[0] * b[b.length - 1] < 0 || depth == MAX_BISECTIONS) {
      return false;
    }
    double[] left = new double[b.length];
    double[] right = b.clone();
    for (int level = 0; level < b.length; level++) {
      left[level] = right[0];
      for (int i = 0; i + 1 < b.length - level; i++) {
        right[i] = (right[i] + right[i + 1]) / 2;
      }
    }
    return keepsSign(left, tiny, depth + 1) && keepsSign(right, tiny, depth + 1);
  }
}
