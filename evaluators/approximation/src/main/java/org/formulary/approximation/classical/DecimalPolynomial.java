package org.formulary.approximation.classical;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.formulary.expressions.BinaryRational;

/**
 * A polynomial in {@value #PRECISION} decimal digits, for changes of form that lose some of them.
 *
 * @param c coefficients of 1, x, x², …; at least one
 */
record DecimalPolynomial(List<BigDecimal> c) {
  static final int PRECISION = 80;
  static final MathContext DIGITS = new MathContext(PRECISION);

  private static final int MAX_BISECTIONS = 200;
  private static final int POLISHING = 6;

  DecimalPolynomial {
    c = List.copyOf(c);
  }

  static DecimalPolynomial of(List<BinaryRational> coefficients) {
    return new DecimalPolynomial(
        coefficients.stream().map(v -> v.toBigDecimal().round(DIGITS)).toList());
  }

  int degree() {
    return c.size() - 1;
  }

  BigDecimal get(int k) {
    return c.get(k);
  }

  BigDecimal lead() {
    return c.getLast();
  }

  double size() {
    return c.stream().mapToDouble(v -> Math.abs(v.doubleValue())).max().orElse(0);
  }

  DecimalPolynomial over(BigDecimal divisor) {
    return new DecimalPolynomial(c.stream().map(v -> v.divide(divisor, DIGITS)).toList());
  }

  BigDecimal value(BigDecimal x) {
    BigDecimal sum = lead();
    for (int k = degree() - 1; k >= 0; k--) {
      sum = sum.multiply(x).add(c.get(k), DIGITS);
    }
    return sum;
  }

  /** The polynomial in y = x − {@code by}: this one at y + {@code by}. */
  DecimalPolynomial shifted(BigDecimal by) {
    List<BigDecimal> shifted = new ArrayList<>(c);
    for (int i = 0; i < degree(); i++) {
      for (int k = degree() - 1; k >= i; k--) {
        shifted.set(k, shifted.get(k + 1).multiply(by).add(shifted.get(k), DIGITS));
      }
    }
    return new DecimalPolynomial(shifted);
  }

  DecimalPolynomial derivative() {
    List<BigDecimal> d = new ArrayList<>();
    for (int k = 1; k <= degree(); k++) {
      d.add(c.get(k).multiply(BigDecimal.valueOf(k), DIGITS));
    }
    return new DecimalPolynomial(d.isEmpty() ? List.of(BigDecimal.ZERO) : d);
  }

  /** The coefficients of every other power, from {@code first} = 0 or 1 on. */
  DecimalPolynomial everyOther(int first) {
    List<BigDecimal> kept = new ArrayList<>();
    for (int k = first; k <= degree(); k += 2) {
      kept.add(c.get(k));
    }
    return new DecimalPolynomial(kept);
  }

  /** A quotient and what is left, of lower degree than the divisor; 0 for nothing. */
  record Division(DecimalPolynomial quotient, DecimalPolynomial remainder) {}

  /** Division by a monic polynomial of at most the same degree. */
  Division dividedBy(DecimalPolynomial monic) {
    int d = monic.degree();
    List<BigDecimal> rest = new ArrayList<>(c);
    BigDecimal[] quotient = new BigDecimal[degree() - d + 1];
    for (int k = degree() - d; k >= 0; k--) {
      BigDecimal factor = rest.get(k + d);
      quotient[k] = factor;
      for (int i = 0; i < d; i++) {
        rest.set(k + i, rest.get(k + i).subtract(factor.multiply(monic.get(i)), DIGITS));
      }
    }
    List<BigDecimal> remainder = d == 0 ? List.of(BigDecimal.ZERO) : rest.subList(0, d);
    return new Division(
        new DecimalPolynomial(Arrays.asList(quotient)), new DecimalPolynomial(remainder));
  }

  /** Fujiwara's bound for the magnitude of all roots, at least 1. */
  double rootBound() {
    double bound = 1;
    for (int k = 0; k < degree(); k++) {
      double ratio = Math.abs(c.get(k).divide(lead(), DIGITS).doubleValue());
      bound = Math.max(bound, 2 * StrictMath.pow(ratio, 1.0 / (degree() - k)));
    }
    return bound;
  }

  /** The same with 0 for coefficients that are below {@code part} of the largest. */
  DecimalPolynomial cleaned(BigDecimal part) {
    BigDecimal largest = c.stream().map(BigDecimal::abs).max(BigDecimal::compareTo).orElseThrow();
    BigDecimal least = largest.multiply(part, DIGITS);
    return new DecimalPolynomial(
        c.stream().map(v -> v.abs().compareTo(least) <= 0 ? BigDecimal.ZERO : v).toList());
  }

  /**
   * The simple real roots, ascending. Between the roots of the derivative there is at most one; it
   * is found by bisection and then by Newton's method. Roots within about 1e-14 of another may be
   * missed.
   */
  List<BigDecimal> realRoots() {
    if (degree() == 0) {
      return List.of();
    }
    double bound = rootBound();
    List<BigDecimal> ends = new ArrayList<>(List.of(new BigDecimal(-bound)));
    ends.addAll(derivative().realRoots());
    ends.add(new BigDecimal(bound));
    Collections.sort(ends);
    List<BigDecimal> roots = new ArrayList<>();
    for (int i = 0; i + 1 < ends.size(); i++) {
      if (value(ends.get(i)).signum() * value(ends.get(i + 1)).signum() < 0) {
        roots.add(root(ends.get(i).doubleValue(), ends.get(i + 1).doubleValue()));
      }
    }
    return roots;
  }

  private BigDecimal root(double from, double to) {
    int sign = value(new BigDecimal(from)).signum();
    double low = from;
    double high = to;
    for (int i = 0; i < MAX_BISECTIONS; i++) {
      double middle = low / 2 + high / 2;
      if (middle <= low || middle >= high) {
        break;
      }
      int here = value(new BigDecimal(middle)).signum();
      if (here == sign) {
        low = middle;
      } else {
        high = middle;
      }
    }
    BigDecimal x = new BigDecimal(high);
    DecimalPolynomial derivative = derivative();
    for (int i = 0; i < POLISHING; i++) {
      BigDecimal slope = derivative.value(x);
      if (slope.signum() == 0) {
        break;
      }
      x = x.subtract(value(x).divide(slope, DIGITS), DIGITS);
    }
    return x;
  }
}
