package org.formulary.continuedfractions.survey;

import java.math.BigInteger;
import java.util.stream.IntStream;

/**
 * Which primes a denominator is made of: ln of the part of its primes that are 1 modulo m less that
 * of those that are −1, by the depth n. Where denominators reduce, the exponent of a prime p is a
 * function of n/p and of the residue of p by the denominators of the parameters, so that this tells
 * fractions apart whose denominators are equally large. Primes up to {@value #REACH} n count.
 *
 * @param mod4 for m = 4
 * @param mod3 for m = 3
 */
record ResidueShares(double mod4, double mod3) {
  static final ResidueShares NONE = new ResidueShares(Double.NaN, Double.NaN);

  private static final int REACH = 12;
  private static final int LARGEST = REACH * 1100;
  private static final int[] PRIMES =
      IntStream.rangeClosed(5, LARGEST)
          .filter(n -> IntStream.rangeClosed(2, (int) Math.sqrt(n)).allMatch(k -> n % k != 0))
          .toArray();

  /**
   * Of a denominator in lowest terms.
   *
   * @param depth at most 1,100
   */
  static ResidueShares of(BigInteger q, int depth) {
    double mod4 = 0;
    double mod3 = 0;
    BigInteger rest = q.abs();
    for (int i = 0; i < PRIMES.length && PRIMES[i] <= REACH * depth; i++) {
      int p = PRIMES[i];
      BigInteger prime = BigInteger.valueOf(p);
      BigInteger[] division = rest.divideAndRemainder(prime);
      while (division[1].signum() == 0) {
        mod4 += p % 4 == 1 ? Math.log(p) : -Math.log(p);
        mod3 += p % 3 == 1 ? Math.log(p) : -Math.log(p);
        rest = division[0];
        division = rest.divideAndRemainder(prime);
      }
    }
    return new ResidueShares(mod4 / depth, mod3 / depth);
  }
}
