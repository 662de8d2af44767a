package org.formulary.continuedfractions.blind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.RationalRoots;
import org.formulary.continuedfractions.polynomial.ReductionFilter;

/**
 * All partial denominators a in a box with which given partial numerators b have factorial
 * reduction.
 *
 * <p>Modulo a prime p the recurrence matrices M_n = [[0, b_n], [1, a_n]] repeat after p steps, and
 * two periods can vanish modulo p only where the trace of one does: its determinant vanishes, for b
 * has a root modulo p. That is one condition on the residues of the coefficients of a, which about
 * one in p meets. It is tabulated for all residues, for several primes; of a box those are taken
 * that meet it at each prime (the Chinese remainder theorem, as a sieve), and these few go through
 * {@link ReductionFilter}, which looks at prime powers.
 */
final class TraceSieve {
  private static final int[] PRIMES = {7, 11, 13, 17};

  /** Residues that a table may have. */
  private static final int LARGEST_TABLE = 400_000;

  /** Rows of a box, each of all constant coefficients, and calls of the filter for one, at most. */
  private static final double MOST_ROWS = 1.2e6;

  private static final double MOST_FILTERED = 60_000;

  /** Of more solutions the rest is left out. */
  private static final int MOST = 4096;

  private final int degree;
  private final long[] b;
  private final List<Table> tables = new ArrayList<>();

  /**
   * For a prime, by the residues of the coefficients of a but the constant one, the residues of
   * that one with which the trace vanishes, as bits.
   */
  private record Table(int prime, int[] allowed) {}

  private TraceSieve(int degree, long[] b) {
    this.degree = degree;
    this.b = b;
  }

  /**
   * The solutions with a positive leading coefficient and none larger than {@code most}, by their
   * coefficients; at most {@value #MOST}.
   */
  static List<IntegerPolynomial> solutions(IntegerPolynomial numerator, int most) {
    int degree = numerator.degree() / 2;
    TraceSieve sieve = new TraceSieve(degree, numerator.toLongs(2 * degree));
    for (int p : PRIMES) {
      if (Math.pow(p, degree + 1) <= LARGEST_TABLE && sieve.b[2 * degree] % p != 0) {
        if (!sieve.tabulate(p)) {
          return List.of();
        }
      }
    }
    return sieve.solutions(most);
  }

  /**
   * Whether a box takes a tenth of a second or so. The trace is a product of as many factors as b
   * has different roots, so that the more there are the less a prime excludes.
   */
  static boolean isQuick(IntegerPolynomial numerator, int most) {
    int degree = numerator.degree() / 2;
    double rows = most * Math.pow(2.0 * most + 1, degree - 1.0);
    double factors = RationalRoots.of(numerator).roots().stream().distinct().count();
    double left = rows * (2 * most + 1);
    for (int p : PRIMES) {
      boolean used = Math.pow(p, degree + 1.0) <= LARGEST_TABLE;
      left *= used ? Math.min(1, factors / p) : 1;
    }
    return rows <= MOST_ROWS && left <= MOST_FILTERED;
  }

  /** Whether b has a root modulo p. */
  private boolean tabulate(int p) {
    int[] numerators = new int[p];
    int root = -1;
    for (int n = 0; n < p; n++) {
      numerators[n] = value(b, n, p);
      root = numerators[n] == 0 ? n : root;
    }
    if (root < 0) {
      return false;
    }
    int rows = (int) Math.pow(p, degree);
    int[] allowed = new int[rows];
    int[] values = new int[p];
    byte[] reduced = new byte[2 * p * p];
    for (int i = 0; i < reduced.length; i++) {
      reduced[i] = (byte) (i % p);
    }
    for (int row = 0; row < rows; row++) {
      for (int n = 0; n < p; n++) {
        values[n] = withoutConstant(row, n, p);
      }
      for (int c = 0; c < p; c++) {
        allowed[row] |=
            trace(values, numerators, new int[] {c, root, p}, reduced) == 0 ? 1 << c : 0;
      }
    }
    tables.add(new Table(p, allowed));
    return true;
  }

  /** Of one period that begins where b vanishes, so that the first row of the product is 0. */
  private static int trace(int[] values, int[] numerators, int[] of, byte[] reduced) {
    int p = of[2];
    int before = 0;
    int now = 1;
    for (int i = 0, n = of[1]; i < p; i++) {
      int a = values[n] + of[0];
      a = a >= p ? a - p : a;
      int next = reduced[a * now + numerators[n] * before];
      before = now;
      now = next;
      n = n + 1 == p ? 0 : n + 1;
    }
    return now;
  }

  /** Σ a_k n^k over k ≥ 1, where the residues of a_1, a_2, … are the digits of a number. */
  private int withoutConstant(int row, int n, int p) {
    int rest = row;
    int power = n;
    int sum = 0;
    for (int k = 1; k <= degree; k++) {
      sum += rest % p * power;
      rest /= p;
      power = power * n % p;
    }
    return sum % p;
  }

  private static int value(long[] coefficients, int n, int p) {
    long value = 0;
    for (int k = coefficients.length - 1; k >= 0; k--) {
      value = Math.floorMod(value * n + coefficients[k], (long) p);
    }
    return (int) value;
  }

  private List<IntegerPolynomial> solutions(int most) {
    List<IntegerPolynomial> solutions = new ArrayList<>();
    ReductionFilter filter = new ReductionFilter(degree);
    long[] a = new long[degree + 1];
    Arrays.fill(a, -most);
    a[degree] = 1;
    // With a smaller leading coefficient the solutions oscillate.
    while (a[degree] * a[degree] + 4 * b[2 * degree] <= 0) {
      a[degree]++;
    }
    while (a[degree] <= most && solutions.size() < MOST) {
      row(a, most, filter, solutions);
      int k = 1;
      while (k < degree && a[k] == most) {
        a[k++] = -most;
      }
      a[k]++;
    }
    return solutions;
  }

  /** Those with all coefficients but the constant one given. */
  private void row(long[] a, int most, ReductionFilter filter, List<IntegerPolynomial> solutions) {
    int[] allowed = new int[tables.size()];
    for (int t = 0; t < allowed.length; t++) {
      Table table = tables.get(t);
      int row = 0;
      for (int k = degree; k >= 1; k--) {
        row = row * table.prime + (int) Math.floorMod(a[k], (long) table.prime);
      }
      allowed[t] = table.allowed[row];
      if (allowed[t] == 0) {
        return;
      }
    }
    // The largest prime leaves the fewest constant coefficients.
    int last = allowed.length - 1;
    int step = last < 0 ? 1 : tables.get(last).prime;
    for (int residue = 0; residue < step; residue++) {
      if (last >= 0 && (allowed[last] >> residue & 1) == 0) {
        continue;
      }
      for (a[0] = -most + Math.floorMod(residue + most, step); a[0] <= most; a[0] += step) {
        boolean passes = true;
        for (int t = 0; passes && t < last; t++) {
          passes = (allowed[t] >> Math.floorMod(a[0], tables.get(t).prime) & 1) == 1;
        }
        if (passes && filter.accepts(a, b)) {
          solutions.add(IntegerPolynomial.of(a));
        }
      }
    }
  }
}
