package org.formulary.continuedfractions.conjecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.formulary.continuedfractions.polynomial.Family;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Progress;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;
import org.junit.jupiter.api.Test;

class ReductionSweepTest {
  private static List<Conjecture> found(Family family, String... constants) {
    List<Constant> known = new ArrayList<>();
    for (String c : constants) {
      known.add(Constants.of("constant", c));
    }
    ReductionSweep sweep = new ReductionSweep(family, known);
    ConjectureProblem problem = new ConjectureProblem(known, sweep);
    List<Conjecture> found = new ArrayList<>();
    for (int unit = 0; unit < sweep.units(); unit++) {
      for (Conjecture c : sweep.run(unit, Progress.NONE).leads()) {
        assertThat(problem.evaluate(c)).isInstanceOf(Evaluation.Scored.class);
        found.add(c);
      }
    }
    return found;
  }

  @Test
  void theFamilyOfZeta5NeedsBothConstants() {
    Family family =
        Family.parse(
            "(n + 1)^5 + n^5 + x*(n^3 + (n + 1)^3) + y*(2*n + 1)", "-n^10", "x=0..20,y=-5..5");
    assertThat(found(family, "zeta3", "zeta5"))
        .extracting(c -> c.value().name())
        .containsExactlyInAnyOrder(
            "1/zeta5",
            "2/(-2*zeta3 + 2*zeta5 + 1)",
            "2/(6*zeta3 + 2*zeta5 - 9)",
            "64/(176*zeta3 + 64*zeta5 - 273)");
  }

  @Test
  void inflationsAreFoundOnce() {
    Family family = Family.parse("x*(2*n + 1)", "x^2*n^2", "x=-5..5");
    assertThat(found(family, "pi"))
        .extracting(c -> new ConjectureNotation().print(c))
        .containsExactly("a = 2*n + 1; b = n^2; value = 4/pi");
  }

  @Test
  void productsOfPowersOfPiAreFoundForAnyConstant() {
    Family family = Family.parse("2*n + 1", "n^2", "");
    assertThat(found(family, "zeta3")).extracting(c -> c.value().name()).containsExactly("4/pi");
    Family other = Family.parse("11*n^2 + 11*n + 3", "n^4", "");
    assertThat(found(other, "zeta3", "catalan"))
        .extracting(c -> c.value().name())
        .containsExactly("30/pi^2");
    assertThat(found(Family.parse("n + 1", "n", ""), "e")).as("not balanced").isEmpty();
  }
}
