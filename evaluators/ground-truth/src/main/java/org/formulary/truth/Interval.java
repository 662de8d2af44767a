package org.formulary.truth;

import org.formulary.expressions.BinaryRational;

/** A closed interval with exact ends, lower &lt; upper. */
public record Interval(BinaryRational lower, BinaryRational upper) {
  public Interval {
    if (lower.compareTo(upper) >= 0) {
      throw new IllegalArgumentException(
          "the lower end must be below the upper, were %s and %s"
              .formatted(lower.doubleValue(), upper.doubleValue()));
    }
  }

  public static Interval of(double lower, double upper) {
    return new Interval(BinaryRational.of(lower), BinaryRational.of(upper));
  }
}
