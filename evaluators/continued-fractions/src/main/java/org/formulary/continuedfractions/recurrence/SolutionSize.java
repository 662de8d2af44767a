package org.formulary.continuedfractions.recurrence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;

/**
 * A solution of a recurrence grows like n!^power · e^(rate n), up to exp(o(n)).
 *
 * @param power a slope of the Newton polygon
 * @param rate ln |λ| for a root λ of its characteristic equation, to some 12 digits where no other
 *     root is near
 */
public record SolutionSize(double power, double rate) {
  /** Sizes that differ by less, a step, are not told from equal ones. */
  public static final double TOLERANCE = 1e-9;

  /** The faster growing first. */
  private static final Comparator<SolutionSize> FASTEST =
      Comparator.comparingDouble(SolutionSize::power)
          .thenComparingDouble(SolutionSize::rate)
          .reversed();

  /** Whether this grows faster, by a power of n! or exponentially. */
  public boolean exceeds(SolutionSize that) {
    return power > that.power || (power == that.power && rate > that.rate + TOLERANCE);
  }

  /**
   * The sizes of solutions of Σ c_k(n) u(n + k) = 0: the points (k, deg c_k) have an upper hull;
   * each of its edges from i to j has the slope −power, and its leading coefficients, where c_k
   * reaches it, are those of an equation for λ, of the degree j − i.
   */
  static Optional<List<SolutionSize>> of(List<IntegerPolynomial> c) {
    List<SolutionSize> sizes = new ArrayList<>();
    int from = 0;
    while (c.get(from).isZero()) {
      from++;
    }
    while (from < c.size() - 1) {
      int to = next(c, from);
      int length = to - from;
      int rise = c.get(to).degree() - c.get(from).degree();
      List<BigInteger> equation = new ArrayList<>();
      for (int k = from; k <= to; k++) {
        boolean reached = (c.get(k).degree() - c.get(from).degree()) * length == rise * (k - from);
        equation.add(reached && !c.get(k).isZero() ? c.get(k).leading() : BigInteger.ZERO);
      }
      List<Double> logs = ComplexRoots.logSizes(new IntegerPolynomial(equation));
      if (logs.isEmpty()) {
        return Optional.empty();
      }
      for (double log : logs) {
        sizes.add(new SolutionSize(0.0 - (double) rise / length, log));
      }
      from = to;
    }
    sizes.sort(FASTEST);
    return Optional.of(Collections.unmodifiableList(sizes));
  }

  /** Where the edge of the upper hull from here ends: the farthest of the steepest. */
  private static int next(List<IntegerPolynomial> c, int from) {
    int best = from + 1;
    while (c.get(best).isZero()) {
      best++;
    }
    for (int k = best + 1; k < c.size(); k++) {
      int here = (c.get(k).degree() - c.get(from).degree()) * (best - from);
      int there = (c.get(best).degree() - c.get(from).degree()) * (k - from);
      if (!c.get(k).isZero() && here >= there) {
        best = k;
      }
    }
    return best;
  }
}
