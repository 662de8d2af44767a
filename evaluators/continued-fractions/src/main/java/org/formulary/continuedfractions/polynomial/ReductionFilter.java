package org.formulary.continuedfractions.polynomial;

import java.util.Arrays;

/**
 * Whether a balanced polynomial fraction (deg b = 2 deg a = 2d) has factorial reduction: p_n and
 * q_n have a common divisor that grows like n!^d.
 *
 * <p>Modulo a prime p the coefficients repeat after p steps, and d factors p a period must be
 * common to all entries of the product of the recurrence matrices. So, up to finitely many primes,
 * all four entries of A_0 M_1 … M_N vanish modulo p^d at N = 2p + 1, where M_n = [[0, b_n], [1,
 * a_n]] and A_0 = [[1, a_0], [0, 1]]; N = 2p would be misled where p divides both a_N and b_N. The
 * criterion is exact on every set tried, but not proved: one prime that fails may be one of the
 * finitely many, so primes that divide a leading coefficient are left out.
 *
 * <p>One per thread; nothing is allocated by {@link #accepts}.
 */
public final class ReductionFilter {
  /** The largest d: beyond it too few of the primes to this power fit into 31 bits. */
  public static final int MOST_DEGREE = 7;

  private static final int[] PRIMES = {11, 13, 17, 19, 23, 29};

  private final int degree;
  private final int[] primes;
  private final long[] moduli;

  /** By prime, power and order. */
  private final long[][][] powers;

  private final long[] a;
  private final long[] b;

  /**
   * For fractions of a degree.
   *
   * @param degree d of a, 1 to {@value #MOST_DEGREE}
   */
  public ReductionFilter(int degree) {
    if (degree < 1 || degree > MOST_DEGREE) {
      throw new IllegalArgumentException("degree must be 1 to 7, was " + degree);
    }
    this.degree = degree;
    this.primes =
        Arrays.stream(PRIMES).filter(p -> Math.pow(p, degree) < Integer.MAX_VALUE).toArray();
    this.moduli = Arrays.stream(primes).mapToLong(p -> (long) Math.pow(p, degree)).toArray();
    this.powers =
        Arrays.stream(moduli)
            .mapToObj(m -> differencesOfPowers(2 * degree, m))
            .toArray(long[][][]::new);
    this.a = new long[degree + 1];
    this.b = new long[2 * degree + 1];
  }

  /**
   * Whether the fraction passes at every prime.
   *
   * @param partialDenominator ascending coefficients of a, degree + 1 of them
   * @param partialNumerator ascending coefficients of b, 2 degree + 1 of them
   */
  public boolean accepts(long[] partialDenominator, long[] partialNumerator) {
    return deciding(partialDenominator, partialNumerator) == 0;
  }

  /**
   * The first prime at which a balanced fraction fails; 0 where there is none. Throws {@link
   * ArithmeticException} where a coefficient has more than 63 bits.
   */
  public static int deciding(PolynomialFraction f) {
    int d = f.a().degree();
    return new ReductionFilter(d).deciding(f.a().toLongs(d), f.b().toLongs(2 * d));
  }

  /** The first prime at which the fraction fails; 0 where there is none. */
  public int deciding(long[] partialDenominator, long[] partialNumerator) {
    for (int i = 0; i < primes.length; i++) {
      boolean special =
          partialDenominator[degree] % primes[i] == 0
              || partialNumerator[2 * degree] % primes[i] == 0;
      if (!special && !vanishes(partialDenominator, partialNumerator, i)) {
        return primes[i];
      }
    }
    return 0;
  }

  /** Whether all four entries vanish for one prime; nearly always the first column settles it. */
  private boolean vanishes(long[] partialDenominator, long[] partialNumerator, int i) {
    return columnVanishes(partialDenominator, partialNumerator, i, true)
        && columnVanishes(partialDenominator, partialNumerator, i, false);
  }

  /** Whether (p_{N−1}, p_N) vanishes, or (q_{N−1}, q_N). */
  private boolean columnVanishes(
      long[] partialDenominator, long[] partialNumerator, int i, boolean numerators) {
    long m = moduli[i];
    double reciprocal = 1.0 / m;
    differences(partialDenominator, a, i);
    differences(partialNumerator, b, i);
    long before = numerators ? 1 : 0;
    long value = numerators ? a[0] : 1;
    for (int n = 1; n <= 2 * primes[i] + 1; n++) {
      advance(a, m);
      advance(b, m);
      long next = reduced(a[0] * value + b[0] * before, m, reciprocal);
      before = value;
      value = next;
    }
    return (before | value) == 0;
  }

  /** The value at 0 and the forward differences there, modulo a prime power. */
  private void differences(long[] coefficients, long[] into, int i) {
    long m = moduli[i];
    double reciprocal = 1.0 / m;
    Arrays.fill(into, 0);
    for (int k = 0; k < into.length; k++) {
      if (coefficients[k] != 0) {
        long c = Math.floorMod(coefficients[k], m);
        for (int j = 0; j <= k; j++) {
          into[j] = reduced(into[j] + c * powers[i][k][j], m, reciprocal);
        }
      }
    }
  }

  /** A number from 0 to 2 m² modulo m, for m below 2^31. */
  private static long reduced(long number, long m, double reciprocal) {
    // The quotient is below 2^32, so the rounded one is off by 1 at most.
    long rest = number - (long) (number * reciprocal) * m;
    return rest < 0 ? rest + m : rest >= m ? rest - m : rest;
  }

  /** The forward differences at 0 of the powers of x to so many, modulo m. */
  private static long[][] differencesOfPowers(int most, long m) {
    long[][] of = new long[most + 1][];
    for (int k = 0; k <= most; k++) {
      long[] values = new long[k + 1];
      for (int x = 0; x <= k; x++) {
        values[x] = 1;
        for (int e = 0; e < k; e++) {
          values[x] = values[x] * x % m;
        }
      }
      for (int order = 1; order <= k; order++) {
        for (int x = k; x >= order; x--) {
          values[x] = Math.floorMod(values[x] - values[x - 1], m);
        }
      }
      of[k] = values;
    }
    return of;
  }

  /** From a point to the next. */
  private static void advance(long[] differences, long m) {
    for (int k = 0; k < differences.length - 1; k++) {
      long sum = differences[k] + differences[k + 1];
      differences[k] = sum >= m ? sum - m : sum;
    }
  }
}
