package org.formulary.approximation.classical;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.formulary.expressions.BinaryRational;
import org.formulary.truth.Interval;
import org.formulary.truth.reference.RealFunction;
import org.formulary.truth.reference.UndefinedValueException;

/** What ties the values of a function at x and −x. */
public enum Symmetry {
  NONE,
  /** f(−x) = f(x). */
  EVEN,
  /** f(−x) = −f(x). */
  ODD,
  /** f(−x) = 1/f(x), as of exponential functions. */
  RECIPROCAL;

  private static final int DIGITS = 30;

  /** Values that differ in the last of {@link #DIGITS} digits alone are equal. */
  private static final BigDecimal EQUAL = new BigDecimal("1e-27");

  private static final int PLACES = 5;

  /**
   * The symmetry seen in values at x and −x for a few places of the interval, to 27 digits; no
   * proof. A function without a value at −x has none, and nor has a constant.
   */
  public static Symmetry of(RealFunction function, Interval interval) {
    BinaryRational step =
        interval
            .upper()
            .subtract(interval.lower())
            .multiply(BinaryRational.of(BigInteger.ONE, -PLACES));
    boolean even = true;
    boolean odd = true;
    boolean reciprocal = true;
    for (int i = 0; i < PLACES && (even || odd || reciprocal); i++) {
      // Places at 31, 27, 19, … of 32 parts: nothing that a period could meet by chance.
      BinaryRational back = step.multiply(BinaryRational.of((1L << (i + 1)) - 1));
      BinaryRational x = interval.upper().subtract(back);
      try {
        BigDecimal here = function.value(x, DIGITS);
        BigDecimal there = function.value(x.negate(), DIGITS);
        BigDecimal tolerance = here.abs().multiply(EQUAL);
        even &= here.subtract(there).abs().compareTo(tolerance) <= 0;
        odd &= here.add(there).abs().compareTo(tolerance) <= 0;
        BigDecimal product = here.multiply(there);
        reciprocal &= product.subtract(BigDecimal.ONE).abs().compareTo(EQUAL) <= 0;
      } catch (UndefinedValueException _) {
        return NONE;
      }
    }
    boolean one = even ? !odd && !reciprocal : odd != reciprocal;
    return !one ? NONE : even ? EVEN : odd ? ODD : RECIPROCAL;
  }
}
