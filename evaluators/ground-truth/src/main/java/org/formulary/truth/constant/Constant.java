package org.formulary.truth.constant;

import java.math.BigDecimal;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.parse.Formula;
import org.formulary.expressions.parse.FormulaParser;
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
  private static final int ROUGH = 5;

  /**
   * The value to so many significant digits, {@value RealFunction#MOST_DIGITS} at most, rounded; it
   * was computed at two precisions that agree. See {@link RealFunction} for the error.
   */
  public BigDecimal digits(int digits) {
    return RealFunction.parseConstant(formula).value(BinaryRational.ZERO, digits);
  }

  /** The value to so many binary places: about two units wide. */
  public Enclosure enclosure(int bits) {
    int digits = Math.max(ROUGH, (int) Math.ceil(Enclosure.digitsOf(bits)) + 2 + magnitude());
    return Enclosure.rounded(digits(digits), digits, bits);
  }

  /** The value to so many leading bits, or a few more; 0 has none. */
  public Enclosure leading(int bits) {
    return enclosure(Math.max(0, bits - Enclosure.bitsOf(magnitude() - 1)));
  }

  /** Digits before the point; negative for zeros after it. */
  public int magnitude() {
    BigDecimal rough = digits(ROUGH);
    return rough.precision() - rough.scale();
  }

  /** The name as a factor of a product: in parentheses unless that changes nothing. */
  public String factor() {
    return FormulaParser.parse(name) instanceof Formula.Binary b
            && b.operator() == Formula.Operator.POWER
        ? name
        : base();
  }

  /** The name as the base of a power: in parentheses unless it is a name, a number or a call. */
  public String base() {
    return switch (FormulaParser.parse(name)) {
      case Formula.Name _, Formula.Number _, Formula.Call _ -> name;
      case Formula.Negation _, Formula.Binary _ -> "(" + name + ")";
    };
  }
}
