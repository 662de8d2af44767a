package org.formulary.expressions.rewrite;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Op;
import org.formulary.expressions.parse.Formula;
import org.formulary.expressions.parse.FormulaParser;

/**
 * One side of a rule: an expression over one-letter variables.
 *
 * <p>The letter says what a variable may stand for: a to h for anything, k to n for a constant, p
 * for a constant ±2^i with |i| ≤ {@value #MAX_POWER}, so that its reciprocal is a normal binary32
 * number as well.
 */
public sealed interface Pattern {
  int MAX_POWER = 126;

  /** Any sub-expression, or a constant; the same one wherever the letter stands. */
  record Variable(char letter) implements Pattern {
    public Variable {
      if (letter < 'a' || letter > 'p' || (letter > 'h' && letter < 'k') || letter == 'o') {
        throw new IllegalArgumentException("a variable is a…h, k…n or p, was " + letter);
      }
    }

    /** Whether it stands for constants only. */
    boolean constant() {
      return letter >= 'k';
    }

    /** Whether it may stand for this constant. */
    boolean admits(BinaryRational value) {
      boolean power = value.bits() == 1 && Math.abs(value.exponent()) <= MAX_POWER;
      return letter != 'p' || power;
    }

    int slot() {
      return letter - 'a';
    }
  }

  /** A number. */
  record Literal(BinaryRational value) implements Pattern {}

  /** An operation. */
  record Apply(Op op, List<Pattern> operands) implements Pattern {
    public Apply {
      operands = List.copyOf(operands);
      if (operands.size() != op.arity()) {
        throw new IllegalArgumentException(
            "%s takes %d operands, was given %d".formatted(op, op.arity(), operands.size()));
      }
    }
  }

  /** Reads {@code a*b + 2}, {@code -sqrt(a)}, {@code fma(a, -1, b)}; a minus makes −1 a literal. */
  static Pattern parse(String text) {
    return of(FormulaParser.parse(text));
  }

  private static Pattern of(Formula formula) {
    return switch (formula) {
      case Formula.Number n -> new Literal(number(n));
      case Formula.Name n -> new Variable(n.name().charAt(0));
      case Formula.Negation(Formula.Number n, int _) -> new Literal(number(n).negate());
      case Formula.Negation(Formula a, int _) -> new Apply(Op.NEG, List.of(of(a)));
      case Formula.Binary(var operator, Formula a, Formula b, int _) ->
          new Apply(op(operator), List.of(of(a), of(b)));
      case Formula.Call(String name, List<Formula> arguments, int _) ->
          new Apply(Op.ofSymbol(name).orElseThrow(), arguments.stream().map(Pattern::of).toList());
    };
  }

  private static BinaryRational number(Formula.Number n) {
    return BinaryRational.of(n.value().longValueExact());
  }

  private static Op op(Formula.Operator operator) {
    return switch (operator) {
      case ADD -> Op.ADD;
      case SUBTRACT -> Op.SUB;
      case MULTIPLY -> Op.MUL;
      case DIVIDE -> Op.DIV;
      case POWER -> throw new IllegalArgumentException("a pattern has no powers");
    };
  }

  /** The letters of its variables. */
  static Set<Character> letters(Pattern pattern) {
    Set<Character> letters = new TreeSet<>();
    collect(pattern, letters, EnumSet.noneOf(Op.class));
    return letters;
  }

  /** Its operations. */
  static Set<Op> operations(Pattern pattern) {
    Set<Op> operations = EnumSet.noneOf(Op.class);
    collect(pattern, new TreeSet<>(), operations);
    return operations;
  }

  private static void collect(Pattern pattern, Set<Character> letters, Set<Op> operations) {
    switch (pattern) {
      case Variable v -> letters.add(v.letter());
      case Literal _ -> {}
      case Apply(Op op, List<Pattern> operands) -> {
        operations.add(op);
        operands.forEach(p -> collect(p, letters, operations));
      }
    }
  }
}
