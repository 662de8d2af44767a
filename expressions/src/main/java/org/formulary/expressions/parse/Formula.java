package org.formulary.expressions.parse;

import java.math.BigDecimal;
import java.util.List;

/**
 * A formula as written: what {@code FormulaParser} reads. Columns count from 0 and point at the
 * place an error message should show.
 */
public sealed interface Formula {
  int column();

  /** A decimal or hexadecimal floating-point literal, exact. */
  record Number(String text, BigDecimal value, int column) implements Formula {}

  /** A variable or a named constant. */
  record Name(String name, int column) implements Formula {}

  /** −operand. */
  record Negation(Formula operand, int column) implements Formula {}

  /** left op right; {@code column} is that of the operator. */
  record Binary(Operator operator, Formula left, Formula right, int column) implements Formula {}

  /** function(arguments). */
  record Call(String function, List<Formula> arguments, int column) implements Formula {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** The infix operators. */
  enum Operator {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    POWER
  }
}
