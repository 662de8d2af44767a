package org.formulary.expressions.rewrite;

import java.util.EnumSet;
import java.util.Set;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Op;
import org.formulary.expressions.Program;
import org.formulary.expressions.Skeleton;
import org.formulary.expressions.cost.OperationCount;

/**
 * What an extraction minimises: the weighted operation count, and behind it, between programs of
 * the same count, a preference for few and short constants and for + and × over − and ÷.
 *
 * @param operations that may be extracted
 */
record Price(OperationCount count, Set<Op> operations) {
  private static final int PREFERENCE_BITS = 24;
  private static final double RESOLUTION = 4096;

  Price {
    operations = operations.isEmpty() ? Set.of() : EnumSet.copyOf(operations);
  }

  /**
   * The price of an operation; always above 0, so that nothing is worth its own value.
   *
   * @param counted whether it depends on an input
   */
  long of(Op op, boolean counted) {
    double weight = counted ? count.weights().getOrDefault(op, 1.0) : 0;
    return (Math.round(weight * RESOLUTION) << PREFERENCE_BITS) + preference(op);
  }

  private static int preference(Op op) {
    return switch (op) {
      case ADD, MUL -> 1;
      case SUB, FMA -> 2;
      case DIV, NEG, SQRT -> 3;
    };
  }

  /** The price of a program in normal form; constants of equal value count once. */
  long of(Program program) {
    Skeleton s = program.skeleton();
    boolean[] counted = s.dependsOnInput();
    long sum = Set.copyOf(program.constants()).stream().mapToLong(this::of).sum();
    for (int v = s.firstInstruction(); v < s.values(); v++) {
      sum += of(s.instruction(v).op(), counted[v]);
    }
    return sum;
  }

  /** The price of a constant. */
  long of(BinaryRational constant) {
    return 4 + (constant.signum() < 0 ? 3 : 0) + constant.bits() / 64;
  }
}
