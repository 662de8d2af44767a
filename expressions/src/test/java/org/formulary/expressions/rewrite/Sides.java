package org.formulary.expressions.rewrite;

import java.util.List;
import java.util.Map;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.eval.Arithmetic;

/** The value of one side of a rule in any arithmetic. */
final class Sides {
  private Sides() {}

  static <T> T value(Pattern pattern, Arithmetic<T> arithmetic, Map<Character, T> variables) {
    return switch (pattern) {
      case Pattern.Variable v -> variables.get(v.letter());
      case Pattern.Literal(BinaryRational value) -> arithmetic.of(value);
      case Pattern.Apply(var op, List<Pattern> operands) -> {
        List<T> v = operands.stream().map(p -> value(p, arithmetic, variables)).toList();
        yield switch (op) {
          case ADD -> arithmetic.add(v.get(0), v.get(1));
          case SUB -> arithmetic.subtract(v.get(0), v.get(1));
          case MUL -> arithmetic.multiply(v.get(0), v.get(1));
          case DIV -> arithmetic.divide(v.get(0), v.get(1));
          case NEG -> arithmetic.negate(v.get(0));
          case SQRT -> arithmetic.sqrt(v.get(0));
          case FMA -> arithmetic.fma(v.get(0), v.get(1), v.get(2));
        };
      }
    };
  }
}
