package org.formulary.search.domain;

import java.util.Arrays;

/**
 * The values of a problem's objectives, in their order. Never NaN, and zero is always +0, so that
 * the sign of a zero neither dominates nor gets lost in storage. Equality is equality of values.
 */
public final class Scores {
  private final double[] values;

  private Scores(double[] values) {
    this.values = values;
  }

  /** Throws {@link IllegalArgumentException} if a value is NaN. */
  public static Scores of(double... values) {
    double[] copy = values.clone();
    for (int i = 0; i < copy.length; i++) {
      if (Double.isNaN(copy[i])) {
        throw new IllegalArgumentException("a score is NaN: " + Arrays.toString(values));
      }
      copy[i] += 0.0; // −0 + 0 = +0; everything else stays
    }
    return new Scores(copy);
  }

  public double get(int objective) {
    return values[objective];
  }

  public int size() {
    return values.length;
  }

  public double[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scores that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
