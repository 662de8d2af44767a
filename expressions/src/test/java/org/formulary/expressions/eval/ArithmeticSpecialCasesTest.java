package org.formulary.expressions.eval;

import static org.assertj.core.api.Assertions.assertThat;

import org.formulary.expressions.Program;
import org.formulary.expressions.parse.ProgramParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the arithmetics with infinities agree on, through the interpreter. */
final class ArithmeticSpecialCasesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1/x | 0 | Infinity",
        "1/x | -0.0 | -Infinity",
        "-1/x | 0 | -Infinity",
        "x/x | 0 | NaN",
        "0/x | NaN | NaN",
        "sqrt(x) | -1 | NaN",
        "sqrt(x) | -0.0 | -0.0",
        "sqrt(x) | Infinity | Infinity",
        "sqrt(x) | -Infinity | NaN",
        "x - x | Infinity | NaN",
        "x - x | 1 | 0",
        "x + x | Infinity | Infinity",
        "x + -x | Infinity | NaN",
        "1/(x - x) | 3 | Infinity",
        "1/-(x - x) | 3 | -Infinity",
        "x*0 | Infinity | NaN",
        "x*0 | -1 | -0.0",
        "x*-2 | Infinity | -Infinity",
        "1/x | Infinity | 0",
        "1/x | -Infinity | -0.0",
        "x/2 | Infinity | Infinity",
        "x/x | Infinity | NaN",
        "1/(1/x) | 0 | 0",
        "1 + 1/(1/x + 3) | 0 | 1",
        "x + x | -0.0 | -0.0",
        "x - 0 | -0.0 | -0.0",
        "fma(x, 0, 1) | Infinity | NaN",
        "fma(x, 2, 1) | -Infinity | -Infinity",
        "fma(x, x, -x) | Infinity | NaN",
        "fma(x, 1, -1) | 1 | 0",
        "x*x | 1e200 | Infinity",
        "x*x | 1e-200 | 0",
      })
  void followIeee754(String text, double x, Double expected) {
    Program p = ProgramParser.parse(text);
    assertThat(Interpreter.evaluate(p, DoubleArithmetic.INSTANCE, x)).isEqualTo(expected);
    DoubleDouble y = Interpreter.evaluate(p, DoubleDoubleArithmetic.INSTANCE, DoubleDouble.of(x));
    assertThat(y.hi()).isEqualTo(expected);
    assertThat(y.lo()).isEqualTo(0.0);
  }

  @Test
  void fusedMultiplyAddOfBinary64RoundsOnce() {
    Program p = ProgramParser.parse("fma(x, x, -1) - (x*x - 1)");
    double x = 1 + 0x1p-30;
    assertThat(Interpreter.evaluate(p, DoubleArithmetic.INSTANCE, x)).isEqualTo(0x1p-60);
  }

  @Test
  void doubleDoubleKeepsWhatBinary64Loses() {
    Program p = ProgramParser.parse("(x + 1) - 1 - x");
    double x = 0x1.123456789abcdp-20;
    assertThat(Interpreter.evaluate(p, DoubleArithmetic.INSTANCE, x)).isNotEqualTo(0.0);
    assertThat(Interpreter.evaluate(p, DoubleDoubleArithmetic.INSTANCE, DoubleDouble.of(x)))
        .isEqualTo(DoubleDouble.ZERO);
  }
}
