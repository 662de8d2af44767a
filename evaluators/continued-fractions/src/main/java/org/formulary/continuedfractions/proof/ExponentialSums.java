package org.formulary.continuedfractions.proof;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.formulary.continuedfractions.polynomial.Fractions;

/** Closed forms of sums over k ≥ 0 of rational functions times z^k/k!; see {@link Sums}. */
final class ExponentialSums {
  private static final int MOST = 64;

  private ExponentialSums() {}

  static Optional<Symbolic> of(Summand t) {
    BigFraction z = t.z();
    if (Fractions.numerator(z).abs().compareTo(BigInteger.valueOf(MOST)) > 0) {
      return Optional.empty();
    }
    Symbolic exp = Elementary.exponential(z);
    Symbolic sum = Symbolic.ZERO;
    for (Map.Entry<BigFraction, BigFraction[]> part : t.partialFractions().entrySet()) {
      BigFraction i = part.getKey();
      boolean known =
          part.getValue().length == 1
              && Fractions.isWhole(i)
              && i.signum() > 0
              && i.intValue() <= MOST;
      if (!known) {
        return Optional.empty();
      }
      sum = sum.plus(byParts(z, exp, i.intValue()).times(part.getValue()[0]));
    }
    return Optional.of(sum.plus(polynomial(t, exp)));
  }

  /** Σ z^k/(k! (k + i)), the integral of x^(i − 1) e^(z x) from 0 to 1. */
  private static Symbolic byParts(BigFraction z, Symbolic exp, int i) {
    BigFraction by = z.reciprocal();
    Symbolic value = exp.plus(Symbolic.of(BigFraction.of(-1))).times(by);
    for (int j = 2; j <= i; j++) {
      value = exp.plus(value.times(BigFraction.of(1 - j))).times(by);
    }
    return value;
  }

  /**
   * Of the polynomial p that the partial fractions leave: Σ z^k p(k)/k! = e^z Σ Δ^j p(0) z^j/j!.
   */
  private static Symbolic polynomial(Summand t, Symbolic exp) {
    int degree = t.degree();
    if (degree < 0) {
      return Symbolic.ZERO;
    }
    BigFraction[] values = new BigFraction[degree + 1];
    for (int k = 0; k <= degree; k++) {
      BigFraction at = BigFraction.of(k);
      BigFraction value = t.rational(at);
      for (Map.Entry<BigFraction, BigFraction[]> part : t.partialFractions().entrySet()) {
        value = value.subtract(part.getValue()[0].divide(at.add(part.getKey())));
      }
      values[k] = value;
    }
    BigFraction sum = BigFraction.ZERO;
    BigFraction power = BigFraction.ONE;
    for (int j = 0; j <= degree; j++) {
      sum = sum.add(values[0].multiply(power));
      power = power.multiply(t.z()).divide(j + 1);
      for (int k = 0; k + 1 <= degree - j; k++) {
        values[k] = values[k + 1].subtract(values[k]);
      }
    }
    return exp.times(sum);
  }
}
