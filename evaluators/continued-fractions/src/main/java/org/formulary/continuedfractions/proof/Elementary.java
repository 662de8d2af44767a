package org.formulary.continuedfractions.proof;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.formulary.continuedfractions.field.Monomial;
import org.formulary.continuedfractions.field.MultivariatePolynomial;
import org.formulary.continuedfractions.polynomial.Fractions;

/**
 * Elementary functions of rational numbers, and of square roots of these, as {@link Symbolic}
 * numbers. Roots of primes, which are independent of one another, stand for square roots. Arguments
 * are brought to one form by doubling and by the complement to π/2, so that equal numbers mostly,
 * but not always, have equal texts.
 */
final class Elementary {
  private static final BigFraction HALF = BigFraction.of(1, 2);
  private static final BigFraction THIRD = BigFraction.of(1, 3);
  private static final int LARGEST_PRIME = 1000;

  /** Names of roots are such as sqrt(2). */
  private static final String ROOT = "sqrt(";

  private Elementary() {}

  /** The root of a fraction that is a square. */
  static Optional<BigFraction> rationalRoot(BigFraction x) {
    return root(Fractions.numerator(x))
        .flatMap(a -> root(Fractions.denominator(x)).map(b -> BigFraction.of(a, b)));
  }

  /** The root of a whole number that is a square. */
  static Optional<BigInteger> root(BigInteger n) {
    if (n.signum() < 0) {
      return Optional.empty();
    }
    BigInteger[] root = n.sqrtAndRemainder();
    return root[1].signum() == 0 ? Optional.of(root[0]) : Optional.empty();
  }

  /** √x for x ≥ 0; empty for negative x, and where a large number is not known to be prime. */
  static Optional<Symbolic> root(BigFraction x) {
    BigInteger below = Fractions.denominator(x);
    BigInteger rest = Fractions.numerator(x).multiply(below);
    Symbolic root = Symbolic.of(BigFraction.of(BigInteger.ONE, below));
    for (int p = 2; p < LARGEST_PRIME && rest.bitLength() > 1; p++) {
      BigInteger prime = BigInteger.valueOf(p);
      while (rest.mod(prime).signum() == 0) {
        rest = rest.divide(prime);
        root = root.times(Symbolic.of(ROOT + p + ")"));
      }
    }
    Symbolic known = root;
    return root(rest).map(r -> known.times(BigFraction.of(r)));
  }

  /**
   * Σ t^k/(2k + 1), continued to all t &lt; 1: artanh(√t)/√t, which is arctan(√−t)/√−t for t &lt;
   * 0. Empty for t ≥ 1, and where a number is too large for its root or logarithm.
   */
  static Optional<Symbolic> arc(BigFraction t) {
    if (t.isZero()) {
      return Optional.of(Symbolic.of(BigFraction.ONE));
    }
    if (t.compareTo(BigFraction.ONE) >= 0) {
      return Optional.empty();
    }
    Optional<BigFraction> root = rationalRoot(t);
    if (root.isPresent()) {
      BigFraction q = root.get();
      return Symbolic.logarithm(q.add(1).divide(BigFraction.ONE.subtract(q)))
          .map(log -> log.times(q.multiply(2).reciprocal()));
    }
    Optional<BigFraction> cosine = rationalRoot(BigFraction.ONE.subtract(t));
    if (cosine.isPresent()) {
      // artanh y = 2 artanh(h y) with h = (1 − √(1 − y²))/y²
      BigFraction h = BigFraction.ONE.subtract(cosine.get()).divide(t);
      return arc(t.multiply(h).multiply(h)).map(a -> a.times(h.multiply(2)));
    }
    return t.signum() > 0 ? named("atanh", t, t) : arctangent(t);
  }

  private static Optional<Symbolic> arctangent(BigFraction t) {
    BigFraction square = t.negate();
    Symbolic pi = Symbolic.of("pi");
    if (square.isOne()) {
      return Optional.of(pi.times(BigFraction.of(1, 4)));
    }
    if (square.equals(THIRD)) {
      return Optional.of(pi.times(Symbolic.of("sqrt(3)")).times(BigFraction.of(1, 6)));
    }
    if (square.compareTo(BigFraction.ONE) < 0) {
      return named("atan", square, square);
    }
    // arctan y = π/2 − arctan(1/y)
    BigFraction inverse = square.reciprocal();
    return root(inverse)
        .flatMap(
            r ->
                arc(inverse.negate())
                    .map(a -> pi.times(r).times(HALF).plus(a.times(inverse.negate()))));
  }

  /** f(√x)/√square. */
  private static Optional<Symbolic> named(String f, BigFraction x, BigFraction square) {
    String text = rationalRoot(x).map(Fractions::text).orElse(ROOT + Fractions.text(x) + ")");
    Symbolic value = Symbolic.of("%s(%s)".formatted(f, text));
    return root(square).map(r -> value.times(r.reciprocal()));
  }

  /** arctan x, where x² is rational. */
  static Optional<Symbolic> arctangent(Symbolic x) {
    return x.times(x).rational().flatMap(t -> arc(t.negate())).map(x::times);
  }

  /** artanh x, where x² is rational. */
  static Optional<Symbolic> areaTangent(Symbolic x) {
    return x.times(x).rational().flatMap(Elementary::arc).map(x::times);
  }

  /** tan x, by its argument. */
  static Symbolic tangent(BigFraction x) {
    Symbolic size =
        x.isZero() ? Symbolic.ZERO : Symbolic.of("tan(" + Fractions.text(x.abs()) + ")");
    return x.signum() < 0 ? size.negate() : size;
  }

  /** e^x. */
  static Symbolic exponential(BigFraction x) {
    BigInteger below = Fractions.denominator(x);
    String base = below.equals(BigInteger.ONE) ? "e" : "exp(1/" + below + ")";
    return Symbolic.of(base).power(Fractions.numerator(x).intValueExact());
  }

  /** log x of a positive x = u + v with rational u and v². */
  static Optional<Symbolic> logarithm(Symbolic x) {
    if (x.rational().isPresent()) {
      return x.rational().filter(q -> q.signum() > 0).flatMap(Symbolic::logarithm);
    }
    BigFraction u = x.rationalPart();
    Symbolic v = x.plus(Symbolic.of(u.negate()));
    Optional<BigFraction> square = v.times(v).rational();
    if (square.isEmpty() || v.above().terms().size() != 1) {
      return Optional.empty();
    }
    BigFraction w = square.get();
    BigFraction norm = u.multiply(u).subtract(w);
    int sign = norm.signum() > 0 ? u.signum() : sign(v);
    // log x = log|u² − v²|/2 + artanh(v/u) or artanh(u/v), whichever is less than 1
    Symbolic y = norm.signum() > 0 ? v.times(u.reciprocal()) : v.times(u.divide(w));
    return sign <= 0
        ? Optional.empty()
        : Symbolic.logarithm(norm.abs())
            .flatMap(log -> areaTangent(y).map(a -> a.plus(log.times(HALF))));
  }

  private static int sign(Symbolic oneRoot) {
    MultivariatePolynomial below = oneRoot.below();
    return oneRoot.above().leading().signum() * below.leading().signum();
  }

  /**
   * With p for the square of √p. Products of roots of different primes are linearly independent
   * over the rationals (Besicovitch, J. London Math. Soc. 15, 1940), so that 0 alone becomes 0.
   */
  static MultivariatePolynomial reduced(MultivariatePolynomial polynomial) {
    SortedMap<Monomial, BigInteger> terms = new TreeMap<>();
    polynomial
        .terms()
        .forEach(
            (monomial, c) -> {
              SortedMap<String, Integer> powers = new TreeMap<>(monomial.powers());
              BigInteger coefficient = c;
              for (Map.Entry<String, Integer> power : monomial.powers().entrySet()) {
                String name = power.getKey();
                int pairs = power.getValue() / 2;
                if (name.startsWith(ROOT) && pairs > 0) {
                  BigInteger prime =
                      new BigInteger(name.substring(ROOT.length(), name.length() - 1));
                  coefficient = coefficient.multiply(prime.pow(pairs));
                  powers.computeIfPresent(name, (_, k) -> k % 2 == 0 ? null : 1);
                }
              }
              terms.merge(new Monomial(powers), coefficient, BigInteger::add);
            });
    return new MultivariatePolynomial(terms);
  }
}
