package org.formulary.expressions.eval;

import java.util.ArrayList;
import java.util.List;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Program;
import org.formulary.expressions.Skeleton;

/**
 * The specification of what a program means: one instruction after the other, in any arithmetic.
 */
public final class Interpreter {
  private Interpreter() {}

  /** The value of the program at the given inputs. */
  public static <T> T evaluate(Program program, Arithmetic<T> arithmetic, List<T> inputs) {
    Skeleton s = program.skeleton();
    if (inputs.size() != s.inputs()) {
      throw new IllegalArgumentException(
          "the program has %d inputs, was given %d".formatted(s.inputs(), inputs.size()));
    }
    List<T> values = new ArrayList<>(inputs);
    program.constants().forEach(c -> values.add(arithmetic.of(c)));
    for (Instruction in : s.instructions()) {
      values.add(apply(in, arithmetic, values));
    }
    return values.get(s.output());
  }

  /** The value of a program of one input. */
  public static <T> T evaluate(Program program, Arithmetic<T> arithmetic, T x) {
    return evaluate(program, arithmetic, List.of(x));
  }

  private static <T> T apply(Instruction in, Arithmetic<T> arithmetic, List<T> values) {
    T a = values.get(in.a());
    return switch (in.op()) {
      case ADD -> arithmetic.add(a, values.get(in.b()));
      case SUB -> arithmetic.subtract(a, values.get(in.b()));
      case MUL -> arithmetic.multiply(a, values.get(in.b()));
      case DIV -> arithmetic.divide(a, values.get(in.b()));
      case NEG -> arithmetic.negate(a);
      case SQRT -> arithmetic.sqrt(a);
      case FMA -> arithmetic.fma(a, values.get(in.b()), values.get(in.c()));
    };
  }
}
