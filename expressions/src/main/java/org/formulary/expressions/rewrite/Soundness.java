package org.formulary.expressions.rewrite;

/**
 * In which sense the two sides of a rewrite are equal, from the strongest to the weakest.
 *
 * <p>The first two hold in every binary format of IEEE 754 from binary32 on, round to nearest.
 */
public enum Soundness {
  /** The same bits for all operands, special values included; payload and sign of NaN ignored. */
  EXACT("the same bits"),
  /** The same bits but for the sign of a result that is zero. */
  EXACT_UP_TO_ZERO_SIGN("the same bits but for the sign of zero"),
  /**
   * Equal over the real numbers wherever the left side is defined; rounding, overflow and poles
   * differ, so that the program must be evaluated again.
   */
  REAL("equal over the reals, rounding differs");

  private final String words;

  Soundness(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** The class of two steps, one after the other. */
  public Soundness and(Soundness that) {
    return compareTo(that) >= 0 ? this : that;
  }

  /** Whether a rewrite of this class is good enough where {@code asked} is. */
  public boolean within(Soundness asked) {
    return compareTo(asked) <= 0;
  }
}
