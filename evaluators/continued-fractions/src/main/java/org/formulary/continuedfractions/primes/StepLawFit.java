package org.formulary.continuedfractions.primes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.formulary.continuedfractions.primes.StepLaw.Cell;
import org.formulary.continuedfractions.primes.StepLaw.Ratio;

/**
 * Reads a step law off exponents of primes: every cell between neighbouring fractions with small
 * denominators takes the value that nearly all primes in it have. A numerical inference: it is
 * rejected where more than one of a hundred disagree, or in any cell more than four of a hundred
 * and more than one, and where in a cell of the periodic part fewer than three agree. (A few
 * disagree because the last matrix of a product has common divisors of its own.)
 */
public final class StepLawFit {
  /** Primes from depth by this on are looked at, where fractions of depth/p can be told apart. */
  public static final int LEAST_PART = 10;

  /** So near to a breakpoint a/b, |b n − a p| at most, a shift of n by a start may count. */
  private static final int MARGIN = 24;

  private static final double AGREEMENT = 0.99;
  private static final double AGREEMENT_OF_CELL = 0.96;
  private static final int FEWEST = 3;

  /** Residue classes of primes, the simplest first. */
  private static final List<Integer> MODULI = List.of(1, 3, 4, 5, 8, 12);

  private static final List<Integer> DENOMINATORS = List.of(1, 2, 3, 4, 6, 8, 12, 16);

  private final List<Ratio> breakpoints;

  /** The number of primes by value, by cell; cells of (0, 1) are numbered −1, −2, …. */
  private final Map<Integer, Map<Integer, Integer>> votes = new HashMap<>();

  /** The exponent of a prime in a number of an index, which is its depth. */
  public record Exponent(int depth, int prime, int value) {}

  private StepLawFit(int largestDenominator) {
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

  /**
   * The simplest law that fits: without residue classes if possible, and with breakpoints of as
   * small denominators as possible.
   */
  public static Optional<PrimeLaw> fit(List<Exponent> exponents) {
    for (int modulus : MODULI) {
      for (int denominator : DENOMINATORS) {
        Optional<PrimeLaw> law = fit(exponents, modulus, denominator);
        if (law.isPresent()) {
          return law;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<PrimeLaw> fit(List<Exponent> exponents, int modulus, int denominator) {
    TreeMap<Integer, StepLaw> laws = new TreeMap<>();
    for (int residue = 0; residue < modulus; residue++) {
      if (gcd(residue, modulus) == 1) {
        StepLawFit fit = new StepLawFit(denominator);
        for (Exponent e : exponents) {
          if (e.prime % modulus == residue) {
            fit.add(e);
          }
        }
        Optional<StepLaw> law = fit.law();
        if (law.isEmpty()) {
          return Optional.empty();
        }
        laws.put(residue, law.get());
      }
    }
    return Optional.of(new PrimeLaw(modulus, laws));
  }

  private void add(Exponent e) {
    int whole = e.depth / e.prime;
    int rest = e.depth % e.prime;
    for (int i = 0; i + 1 < breakpoints.size(); i++) {
      Ratio from = breakpoints.get(i);
      Ratio to = breakpoints.get(i + 1);
      boolean inside =
          (long) rest * from.below() - (long) e.prime * from.above() > MARGIN
              && (long) e.prime * to.above() - (long) rest * to.below() > MARGIN;
      if (inside) {
        votes
            .computeIfAbsent(whole == 0 ? -1 - i : i, _ -> new HashMap<>())
            .merge(e.value, 1, Integer::sum);
      }
    }
  }

  private Optional<StepLaw> law() {
    int cells = breakpoints.size() - 1;
    int periodic = IntStream.range(0, cells).map(this::primes).sum();
    int agreeing = IntStream.range(0, cells).map(this::agreeing).sum();
    boolean agreed =
        agreeing >= AGREEMENT * periodic && votes.keySet().stream().allMatch(this::isClear);
    boolean seen = IntStream.range(0, cells).allMatch(i -> agreeing(i) >= FEWEST);
    if (!agreed || !seen || majority(-1) != 0) {
      return Optional.empty();
    }
    return Optional.of(
        new StepLaw(
            merged(IntStream.range(0, cells).map(i -> majority(-1 - i)).toArray()),
            merged(IntStream.range(0, cells).map(this::majority).toArray())));
  }

  private boolean isClear(int cell) {
    int others = primes(cell) - agreeing(cell);
    return others <= Math.max(1, (1 - AGREEMENT_OF_CELL) * primes(cell));
  }

  private int agreeing(int cell) {
    return votes.getOrDefault(cell, Map.of()).values().stream().mapToInt(k -> k).max().orElse(0);
  }

  private int primes(int cell) {
    return votes.getOrDefault(cell, Map.of()).values().stream().mapToInt(k -> k).sum();
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
