package org.formulary.continuedfractions.recurrence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.truth.Enclosure;

/**
 * All complex roots of a polynomial at once, in binary64: Aberth's iteration (Math. Comp. 27,
 * 1973), each root by Newton's step on the polynomial divided by its distances to the others.
 */
final class ComplexRoots {
  private static final int MOST_STEPS = 2000;

  /**
   * Steps shorter than this part of a root end the iteration; a double root moves by about 1e-8.
   */
  private static final double SETTLED = 1e-15;

  /** Still good enough, where steps get no shorter: near multiple roots. */
  private static final double UNSETTLED = 1e-7;

  private final double[] coefficients;
  private final double[] re;
  private final double[] im;

  private ComplexRoots(double[] coefficients) {
    this.coefficients = coefficients;
    int degree = coefficients.length - 1;
    re = new double[degree];
    im = new double[degree];
  }

  /**
   * The logarithms of the sizes of all roots, each as often as it is one, in no order; to some 13
   * digits of the root, where no other is near. Sizes may differ by a factor of 10^40 for degrees
   * up to 5; beyond that numbers overflow. A multiple root is found as a simple root of the
   * polynomial by its greatest common divisor with the derivative.
   *
   * @param p not 0 at 0, and no number
   * @return empty where the iteration does not settle
   */
  static List<Double> logSizes(IntegerPolynomial p) {
    List<Double> logs = new ArrayList<>();
    IntegerPolynomial rest = p.primitive();
    while (rest.degree() > 0) {
      IntegerPolynomial repeated = rest.gcd(derivative(rest));
      List<Double> simple = logSizesOfSimple(rest.dividedBy(repeated));
      if (simple.isEmpty()) {
        return List.of();
      }
      logs.addAll(simple);
      rest = repeated;
    }
    return logs;
  }

  private static IntegerPolynomial derivative(IntegerPolynomial p) {
    return new IntegerPolynomial(
        IntStream.rangeClosed(1, p.degree())
            .mapToObj(k -> p.coefficient(k).multiply(BigInteger.valueOf(k)))
            .toList());
  }

  private static List<Double> logSizesOfSimple(IntegerPolynomial p) {
    int degree = p.degree();
    double first = Enclosure.log2(p.coefficient(0).abs());
    double scale = (first - Enclosure.log2(p.leading().abs())) / degree;
    if (degree == 1) {
      return List.of(scale * StrictMath.log(2));
    }
    double[] scaled = new double[degree + 1];
    for (int k = 0; k <= degree; k++) {
      BigInteger a = p.coefficient(k);
      scaled[k] =
          a.signum() == 0
              ? 0
              : a.signum() * StrictMath.pow(2, Enclosure.log2(a.abs()) - first + k * scale);
    }
    ComplexRoots roots = new ComplexRoots(scaled);
    return roots.settle()
        ? IntStream.range(0, degree)
            .mapToObj(i -> StrictMath.log(roots.size(i)) + scale * StrictMath.log(2))
            .toList()
        : List.of();
  }

  private double size(int i) {
    return StrictMath.hypot(re[i], im[i]);
  }

  private boolean settle() {
    begin();
    double moved = Double.POSITIVE_INFINITY;
    for (int step = 0; step < MOST_STEPS && moved > SETTLED; step++) {
      moved = 0;
      for (int i = 0; i < re.length; i++) {
        moved = Math.max(moved, improve(i));
      }
    }
    return moved < UNSETTLED;
  }

  /**
   * On circles, and on no axis of symmetry. For each edge of the upper hull of (k, ln |c_k|) there
   * are as many roots as it is long near the circle of radius e^−slope (Bini, Numer. Algorithms 13,
   * 1996).
   */
  private void begin() {
    int from = 0;
    while (from < re.length) {
      int to = from + 1;
      for (int k = from + 2; k <= re.length; k++) {
        to = slope(from, k) >= slope(from, to) ? k : to;
      }
      double radius = StrictMath.exp(-slope(from, to));
      for (int i = from; i < to; i++) {
        double angle = 2 * Math.PI * (i - from) / (to - from) + 0.4 + from;
        re[i] = radius * StrictMath.cos(angle);
        im[i] = radius * StrictMath.sin(angle);
      }
      from = to;
    }
  }

  /** −∞ where the second coefficient is 0; the first is none of those. */
  private double slope(int i, int k) {
    double rise =
        StrictMath.log(Math.abs(coefficients[k])) - StrictMath.log(Math.abs(coefficients[i]));
    return rise / (k - i);
  }

  /** Moves one root; how far, by its size. NaN, and so no result, where numbers overflow. */
  private double improve(int i) {
    double x = re[i];
    double y = im[i];
    double pr = 0;
    double pi = 0;
    double dr = 0;
    double di = 0;
    for (int k = coefficients.length - 1; k >= 0; k--) {
      double er = dr * x - di * y + pr;
      di = dr * y + di * x + pi;
      dr = er;
      double qr = pr * x - pi * y + coefficients[k];
      pi = pr * y + pi * x;
      pr = qr;
    }
    if (pr == 0 && pi == 0) {
      return 0;
    }
    // The step is p/(p' − p Σ 1/(z − z_j)).
    double sr = 0;
    double si = 0;
    for (int j = 0; j < re.length; j++) {
      if (j != i) {
        double ar = x - re[j];
        double ai = y - im[j];
        double square = ar * ar + ai * ai;
        if (square > 0) {
          sr += ar / square;
          si -= ai / square;
        }
      }
    }
    double br = dr - (pr * sr - pi * si);
    double bi = di - (pr * si + pi * sr);
    double square = br * br + bi * bi;
    double stepRe = (pr * br + pi * bi) / square;
    double stepIm = (pi * br - pr * bi) / square;
    re[i] -= stepRe;
    im[i] -= stepIm;
    return StrictMath.hypot(stepRe, stepIm) / size(i);
  }
}
