package org.formulary.approximation.fit;

import java.util.Optional;
import org.formulary.expressions.Skeleton;

/**
 * Levels the error of a program that must stay on one side of the target: e = w·(p − f) is kept
 * within [0, E] or [−E, 0]. That is an error within ±E/2 of the target moved by E/2, and E is found
 * by repeating: the target is moved by the error of the fit before and a little more, so that the
 * error does not touch 0 between the samples.
 */
public final class OneSidedFit implements Refinement {
  private static final int ROUNDS = 8;
  private static final int LEVELLING = 40;

  /** The target is moved by more than the error, by this part of it. */
  private static final double MARGIN = 0x1p-7;

  private final Samples samples;
  private final int sign;
  private final LevelFit level;
  private final MinimaxFit minimax;

  /**
   * Fits on these samples.
   *
   * @param sign of the error: −1 for programs below the target, 1 for above
   */
  public OneSidedFit(Samples samples, int sign) {
    this.samples = samples;
    this.sign = sign;
    this.level = new LevelFit(samples);
    this.minimax = new MinimaxFit(samples);
  }

  /** Empty where the family cannot be moved to that side. */
  @Override
  public Optional<Refined> fit(Skeleton skeleton, double[] high, double[] low) {
    return level.level(skeleton, high, low).flatMap(r -> moved(skeleton, r));
  }

  private Optional<Refined> moved(Skeleton skeleton, MinimaxFit.Result level) {
    MinimaxFit.Result r = level;
    for (int round = 0; round < ROUNDS; round++) {
      double move = r.error() * (1 + MARGIN);
      Optional<MinimaxFit.Result> next =
          new MinimaxFit(samples.moved(sign * move)).fit(skeleton, r.high(), r.low(), LEVELLING);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      r = next.get();
      if (r.error() <= move * (1 - MARGIN / 2)) {
        return Optional.of(new Refined(r.high(), r.low(), error(skeleton, r.high(), r.low())));
      }
    }
    return Optional.empty();
  }

  /** The largest error at the samples; infinite where one has the other sign or is not finite. */
  @Override
  public double error(Skeleton skeleton, double[] high, double[] low) {
    double largest = 0;
    for (double e : minimax.errors(skeleton, high, low)) {
      largest = sign * e >= 0 ? Math.max(largest, sign * e) : Double.POSITIVE_INFINITY;
    }
    return largest;
  }
}
