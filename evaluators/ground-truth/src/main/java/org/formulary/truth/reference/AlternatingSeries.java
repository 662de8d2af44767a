package org.formulary.truth.reference;

import java.math.BigInteger;
import java.util.function.LongFunction;
import org.apfloat.Apfloat;
import org.apfloat.Apint;

/**
 * Alternating series summed by Chebyshev polynomials: Σ (−1)^k a(k), for a(k) the moments of a
 * positive measure on [0, 1], from the first n terms with an error below 2 (3 + √8)^−n times the
 * sum (Cohen, Rodriguez Villegas and Zagier, "Convergence acceleration of alternating series",
 * Experimental Mathematics 9, 2000, algorithm 1). On whole numbers: its weights are such.
 */
final class AlternatingSeries {
  /** log10 (3 + √8). */
  private static final double DIGITS_PER_TERM = 0.7655;

  private static final int GUARD_BITS = 32;

  private AlternatingSeries() {}

  /** ζ(s) = Σ (−1)^k (k + 1)^−s / (1 − 2^(1−s)) for s ≥ 2, to so many digits. */
  static Apfloat zeta(int s, long digits) {
    Apfloat eta = sum(k -> BigInteger.valueOf(k + 1).pow(s), digits);
    BigInteger power = BigInteger.ONE.shiftLeft(s - 1);
    return eta.multiply(new Apint(power)).divide(new Apint(power.subtract(BigInteger.ONE)));
  }

  /** Catalan's constant Σ (−1)^k (2k + 1)^−2, to so many digits. */
  static Apfloat catalan(long digits) {
    return sum(k -> BigInteger.valueOf(2 * k + 1).pow(2), digits);
  }

  /**
   * The sum where a(k) is the reciprocal of a whole number. Each of the n quotients is cut by less
   * than 1, in units of 2^−{@value #GUARD_BITS} / d, where d ≥ (3 + √8)^n / 2.
   */
  private static Apfloat sum(LongFunction<BigInteger> reciprocal, long digits) {
    int n = Math.toIntExact((long) Math.ceil((digits + 3) / DIGITS_PER_TERM)) + 1;
    BigInteger d = chebyshev(n);
    BigInteger b = BigInteger.ONE.negate();
    BigInteger c = d.negate();
    BigInteger sum = BigInteger.ZERO;
    for (long k = 0; k < n; k++) {
      c = b.subtract(c);
      sum = sum.add(c.shiftLeft(GUARD_BITS).divide(reciprocal.apply(k)));
      b =
          b.multiply(BigInteger.valueOf(2 * (k + n) * (k - n)))
              .divide(BigInteger.valueOf((2 * k + 1) * (k + 1)));
    }
    return new Apint(sum)
        .precision(digits + 5)
        .divide(new Apint(d.shiftLeft(GUARD_BITS)).precision(digits + 5))
        .precision(digits);
  }

  /** ((3 + √8)^n + (3 − √8)^n) / 2. */
  private static BigInteger chebyshev(int n) {
    BigInteger before = BigInteger.ONE;
    BigInteger value = BigInteger.valueOf(3);
    for (int k = 1; k < n; k++) {
      BigInteger next = value.multiply(BigInteger.valueOf(6)).subtract(before);
      before = value;
      value = next;
    }
    return value;
  }
}
