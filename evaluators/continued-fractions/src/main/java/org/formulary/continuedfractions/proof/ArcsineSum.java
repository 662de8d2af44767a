package org.formulary.continuedfractions.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.formulary.continuedfractions.polynomial.Fractions;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;

/**
 * Sums like Σ k!/(1 · 3 · … (2k + 1)): h1 and h2 are linear, that one's zero is whole, this one's a
 * half more than a whole number, and their leading coefficients have the quotient z = 1/2.
 *
 * <p>With W(k) = z^k k!/(Y)_(k + 1) and any polynomial p, Σ W(k) (z (k + 1) p(k + 1) − (Y + k)
 * p(k)) = −p(0), so that all Σ W(k) P(k) with a polynomial P are ρ Σ W(k) + σ with rational ρ and
 * σ; and Σ z^k k!/(1/2)_(k + 1) = 2 arcsin(√z)/√(z (1 − z)) (Newton), which is π for z = 1/2.
 */
final class ArcsineSum {
  private static final BigFraction HALF = BigFraction.of(1, 2);

  /** Y. */
  private final BigFraction last;

  private ArcsineSum(BigFraction last) {
    this.last = last;
  }

  /** Σ h1(1) … h1(k) r(k)/(h2(1) … h2(k + 1) d); empty where it is of another kind. */
  static Optional<Symbolic> of(Telescoped t) {
    EulerForm form = t.form();
    if (form.h1().degree() != 1 || form.h2().degree() != 1) {
      return Optional.empty();
    }
    BigFraction x = BigFraction.ONE.subtract(Summand.zeros(form.h1()).orElseThrow().getFirst());
    BigFraction y = BigFraction.ONE.subtract(Summand.zeros(form.h2()).orElseThrow().getFirst());
    BigFraction z = BigFraction.of(form.h1().leading(), form.h2().leading());
    boolean known =
        z.equals(HALF)
            && Fractions.isWhole(x)
            && x.signum() > 0
            && Fractions.denominator(y).equals(BigInteger.TWO);
    if (!known) {
      return Optional.empty();
    }
    ArcsineSum sum = new ArcsineSum(y.compareTo(HALF) > 0 ? y : HALF);
    List<BigFraction> p = new ArrayList<>();
    for (BigInteger c : t.r().coefficients()) {
      p.add(BigFraction.of(c).divide(t.d().multiply(form.h2().leading())));
    }
    // (x)_k = k! (k + 1)_(x − 1)/(x − 1)!
    for (int i = 1; i < x.intValue(); i++) {
      p = times(p, BigFraction.of(i), BigFraction.of(i));
    }
    return Optional.of(sum.reduced(sum.overLast(p, y)));
  }

  /** P with P/(Y)_(k + 1) = p/(y)_(k + 1). */
  private List<BigFraction> overLast(List<BigFraction> p, BigFraction y) {
    List<BigFraction> product = p;
    for (BigFraction s = y; s.compareTo(last) < 0; s = s.add(1)) {
      product = times(product, s.add(1), s);
    }
    return product;
  }

  /** p (k + s)/divisor. */
  private static List<BigFraction> times(List<BigFraction> p, BigFraction s, BigFraction divisor) {
    List<BigFraction> product = new ArrayList<>();
    for (int k = 0; k <= p.size(); k++) {
      BigFraction own = k < p.size() ? p.get(k).multiply(s) : BigFraction.ZERO;
      BigFraction below = k > 0 ? p.get(k - 1) : BigFraction.ZERO;
      product.add(own.add(below).divide(divisor));
    }
    return product;
  }

  /** Σ W(k) = (π − σ)/ρ with ρ and σ of the sum that is π. */
  private Symbolic reduced(List<BigFraction> p) {
    BigFraction[] of = constants(p);
    BigFraction[] base = constants(overLast(List.of(BigFraction.ONE), HALF));
    Symbolic unit =
        Symbolic.of("pi").plus(Symbolic.of(base[1].negate())).times(base[0].reciprocal());
    return unit.times(of[0]).plus(Symbolic.of(of[1]));
  }

  /** ρ and σ with Σ W(k) P(k) = ρ Σ W(k) + σ. */
  private BigFraction[] constants(List<BigFraction> polynomial) {
    List<BigFraction> p = new ArrayList<>(polynomial);
    BigFraction sigma = BigFraction.ZERO;
    for (int degree = p.size() - 1; degree > 0; degree--) {
      // z (k + 1)^(j + 1) − (Y + k) k^j for j = degree − 1 has the leading coefficient z − 1 =
      // −1/2.
      BigFraction factor = p.get(degree).multiply(-2);
      IntegerPolynomial power = IntegerPolynomial.of(1);
      for (int i = 0; i < degree; i++) {
        power = power.multiply(IntegerPolynomial.of(1, 1));
      }
      for (int k = 0; k <= degree; k++) {
        BigFraction c = HALF.multiply(power.coefficient(k));
        c = k == degree ? c.subtract(1) : k == degree - 1 ? c.subtract(last) : c;
        p.set(k, p.get(k).subtract(factor.multiply(c)));
      }
      sigma = degree == 1 ? sigma.subtract(factor) : sigma;
    }
    return new BigFraction[] {p.getFirst(), sigma};
  }
}
