package org.formulary.approximation.fit;

import java.util.Optional;
import org.formulary.expressions.Skeleton;

/**
 * Makes the largest error least: by {@link MinimaxFit}, and where that does not end level in all
 * constants by {@link ChainMinimax} and again by it, then by {@link PreciseMinimax}.
 */
public final class LevelFit implements Refinement {
  private static final int ITERATIONS = 40;

  /** The linearised error of a level fit, relative to its error. */
  private static final double LEVEL = 1 - 1e-6;

  private final MinimaxFit minimax;
  private final ChainMinimax chains;
  private final PreciseMinimax precise;

  /** Fits on these samples. */
  public LevelFit(Samples samples) {
    this.minimax = new MinimaxFit(samples);
    this.chains = new ChainMinimax(samples);
    this.precise = new PreciseMinimax(samples);
  }

  @Override
  public Optional<Refined> fit(Skeleton skeleton, double[] high, double[] low) {
    return level(skeleton, high, low).map(r -> new Refined(r.high(), r.low(), r.error()));
  }

  Optional<MinimaxFit.Result> level(Skeleton skeleton, double[] high, double[] low) {
    return minimax
        .fit(skeleton, high, low, ITERATIONS)
        .map(r -> isLevel(skeleton, r) ? r : better(skeleton, r));
  }

  private static boolean isLevel(Skeleton skeleton, MinimaxFit.Result r) {
    return r.level() > LEVEL && r.extrema() > skeleton.constants();
  }

  private MinimaxFit.Result better(Skeleton skeleton, MinimaxFit.Result r) {
    MinimaxFit.Result best =
        chains
            .fit(skeleton)
            .flatMap(c -> minimax.fit(skeleton, c[0], c[1], ITERATIONS))
            .filter(other -> other.error() < r.error())
            .orElse(r);
    return isLevel(skeleton, best) ? best : precise.fit(skeleton, best);
  }

  /** How level the error is, and at how many points, without a better fit. */
  public Optional<MinimaxFit.Result> levelness(Skeleton skeleton, double[] high, double[] low) {
    return minimax.fit(skeleton, high, low, 1);
  }

  @Override
  public double error(Skeleton skeleton, double[] high, double[] low) {
    return minimax.error(skeleton, high, low);
  }
}
