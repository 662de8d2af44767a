package org.formulary.search.domain;

import java.util.List;

/** How candidates are found. */
public sealed interface Strategy<P> {
  /** What the search knows of its candidates. */
  Candidates<P> candidates();

  /** By evolution of genotypes. */
  record Evolve<P>(Encoding<P> encoding) implements Strategy<P> {
    @Override
    public Candidates<P> candidates() {
      return encoding;
    }
  }

  /** By enumeration. */
  record Enumerate<P>(Sweep<P> sweep, Candidates<P> candidates) implements Strategy<P> {}

  /** By enumeration of what is small, and then by evolution that starts from the best of it. */
  record EnumerateThenEvolve<P>(Sweep<P> sweep, Encoding<P> encoding) implements Strategy<P> {
    @Override
    public Candidates<P> candidates() {
      return encoding;
    }
  }

  /** An enumeration in independent units. */
  interface Sweep<P> {
    /** The number of units, ≥ 1; unit numbers are 0 … units − 1. */
    int units();

    /**
     * Runs one unit: a pure function of its number. May end early, with any result, once {@code
     * progress} is cancelled.
     */
    Slice<P> run(int unit, Progress progress);
  }

  /**
   * What one unit of a sweep found.
   *
   * @param leads candidates worth refining
   * @param evaluations calls of {@link Problem#evaluate} it took
   */
  record Slice<P>(List<P> leads, long evaluations) {
    public Slice {
      leads = List.copyOf(leads);
    }
  }
}
