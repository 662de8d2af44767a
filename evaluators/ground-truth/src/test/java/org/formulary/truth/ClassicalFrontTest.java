package org.formulary.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.formulary.expressions.cost.OperationCount;
import org.formulary.expressions.parse.FormulaParser;
import org.formulary.expressions.parse.ProgramParser;
import org.formulary.search.domain.Progress;
import org.formulary.truth.ClassicalFront.Line;
import org.formulary.truth.proof.ErrorProof;
import org.formulary.truth.proof.ErrorProver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassicalFrontTest {
  private static List<Line> of(String target) {
    return ClassicalFront.all().stream().filter(l -> l.target().equals(target)).toList();
  }

  @Test
  void everyTargetHasOneWhoseErrorsFallWithTheOperations() {
    for (Target target : Targets.all()) {
      List<Line> lines = of(target.name());
      assertThat(lines).as(target.name()).hasSizeGreaterThan(5);
      for (int i = 1; i < lines.size(); i++) {
        assertThat(lines.get(i).operations()).isGreaterThan(lines.get(i - 1).operations());
        assertThat(lines.get(i).error()).isLessThan(lines.get(i - 1).error());
      }
    }
    assertThat(ClassicalFront.all())
        .extracting(Line::target)
        .allMatch(name -> Targets.named(name).name().equals(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"exp2", "sin", "log2", "erf", "gelu"})
  void itsProgramsHaveTheErrorsAndOperationsThatAreStated(String name) {
    Target target = Targets.named(name);
    for (Line line : of(name)) {
      var program = ProgramParser.parse(line.program());
      assertThat(OperationCount.PLAIN.of(program.skeleton())).isEqualTo(line.operations());
      ErrorProof proof =
          ErrorProver.standard()
              .prove(
                  program,
                  FormulaParser.parse(target.formula()),
                  target.interval(),
                  target.errorKind(),
                  Progress.NONE);
      assertThat(proof).as(line.csv()).isInstanceOf(ErrorProof.Proved.class);
      assertThat(((ErrorProof.Proved) proof).upperBound())
          .as(line.csv())
          .isBetween(0.9999 * line.error(), 1.001 * line.error());
    }
  }
}
