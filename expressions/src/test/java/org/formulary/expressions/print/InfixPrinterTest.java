package org.formulary.expressions.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.NormalForm;
import org.formulary.expressions.Op;
import org.formulary.expressions.Program;
import org.formulary.expressions.RandomPrograms;
import org.formulary.expressions.Skeleton;
import org.formulary.expressions.parse.ProgramParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InfixPrinterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x | x",
        "-3 | -0x1.8p+1",
        "t = x+1; t*t - 3 | t1 = x + 0x1p+0; t1*t1 - 0x1.8p+1",
        "x - (x - (x - 1)) | x - (x - (x - 0x1p+0))",
        "x/(x*(x + 1)) | x/((x + 0x1p+0)*x)",
        "x/(x/sqrt(x)) | x/(x/sqrt(x))",
        "((x + 1) + 2) + 3 | x + 0x1p+0 + 0x1p+1 + 0x1.8p+1",
        "x - (x + 1) | x - (x + 0x1p+0)",
        "x + -1 | x + (-0x1p+0)",
        "-1 - x | -0x1p+0 - x",
        "-1/x | -0x1p+0/x",
        "-(1) - x | -(0x1p+0) - x",
        "-(-1) - x | -(-0x1p+0) - x",
        "x - -x | x - (-x)",
        "-x/x | -x/x",
        "-(x/3) | -(x/0x1.8p+1)",
        "--x | -(-x)",
        "-sqrt(x) | -sqrt(x)",
        "x - (-x)/3 | x - (-x/0x1.8p+1)",
        "fma(x - 1, -2, -x) | fma(x - 0x1p+0, -0x1p+1, -x)",
        "sqrt(-(x)) | sqrt(-x)",
      })
  void printsTheFewestParenthesesThatKeepTheInstructions(String text, String printed) {
    assertThat(InfixPrinter.print(ProgramParser.parse(text))).isEqualTo(printed);
  }

  @Test
  void roundTripsThroughTheNotation() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 5000; i++) {
      Program p = NormalForm.of(RandomPrograms.next(random, random.nextInt(20)));
      String text = InfixPrinter.print(p);
      assertThat(ProgramParser.parse(text)).as(text).isEqualTo(p);
    }
  }

  @Test
  void printsEveryWritingTheSameWay() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 2000; i++) {
      Program p = RandomPrograms.next(random, random.nextInt(15));
      Program q = RandomPrograms.rewritten(p, random);
      assertThat(InfixPrinter.print(NormalForm.of(q)))
          .isEqualTo(InfixPrinter.print(NormalForm.of(p)));
    }
  }

  @Test
  void skipsDeadCode() {
    Program p =
        new Program(
            new Skeleton(
                1,
                0,
                List.of(
                    Instruction.of(Op.NEG, 0),
                    Instruction.of(Op.ADD, 1, 1),
                    Instruction.of(Op.SQRT, 1)),
                3),
            List.of());
    assertThat(InfixPrinter.print(p)).isEqualTo("sqrt(-x)");
  }

  @Test
  void roundTripsProgramsDeeperThanTheNestingLimit() {
    List<Instruction> list = new ArrayList<>();
    for (int i = 0; i < 900; i++) {
      list.add(Instruction.of(i % 3 == 0 ? Op.NEG : Op.SQRT, i));
    }
    Program p = new Program(new Skeleton(1, 0, list, 900), List.of());
    assertThat(ProgramParser.parse(InfixPrinter.print(p))).isEqualTo(p);
  }

  @Test
  void printsPrettyDecimalsThatReadBack() {
    Program p = ProgramParser.parse("t = x + 0.1; t*t - 1e-30/(x + 3) + 12345678*x + 1e300");
    assertThat(InfixPrinter.pretty(p))
        .contains("x + 0.1", "1e-30", "x + 3", "12345678", "1e+300")
        .doesNotContain("0x");
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 1000; i++) {
      Program q = NormalForm.of(RandomPrograms.next(random, 8, 53));
      assertThat(ProgramParser.parse(InfixPrinter.pretty(q))).isEqualTo(q);
    }
  }

  @Test
  void printsPrettyConstantsOutsideBinary64Exactly() {
    Program p = ProgramParser.parse("x*0x1.8p+5000 + 0x1p-5000");
    assertThat(InfixPrinter.pretty(p)).isEqualTo("x*0x1.8p+5000 + 0x1p-5000");
    assertThat(p.constants()).contains(BinaryRational.parse("0x1p-5000"));
  }
}
