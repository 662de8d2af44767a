package org.formulary.expressions.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Op;
import org.formulary.expressions.Program;
import org.formulary.expressions.Skeleton;
import org.formulary.expressions.parse.ProgramParser;
import org.formulary.testkit.Property;
import org.junit.jupiter.api.Test;

final class InterpreterTest {
  @Test
  void runsInstructionsInOrder() {
    Program p = ProgramParser.parse("t = x + 0.1; u = t*t; fma(u, 3, sqrt(t))/(x - u) - -x");
    Property.forAll(random -> random.nextDouble(0, 10))
        .check(
            x -> {
              double t = x + 0.1;
              double u = t * t;
              double expected = Math.fma(u, 3, Math.sqrt(t)) / (x - u) - (-x);
              assertThat(Interpreter.evaluate(p, DoubleArithmetic.INSTANCE, x)).isEqualTo(expected);
            });
  }

  @Test
  void takesSeveralInputs() {
    Program p =
        new Program(new Skeleton(2, 0, List.of(Instruction.of(Op.SUB, 1, 0)), 2), List.of());
    assertThat(Interpreter.evaluate(p, DoubleArithmetic.INSTANCE, List.of(1.0, 5.0)))
        .isEqualTo(4.0);
    assertThatThrownBy(() -> Interpreter.evaluate(p, DoubleArithmetic.INSTANCE, 1.0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the program has 2 inputs, was given 1");
  }

  @Test
  void findsOperationsBySymbol() {
    for (Op op : Op.values()) {
      assertThat(Op.ofSymbol(op.symbol())).contains(op);
    }
    assertThat(Op.ofSymbol("%")).isEmpty();
  }
}
