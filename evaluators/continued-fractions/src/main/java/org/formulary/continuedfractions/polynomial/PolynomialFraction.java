package org.formulary.continuedfractions.polynomial;

import java.math.BigInteger;
import java.util.OptionalLong;
import org.formulary.continuedfractions.convergent.Convergents;
import org.formulary.truth.Enclosure;

/**
 * The fraction a(0) + b(1)/(a(1) + b(2)/(a(2) + …)).
 *
 * @param a the partial denominators
 * @param b the partial numerators
 */
public record PolynomialFraction(IntegerPolynomial a, IntegerPolynomial b) {
  /**
   * A convergent, as it comes from the recurrence: p and q may have common divisors.
   *
   * @param depth the index of the last partial denominator used
   */
  public record Convergent(int depth, BigInteger p, BigInteger q) {
    /** log2 of the denominator in lowest terms; −∞ where it is 0. */
    public double reducedBits() {
      return q.signum() == 0 ? Double.NEGATIVE_INFINITY : Enclosure.log2(q.divide(p.gcd(q)).abs());
    }
  }

  /** Whether deg b = 2 deg a. */
  public boolean isBalanced() {
    return a.degree() >= 0 && b.degree() == 2 * a.degree();
  }

  /** The first n ≥ 1, up to a depth, with b(n) = 0, where the fraction ends. */
  public OptionalLong end(int depth) {
    for (long n = 1; n <= depth; n++) {
      if (b.at(n).signum() == 0) {
        return OptionalLong.of(n);
      }
    }
    return OptionalLong.empty();
  }

  /** The convergent of a depth ≥ 0, by binary splitting. */
  public Convergent convergent(int depth) {
    Convergents all = Convergents.of(a::at, b::at, depth + 1);
    return new Convergent(depth, all.p(), all.q());
  }

  @Override
  public String toString() {
    return "a = %s, b = %s".formatted(a, b);
  }
}
