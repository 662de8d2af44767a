package org.formulary.approximation.classical;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.formulary.expressions.BinaryRational;
import org.formulary.truth.Interval;
import org.formulary.truth.reference.RealFunction;
import org.formulary.truth.reference.UndefinedValueException;

/** Whether a function is even or odd about 0. */
public enum Symmetry {
  NONE,
  EVEN,
  ODD;

  private static final int DIGITS = 30;

  /** Values that differ in the last of {@link #DIGITS} digits alone are equal. */
  private static final BigDecimal EQUAL = new BigDecimal("1e-27");

  private static final int PLACES = 5;

  /**
   * The symmetry seen in values at x and −x for a few places of the interval, to 27 digits; no
   * proof. A function without a value at −x has none, and nor has one that is 0 at all places.
   */
  public static Symmetry of(RealFunction function, Interval interval) {
    BinaryRational step =
        interval
            .upper()
            .subtract(interval.lower())
            .multiply(BinaryRational.of(BigInteger.ONE, -PLACES));
    boolean even = true;
    boolean odd = true;
    for (int i = 0; i < PLACES && (even || odd); i++) {
      // Places at 31, 27, 19, … of 32 parts: nothing that a period could meet by chance.
      BinaryRational back = step.multiply(BinaryRational.of((1L << (i + 1)) - 1));
      BinaryRational x = interval.upper().subtract(back);
      try {
        BigDecimal here = function.value(x, DIGITS);
        BigDecimal there = function.value(x.negate(), DIGITS);
        BigDecimal tolerance = here.abs().multiply(EQUAL);
        even &= here.subtract(there).abs().compareTo(tolerance) <= 0;
        odd &= here.add(there).abs().compareTo(tolerance) <= 0;
      } catch (UndefinedValueException _) {
        return NONE;
      }
    }
    return even == odd ? NONE : even ? EVEN : ODD;
  }
}
