package org.formulary.continuedfractions.blind;

import java.math.BigInteger;
import java.util.OptionalDouble;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.truth.Enclosure;

/**
 * How large the denominator of a convergent is, in lowest terms, for what it approximates: log
 * q/−log of the error, which is 1/(1 + δ) at that depth. It falls with every common divisor, so
 * that fractions that reduce at some primes only are better than those that do not at all. It
 * steers a search and says nothing about the limit, below which it mostly is.
 */
final class Growth {
  private Growth() {}

  /**
   * Bits of the denominator for each bit of accuracy, at a depth.
   *
   * @return empty where the fraction ends, a denominator vanishes, or the convergents do not
   *     approach one another
   */
  static OptionalDouble at(PolynomialFraction f, int depth) {
    BigInteger pBefore = BigInteger.ONE;
    BigInteger p = f.a().at(0);
    BigInteger qBefore = BigInteger.ZERO;
    BigInteger q = BigInteger.ONE;
    double bits = 0;
    for (int n = 1; n <= depth; n++) {
      BigInteger a = f.a().at(n);
      BigInteger b = f.b().at(n);
      if (b.signum() == 0) {
        return OptionalDouble.empty();
      }
      bits -= Enclosure.log2(b.abs());
      BigInteger next = p.multiply(a).add(pBefore.multiply(b));
      pBefore = p;
      p = next;
      next = q.multiply(a).add(qBefore.multiply(b));
      qBefore = q;
      q = next;
    }
    if (q.signum() == 0 || qBefore.signum() == 0) {
      return OptionalDouble.empty();
    }
    bits += Enclosure.log2(q.abs()) + Enclosure.log2(qBefore.abs());
    double denominator = Enclosure.log2(q.divide(p.gcd(q)).abs());
    return bits > 1 && denominator > 1
        ? OptionalDouble.of(denominator / bits)
        : OptionalDouble.empty();
  }
}
