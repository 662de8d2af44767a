package org.formulary.expressions.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.NormalForm;
import org.formulary.expressions.Op;
import org.formulary.expressions.Program;
import org.formulary.expressions.Skeleton;
import org.formulary.expressions.eval.DoubleArithmetic;
import org.formulary.expressions.eval.Interpreter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProgramParserTest {
  @Test
  void readsBindingsAndResult() {
    Program p = ProgramParser.parse("t1 = x + 0x1p+0; t2 = t1*t1; t2/(x - 0x1.8p+1)");
    Skeleton s =
        new Skeleton(
            1,
            2,
            List.of(
                Instruction.of(Op.ADD, 0, 1),
                Instruction.of(Op.MUL, 3, 3),
                Instruction.of(Op.SUB, 0, 2),
                Instruction.of(Op.DIV, 4, 5)),
            6);
    assertThat(p).isEqualTo(new Program(s, List.of(BinaryRational.ONE, BinaryRational.of(3))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x^1 | x",
        "x^2 | x*x",
        "x^3 | (x*x)*x",
        "x^5 | s = x*x; (s*s)*x",
        "x^6 | s = x*x*x; s*s",
        "x^64 | a=x*x; b=a*a; c=b*b; d=c*c; e=d*d; e*e",
        "-x^2 | -(x*x)",
        "x^2.0 | x*x",
        "(x+1)^0x1p+1 | t = x+1; t*t",
        "dead = 1/x; x + 1 | x + 1",
        "1 + x | x + 1",
        "fma(2, x, 1) | fma(x, 2, 1)",
        "- 3*x | (-3)*x",
        "+x | x",
      })
  void readsDifferentWritingsAsTheSameProgram(String text, String same) {
    assertThat(ProgramParser.parse(text)).isEqualTo(ProgramParser.parse(same));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x*-1 | x*(-(1))",
        "x - 1 | x + -1",
        "a=x+1; b=a+2; b | x+(1+2)",
        "x*x*x*x | (x*x)*(x*x)",
        "x/2 | x*.5",
      })
  void keepsWhatIsWritten(String text, String different) {
    assertThat(ProgramParser.parse(text)).isNotEqualTo(ProgramParser.parse(different));
  }

  @Test
  void readsShortDecimalLiteralsAsBinary64AndLongOnesWithFourBitsPerDigit() {
    assertThat(only("0.1 + x")).isEqualTo(BinaryRational.of(0.1));
    assertThat(only("0.12345678901234567 + x")).isEqualTo(BinaryRational.of(0.12345678901234567));
    assertThat(only("5e-324 + x")).isEqualTo(BinaryRational.of(Double.MIN_VALUE));
    String eighteen = "0.100000000000000000";
    assertThat(only(eighteen + "+x")).isEqualTo(BinaryRational.round(new BigDecimal("0.1"), 72));
    String forty = "3.141592653589793238462643383279502884197";
    assertThat(only("x*" + forty)).isEqualTo(BinaryRational.round(new BigDecimal(forty), 160));
    assertThat(only("x*-" + forty).signum()).isEqualTo(-1);
    assertThat(only("1.000000000000000000e400*x"))
        .isEqualTo(BinaryRational.round(new BigDecimal("1e400"), 76));
  }

  @Test
  void followsIeeeWhenDividingByZero() {
    Program p = ProgramParser.parse("1/(x - x)");
    assertThat(Interpreter.evaluate(p, DoubleArithmetic.INSTANCE, 1.0)).isInfinite();
    assertThat(Interpreter.evaluate(ProgramParser.parse("x/0"), DoubleArithmetic.INSTANCE, -1.0))
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void returnsTheNormalForm() {
    Program p = ProgramParser.parse("a = 2*x; b = x*2; b + a*(3 + 4*a)");
    assertThat(NormalForm.of(p)).isEqualTo(p);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 0 | the program is empty",
        "x + y | 4 | unknown name 'y'; known: x",
        "a = b; b = x; a | 4 | unknown name 'b'",
        "a = a; a | 4 | unknown name 'a'",
        "a = x; a = x; a | 7 | 'a' is already defined",
        "x = 2; x | 0 | 'x' cannot be defined",
        "fma = 2; x | 0 | 'fma' cannot be defined",
        "exp(x) | 0 | unknown function 'exp'; known: sqrt(a), fma(a, b, c)",
        "1 + sqrt(x, x) | 4 | sqrt takes 1 arguments, was given 2",
        "fma(x, x) | 0 | fma takes 3 arguments, was given 2",
        "x^0 | 2 | an exponent must be an integer from 1 to 64",
        "x^65 | 2 | an exponent must be",
        "x^-1 | 2 | an exponent must be",
        "x^2.5 | 2 | an exponent must be",
        "x^x | 2 | an exponent must be",
        "t = x | 5 | '; result' is missing",
        "t = x; | 6 | is missing before the end",
        "x; x | 1 | the result must come last",
        "t = (x; t | 4 | '(' is never closed",
        "t = x) ; t | 5 | ')' closes no '('",
        "x t = 2 | 2 | an operator is missing before 't'",
        "1e400*x | 0 | '1e400' is outside binary64",
        "1e-400*x | 0 | '1e-400' is outside binary64",
      })
  void pointsAtTheFault(String text, int column, String problem) {
    ParseException e = catchThrowableOfType(ParseException.class, () -> ProgramParser.parse(text));
    assertThat(e).hasMessageContaining(problem);
    assertThat(e.column()).isEqualTo(column);
  }

  @Test
  void refusesMoreThanAThousandInstructions() {
    StringBuilder text = new StringBuilder("t0 = x; ");
    for (int i = 1; i <= 1001; i++) {
      text.append("t%d = t%d*t%d; ".formatted(i, i - 1, i - 1));
    }
    assertThat(ProgramParser.parse(text.substring(0, text.indexOf("t1001")) + "t1000"))
        .extracting(p -> p.skeleton().instructions().size())
        .isEqualTo(1000);
    ParseException e =
        catchThrowableOfType(ParseException.class, () -> ProgramParser.parse(text + "t1001"));
    assertThat(e).hasMessageContaining("at most 1000 operations");
  }

  private static BinaryRational only(String text) {
    List<BinaryRational> constants = ProgramParser.parse(text).constants();
    assertThat(constants).hasSize(1);
    return constants.getFirst();
  }
}
