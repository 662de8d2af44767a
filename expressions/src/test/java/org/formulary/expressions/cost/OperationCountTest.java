package org.formulary.expressions.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Op;
import org.formulary.expressions.Skeleton;
import org.formulary.expressions.parse.ProgramParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OperationCountTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x | 0",
        "3 | 0",
        "1 + 2*sqrt(3) | 0",
        "x + 2*sqrt(3) | 1",
        "-x | 1",
        "t = x*x; t*t + t | 3",
        "x^64 | 6",
        "fma(x, x, 1)/(x + 1) | 3",
        "x*x + x*x | 2",
      })
  void countsWhatDependsOnTheInput(String text, double operations) {
    assertThat(OperationCount.PLAIN.of(ProgramParser.parse(text).skeleton())).isEqualTo(operations);
  }

  @Test
  void ignoresDeadCode() {
    Skeleton s =
        new Skeleton(1, 0, List.of(Instruction.of(Op.NEG, 0), Instruction.of(Op.SQRT, 0)), 2);
    assertThat(OperationCount.PLAIN.of(s)).isEqualTo(1);
  }

  @Test
  void appliesWeights() {
    OperationCount count = new OperationCount(Map.of(Op.DIV, 4.0, Op.NEG, 0.0));
    assertThat(count.of(ProgramParser.parse("-(1/(x + 2))").skeleton())).isEqualTo(5);
  }

  @Test
  void refusesNegativeWeights() {
    assertThatThrownBy(() -> new OperationCount(Map.of(Op.DIV, -1.0)))
        .hasMessage("the weight of / must be ≥ 0, was -1.0");
    assertThatThrownBy(() -> new OperationCount(Map.of(Op.DIV, Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
