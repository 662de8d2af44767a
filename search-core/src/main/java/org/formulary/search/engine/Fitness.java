package org.formulary.search.engine;

import org.formulary.hashing.Fingerprint;

/**
 * What the engine's selection sees of an individual. Compares by {@code error} alone; the engine
 * minimises.
 *
 * @param error the first objective; infinite for rejected and dropped individuals
 * @param niche where it competes; −1 for none
 * @param behaviour the fingerprint taken before the evaluation
 */
public record Fitness(double error, int niche, Fingerprint behaviour)
    implements Comparable<Fitness> {
  /** The fitness of an individual that is no solution or was not evaluated. */
  public static final Fitness WORST =
      new Fitness(Double.POSITIVE_INFINITY, -1, new Fingerprint(0, 0));

  public Fitness {
    if (Double.isNaN(error)) {
      throw new IllegalArgumentException("error is NaN");
    }
  }

  @Override
  public int compareTo(Fitness that) {
    return Double.compare(error, that.error);
  }

  /** Whether it may survive. */
  public boolean viable() {
    return niche >= 0 && error < Double.POSITIVE_INFINITY;
  }
}
