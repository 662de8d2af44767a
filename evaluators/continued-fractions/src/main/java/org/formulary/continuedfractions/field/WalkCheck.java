package org.formulary.continuedfractions.field;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.formulary.continuedfractions.recurrence.SolutionSize;

/**
 * What a walk does beside what sizes of solutions foretell. A quotient of linear forms need not
 * contain all solutions of the recurrence.
 *
 * @param samples of the walk; the first three of a quarter, a half and three quarters of the depth
 *     of the last
 */
record WalkCheck(List<ColumnSample> samples) {
  /** What may be missing from logarithms, in proportion. */
  private static final double TOLERANCE = 0.02;

  /** And what an oscillation may add between two depths. */
  private static final double SLACK = 8 * Math.log(2);

  /**
   * Which solution is the largest in the error, beside the largest of all in the denominator: of
   * those after the first that which is nearest to what the errors do, of equal ones the first;
   * none where all are farther off than 2 % and 8 bits.
   *
   * @param sizes of solutions, the largest first
   */
  Optional<SolutionSize> second(List<SolutionSize> sizes) {
    SolutionSize largest = sizes.getFirst();
    return sizes.stream()
        .skip(1)
        .filter(s -> off(largest, s) <= TOLERANCE * foretold(largest, s, 0) + SLACK)
        .min(Comparator.comparingDouble(s -> off(largest, s)));
  }

  /**
   * How far errors are from foretold ones times some power of the depth: what two steps from sample
   * to sample leave after that power is eliminated.
   */
  private double off(SolutionSize largest, SolutionSize second) {
    double first = measured(0) - foretold(largest, second, 0);
    double next = measured(1) - foretold(largest, second, 1);
    return Math.abs(first - next * logOfDepths(0) / logOfDepths(1));
  }

  private double logOfDepths(int from) {
    return Math.log((double) samples.get(from + 1).depth() / samples.get(from).depth());
  }

  /** By how much the logarithm of the error falls from a sample to the next. */
  private double foretold(SolutionSize largest, SolutionSize second, int from) {
    double factorials =
        IntStream.rangeClosed(samples.get(from).depth() + 1, samples.get(from + 1).depth())
            .mapToDouble(Math::log)
            .sum();
    return (largest.power() - second.power()) * factorials
        + (largest.rate() - second.rate()) * steps(from);
  }

  private double measured(int from) {
    return ln(samples.get(from)) - ln(samples.get(from + 1));
  }

  private double ln(ColumnSample sample) {
    return sample.approximation().log2Distance(samples.getLast().approximation()) * Math.log(2);
  }

  private int steps(int from) {
    return samples.get(from + 1).depth() - samples.get(from).depth();
  }

  /** What errors should do and do not. */
  String contradiction(List<SolutionSize> sizes) {
    return String.format(
        Locale.ROOT,
        "ln |error| should fall by %.4f a step, and falls by %.4f from depth %d to %d",
        foretold(sizes.get(0), sizes.get(1), 1) / steps(1),
        measured(1) / steps(1),
        samples.get(1).depth(),
        samples.get(2).depth());
  }

  /** The denominator of the last sample is not what a rate says, within 2 % of ln q. */
  Optional<String> ofDenominators(double rate, DenominatorGrowth growth) {
    return Math.abs(growth.measured() - rate) <= TOLERANCE * growth.measured()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "ln q/n would tend to %.4f, and is %.4f at depth %d",
                rate,
                growth.measured(),
                growth.depth()));
  }
}
