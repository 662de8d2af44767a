package org.formulary.continuedfractions.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairFamilyTest {
  private static PairFamily family(String name) {
    return PairFamily.ALL.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "degree 1; x + y; 1",
        "degree 1; x + y; x - y",
        "degree 1; 1 + 2*(x + y); y - x",
        "degree 2; 2*x^2 + 2*x*y + y^2; -(2*x^2 - 2*x*y + y^2)",
        "degree 3, first; x^3 + 2*x^2*y + 2*x*y^2 + y^3; -x^3 + 2*x^2*y - 2*x*y^2 + y^3",
      })
  void publishedPairsAreMembers(String family, String f, String fBar) {
    assertThat(family(family).members(2))
        .extracting(PairFamily.Member::pair)
        .contains(Pair.parse(f, fBar));
  }

  @Test
  void membersDifferByMoreThanAFactorAndComeInOrder() {
    for (PairFamily family : PairFamily.ALL) {
      List<PairFamily.Member> members = family.members(2);
      assertThat(new HashSet<>(members.stream().map(PairFamily.Member::pair).toList()))
          .hasSameSizeAs(members);
      assertThat(members).allMatch(m -> m.pair().check() instanceof Pair.Conservative);
      assertThat(members.stream().map(PairFamilyTest::size).toList()).isSorted();
    }
  }

  private static long size(PairFamily.Member m) {
    return m.values().values().stream().mapToLong(Math::abs).sum();
  }

  @Test
  void coefficientsAreTheOtherVariables() {
    PairFamily family = PairFamily.of("mine", "c*(x + y)", "d*(x - y)");
    assertThat(family.coefficients()).containsExactly("c", "d");
    assertThat(family.member(List.of(2L, -4L)).pair()).isEqualTo(Pair.parse("x + y", "2*y - 2*x"));
  }
}
