package org.formulary.continuedfractions.conjecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.formulary.continuedfractions.field.HypergeometricField.Argument;
import org.formulary.continuedfractions.field.HypergeometricSearch;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Progress;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;
import org.junit.jupiter.api.Test;

class HypergeometricSweepTest {
  private static List<String> found(HypergeometricSearch search, String... names) {
    List<Constant> constants =
        List.of(names).stream().map(name -> Constants.of("constant", name)).toList();
    HypergeometricSweep sweep = new HypergeometricSweep(search, constants);
    ConjectureProblem problem = new ConjectureProblem(constants, sweep);
    List<String> found = new ArrayList<>();
    for (int unit = 0; unit < sweep.units(); unit++) {
      for (Conjecture c : sweep.run(unit, Progress.NONE).leads()) {
        assertThat(problem.evaluate(c)).as(c.toString()).isInstanceOf(Evaluation.Scored.class);
        found.add(problem.notation().print(c));
      }
    }
    return found;
  }

  @Test
  void fractionsOfTwoFOneAreConjectures() {
    assertThat(found(new HypergeometricSearch(2, 1, Argument.of(-1, 1), 2, 1), "ln2", "pi"))
        .contains(
            "a = 3*n + 2; b = -2*n^2; value = 1/ln2", "a = 3*n + 1; b = -2*n^2 + n; value = 2/pi");
  }

  @Test
  void fractionsOfThreeFTwoAtOneAreConjectures() {
    assertThat(found(new HypergeometricSearch(3, 2, Argument.of(1, 1), 1, 1), "zeta2"))
        .contains(
            "a = 2*n^2 + 2*n + 1; b = -n^4; value = 1/zeta2",
            "a = 5*n^2 + 6*n + 2; b = -4*n^4 + 2*n^3; value = 3/zeta2");
  }

  @Test
  void aUnitEndsWhenItIsTold() {
    var search = new HypergeometricSearch(2, 1, Argument.of(-1, 1), 1, 2);
    var sweep = new HypergeometricSweep(search, List.of(Constants.of("constant", "ln2")));
    assertThat(sweep.run(0, Progress.until(() -> true)).leads()).isEmpty();
  }

  @Test
  void walksOfAnotherRankAreNoFractions() {
    var search = new HypergeometricSearch(4, 3, Argument.of(1, 1), 1, 1);
    assertThatThrownBy(() -> new HypergeometricSweep(search, List.of()))
        .hasMessage("rank must be 2, was 3");
  }
}
