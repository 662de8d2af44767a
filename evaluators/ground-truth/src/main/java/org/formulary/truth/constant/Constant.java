package org.formulary.truth.constant;

import java.math.BigDecimal;
import org.formulary.expressions.BinaryRational;
import org.formulary.truth.Enclosure;
import org.formulary.truth.reference.RealFunction;

/**
 * A real number that a formula without x defines.
 *
 * @param name what commands and files take, such as {@code ln2}; the formula where it has no other
 * @param formula such as {@code log(2)}
 * @param description a few words
 */
public record Constant(String name, String formula, String description) {
  private static final double BITS_PER_DIGIT = Math.log(10) / Math.log(2);

  /**
   * The value to so many significant digits, {@value RealFunction#MOST_DIGITS} at most, rounded; it
   * was computed at two precisions that agree. See {@link RealFunction} for the error.
   */
  public BigDecimal digits(int digits) {
    return RealFunction.parse(formula).value(BinaryRational.ZERO, digits);
  }

  /** The value to so many binary places: about two units wide. */
  public Enclosure enclosure(int bits) {
    int places = (int) Math.ceil(bits / BITS_PER_DIGIT) + 2;
    BigDecimal rough = digits(5);
    int before = Math.max(0, rough.precision() - rough.scale());
    int digits = Math.max(5, places + before);
    return Enclosure.rounded(digits(digits), digits, bits);
  }
}
