package org.formulary.expressions;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The table of operations. Every consumer switches over it without a {@code default}, so a new
 * operation does not compile until each printer, arithmetic and kernel knows it.
 */
public enum Op {
  /** a + b. */
  ADD("+", true, Type.REAL, Type.REAL),
  /** a − b. */
  SUB("-", false, Type.REAL, Type.REAL),
  /** a × b. */
  MUL("*", true, Type.REAL, Type.REAL),
  /** a ÷ b; division by zero follows IEEE 754. */
  DIV("/", false, Type.REAL, Type.REAL),
  /** −a. */
  NEG("neg", false, Type.REAL),
  /** Square root; NaN below zero. */
  SQRT("sqrt", false, Type.REAL),
  /** a × b + c with one rounding; the order of a and b does not matter. */
  FMA("fma", true, Type.REAL, Type.REAL, Type.REAL);

  private final String symbol;
  private final boolean commutative;
  private final List<Type> operands;
  private final int arity;

  Op(String symbol, boolean commutative, Type... operands) {
    this.symbol = symbol;
    this.commutative = commutative;
    this.operands = List.of(operands);
    this.arity = operands.length;
  }

  /** The name used in notation and on the command line. */
  public String symbol() {
    return symbol;
  }

  /** Whether the first two operands may change places without changing the value. */
  public boolean commutative() {
    return commutative;
  }

  /** The number of operands, 1 to 3. */
  public int arity() {
    return arity;
  }

  /** The types of the operands, in order. */
  public List<Type> operands() {
    return operands;
  }

  /** The type of the result. */
  public Type result() {
    return Type.REAL;
  }

  /** The operation with this symbol, if there is one. */
  public static Optional<Op> ofSymbol(String symbol) {
    return Arrays.stream(values()).filter(op -> op.symbol.equals(symbol)).findFirst();
  }
}
