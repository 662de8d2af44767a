package org.formulary.expressions.parse;

import org.formulary.expressions.parse.Lexer.Kind;

/**
 * Reads a formula as people write it, such as {@code exp(-x^2/2)}.
 *
 * <p>Operators, from loose to tight: + and − (left), × and ÷ (left), sign, ^ (right). So {@code
 * -x^2} is −(x²), {@code 2^-x} is 2^(−x), {@code 2^3^2} is 2^9 and {@code a/b*c} is (a/b)·c.
 * Numbers are decimal ({@code 1}, {@code .5}, {@code 1e-3}) or hexadecimal floating-point ({@code
 * 0x1.8p+3}), of any width. Names and the number of arguments of functions are left to the reader
 * of the tree. Nesting is limited to 400, decimal exponents to ±10000, binary ones to ±40000.
 */
public final class FormulaParser {
  private FormulaParser() {}

  /** The formula that {@code text} states; throws {@link ParseException} where it states none. */
  public static Formula parse(String text) {
    ExpressionReader reader = new ExpressionReader(text);
    if (reader.peek().kind() == Kind.END) {
      throw reader.error("the formula is empty", 0);
    }
    Formula formula = reader.sum();
    if (reader.peek().kind() != Kind.END) {
      throw reader.unexpected(reader.peek());
    }
    return formula;
  }
}
