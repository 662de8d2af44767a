package org.formulary.continuedfractions.proof;

import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Closed forms of sums over k ≥ 0 of rational functions times z^k, by partial fractions and
 *
 * <ul>
 *   <li>Σ 1/(k + r)^s for r in 1, 1/2: ζ(s), (2^s − 1) ζ(s); for s = 1 sums of which the divergent
 *       parts cancel, with −ψ(1/2) = γ + 2 ln 2, −ψ(1/4) = γ + π/2 + 3 ln 2, −ψ(3/4) = γ − π/2 + 3
 *       ln 2 (Gauss);
 *   <li>Σ (−1)^k/(k + r)^s: (1 − 2^(1 − s)) ζ(s), which is ln 2 for s = 1; for r = 1/2 2^s times
 *       π/4 (Leibniz), Catalan's constant (its definition), π³/32;
 *   <li>Σ z^k/(k + 1) = −ln(1 − z)/z and Σ z^k/(k + 1/2) = 2 artanh(√z)/√z for rational |z| &lt; 1;
 *   <li>Σ z^k/(k! (k + i)): by parts from (e^z − 1)/z for i = 1; Σ z^k k^j/k!, by Σ z^k/k! = e^z.
 * </ul>
 */
final class Sums {
  private static final BigFraction HALF = BigFraction.of(1, 2);
  private static final BigFraction MINUS_ONE = BigFraction.of(-1);

  /** Stands for the divergent Σ 1/(k + 1), and must cancel. */
  private static final String DIVERGENT = "divergent";

  private static final int MOST_TERMS = 10_000;

  private Sums() {}

  /** The sum of all terms; empty where it is not one of those above, or diverges. */
  static Optional<Symbolic> of(Summand t) {
    if (t.exponential()) {
      return ExponentialSums.of(t);
    }
    boolean converges =
        t.z().abs().compareTo(BigFraction.ONE) < 0
            || t.z().isOne() && t.degree() <= -2
            || t.z().equals(MINUS_ONE) && t.degree() <= -1;
    if (!converges || t.degree() >= 0) {
      return Optional.empty();
    }
    Symbolic sum = Symbolic.ZERO;
    for (Map.Entry<BigFraction, BigFraction[]> part : t.partialFractions().entrySet()) {
      for (int s = 1; s <= part.getValue().length; s++) {
        BigFraction coefficient = part.getValue()[s - 1];
        if (!coefficient.isZero()) {
          Optional<Symbolic> one = shifted(t.z(), part.getKey(), s);
          if (one.isEmpty()) {
            return Optional.empty();
          }
          sum = sum.plus(one.get().times(coefficient));
        }
      }
    }
    return Optional.of(sum).filter(x -> !x.above().variables().contains(DIVERGENT));
  }

  /** Σ z^k/(k + r)^s, from that of the r in (0, 1] that differs by a whole number. */
  private static Optional<Symbolic> shifted(BigFraction z, BigFraction r, int s) {
    BigFraction base = r;
    int n = 0;
    while (base.compareTo(BigFraction.ONE) > 0 && n < MOST_TERMS) {
      base = base.subtract(1);
      n++;
    }
    while (base.signum() <= 0 && n > -MOST_TERMS) {
      base = base.add(1);
      n--;
    }
    BigFraction terms = BigFraction.ZERO;
    for (int i = 0; i < n; i++) {
      terms = terms.subtract(z.pow(i).divide(base.add(i).pow(s)));
    }
    for (int i = n; i < 0; i++) {
      if (base.add(i).isZero()) {
        return Optional.empty(); // a term is 1/0
      }
      terms = terms.add(z.pow(i).divide(base.add(i).pow(s)));
    }
    // Σ_{k ≥ 0} z^k/(k + base + n)^s = z^−n (Σ_{k ≥ 0} z^k/(k + base)^s + those terms)
    Symbolic extra = Symbolic.of(terms);
    BigFraction scale = z.pow(-n);
    return base(z, base, s).map(sum -> sum.plus(extra).times(scale));
  }

  private static Optional<Symbolic> base(BigFraction z, BigFraction r, int s) {
    if (z.isOne()) {
      return s == 1 ? divergent(r) : zeta(r, s);
    }
    if (z.equals(MINUS_ONE)) {
      return r.isOne() ? eta(s) : r.equals(HALF) ? beta(s).map(b -> b.times(two(s))) : none();
    }
    if (s != 1) {
      return none();
    }
    return r.isOne()
        ? Symbolic.logarithm(BigFraction.ONE.subtract(z)).map(l -> l.times(z.reciprocal().negate()))
        : r.equals(HALF) ? Elementary.arc(z).map(a -> a.times(two(1))) : none();
  }

  private static Optional<Symbolic> none() {
    return Optional.empty();
  }

  private static BigFraction two(int exponent) {
    return BigFraction.of(2).pow(exponent);
  }

  private static Optional<Symbolic> zeta(BigFraction r, int s) {
    return r.isOne()
        ? Symbolic.zeta(s)
        : r.equals(HALF) ? Symbolic.zeta(s).map(x -> x.times(two(s).subtract(1))) : none();
  }

  private static Optional<Symbolic> divergent(BigFraction r) {
    Symbolic infinite = Symbolic.of(DIVERGENT);
    Symbolic log = Symbolic.of("log2");
    if (r.isOne()) {
      return Optional.of(infinite);
    }
    if (r.equals(HALF)) {
      return Optional.of(infinite.plus(log.times(BigFraction.of(2))));
    }
    int side = r.equals(BigFraction.of(1, 4)) ? 1 : r.equals(BigFraction.of(3, 4)) ? -1 : 0;
    Symbolic pi = Symbolic.of("pi").times(BigFraction.of(side, 2));
    return side == 0 ? none() : Optional.of(infinite.plus(log.times(BigFraction.of(3))).plus(pi));
  }

  private static Optional<Symbolic> eta(int s) {
    return s == 1
        ? Optional.of(Symbolic.of("log2"))
        : Symbolic.zeta(s).map(x -> x.times(BigFraction.ONE.subtract(two(1 - s))));
  }

  private static Optional<Symbolic> beta(int s) {
    return switch (s) {
      case 1 -> Optional.of(Symbolic.of("pi").times(BigFraction.of(1, 4)));
      case 2 -> Optional.of(Symbolic.of("catalan"));
      case 3 -> Optional.of(Symbolic.of("pi").power(3).times(BigFraction.of(1, 32)));
      default -> none();
    };
  }
}
