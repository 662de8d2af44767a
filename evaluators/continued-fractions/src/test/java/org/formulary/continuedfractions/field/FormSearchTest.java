package org.formulary.continuedfractions.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.formulary.continuedfractions.field.HypergeometricField.Argument;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;
import org.junit.jupiter.api.Test;

class FormSearchTest {
  private static Constant constant(String name) {
    return Constants.of("constant", name);
  }

  /** Directions of 4F3(1) by their δ: among the first are those of Apéry for ζ(2) and ζ(3). */
  @Test
  void theBestWalksOfRankThreeAreFound() {
    HypergeometricSearch fields = new HypergeometricSearch(4, 3, Argument.of(1, 1), 1, 1);
    FormSearch search =
        new FormSearch(
            fields, List.of(constant("zeta3"), constant("pi"), constant("zeta2")), 4, 800);
    var unit = new HypergeometricSearch.Unit(List.of(-1, -1, 1, 1), List.of(1, 1, 1), 0);
    List<FormSearch.Found> found = search.find(unit, () -> false);
    assertThat(found).extracting(f -> f.constant().name()).containsExactly("zeta3", "zeta2");
    assertThat(found.get(0).asymptotics().delta()).isCloseTo(0.0805, within(5e-5));
    assertThat(found.get(1).asymptotics().delta()).isCloseTo(0.0922, within(5e-5));
    assertThat(found.get(0).digits(100)).isBetween(300, 320);
    assertThat(search.find(unit, () -> true)).isEmpty();
  }
}
