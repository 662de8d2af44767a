package org.formulary.search.domain;

import org.formulary.hashing.Fingerprint;

/**
 * What the engine's selection sees of a candidate. Compares by {@code error} alone, smaller is
 * smaller: the engine minimises.
 *
 * @param error the first objective; infinite for rejected and dropped candidates
 * @param niche where it competes
 * @param behaviour the fingerprint: within a niche one place per behaviour
 * @param birth the generation in which the oldest ancestor of its line was born
 */
public record Fitness(double error, int niche, Fingerprint behaviour, long birth)
    implements Comparable<Fitness> {
  private static final Fingerprint NONE = new Fingerprint(0, 0);

  /** The fitness of a candidate that is no solution or was not evaluated. */
  public static final Fitness WORST = new Fitness(Double.POSITIVE_INFINITY, -1, NONE, 0);

  public Fitness {
    if (Double.isNaN(error)) {
      throw new IllegalArgumentException("error is NaN");
    }
  }

  @Override
  public int compareTo(Fitness that) {
    return Double.compare(error, that.error);
  }
}
