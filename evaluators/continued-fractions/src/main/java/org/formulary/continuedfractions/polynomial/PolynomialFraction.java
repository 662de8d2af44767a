package org.formulary.continuedfractions.polynomial;

import java.math.BigInteger;
import java.util.OptionalLong;
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
    Product all = product(0, depth + 1);
    return new Convergent(depth, all.p, all.q);
  }

  /** The product of [[a(i), b(i + 1)], [1, 0]]: columns (p, q) and (r, s). */
  private record Product(BigInteger p, BigInteger r, BigInteger q, BigInteger s) {
    Product times(Product o) {
      return new Product(
          p.multiply(o.p).add(r.multiply(o.q)),
          p.multiply(o.r).add(r.multiply(o.s)),
          q.multiply(o.p).add(s.multiply(o.q)),
          q.multiply(o.r).add(s.multiply(o.s)));
    }
  }

  private Product product(int from, int to) {
    if (to - from == 1) {
      return new Product(a.at(from), b.at(from + 1L), BigInteger.ONE, BigInteger.ZERO);
    }
    int middle = (from + to) >>> 1;
    return product(from, middle).times(product(middle, to));
  }

  @Override
  public String toString() {
    return "a = %s, b = %s".formatted(a, b);
  }
}
