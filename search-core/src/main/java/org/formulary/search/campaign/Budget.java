package org.formulary.search.campaign;

import java.time.Duration;

/** When a campaign ends. */
public sealed interface Budget {
  /** After so many evaluations on each island: reproducible. */
  record Evaluations(long perIsland) implements Budget {
    public Evaluations {
      if (perIsland < 1) {
        throw new IllegalArgumentException("evaluations must be ≥ 1, was " + perIsland);
      }
    }
  }

  /** After so much search time, at the next barrier; start-up and proofs are extra. */
  record Time(Duration duration) implements Budget {
    public Time {
      if (!duration.isPositive()) {
        throw new IllegalArgumentException("time must be > 0, was " + duration);
      }
    }
  }
}
