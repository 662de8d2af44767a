package org.formulary.continuedfractions.conjecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Progress;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;
import org.junit.jupiter.api.Test;

class FieldSweepTest {
  @Test
  void fractionsOfWalksAreConjectures() {
    List<Constant> constants =
        List.of(Constants.of("constant", "zeta3"), Constants.of("constant", "ln2"));
    FieldSweep sweep = new FieldSweep(constants, 1, 1);
    ConjectureProblem problem = new ConjectureProblem(constants, sweep);
    List<String> found = new ArrayList<>();
    for (int unit = 0; unit < sweep.units(); unit++) {
      for (Conjecture c : sweep.run(unit, Progress.NONE).leads()) {
        assertThat(problem.evaluate(c)).as(c.toString()).isInstanceOf(Evaluation.Scored.class);
        found.add(problem.notation().print(c));
      }
    }
    assertThat(found)
        .contains(
            "a = 34*n^3 + 51*n^2 + 27*n + 5; b = -n^6; value = 6/zeta3",
            "a = 6*n + 3; b = -n^2; value = 2/ln2");
  }

  @Test
  void aUnitEndsWhenItIsTold() {
    FieldSweep sweep = new FieldSweep(List.of(Constants.of("constant", "e")), 1, 1);
    Progress cancelled = Progress.until(() -> true);
    for (int unit = 0; unit < sweep.units(); unit++) {
      assertThat(sweep.run(unit, cancelled).leads()).isEmpty();
    }
  }
}
