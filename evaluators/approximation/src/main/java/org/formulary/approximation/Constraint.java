package org.formulary.approximation;

/** What a program must be besides near, on the whole interval. */
public enum Constraint {
  /** Nowhere above the target. */
  BELOW(-1),
  /** Nowhere below the target. */
  ABOVE(1),
  /** Of a slope that is positive everywhere. */
  INCREASING(1),
  /** Of a slope that is negative everywhere. */
  DECREASING(-1);

  private final int sign;

  Constraint(int sign) {
    this.sign = sign;
  }

  /** Of the error, or of the slope. */
  int sign() {
    return sign;
  }

  /** Whether it is about the error, not the slope. */
  boolean isSide() {
    return this == BELOW || this == ABOVE;
  }

  /** As a sentence says it of the program. */
  String words() {
    return switch (this) {
      case BELOW -> "nowhere above the function";
      case ABOVE -> "nowhere below the function";
      case INCREASING -> "increasing";
      case DECREASING -> "decreasing";
    };
  }
}
