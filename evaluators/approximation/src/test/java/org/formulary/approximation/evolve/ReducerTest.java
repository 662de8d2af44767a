package org.formulary.approximation.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.formulary.expressions.parse.ProgramParser;
import org.formulary.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReducerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // constants meet
        "(x+2)+3 | x+5",
        "2+x | x+2",
        "x-3 | x+(-3)",
        "(3-x)+4 | 7-x",
        "4-(x+3) | 1-x",
        "4-(3-x) | x+1",
        "(x*2)*4 | x*8",
        "(2/x)*4 | 8/x",
        "x/4 | x*0.25",
        "8/(x*2) | 4/x",
        "8/(2/x) | x*4",
        "(x+3)*2 | x*2+6",
        "(3-x)*2 | x*(-2)+6",
        "1/2 | 0.5",
        "x+(-(1))*3 | x+(-3)",
        // scales move outward
        "(x*3)*(x+1) | ((x+1)*x)*3",
        "(3/(x+1))*x | (x/(x+1))*3",
        "(x*3)/(x+1) | (x/(x+1))*3",
        "(x+1)/((x*x+2)*4) | ((x+1)/(x*x+2))*0.25",
        "x/(4/(x+1)) | ((x+1)*x)*0.25",
        "3/((x*x+2)/(x+1)) | ((x+1)/(x*x+2))*3",
        "3/(x/(x+1)) | 3/x+3",
        "t=x*3; t*t | (x*x)*9",
        "8/((x*x)*2+6) | 4/(x*x+3)",
        // a subtracted scale
        "3-(x*x)*2 | (x*x)*(-2)+3",
        "3-2/(x+1) | (-2)/(x+1)+3",
        "x-(x*x)*2 | x+(x*x)*(-2)",
        "x-2/(x*x) | x+(-2)/(x*x)",
        // operations that cancel
        "(x*x-x)+x | x*x",
        "x+(5-x) | 5",
        "(x*x+x)-x | x*x",
        "(3+x*x)-x*x | 3",
        "t=x+1; (x/t)*t | x",
        "t=x+1; (3/t)*t | 3",
        "t=x+1; (x*t)/t | x",
        "t=x*x; (t*3)/t | 3",
        "t=x*x; t-t | 0",
        "t=x*x; t/t | 1",
        "x+x | x*2",
        "x*3+x | x*4",
        "x*3-x | x*2",
        "t=x*x; (t+3)/t | 3/(x*x)+1",
        // long sums and products as a whole
        "(x+2)+(x*x+3) | (x+x*x)+5",
        "(x+2)-(x*x+3) | (x-x*x)+(-1)",
        "((x*x+x)+1)-x | x*x+1",
        "(x*3+x*x)+x | x*4+x*x",
        "(2/x+x)+3/x | 5/x+x",
        "(x*x-(x+(x*x)*3))-x | x*-2+(x*x)*-2",
        "(x+1)/((x*x)*((x+1)*2)) | 0.5/(x*x)",
        "x/((x*x)*4) | 0.25/x",
        "(x+2)/((x*x)*4) | (0.5/x+0.25)/x",
        "(x*2+4)*(x*3+6)/x | (12/x+6)*(x+2)",
        "(2/x-x)*(x*x+1)*3 | ((-2)/x+x)*(x*x+1)*-3",
        "(2/x+x)*3 | 6/x+x*3",
        "(2/x+x*5)*(x+1)*3 | (6/x+x*15)*(x+1)",
        "((x+1)/(x+2))/(x+3) | (x+1)/((x+2)*(x+3))",
        "((x+1)/(x+2))/((x+3)/(x+4)) | ((x+1)*(x+4))/((x+2)*(x+3))",
        // what needs two of them
        "3/(x/4) | 12/x",
        "((x-2)-3)/4 | x*0.25+(-1.25)",
      })
  void ruleByRule(String text, String reduced) {
    for (boolean reversed : new boolean[] {false, true}) {
      Draft d = reversed ? Drafts.reversed(Drafts.parse(text)) : Drafts.parse(text);
      new Reducer().reduce(d);
      assertThat(Drafts.candidate(d).program())
          .as("%s, reversed: %s", text, reversed)
          .isEqualTo(ProgramParser.parse(reduced));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "t=(x*x)*2; (3-t)*t",
        "t=x*x+1; t*3+t/x",
        "t=x+3; t*2+1/t",
        "x*x-(3-x)*x",
        "(x+1)*(x+2)",
        "sqrt(x*2)+1",
        "fma(x,2,1)",
      })
  void leavesAloneWhatWouldCostAnOperationOrChangeTheFunction(String text) {
    Draft d = Drafts.parse(text);
    int before = Drafts.operations(d);
    new Reducer().reduce(d);
    assertThat(Drafts.candidate(d).program()).isEqualTo(ProgramParser.parse(text));
    assertThat(Drafts.operations(d)).isEqualTo(before);
  }

  @Test
  void aReducedDraftComputesTheSameFunction() {
    int[] compared = {0};
    Property.forAll(random -> Drafts.random(random, Drafts.ARITHMETIC, random.nextInt(1, 30)))
        .cases(20_000)
        .check(d -> compared[0] += assertSameFunction(d));
    assertThat(compared[0]).isGreaterThan(60_000);
  }

  private static int assertSameFunction(Draft original) {
    Draft before = copy(original);
    Draft after = copy(original);
    new Reducer().reduce(after);
    int compared = 0;
    for (double x : Drafts.POINTS) {
      Optional<Drafts.Value> expected = Drafts.value(before, x);
      Optional<Drafts.Value> actual = Drafts.value(after, x);
      if (expected.isPresent() && actual.isPresent()) {
        assertThat(Math.abs(actual.get().value() - expected.get().value()))
            .as(() -> told(before, after) + " at %s: %s, %s".formatted(x, expected, actual))
            .isLessThanOrEqualTo(actual.get().error() + expected.get().error());
        compared++;
      }
    }
    return compared;
  }

  private static String told(Draft before, Draft after) {
    return CandidateText.write(Drafts.candidate(before))
        + " becomes "
        + CandidateText.write(Drafts.candidate(after));
  }

  @Test
  void aReducedDraftNeverHasMoreOperationsAndReducesNoFurther() {
    Property.forAll(random -> Drafts.random(random, Drafts.ARITHMETIC, random.nextInt(1, 30)))
        .seed(2)
        .cases(20_000)
        .check(
            d -> {
              int before = Drafts.operations(d);
              Draft once = copy(d);
              new Reducer().reduce(once);
              assertThat(Drafts.operations(once)).isLessThanOrEqualTo(before);
              assertThat(Drafts.acyclic(once)).isTrue();
              Draft twice = copy(once);
              new Reducer().reduce(twice);
              assertThat(Drafts.candidate(twice)).isEqualTo(Drafts.candidate(once));
            });
  }

  /** A copy with the same node numbers. */
  private static Draft copy(Draft d) {
    return Drafts.reversed(Drafts.reversed(d));
  }
}
