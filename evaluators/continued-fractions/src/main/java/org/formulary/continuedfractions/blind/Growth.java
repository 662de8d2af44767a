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
 *
 * @param half bits of the denominator in lowest terms at half the depth
 * @param whole at the depth
 * @param accuracy bits to which two convergents agree there
 */
record Growth(int depth, double half, double whole, double accuracy) {
  /** Doublings of the depth at which {@link #foretold} is. */
  private static final int DOUBLINGS = 16;

  /**
   * Bits of the denominator for each bit of accuracy, at a depth.
   *
   * @return empty where the fraction ends, a denominator vanishes, or the convergents do not
   *     approach one another
   */
  static OptionalDouble at(PolynomialFraction f, int depth) {
    Growth g = of(f, depth);
    return g.isKnown() ? OptionalDouble.of(g.whole / g.accuracy) : OptionalDouble.empty();
  }

  /**
   * The same at a depth 2^16 times as large, if the denominators go on growing like c^n n!^g from
   * half the depth. At a small depth large partial denominators make up for factorials that are
   * left in the denominators; in the long run they do not.
   */
  static OptionalDouble foretold(PolynomialFraction f, int depth) {
    Growth g = of(f, depth);
    double order = Math.max(0, g.whole - 2 * g.half) / depth;
    return g.isKnown()
        ? OptionalDouble.of((g.whole + DOUBLINGS * order * depth) / g.accuracy)
        : OptionalDouble.empty();
  }

  private boolean isKnown() {
    return accuracy > 1 && whole > 1;
  }

  private static Growth of(PolynomialFraction f, int depth) {
    BigInteger pBefore = BigInteger.ONE;
    BigInteger p = f.a().at(0);
    BigInteger qBefore = BigInteger.ZERO;
    BigInteger q = BigInteger.ONE;
    double bits = 0;
    double half = 0;
    for (int n = 1; n <= depth; n++) {
      BigInteger a = f.a().at(n);
      BigInteger b = f.b().at(n);
      if (b.signum() == 0) {
        return new Growth(depth, 0, 0, 0);
      }
      bits -= Enclosure.log2(b.abs());
      BigInteger next = p.multiply(a).add(pBefore.multiply(b));
      pBefore = p;
      p = next;
      next = q.multiply(a).add(qBefore.multiply(b));
      qBefore = q;
      q = next;
      half = n == depth / 2 && q.signum() != 0 ? reduced(p, q) : half;
    }
    if (q.signum() == 0 || qBefore.signum() == 0) {
      return new Growth(depth, 0, 0, 0);
    }
    bits += Enclosure.log2(q.abs()) + Enclosure.log2(qBefore.abs());
    return new Growth(depth, half, reduced(p, q), bits);
  }

  private static double reduced(BigInteger p, BigInteger q) {
    return Enclosure.log2(q.divide(p.gcd(q)).abs());
  }
}
