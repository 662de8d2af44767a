package org.formulary.truth.proof;

import java.util.Arrays;
import org.formulary.expressions.BinaryRational;
import org.formulary.truth.Interval;

/**
 * The mean square of an error over an interval, summed over the patches that cover it.
 *
 * <p>On a patch the error is P(t) + ρ, |ρ| ≤ r, P a polynomial with |P| ≤ M: its square lies within
 * 2 M r + r² of P², which is integrated exactly, but for the radii of the coefficients.
 */
final class MeanSquare {
  /** Of the mean square, what a patch may leave open on its share of the width. */
  private static final double TOLERANCE = 0x1p-10;

  /** What any patch may leave open, as a part of the whole: so that those at singular ends end. */
  private static final double SMALL = 0x1p-30;

  private final Ball width;
  private final double about;
  private Ball sum = Ball.ZERO;

  /**
   * Nothing covered yet.
   *
   * @param about the mean square as samples show it, which says how much may be left open
   */
  MeanSquare(Interval interval, double about) {
    this.about = Math.max(about, BoundSearch.FLOOR);
    this.width = Ball.of(interval.upper().subtract(interval.lower()));
  }

  /**
   * Adds the patch of {@code error}. Answers whether that could be done; if not, too much is left
   * open on it.
   */
  boolean accept(TaylorModel error, PolynomialBound bound) {
    Patch patch = error.patch();
    double part =
        Ball.of(patch.place(BinaryRational.ONE).subtract(patch.place(BinaryRational.ZERO)))
            .upperMagnitude();
    double slack = bound.slack();
    double twice = Up.multiply(2, bound.form().upperBound());
    double open = Up.multiply(part, Up.multiply(slack, Up.add(twice, slack)));
    double allowed = about * (TOLERANCE * part + SMALL * width.magnitude());
    if (!(open <= allowed)) {
      return false;
    }
    sum = sum.add(integral(error).widen(open), patch.bits());
    return true;
  }

  /** ∫ P² dx over the patch, P with the midpoint of the remainder as its last coefficient. */
  private static Ball integral(TaylorModel error) {
    Patch patch = error.patch();
    int bits = patch.bits();
    int n = error.order();
    Ball[] p = new Ball[n + 1];
    Arrays.setAll(p, i -> i < n ? error.coefficient(i) : error.remainder().midpoint());
    // dx is dt, or ±2 t dt on t ≥ 0.
    boolean linear = patch.map() == Patch.Map.LINEAR;
    Ball low = Ball.of(patch.below());
    Ball high = Ball.of(patch.above());
    int first = linear ? 1 : 2;
    Ball integral = Ball.ZERO;
    for (int k = 0; k <= 2 * n; k++) {
      Ball c = Ball.ZERO;
      for (int i = Math.max(0, k - n); i <= Math.min(k, n); i++) {
        c = c.add(p[i].multiply(p[k - i], bits), bits);
      }
      int power = k + first;
      Ball span = high.power(power, bits).subtract(low.power(power, bits), bits);
      integral = integral.add(c.multiply(span, bits).divide(power, bits), bits);
    }
    return linear ? integral : integral.scale(1);
  }

  /** The root of the mean square. */
  ErrorProof.Enclosure root(int bits) {
    Ball mean = sum.divide(width, bits);
    double upper = Math.max(0, mean.upper());
    double lower = Math.max(0, mean.lower());
    return new ErrorProof.Enclosure(
        Math.max(0, Math.nextDown(Math.sqrt(lower))), Math.nextUp(Math.sqrt(upper)));
  }
}
