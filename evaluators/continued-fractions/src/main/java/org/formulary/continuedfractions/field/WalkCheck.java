package org.formulary.continuedfractions.field;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.formulary.continuedfractions.recurrence.SolutionSize;

/**
 * Whether a walk does what was foretold of it. A quotient of linear forms need not contain the
 * largest two solutions of the recurrence, and then errors and denominators grow otherwise.
 *
 * @param samples of the walk; the first two of a quarter and half of the depth of the last
 */
record WalkCheck(List<ColumnSample> samples) {
  /** What may be missing from logarithms, in proportion. */
  private static final double TOLERANCE = 0.02;

  /** And what a power of the depth, or an oscillation, may add between two depths. */
  private static final double SLACK = 8 * Math.log(2);

  /** How errors fall from the first sample to the second contradicts these sizes of solutions. */
  Optional<String> ofErrors(SolutionSize largest, SolutionSize second) {
    ColumnSample early = samples.getFirst();
    ColumnSample late = samples.get(1);
    int steps = late.depth() - early.depth();
    double factorials =
        IntStream.rangeClosed(early.depth() + 1, late.depth()).mapToDouble(Math::log).sum();
    double foretold =
        (largest.power() - second.power()) * factorials + (largest.rate() - second.rate()) * steps;
    double measured = ln(early) - ln(late);
    boolean near = Math.abs(measured - foretold) <= TOLERANCE * Math.abs(foretold) + SLACK;
    return near
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "ln |error| should fall by %.4f a step, and falls by %.4f from depth %d to %d",
                foretold / steps,
                measured / steps,
                early.depth(),
                late.depth()));
  }

  private double ln(ColumnSample sample) {
    return sample.approximation().log2Distance(samples.getLast().approximation()) * Math.log(2);
  }

  /** The denominator of the last sample is not what a rate says. */
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
