package org.formulary.continuedfractions.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.formulary.continuedfractions.polynomial.Fractions;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.RationalRoots;

/**
 * The terms of a sum over k ≥ 0: factor · z^k · r(k) · Π (k + s)^e, by 1/k! where it is
 * exponential.
 *
 * @param exponents e ≠ 0 by s
 */
record Summand(
    BigFraction factor,
    BigFraction z,
    IntegerPolynomial r,
    SortedMap<BigFraction, Integer> exponents,
    boolean exponential) {

  /**
   * The terms h1(1) … h1(k) r(k)/(h2(1) … h2(k + 1) d); empty unless all zeros of h1 and h2 are
   * rational and differ by whole numbers in pairs, but for one whole zero of h2 at most.
   */
  static Optional<Summand> of(Telescoped sum) {
    EulerForm form = sum.form();
    Optional<List<BigFraction>> above = zeros(form.h1());
    Optional<List<BigFraction>> below = zeros(form.h2());
    if (above.isEmpty() || below.isEmpty()) {
      return Optional.empty();
    }
    Builder builder = new Builder();
    BigFraction lead = BigFraction.of(form.h2().leading());
    builder.factor = lead.multiply(sum.d()).reciprocal();
    List<BigFraction> unpaired = new ArrayList<>(below.get());
    for (BigFraction zero : above.get()) {
      Optional<BigFraction> partner =
          unpaired.stream().filter(b -> Fractions.isWhole(b.subtract(zero))).findFirst();
      if (partner.isEmpty()) {
        return Optional.empty();
      }
      unpaired.remove(partner.get());
      builder.ratio(BigFraction.ONE.subtract(zero), BigFraction.ONE.subtract(partner.get()));
    }
    if (unpaired.size() > 1 || unpaired.size() == 1 && !Fractions.isWhole(unpaired.getFirst())) {
      return Optional.empty();
    }
    if (unpaired.size() == 1) {
      // 1/(y)_(k + 1) = (y − 1)!/(k + y)!, of which 1/k! is apart
      int y = BigFraction.ONE.subtract(unpaired.getFirst()).intValue();
      for (int i = 1; i <= y; i++) {
        builder.multiply(BigFraction.of(i), -1);
        builder.factor = builder.factor.multiply(Math.max(1, i - 1));
      }
    }
    builder.exponents.values().removeIf(e -> e == 0);
    return Optional.of(
        new Summand(
            builder.factor,
            BigFraction.of(form.h1().leading()).divide(lead),
            sum.r(),
            builder.exponents,
            unpaired.size() == 1));
  }

  private static final class Builder {
    private BigFraction factor = BigFraction.ONE;
    private final SortedMap<BigFraction, Integer> exponents = new TreeMap<>();

    void multiply(BigFraction s, int exponent) {
      exponents.merge(s, exponent, Integer::sum);
    }

    /** (x)_k / (y)_(k + 1) with x − y a whole number m: Γ(y)/Γ(x) · Γ(x + k)/Γ(y + k + 1). */
    void ratio(BigFraction x, BigFraction y) {
      int m = x.subtract(y).intValue();
      for (int i = 1; i < m; i++) {
        multiply(y.add(i), 1);
      }
      for (int i = m; i <= 0; i++) {
        multiply(y.add(i), -1);
      }
      for (int i = 0; i < m; i++) {
        factor = factor.divide(y.add(i));
      }
      for (int i = m; i < 0; i++) {
        factor = factor.multiply(y.add(i));
      }
    }
  }

  /** All zeros; empty if one is not rational. */
  static Optional<List<BigFraction>> zeros(IntegerPolynomial p) {
    List<BigFraction> zeros = new ArrayList<>();
    for (IntegerPolynomial factor : RationalRoots.factors(p)) {
      if (factor.degree() > 1) {
        return Optional.empty();
      }
      zeros.add(BigFraction.of(factor.coefficient(0).negate(), factor.leading()));
    }
    return Optional.of(zeros);
  }

  /** The factor times r(k) Π (k + s)^e. */
  BigFraction rational(BigFraction k) {
    BigFraction value = factor.multiply(taylor(k, 1)[0]);
    for (Map.Entry<BigFraction, Integer> e : exponents.entrySet()) {
      value = value.multiply(k.add(e.getKey()).pow(e.getValue()));
    }
    return value;
  }

  /** The degree of the numerator less that of the denominator. */
  int degree() {
    return r.degree() + exponents.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Of 1/(k + s)^j the coefficient in partial fractions, by s and j − 1. */
  SortedMap<BigFraction, BigFraction[]> partialFractions() {
    SortedMap<BigFraction, BigFraction[]> parts = new TreeMap<>();
    exponents.forEach(
        (s, e) -> {
          if (e < 0) {
            parts.put(s, principal(s, -e));
          }
        });
    return parts;
  }

  /** The other factors as a series in x = k + s: their coefficient of x^t belongs to j = m − t. */
  private BigFraction[] principal(BigFraction pole, int order) {
    BigFraction[] series = taylor(pole.negate(), order);
    for (int t = 0; t < order; t++) {
      series[t] = series[t].multiply(factor);
    }
    exponents.forEach(
        (s, e) -> {
          if (!s.equals(pole)) {
            BigFraction d = s.subtract(pole);
            for (int i = 0; i < Math.abs(e); i++) {
              if (e > 0) {
                multiply(series, d);
              } else {
                divide(series, d);
              }
            }
          }
        });
    BigFraction[] coefficients = new BigFraction[order];
    for (int t = 0; t < order; t++) {
      coefficients[order - t - 1] = series[t];
    }
    return coefficients;
  }

  /** The first coefficients of r(k + x) as a series in x. */
  private BigFraction[] taylor(BigFraction k, int order) {
    BigFraction[] series = new BigFraction[order];
    Arrays.fill(series, BigFraction.ZERO);
    for (BigInteger c : r.coefficients().reversed()) {
      multiply(series, k);
      series[0] = series[0].add(c);
    }
    return series;
  }

  /** By x + d. */
  private static void multiply(BigFraction[] series, BigFraction d) {
    for (int t = series.length - 1; t >= 0; t--) {
      BigFraction before = t == 0 ? BigFraction.ZERO : series[t - 1];
      series[t] = series[t].multiply(d).add(before);
    }
  }

  private static void divide(BigFraction[] series, BigFraction d) {
    for (int t = 0; t < series.length; t++) {
      BigFraction before = t == 0 ? BigFraction.ZERO : series[t - 1];
      series[t] = series[t].subtract(before).divide(d);
    }
  }

  /** As a formula of k. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(Fractions.text(factor));
    text.append(r.degree() == 0 && r.leading().bitLength() == 1 ? "" : "*(" + r + ")");
    if (!z.isOne()) {
      text.append("*(").append(Fractions.text(z)).append(")^k");
    }
    exponents.forEach(
        (s, e) -> text.append("*(k + ").append(Fractions.text(s)).append(")^").append(e));
    return text.append(exponential ? "/k!" : "").toString().replace("n", "k");
  }
}
