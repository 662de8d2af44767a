package org.formulary.search.domain;

import java.util.List;

/** How candidates are found. */
public sealed interface Strategy<P> {
  /** By evolution of genotypes. */
  record Evolve<P>(Encoding<P> encoding) implements Strategy<P> {}

  /** By enumeration in independent units. */
  non-sealed interface Sweep<P> extends Strategy<P> {
    /** The number of units; unit numbers are 0 … units − 1. */
    long units();

    /** Runs one unit: a pure function of its number. */
    Slice<P> run(long unit, Progress progress);
  }

  /**
   * What one unit of a sweep found.
   *
   * @param leads candidates worth keeping
   * @param examined number of candidates looked at
   */
  record Slice<P>(List<P> leads, long examined) {
    public Slice {
      leads = List.copyOf(leads);
    }
  }
}
