package org.formulary.continuedfractions.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.formulary.continuedfractions.field.StepLaw.Cell;
import org.formulary.continuedfractions.field.StepLaw.Ratio;

/**
 * Reads a step law off exponents of primes: every cell between neighbouring fractions with small
 * denominators takes the value that most of the primes in it have. A numerical inference: what
 * disagrees is counted, and the law is rejected where it is more than a few.
 *
 * <p>One per inference.
 */
final class StepLawFit {
  /** Primes from depth by this on are looked at, where fractions of depth/p can be told apart. */
  static final int LEAST_PART = 10;

  /** Primes up to so many times the depth are looked at. */
  static final int REACH = 12;

  /** So near to a breakpoint a/b, |b n − a p| at most, a shift of n by a start may count. */
  private static final int MARGIN = 24;

  private static final double AGREEMENT = 0.99;

  private final List<Ratio> breakpoints;
  private final Map<Integer, Map<Integer, Integer>> votes = new HashMap<>();
  private int count;

  /**
   * @param largestDenominator of a breakpoint
   */
  StepLawFit(int largestDenominator) {
    TreeSet<Ratio> all = new TreeSet<>();
    for (int b = 1; b <= largestDenominator; b++) {
      for (int a = 0; a <= b; a++) {
        int common = gcd(a, b);
        all.add(new Ratio(a / common, b / common));
      }
    }
    breakpoints = List.copyOf(all);
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /** An exponent of a prime in a number of an index, which is its depth. */
  void add(int depth, int prime, int value) {
    int whole = depth / prime;
    int rest = depth % prime;
    for (int i = 0; i + 1 < breakpoints.size(); i++) {
      Ratio from = breakpoints.get(i);
      Ratio to = breakpoints.get(i + 1);
      boolean inside =
          (long) rest * from.below() - (long) prime * from.above() > MARGIN
              && (long) prime * to.above() - (long) rest * to.below() > MARGIN;
      if (inside) {
        votes
            .computeIfAbsent(whole == 0 ? -1 - i : i, _ -> new HashMap<>())
            .merge(value, 1, Integer::sum);
        count++;
      }
    }
  }

  /**
   * The law.
   *
   * @return empty where fewer than 99 of 100 exponents agree with it, where a cell of the periodic
   *     part has no prime, or where w does not vanish near 0
   */
  Optional<StepLaw> law() {
    int agreeing =
        votes.values().stream()
            .mapToInt(v -> v.values().stream().mapToInt(k -> k).max().orElse(0))
            .sum();
    int cells = breakpoints.size() - 1;
    boolean seen = IntStream.range(0, cells).allMatch(votes::containsKey);
    if (!seen || agreeing < AGREEMENT * count || majority(-1) != 0) {
      return Optional.empty();
    }
    return Optional.of(
        new StepLaw(
            merged(IntStream.range(0, cells).map(i -> majority(-1 - i)).toArray()),
            merged(IntStream.range(0, cells).map(this::majority).toArray())));
  }

  /** How many exponents were given that lie in a cell. */
  int count() {
    return count;
  }

  private int majority(int cell) {
    return votes.getOrDefault(cell, Map.of()).entrySet().stream()
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  private List<Cell> merged(int[] values) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      Ratio to = breakpoints.get(i + 1);
      if (values[i] == 0) {
        continue;
      }
      boolean joins =
          !cells.isEmpty()
              && cells.getLast().to().equals(breakpoints.get(i))
              && cells.getLast().value() == values[i];
      Ratio from = joins ? cells.removeLast().from() : breakpoints.get(i);
      cells.add(new Cell(from, to, values[i]));
    }
    return cells;
  }
}
