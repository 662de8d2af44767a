package org.formulary.continuedfractions.field;

import java.math.BigInteger;
import java.util.Optional;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.RationalRoots;

/**
 * A recurrence w(n + 2) = a(n) w(n + 1) + b(n) w(n) with polynomials, made from another, u, by w(n
 * + 1)/w(n) = r(n) u(n + 1)/u(n), where r(n + 1) = above(n)/below(n).
 */
record Deflation(
    IntegerPolynomial a, IntegerPolynomial b, IntegerPolynomial above, IntegerPolynomial below) {
  private static final int LARGEST_PRIME = 1000;

  /**
   * Without the factors c with c(n) | a(n) and c(n) c(n − 1) | b(n), and with a leading positive.
   */
  Deflation deflated() {
    Deflation d = this;
    IntegerPolynomial common = a.commonDivisor(b.commonDivisor(b.shifted(1)));
    for (IntegerPolynomial c : RationalRoots.factors(common)) {
      d = d.by(c).orElse(d);
    }
    for (int p = 2; p < LARGEST_PRIME; p++) {
      Optional<Deflation> next = d.by(IntegerPolynomial.of(p));
      while (next.isPresent()) {
        d = next.get();
        next = d.by(IntegerPolynomial.of(p));
      }
    }
    if (d.a.leading().signum() < 0) {
      d = new Deflation(d.a.negate(), d.b, d.above, d.below.negate());
    }
    IntegerPolynomial shared = d.above.commonDivisor(d.below);
    return new Deflation(
        d.a, d.b, d.above.quotient(shared).orElseThrow(), d.below.quotient(shared).orElseThrow());
  }

  private Optional<Deflation> by(IntegerPolynomial c) {
    Optional<IntegerPolynomial> left = a.quotient(c);
    if (left.isEmpty() || b.isZero()) {
      return Optional.empty();
    }
    return b.quotient(c.multiply(c.shifted(-1)))
        .map(right -> new Deflation(left.get(), right, above, below.multiply(c)));
  }

  /** The least n ≥ 0 from which on r(n) has neither zeros nor poles, as far as they are seen. */
  long regularFrom() {
    long begin = Math.max(0, 1 + RationalRoots.afterSmallZeros(above.multiply(below), -1));
    while (vanishes(above, begin - 1) || vanishes(below, begin - 1)) {
      begin++;
    }
    return begin;
  }

  private static boolean vanishes(IntegerPolynomial p, long n) {
    return p.at(n).equals(BigInteger.ZERO);
  }
}
