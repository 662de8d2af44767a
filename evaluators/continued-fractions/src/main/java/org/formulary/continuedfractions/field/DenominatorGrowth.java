package org.formulary.continuedfractions.field;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.formulary.continuedfractions.primes.PrimeExponents;
import org.formulary.continuedfractions.primes.PrimeLaw;
import org.formulary.continuedfractions.primes.StepLaw;
import org.formulary.continuedfractions.primes.StepLawFit;
import org.formulary.continuedfractions.recurrence.LinearRecurrence;

/**
 * How the reduced denominators of approximations grow beyond what the recurrence says, prime by
 * prime. The entries grow like n!^κ |λ|^n; the exponent of a prime p in n!^κ less that in their
 * common divisor is w(n/p) for a step function w, which may depend on the residue of p modulo a
 * small number. It is read off the exact exponents at five depths (a numerical inference), and its
 * part of the growth follows from the prime number theorem ({@link StepLaw}). Primes below √n
 * matter only where their exponents grow like n: the slopes of 2, 3, 5, 7, 11, 13 and of those that
 * divide leading coefficients are read off two depths as multiples of 1/(p − 1), for 2 and 3, over
 * which square roots may ramify, of half that; all others up to 47 must have none.
 *
 * @param order σ: the common divisors grow like n!^σ, up to exponentials; a multiple of 1/2
 * @param law of κ v_p(n!) − v_p(common divisor), where σ = κ
 * @param slopes of the same by n, for small primes that have one, in units of 1/(2 (p − 1))
 * @param depth the largest that was looked at
 * @param measured ln q/n for the denominator q of that depth, without the common divisors of primes
 *     up to 12 n; at a quarter of the depth it was seen that no others matter
 */
public record DenominatorGrowth(
    double order,
    Optional<PrimeLaw> law,
    Map<Integer, Integer> slopes,
    int depth,
    double measured) {
  private static final List<Integer> SMALL = List.of(2, 3, 5, 7, 11, 13);
  private static final int LARGEST_SMALL = 47;

  /** The exponents of larger primes are not told apart that well. */
  private static final int LARGEST_HALVED = 3;

  private static final int LEAST_FOR_ORDER = 17;
  private static final double ORDER_TOLERANCE = 0.1;

  /** Exponents are read at these parts of the depth; the law off the last five. */
  private static final int[] PARTS = {4, 8, 12, 13, 14, 15, 16};

  private static final int WHOLE = 16;

  /** Primes up to so many times the depth are looked at. */
  private static final int REACH = 12;

  /** What primes beyond that may have in the common divisor, by depth: that of a last matrix. */
  private static final double LARGEST_BEYOND = 0.05;

  public DenominatorGrowth {
    slopes = Map.copyOf(slopes);
  }

  /**
   * What is looked at.
   *
   * @param kappa the power of n by which the entries grow a step
   */
  record Sampling(LinearRecurrence recurrence, int kappa, StepMatrix step, Rows rows, int depth) {
    boolean dividesLeading(int p) {
      BigInteger prime = BigInteger.valueOf(p);
      return recurrence.coefficients().stream()
          .anyMatch(c -> !c.isZero() && c.leading().mod(prime).signum() == 0);
    }

    /** The approximations that are looked at. */
    List<ColumnSample> samples() {
      return ColumnSample.of(
          step, rows, IntStream.of(PARTS).map(part -> depth * part / WHOLE).toArray());
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
      sum += s.getValue() * Math.log(s.getKey()) / (2 * (s.getKey() - 1));
    }
    return sum;
  }

  /** From the samples of what is looked at. */
  static Outcome of(Sampling of, List<ColumnSample> samples) {
    if (samples.stream().anyMatch(ColumnSample::vanishes)) {
      return new Unknown("a denominator vanishes");
    }
    return new Reading(of, samples).outcome();
  }

  /** Exponents of primes at several depths. */
  private record Reading(Sampling of, List<ColumnSample> samples) {
    private int kappa() {
      return of.kappa();
    }

    private ColumnSample half() {
      return samples.get(1);
    }

    private ColumnSample last() {
      return samples.getLast();
    }

    Outcome outcome() {
      int[] small = PrimeExponents.primes(2, LARGEST_SMALL);
      int[] atHalf = half().valuations(small, kappa());
      int[] atLast = last().valuations(small, kappa());
      double order = order(small, atHalf, atLast);
      if (Double.isNaN(order)) {
        return new Unknown("the common divisors have no order of growth that is a multiple of 1/2");
      }
      double measured = measured();
      if (order != kappa()) {
        return new Known(
            new DenominatorGrowth(order, Optional.empty(), Map.of(), of.depth, measured));
      }
      Map<Integer, Integer> slopes = new TreeMap<>();
      for (int i = 0; i < small.length; i++) {
        int p = small[i];
        int factorial = last().ofFactorial(p) - half().ofFactorial(p);
        double slope = (kappa() * factorial - atLast[i] + atHalf[i]) / steps();
        boolean counts = SMALL.contains(p) || of.dividesLeading(p);
        int whole = (int) Math.round(slope * (p - 1));
        int units =
            !counts ? 0 : p <= LARGEST_HALVED ? (int) Math.round(2 * slope * (p - 1)) : 2 * whole;
        double tolerance = 4 * Math.max(1, kappa()) * Math.log(of.depth) / Math.log(p);
        if (Math.abs(slope - units / (2 * (p - 1.0))) > tolerance / steps()) {
          return new Unknown(
              String.format(Locale.ROOT, "the exponents of %d grow by %.4f a step", p, slope));
        }
        if (units != 0) {
          slopes.put(p, units);
        }
      }
      return outcome(order, measured, slopes);
    }

    private Outcome outcome(double order, double measured, Map<Integer, Integer> slopes) {
      if (logBeyond() > LARGEST_BEYOND * samples.getFirst().depth()) {
        return new Unknown("the common divisors hold primes beyond %d n".formatted(REACH));
      }
      Optional<PrimeLaw> law = law();
      return law.isEmpty()
          ? new Unknown("the exponents of primes p at depth n are no step function of n/p")
          : new Known(new DenominatorGrowth(order, law, slopes, of.depth, measured));
    }

    private double steps() {
      return last().depth() - half().depth();
    }

    /**
     * From the exponents of primes that have many multiples: v_p is nearly σ n/(p − 1), and what
     * else there is hardly changes between two depths.
     */
    private double order(int[] small, int[] atHalf, int[] atLast) {
      double mean =
          IntStream.range(0, small.length)
              .filter(i -> small[i] >= LEAST_FOR_ORDER && !of.dividesLeading(small[i]))
              .mapToDouble(i -> (atLast[i] - atHalf[i]) * (small[i] - 1) / steps())
              .average()
              .orElse(Double.NaN);
      double order = Math.rint(2 * mean) / 2;
      return Math.abs(mean - order) < ORDER_TOLERANCE ? order : Double.NaN;
    }

    /** ln q/n at the last depth, q without the common divisors of primes up to 12 n. */
    private double measured() {
      return (last().log() - logOfPrimes(last())) / last().depth();
    }

    private double logOfPrimes(ColumnSample s) {
      int[] primes = PrimeExponents.primes(2, REACH * s.depth());
      int[] exponents = s.valuations(primes, kappa());
      return IntStream.range(0, primes.length)
          .mapToDouble(i -> exponents[i] * Math.log(primes[i]))
          .sum();
    }

    /** The logarithm of what primes beyond 12 n have in the common divisor, at the first depth. */
    private double logBeyond() {
      ColumnSample first = samples.getFirst();
      return first.logCommon() - logOfPrimes(first);
    }

    private Optional<PrimeLaw> law() {
      List<StepLawFit.Exponent> exponents = new ArrayList<>();
      for (ColumnSample s : samples.subList(2, samples.size())) {
        int n = s.depth();
        int[] primes = PrimeExponents.primes(n / StepLawFit.LEAST_PART, REACH * n);
        int[] common = s.valuations(primes, kappa());
        for (int i = 0; i < primes.length; i++) {
          int exponent = kappa() * s.ofFactorial(primes[i]) - common[i];
          exponents.add(new StepLawFit.Exponent(n, primes[i], exponent));
        }
      }
      return StepLawFit.fit(exponents);
    }
  }
}
