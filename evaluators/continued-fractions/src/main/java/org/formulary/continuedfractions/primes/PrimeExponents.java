package org.formulary.continuedfractions.primes;

import java.math.BigInteger;
import java.util.stream.IntStream;

/** Exponents of many primes in a large number, by a tree of remainders. */
public final class PrimeExponents {
  private final BigInteger number;
  private final int[] primes;
  private final int[] most;
  private final int[] exponents;

  private PrimeExponents(BigInteger number, int[] primes, int[] most) {
    this.number = number;
    this.primes = primes;
    this.most = most;
    exponents = new int[primes.length];
  }

  /**
   * The exponents of primes in a whole number other than 0.
   *
   * @param most what each exponent is likely to stay below; else it takes longer
   */
  public static int[] of(BigInteger number, int[] primes, int[] most) {
    PrimeExponents all = new PrimeExponents(number.abs(), primes, most);
    if (primes.length > 0) {
      all.fill(all.number, 0, primes.length);
    }
    return all.exponents;
  }

  /** From the remainder of the number by the powers of these primes, or by a multiple of them. */
  private void fill(BigInteger remainder, int from, int to) {
    BigInteger rest = remainder.mod(powers(from, to));
    if (to - from > 1) {
      int middle = (from + to) >>> 1;
      fill(rest, from, middle);
      fill(rest, middle, to);
      return;
    }
    BigInteger prime = BigInteger.valueOf(primes[from]);
    exponents[from] =
        rest.signum() == 0
            ? stripped(number, prime, 1).exponent
            : stripped(rest, prime, 1).exponent;
  }

  private BigInteger powers(int from, int to) {
    if (to - from == 1) {
      return BigInteger.valueOf(primes[from]).pow(most[from]);
    }
    int middle = (from + to) >>> 1;
    return powers(from, middle).multiply(powers(middle, to));
  }

  private record Division(BigInteger rest, int exponent) {}

  /** Without a power of a prime, by ever higher powers; how often the prime was in it. */
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

  /** The primes of a range, its ends included, by the sieve of Eratosthenes. */
  public static int[] primes(int from, int to) {
    boolean[] composite = new boolean[to + 1];
    for (int p = 2; (long) p * p <= to; p++) {
      for (int k = p * p; !composite[p] && k <= to; k += p) {
        composite[k] = true;
      }
    }
    return IntStream.rangeClosed(Math.max(2, from), to).filter(p -> !composite[p]).toArray();
  }
}
