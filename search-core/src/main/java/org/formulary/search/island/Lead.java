package org.formulary.search.island;

import java.util.Optional;
import org.formulary.search.domain.Scores;

/**
 * A refined candidate that was the best of its niche on its island, or of a unit of a sweep.
 *
 * @param island {@link #NO_ISLAND} if a sweep found it
 * @param generation in which the unrefined candidate was made, or the unit of the sweep
 */
public record Lead<P>(
    P candidate, Scores scores, int niche, int island, long generation, Optional<P> parent) {
  /** In place of an island. */
  public static final int NO_ISLAND = -1;

  /** A new lead must be better by this much: below it, fits of one family only jitter. */
  private static final double CLEARLY = 1e-6;

  /** The better of two leads of one niche; the older one where they are nearly equal. */
  public static <P> Lead<P> better(Lead<P> older, Lead<P> newer) {
    return newer.clearlyBetter(older) ? newer : older;
  }

  /** Whether it is better by more than fits of one family jitter. */
  public boolean clearlyBetter(Lead<P> that) {
    return scores.get(0) < that.scores.get(0) * (1 - CLEARLY);
  }

  /** A lead that was rewritten from this one. */
  public Lead<P> rewritten(P to, Scores newScores, int newNiche) {
    return new Lead<>(to, newScores, newNiche, island, generation, Optional.of(candidate));
  }
}
