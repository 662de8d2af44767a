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
 * @param samples of the walk; the first two of a quarter and half of the depth of the last
 */
record WalkCheck(List<ColumnSample> samples) {
  /** What may be missing from logarithms, in proportion. */
  private static final double TOLERANCE = 0.02;

  /** And what a power of the depth, or an oscillation, may add between two depths. */
  private static final double SLACK = 8 * Math.log(2);

  /**
   * Which solution is the largest in the error, beside the largest of all in the denominator: of
   * those after the first that of which the ratio to it is nearest to what the errors did between
   * the first samples, of equal ones the first; none where all are farther off than 2 % and 8 bits.
   *
   * @param sizes of solutions, the largest first
   */
  Optional<SolutionSize> second(List<SolutionSize> sizes) {
    double measured = measured();
    return sizes.stream()
        .skip(1)
        .filter(s -> off(sizes.getFirst(), s, measured) <= allowed(sizes.getFirst(), s))
        .min(Comparator.comparingDouble(s -> off(sizes.getFirst(), s, measured)));
  }

  private double allowed(SolutionSize largest, SolutionSize second) {
    return TOLERANCE * foretold(largest, second) + SLACK;
  }

  private double off(SolutionSize largest, SolutionSize second, double measured) {
    return Math.abs(measured - foretold(largest, second));
  }

  /** By how much the logarithm of the error falls from the first sample to the second. */
  private double foretold(SolutionSize largest, SolutionSize second) {
    double factorials =
        IntStream.rangeClosed(early().depth() + 1, late().depth()).mapToDouble(Math::log).sum();
    return (largest.power() - second.power()) * factorials
        + (largest.rate() - second.rate()) * steps();
  }

  private double measured() {
    return ln(early()) - ln(late());
  }

  private double ln(ColumnSample sample) {
    return sample.approximation().log2Distance(samples.getLast().approximation()) * Math.log(2);
  }

  private ColumnSample early() {
    return samples.getFirst();
  }

  private ColumnSample late() {
    return samples.get(1);
  }

  private int steps() {
    return late().depth() - early().depth();
  }

  /** What errors should do and do not. */
  String contradiction(List<SolutionSize> sizes) {
    return String.format(
        Locale.ROOT,
        "ln |error| should fall by %.4f a step, and falls by %.4f from depth %d to %d",
        foretold(sizes.get(0), sizes.get(1)) / steps(),
        measured() / steps(),
        early().depth(),
        late().depth());
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
