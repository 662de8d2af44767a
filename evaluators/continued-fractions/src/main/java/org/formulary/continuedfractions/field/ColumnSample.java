package org.formulary.continuedfractions.field;

import java.math.BigInteger;
import org.formulary.truth.Enclosure;

/**
 * A column of a product of matrices of rank 2, exactly: factor · (p, q).
 *
 * @param depth the number of matrices
 */
record ColumnSample(int depth, BigInteger factor, BigInteger p, BigInteger q) {
  static ColumnSample of(StepMatrix step, int column, int depth) {
    return of(step.product(0, depth), column, depth);
  }

  private static ColumnSample of(Walk w, int column, int depth) {
    return new ColumnSample(
        depth, w.numerator(), w.matrix().entry(0, column), w.matrix().entry(1, column));
  }

  boolean vanishes() {
    return q.signum() == 0;
  }

  /** How often a prime divides both entries. */
  int valuation(int prime) {
    int shared = p.signum() == 0 ? valuation(q, prime) : valuation(q, p, prime);
    return valuation(factor, prime) + shared;
  }

  private static int valuation(BigInteger n, BigInteger m, int prime) {
    int least = valuation(n, prime);
    return least == 0 ? 0 : Math.min(least, valuation(m, prime));
  }

  /** The exponent of a prime in a whole number other than 0, by ever higher powers. */
  static int valuation(BigInteger n, int prime) {
    if (prime == 2) {
      return n.getLowestSetBit();
    }
    return stripped(n, BigInteger.valueOf(prime), 1).exponent;
  }

  private record Division(BigInteger rest, int exponent) {}

  private static Division stripped(BigInteger n, BigInteger power, int exponent) {
    BigInteger[] parts = n.divideAndRemainder(power);
    if (parts[1].signum() != 0) {
      return new Division(n, 0);
    }
    Division more = stripped(parts[0], power.multiply(power), 2 * exponent);
    int seen = exponent + more.exponent;
    BigInteger[] once = more.rest.divideAndRemainder(power);
    return once[1].signum() == 0
        ? new Division(once[0], seen + exponent)
        : new Division(more.rest, seen);
  }

  /** How often a prime divides the factorial of the depth. */
  int ofFactorial(int prime) {
    int sum = 0;
    for (int n = depth / prime; n > 0; n /= prime) {
      sum += n;
    }
    return sum;
  }

  /** The logarithm of the second entry in lowest terms. */
  double logReduced() {
    return Enclosure.log2(q.divide(p.gcd(q)).abs()) * Math.log(2);
  }
}
