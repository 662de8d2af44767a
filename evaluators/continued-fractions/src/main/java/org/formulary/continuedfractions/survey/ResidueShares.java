package org.formulary.continuedfractions.survey;

import java.math.BigInteger;
import java.util.stream.IntStream;

/**
 * Of which primes denominators hold more than the recurrence says: of n!^κ by the common divisor of
 * p(n) and q(n), ln of the part of the primes that are 1 modulo m less that of the others, by n.
 * Where denominators reduce, the exponent of a prime is a function of n/p and of the residue of p
 * by the denominators of the parameters, so that this tells fractions apart whose denominators are
 * equally large. Primes from 5 up to {@value #REACH} n count.
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
   * Of a common divisor.
   *
   * @param depth n, at most 1,100
   * @param kappa κ
   */
  static ResidueShares of(BigInteger common, int depth, double kappa) {
    double mod4 = 0;
    double mod3 = 0;
    BigInteger rest = common.abs();
    for (int i = 0; i < PRIMES.length && PRIMES[i] <= REACH * depth; i++) {
      int p = PRIMES[i];
      double exponent = 0;
      for (int power = depth / p; power > 0; power /= p) {
        exponent += kappa * power;
      }
      BigInteger prime = BigInteger.valueOf(p);
      BigInteger[] division = rest.divideAndRemainder(prime);
      while (division[1].signum() == 0) {
        exponent--;
        rest = division[0];
        division = rest.divideAndRemainder(prime);
      }
      double size = exponent * Math.log(p);
      mod4 += p % 4 == 1 ? size : -size;
      mod3 += p % 3 == 1 ? size : -size;
    }
    return new ResidueShares(mod4 / depth, mod3 / depth);
  }
}
