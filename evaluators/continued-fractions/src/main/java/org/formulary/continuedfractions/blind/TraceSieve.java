package org.formulary.continuedfractions.blind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.RationalRoots;
import org.formulary.continuedfractions.polynomial.ReductionFilter;

/**
 * All partial denominators a = Σ c_j P_j in a box with which given partial numerators b have
 * factorial reduction.
 *
 * <p>Modulo a prime p the recurrence matrices M_n = [[0, b_n], [1, a_n]] repeat after p steps, and
 * two periods can vanish modulo p only where the trace of one does: its determinant vanishes, for b
 * has a root modulo p. That is one condition on the residues of the c_j, which about one in p
 * meets; where it always holds ({@link Denominators#isOdd}), that two periods vanish modulo p²
 * takes its place. It is tabulated for all residues, for several primes; of a box those are taken
 * that meet it at each prime (the Chinese remainder theorem, as a sieve), and these few go through
 * {@link ReductionFilter}, which looks at prime powers. Exact but for that filter.
 */
final class TraceSieve {
  private static final int[] PRIMES = {7, 11, 13, 17, 19, 23, 29, 31};

  /** Residues that a table may have. */
  private static final double LARGEST_TABLE = 4e5;

  /** A table takes as long as the filter for one in so many of its residues, at least. */
  private static final double RESIDUES_A_CALL = 10;

  /** Rows of a box, each of all c_0, and what is left over of it by one prime and by all. */
  private static final double MOST_ROWS = 3e5;

  private static final double MOST_CELLS = 4e6;
  private static final double MOST_LEFT = 1e6;

  /** Calls of the filter after which the rest of a box is left out. */
  private static final int MOST_FILTERED = 30_000;

  /** With fewer left over by the primes so far no further one is taken. */
  private static final double FEW = 500;

  /** Of more solutions the rest is left out. */
  private static final int MOST = 1024;

  private final IntegerPolynomial numerator;
  private final Denominators family;
  private final List<Table> tables = new ArrayList<>();
  private final long[] b;
  private final List<IntegerPolynomial> solutions = new ArrayList<>();
  private int filtered;

  /**
   * For a modulus, by the residues of c_1, c_2, …, and by that of c_0, whether the condition holds.
   */
  private record Table(int modulus, boolean[] allowed) {}

  private TraceSieve(IntegerPolynomial numerator, Denominators family) {
    this.numerator = numerator;
    this.family = family;
    this.b = numerator.toLongs(2 * family.degree());
  }

  /**
   * The solutions with a positive leading coefficient and no c_j larger than {@code most}; at most
   * {@value #MOST}.
   */
  static List<IntegerPolynomial> solutions(
      IntegerPolynomial numerator, Denominators family, int most) {
    TraceSieve sieve = new TraceSieve(numerator, family);
    for (int p : sieve.primes(most)) {
      boolean special = sieve.b[sieve.b.length - 1] % p == 0;
      if (!special && !sieve.tabulate(p)) {
        return List.of();
      }
    }
    sieve.solve(most);
    return sieve.solutions;
  }

  /** Whether a box takes some hundredths of a second or less. */
  static boolean isQuick(IntegerPolynomial numerator, Denominators family, int most) {
    TraceSieve sieve = new TraceSieve(numerator, family);
    double rows = sieve.rows(most);
    double left = rows * (2 * most + 1);
    List<Integer> primes = sieve.primes(most);
    double cells = primes.isEmpty() ? left : left * sieve.share(primes.getLast());
    for (int p : primes) {
      left *= sieve.share(p);
    }
    return rows <= MOST_ROWS && cells <= MOST_CELLS && left <= MOST_LEFT;
  }

  private double rows(int most) {
    return most * Math.pow(2.0 * most + 1, family.size() - 2.0);
  }

  /**
   * What a prime leaves over: the trace is a product of as many factors as b has different roots.
   */
  private double share(int p) {
    return Math.min(
        1, (double) RationalRoots.of(numerator).roots().stream().distinct().count() / p);
  }

  private List<Integer> primes(int most) {
    List<Integer> primes = new ArrayList<>();
    double left = rows(most) * (2 * most + 1);
    for (int p : PRIMES) {
      double residues = Math.pow(p, family.isOdd() ? 2.0 * family.size() : family.size());
      if (left > Math.max(FEW, residues / RESIDUES_A_CALL) && residues <= LARGEST_TABLE) {
        primes.add(p);
        left *= share(p);
      }
    }
    return primes;
  }

  /** Whether b has a root modulo p. */
  private boolean tabulate(int p) {
    Optional<Period> period =
        family.isOdd()
            ? Optional.of(Period.two(numerator, family, p))
            : Period.one(numerator, family, p);
    if (period.isEmpty()) {
      return false;
    }
    int m = period.get().modulus();
    boolean[] allowed = new boolean[(int) Math.pow(m, family.size())];
    for (int row = 0; row < allowed.length / m; row++) {
      period.get().fill(row, allowed);
    }
    tables.add(new Table(m, allowed));
    return true;
  }

  private void solve(int most) {
    ReductionFilter filter = new ReductionFilter(family.degree());
    int top = family.size() - 1;
    long[] c = new long[top + 1];
    Arrays.fill(c, -most);
    // With a smaller leading coefficient the solutions oscillate.
    long lead = family.basis().getLast().leading().longValueExact();
    c[top] = 1;
    while (c[top] * lead * c[top] * lead + 4 * b[b.length - 1] <= 0) {
      c[top]++;
    }
    while (c[top] <= most && solutions.size() < MOST && filtered < MOST_FILTERED) {
      row(c, most, filter);
      int k = 1;
      while (k < top && c[k] == most) {
        c[k++] = -most;
      }
      c[k]++;
    }
  }

  /** Those with all coefficients but c_0 given. */
  private void row(long[] c, int most, ReductionFilter filter) {
    int[] rows = new int[tables.size()];
    for (int t = 0; t < rows.length; t++) {
      int modulus = tables.get(t).modulus;
      for (int k = c.length - 1; k >= 1; k--) {
        rows[t] = rows[t] * modulus + (int) Math.floorMod(c[k], (long) modulus);
      }
    }
    // The largest modulus leaves the fewest c_0.
    int last = rows.length - 1;
    int step = last < 0 ? 1 : tables.get(last).modulus;
    for (int residue = 0; residue < step; residue++) {
      if (last >= 0 && !tables.get(last).allowed[rows[last] * step + residue]) {
        continue;
      }
      for (c[0] = -most + Math.floorMod(residue + most, step); c[0] <= most; c[0] += step) {
        if (passes(c[0], rows)) {
          long[] a = family.coefficients(c);
          filtered++;
          if (filter.accepts(a, b)) {
            solutions.add(IntegerPolynomial.of(a));
          }
        }
      }
    }
  }

  private boolean passes(long c, int[] rows) {
    for (int t = 0; t < rows.length; t++) {
      Table table = tables.get(t);
      int residue = (int) Math.floorMod(c, (long) table.modulus);
      if (!table.allowed[rows[t] * table.modulus + residue]) {
        return false;
      }
    }
    return true;
  }
}
