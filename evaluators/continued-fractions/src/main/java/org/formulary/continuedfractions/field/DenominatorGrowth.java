package org.formulary.continuedfractions.field;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How the reduced denominators of a column of products grow beyond what the recurrence says, prime
 * by prime. The entries grow like n!^κ |λ|^n; the exponent of a prime p in n!^κ less that in their
 * common divisor is w(n/p) for a step function w, which may depend on the residue of p modulo a
 * small number. It is read off the exact exponents at five depths (a numerical inference), and its
 * part of the growth follows from the prime number theorem ({@link StepLaw}). Primes below √n
 * matter only where their exponents grow like n: the slopes of 2, 3, 5, 7, 11, 13 and of those that
 * divide leading coefficients are read off two depths as multiples of 1/(p − 1); all others up to
 * 47 must have none.
 *
 * @param order σ: the common divisors grow like n!^σ, up to exponentials; a multiple of 1/2
 * @param law of κ v_p(n!) − v_p(common divisor), where σ = κ
 * @param slopes of the same by n, for small primes that have one, in units of 1/(p − 1)
 * @param depth the largest that was looked at
 * @param measured ln q/n for the reduced denominator q of that depth
 */
public record DenominatorGrowth(
    double order,
    Optional<PrimeLaw> law,
    Map<Integer, Integer> slopes,
    int depth,
    double measured) {
  private static final List<Integer> SMALL = List.of(2, 3, 5, 7, 11, 13);
  private static final int LARGEST_SMALL = 47;
  private static final int LEAST_FOR_ORDER = 17;
  private static final double ORDER_TOLERANCE = 0.1;

  /** Exponents are read at depths from three quarters on. */
  private static final int SIXTEENTHS = 16;

  private static final int LEAST_SIXTEENTH = 12;

  public DenominatorGrowth {
    slopes = Map.copyOf(slopes);
  }

  /** What is looked at. */
  record Sampling(ColumnRecurrence recurrence, StepMatrix step, int depth) {
    /** The power of n by which the entries grow a step. */
    int kappa() {
      return recurrence.a().degree() - recurrence.s().degree();
    }

    ColumnSample sample(int n) {
      return ColumnSample.of(step, recurrence.column(), n);
    }

    boolean dividesLeading(int p) {
      BigInteger prime = BigInteger.valueOf(p);
      return List.of(recurrence.s(), recurrence.a(), recurrence.b()).stream()
          .anyMatch(q -> q.leading().mod(prime).signum() == 0);
    }
  }

  /** The growth, or the reason why it is not understood. */
  sealed interface Outcome {}

  record Known(DenominatorGrowth growth) implements Outcome {}

  record Unknown(String reason) implements Outcome {}

  /** ln q/n in the limit, beyond ln |λ|; only where σ = κ. */
  public double rate() {
    double sum = law.map(PrimeLaw::integral).orElse(Double.POSITIVE_INFINITY);
    for (Map.Entry<Integer, Integer> s : slopes.entrySet()) {
      sum += s.getValue() * Math.log(s.getKey()) / (s.getKey() - 1);
    }
    return sum;
  }

  static Outcome of(Sampling of) {
    ColumnSample last = of.sample(of.depth);
    ColumnSample half = of.sample(of.depth / 2);
    if (last.vanishes() || half.vanishes()) {
      return new Unknown("a denominator vanishes");
    }
    double order = order(of, last, half);
    if (Double.isNaN(order)) {
      return new Unknown("the common divisors have no order of growth that is a multiple of 1/2");
    }
    double measured = last.logReduced() / of.depth;
    if (order != of.kappa()) {
      return new Known(
          new DenominatorGrowth(order, Optional.empty(), Map.of(), of.depth, measured));
    }
    Map<Integer, Integer> slopes = new TreeMap<>();
    for (int p : primes(2, LARGEST_SMALL)) {
      double slope = slope(of.kappa(), last, half, p);
      double tolerance = 4 * Math.max(1, of.kappa()) * Math.log(of.depth) / Math.log(p);
      boolean counts = SMALL.contains(p) || of.dividesLeading(p);
      long units = counts ? Math.round(slope * (p - 1)) : 0;
      if (Math.abs(slope - (double) units / (p - 1)) > tolerance / half.depth()) {
        return new Unknown("the exponents of %d grow by %.4f a step".formatted(p, slope));
      }
      if (units != 0) {
        slopes.put(p, (int) units);
      }
    }
    Optional<PrimeLaw> law = law(of, last);
    return law.isEmpty()
        ? new Unknown("the exponents of primes p at depth n are no step function of n/p")
        : new Known(new DenominatorGrowth(order, law, slopes, of.depth, measured));
  }

  /**
   * From the exponents of primes that have many multiples: v_p is nearly σ n/(p − 1), and what else
   * there is hardly changes between two depths.
   */
  private static double order(Sampling of, ColumnSample last, ColumnSample half) {
    double sum = 0;
    int count = 0;
    for (int p : primes(LEAST_FOR_ORDER, LARGEST_SMALL)) {
      if (!of.dividesLeading(p)) {
        int difference = last.valuation(p) - half.valuation(p);
        sum += difference * (p - 1.0) / (last.depth() - half.depth());
        count++;
      }
    }
    double order = Math.rint(2 * sum / count) / 2;
    return Math.abs(sum / count - order) < ORDER_TOLERANCE ? order : Double.NaN;
  }

  private static double slope(int kappa, ColumnSample last, ColumnSample half, int p) {
    int deep = kappa * last.ofFactorial(p) - last.valuation(p);
    int shallow = kappa * half.ofFactorial(p) - half.valuation(p);
    return (deep - shallow) / (double) (last.depth() - half.depth());
  }

  private static Optional<PrimeLaw> law(Sampling of, ColumnSample last) {
    List<StepLawFit.Exponent> exponents = new ArrayList<>();
    for (int sixteenth = SIXTEENTHS; sixteenth >= LEAST_SIXTEENTH; sixteenth--) {
      ColumnSample s =
          sixteenth == SIXTEENTHS ? last : of.sample(of.depth * sixteenth / SIXTEENTHS);
      int n = s.depth();
      for (int p : primes(n / StepLawFit.LEAST_PART, StepLawFit.REACH * n)) {
        int exponent = of.kappa() * s.ofFactorial(p) - s.valuation(p);
        exponents.add(new StepLawFit.Exponent(n, p, exponent));
      }
    }
    return StepLawFit.fit(exponents);
  }

  static int[] primes(int from, int to) {
    boolean[] composite = new boolean[to + 1];
    for (int p = 2; (long) p * p <= to; p++) {
      for (int k = p * p; !composite[p] && k <= to; k += p) {
        composite[k] = true;
      }
    }
    return IntStream.rangeClosed(Math.max(2, from), to).filter(p -> !composite[p]).toArray();
  }
}
