package org.formulary.expressions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The derivative of a program by forward differentiation: a program over the values of the
 * original, which is what real analysis gives wherever no operation divides by zero or takes the
 * root of zero.
 */
public final class Derivative {
  private static final int ZERO = -1;
  private static final int ONE = -2;

  private final Skeleton original;
  private final int one;
  private final List<Instruction> code = new ArrayList<>();

  private Derivative(Skeleton original) {
    this.original = original;
    this.one = original.firstInstruction(); // a constant of its own, after the others
  }

  /** The derivative with respect to the first input. */
  public static Program of(Program program) {
    List<BinaryRational> constants = new ArrayList<>(program.constants());
    constants.add(BinaryRational.ONE);
    return new Program(of(program.skeleton(), 0), constants);
  }

  /**
   * The derivative with respect to an input or a constant, given by its value number: a skeleton
   * with one constant more, the last, which must be 1.
   */
  public static Skeleton of(Skeleton skeleton, int by) {
    return new Derivative(skeleton).of(by);
  }

  private Skeleton of(int by) {
    int[] derivatives = new int[original.values()];
    Arrays.fill(derivatives, ZERO);
    derivatives[by] = ONE;
    int[] values = new int[original.values()];
    for (int v = 0; v < values.length; v++) {
      values[v] = v;
      if (original.isInstruction(v)) {
        Instruction in = original.instruction(v);
        values[v] = emit(moved(in, values));
        derivatives[v] = derivative(in, values, values[v], derivatives);
      }
    }
    int output = written(derivatives[original.output()]);
    return new Skeleton(original.inputs(), original.constants() + 1, code, output);
  }

  private int emit(Instruction in) {
    code.add(in);
    return one + code.size();
  }

  private static Instruction moved(Instruction in, int[] values) {
    Instruction moved = in;
    for (int i = 0; i < in.op().arity(); i++) {
      moved = moved.withOperand(i, values[in.operand(i)]);
    }
    return moved;
  }

  /** A value in place of {@link #ZERO} and {@link #ONE}. */
  private int written(int derivative) {
    return switch (derivative) {
      case ZERO -> emit(Instruction.of(Op.SUB, one, one));
      case ONE -> one;
      default -> derivative;
    };
  }

  private int derivative(Instruction in, int[] values, int result, int[] derivatives) {
    int a = values[in.a()];
    int da = derivatives[in.a()];
    int b = in.op().arity() > 1 ? values[in.b()] : ZERO;
    int db = in.op().arity() > 1 ? derivatives[in.b()] : ZERO;
    return switch (in.op()) {
      case ADD -> sum(da, db);
      case SUB -> difference(da, db);
      case MUL -> sum(product(da, b), product(db, a));
      case DIV -> quotient(difference(da, product(db, result)), b);
      case NEG -> difference(ZERO, da);
      case SQRT -> da == ZERO ? ZERO : quotient(da, emit(Instruction.of(Op.ADD, result, result)));
      case FMA -> sum(sum(product(da, b), product(db, a)), derivatives[in.c()]);
    };
  }

  private int sum(int a, int b) {
    return a == ZERO ? b : b == ZERO ? a : emit(Instruction.of(Op.ADD, written(a), written(b)));
  }

  private int difference(int a, int b) {
    if (b == ZERO) {
      return a;
    }
    return a == ZERO
        ? emit(Instruction.of(Op.NEG, written(b)))
        : emit(Instruction.of(Op.SUB, written(a), written(b)));
  }

  private int product(int derivative, int value) {
    return switch (derivative) {
      case ZERO -> ZERO;
      case ONE -> value;
      default -> emit(Instruction.of(Op.MUL, derivative, value));
    };
  }

  private int quotient(int derivative, int value) {
    return derivative == ZERO ? ZERO : emit(Instruction.of(Op.DIV, written(derivative), value));
  }
}
