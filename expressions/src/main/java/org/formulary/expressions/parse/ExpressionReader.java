package org.formulary.expressions.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.parse.Formula.Operator;
import org.formulary.expressions.parse.Lexer.Kind;
import org.formulary.expressions.parse.Lexer.Token;

/**
 * The grammar of expressions, by recursive descent:
 *
 * <pre>
 * sum     = product { (+ | -) product }
 * product = signed { (* | /) signed }
 * signed  = (- | +) signed | power
 * power   = primary [ ^ signed ]
 * primary = number | name [ ( sum { , sum } ) ] | ( sum )
 * </pre>
 */
final class ExpressionReader {
  /**
   * Bounds both the recursion here and the height of the tree, which every reader recurses over.
   */
  static final int MAX_DEPTH = 400;

  private static final int MAX_DECIMAL_EXPONENT = 10_000;
  private static final int MAX_BINARY_EXPONENT = 40_000;

  private final String text;
  private final List<Token> tokens;
  private int next;
  private int nesting;

  /** The height of the tree that was read last. */
  private int height;

  ExpressionReader(String text) {
    this.text = text;
    this.tokens = Lexer.tokens(text);
  }

  Token peek() {
    return tokens.get(next);
  }

  /** The token after {@link #peek}. */
  Token peekSecond() {
    return tokens.get(Math.min(next + 1, tokens.size() - 1));
  }

  Token take() {
    Token token = tokens.get(next);
    if (token.kind() != Kind.END) {
      next++;
    }
    return token;
  }

  boolean takeIf(String symbol) {
    boolean found = peek().is(symbol);
    if (found) {
      next++;
    }
    return found;
  }

  ParseException error(String problem, int column) {
    return new ParseException(problem, text, column);
  }

  /** The complaint about a token that cannot follow a complete expression. */
  ParseException unexpected(Token token) {
    if (token.is(")")) {
      return error("')' closes no '('", token.column());
    }
    boolean operand = token.kind() == Kind.NAME || token.kind() == Kind.NUMBER || token.is("(");
    return error(
        operand ? "an operator is missing before " + token.shown() : "unexpected " + token.shown(),
        token.column());
  }

  Formula sum() {
    Formula left = product();
    int h = height;
    while (peek().is("+") || peek().is("-")) {
      Token operator = take();
      Formula right = product();
      h = grown(Math.max(h, height), operator);
      Operator op = operator.is("+") ? Operator.ADD : Operator.SUBTRACT;
      left = new Formula.Binary(op, left, right, operator.column());
    }
    height = h;
    return left;
  }

  private Formula product() {
    Formula left = signed();
    int h = height;
    while (peek().is("*") || peek().is("/")) {
      Token operator = take();
      Formula right = signed();
      h = grown(Math.max(h, height), operator);
      Operator op = operator.is("*") ? Operator.MULTIPLY : Operator.DIVIDE;
      left = new Formula.Binary(op, left, right, operator.column());
    }
    height = h;
    return left;
  }

  private Formula signed() {
    Token sign = peek();
    if (!sign.is("-") && !sign.is("+")) {
      return power();
    }
    take();
    enter(sign);
    Formula operand = signed();
    nesting--;
    if (sign.is("+")) {
      return operand;
    }
    height = grown(height, sign);
    return new Formula.Negation(operand, sign.column());
  }

  private Formula power() {
    Formula base = primary();
    Token operator = peek();
    if (!takeIf("^")) {
      return base;
    }
    int h = height;
    enter(operator);
    Formula exponent = signed();
    nesting--;
    height = grown(Math.max(h, height), operator);
    return new Formula.Binary(Operator.POWER, base, exponent, operator.column());
  }

  private Formula primary() {
    Token token = take();
    height = 1;
    return switch (token.kind()) {
      case NUMBER -> new Formula.Number(token.text(), value(token), token.column());
      case NAME -> peek().is("(") ? call(token) : new Formula.Name(token.text(), token.column());
      case SYMBOL, END -> {
        if (!token.is("(")) {
          throw error("a number, a name or '(' is missing before " + token.shown(), token.column());
        }
        yield inside(token);
      }
    };
  }

  private Formula inside(Token open) {
    enter(open);
    Formula inner = sum();
    close(open);
    return inner;
  }

  private Formula call(Token name) {
    Token open = take();
    enter(open);
    List<Formula> arguments = new ArrayList<>();
    int h = 0;
    do {
      arguments.add(sum());
      h = Math.max(h, height);
    } while (takeIf(","));
    close(open);
    height = grown(h, name);
    return new Formula.Call(name.text(), arguments, name.column());
  }

  private void close(Token open) {
    nesting--;
    if (takeIf(")")) {
      return;
    }
    Token found = peek();
    throw found.kind() == Kind.END || found.is(";") || found.is("=")
        ? error("'(' is never closed", open.column())
        : unexpected(found);
  }

  private void enter(Token at) {
    if (++nesting > MAX_DEPTH) {
      throw tooDeep(at);
    }
  }

  private int grown(int h, Token at) {
    if (h >= MAX_DEPTH) {
      throw tooDeep(at);
    }
    return h + 1;
  }

  private ParseException tooDeep(Token at) {
    return error("nesting must be at most " + MAX_DEPTH + " deep", at.column());
  }

  private BigDecimal value(Token token) {
    String t = token.text();
    try {
      boolean hex = t.startsWith("0x") || t.startsWith("0X");
      // The exponent is bounded before the exact value is built, which takes space in proportion.
      long exponent = exponent(t, hex ? "[pP]" : "[eE]");
      int bound = hex ? MAX_BINARY_EXPONENT : MAX_DECIMAL_EXPONENT;
      if (Math.abs(exponent) > bound) {
        throw error("the exponent must be within ±%d".formatted(bound), token.column());
      }
      return hex ? BinaryRational.parse(t).toBigDecimal() : new BigDecimal(t);
    } catch (NumberFormatException e) {
      throw error("malformed number '" + t + "'", token.column());
    }
  }

  private static long exponent(String literal, String letter) {
    String[] parts = literal.split(letter, -1);
    return parts.length == 1 ? 0 : Long.parseLong(parts[1]);
  }
}
