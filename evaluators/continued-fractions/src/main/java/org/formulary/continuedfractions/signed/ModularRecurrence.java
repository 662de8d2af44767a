package org.formulary.continuedfractions.signed;

import java.util.Arrays;

/**
 * The shortest linear recurrence of a sequence of residues modulo the prime 2^61 − 1, by the
 * algorithm of Berlekamp and Massey (Massey, "Shift-register synthesis and BCH decoding", IEEE
 * Trans. Inf. Theory 15, 1969), without inversions. One per thread; {@link #find} allocates
 * nothing.
 */
final class ModularRecurrence {
  /** A Mersenne prime: products are reduced by shifts and additions. */
  static final long PRIME = (1L << 61) - 1;

  private static final int BITS = 61;

  private final long[] terms;

  /** Connection polynomials up to factors: the present one, and the one before it last grew. */
  private long[] connection;

  private long[] before;
  private long[] spare;
  private int length;

  /** For at most so many terms. */
  ModularRecurrence(int most) {
    terms = new long[most];
    connection = new long[most + 1];
    before = new long[most + 1];
    spare = new long[most + 1];
  }

  /** From 0 to PRIME − 1. */
  static long residue(long n) {
    long r = n % PRIME;
    return r < 0 ? r + PRIME : r;
  }

  /** The product of two residues. */
  static long multiply(long a, long b) {
    long low = a * b;
    long high = Math.multiplyHigh(a, b);
    long sum = (low & PRIME) + (high << 64 - BITS | low >>> BITS);
    return sum >= PRIME ? sum - PRIME : sum;
  }

  private static long subtract(long a, long b) {
    long difference = a - b;
    return difference < 0 ? difference + PRIME : difference;
  }

  /**
   * The length L of the shortest recurrence Σ C_j a_{n−j} = 0 for L ≤ n &lt; count, with C_0 = 1.
   * It never shrinks, so the search ends, with {@code limit}, as soon as it would be that or more.
   */
  int find(long[] sequence, int count, int limit) {
    Arrays.fill(connection, 0);
    connection[0] = 1;
    before[0] = 1;
    length = 0;
    int lengthBefore = 0;
    long discrepancyBefore = 1;
    int since = 1;
    for (int n = 0; n < count; n++, since++) {
      terms[n] = residue(sequence[n]);
      long discrepancy = discrepancy(n);
      if (discrepancy == 0) {
        continue;
      }
      boolean grows = 2 * length <= n;
      int next = grows ? n + 1 - length : length;
      if (next >= limit) {
        return limit;
      }
      if (grows) {
        System.arraycopy(connection, 0, spare, 0, length + 1);
      }
      for (int j = 0; j <= next; j++) {
        long old = multiply(discrepancyBefore, connection[j]);
        int k = j - since;
        connection[j] =
            k >= 0 && k <= lengthBefore ? subtract(old, multiply(discrepancy, before[k])) : old;
      }
      if (grows) {
        long[] free = before;
        before = spare;
        spare = free;
        lengthBefore = length;
        length = next;
        discrepancyBefore = discrepancy;
        since = 0;
      }
    }
    return length;
  }

  private long discrepancy(int n) {
    long sum = 0;
    for (int j = 0; j <= length; j++) {
      sum += multiply(connection[j], terms[n - j]);
      sum = sum >= PRIME ? sum - PRIME : sum;
    }
    return sum;
  }

  /** The coefficients C_0 = 1 to C_L that {@link #find} found, each the residue of least size. */
  long[] coefficients() {
    // C_0 is a product of discrepancies, none of which is 0.
    long inverse = power(connection[0], PRIME - 2);
    long[] c = new long[length + 1];
    for (int j = 0; j <= length; j++) {
      long residue = multiply(inverse, connection[j]);
      c[j] = residue > PRIME / 2 ? residue - PRIME : residue;
    }
    return c;
  }

  private static long power(long base, long exponent) {
    long result = 1;
    for (long b = base, e = exponent; e > 0; e >>= 1, b = multiply(b, b)) {
      result = (e & 1) == 1 ? multiply(result, b) : result;
    }
    return result;
  }
}
