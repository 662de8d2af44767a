package org.formulary.continuedfractions.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;
import org.junit.jupiter.api.Test;

class FieldSearchTest {
  private static List<Constant> constants(String... names) {
    return Stream.of(names).map(n -> Constants.find(n).orElseThrow()).toList();
  }

  @Test
  void smallCoefficientsHoldFieldsOfFourConstants() {
    FieldSearch search =
        new FieldSearch(PairFamily.ALL, 1, constants("e", "ln2", "pi", "zeta2", "zeta3"));
    List<FieldSearch.Found> found = search.find(() -> false);
    TreeSet<String> names = new TreeSet<>();
    for (FieldSearch.Found f : found) {
      names.add(f.constant().name());
      assertThat(f.conditions().field().isConservative()).isTrue();
    }
    assertThat(names).contains("e", "ln2", "zeta2", "zeta3");
    FieldSearch.Found zeta3 =
        found.stream().filter(f -> f.constant().name().equals("zeta3")).findFirst().orElseThrow();
    assertThat(zeta3.limitText()).isEqualTo("(-zeta3 + 1)/zeta3");
    assertThat(zeta3.digits(700)).isBetween(190, 220);
  }

  @Test
  void membersOfSeveralFamiliesAreOnlyOnce() {
    FieldSearch search = new FieldSearch(PairFamily.ALL, 1, List.of());
    assertThat(search.members()).extracting(PairFamily.Member::pair).doesNotHaveDuplicates();
    assertThat(search.find(() -> true)).isEmpty();
  }
}
