package org.formulary.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.formulary.expressions.eval.DoubleArithmetic;
import org.formulary.expressions.eval.Interpreter;
import org.formulary.expressions.parse.ProgramParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivativeTest {
  @ParameterizedTest
  @CsvSource({
    "x, x/x",
    "3, x - x",
    "x + 3, x/x",
    "3 - x, 0 - x/x",
    "x*5, 5 + x - x",
    "x*x*3, 6*x",
    "(x*2 + 3)*x + 4, 4*x + 3",
    "5/x, 0 - 5/(x*x)",
    "x/5, 0.2 + x - x",
    "x/(x + 2), 2/((x + 2)*(x + 2))",
    "t = 1/x + x; t*t, t = x*x; 2*x - 2/(t*x)",
    "-x*x, 0 - 2*x",
    "sqrt(x*x + 3), x/sqrt(x*x + 3)",
    "'fma(x, x, 3*x)', 2*x + 3",
    "'fma(2, 3, x)', x/x",
    "sqrt(2) + x - x*x, 1 - 2*x",
  })
  void isWhatCalculusSays(String program, String derivative) {
    Program found = Derivative.of(ProgramParser.parse(program));
    Program known = ProgramParser.parse(derivative);
    for (double x : new double[] {0.3, 1, 2.75}) {
      double value = Interpreter.evaluate(found, DoubleArithmetic.INSTANCE, x);
      double expected = Interpreter.evaluate(known, DoubleArithmetic.INSTANCE, x);
      assertThat(value).as(program).isCloseTo(expected, within(1e-14));
    }
  }

  @Test
  void isTakenByConstantsToo() {
    Program program = ProgramParser.parse("t = 8/x + 2; (t*3 + 5)/t");
    Skeleton skeleton = program.skeleton();
    List<Double> slopes = new ArrayList<>();
    for (int value = 1; value <= skeleton.constants(); value++) {
      List<BinaryRational> constants = new ArrayList<>(program.constants());
      constants.add(BinaryRational.ONE);
      Program slope = new Program(Derivative.of(skeleton, value), constants);
      slopes.add(Interpreter.evaluate(slope, DoubleArithmetic.INSTANCE, 4.0));
    }
    // t = 4 at x = 4, and 3 + 5/t by 8, 2, 3 and 5.
    assertThat(slopes).containsExactlyInAnyOrder(-5 / 64.0, -5 / 16.0, 1.0, 1 / 4.0);
  }
}
