package org.formulary.continuedfractions.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.formulary.continuedfractions.field.Pair.Conservative;
import org.formulary.continuedfractions.field.Pair.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Against the generators published with arXiv 2303.09318 and its software. */
class PairTest {
  static final List<PairFamily> FAMILIES = PairFamily.ALL;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "x + y; 1; x + y - 1; x",
        "x + y; x - y; 2*y - 1; x^2",
        "1 + 2*(x + y); y - x; 3*x + y + 2; -2*x^2 - x",
        "2*x^2 + 2*x*y + y^2; -(2*x^2 - 2*x*y + y^2);" + " 4*x^2 + 2*y^2 + 4*x - 2*y + 2; -4*x^4",
        "x^3 + 2*x^2*y + 2*x*y^2 + y^3; -x^3 + 2*x^2*y - 2*x*y^2 + y^3;"
            + " 2*x^3 + 3*x^2 + 3*x + 1 + 2*y*(y - 1)*(2*x + 1); -x^6",
      })
  void publishedPairsMakeConservativeFields(String f, String fBar, String a, String b) {
    assertThat(Pair.parse(f, fBar).check())
        .isInstanceOfSatisfying(
            Conservative.class,
            c -> {
              assertThat(c.a()).isEqualTo(MultivariatePolynomial.parse(a));
              assertThat(c.b()).isEqualTo(MultivariatePolynomial.parse(b));
              assertThat(c.field().isConservative()).isTrue();
            });
  }

  /** For all coefficients at once: they are variables of the identities. */
  @ParameterizedTest
  @FieldSource("FAMILIES")
  void everyMemberOfEveryFamilyIsConservative(PairFamily family) {
    assertThat(family.coefficients()).isNotEmpty();
    assertThat(family.pair().check())
        .isInstanceOfSatisfying(
            Conservative.class, c -> assertThat(c.field().isConservative()).isTrue());
  }

  @Test
  void saysWhichConditionFails() {
    assertThat(Pair.parse("x + y", "2*x - y").check())
        .isEqualTo(new Refused("linear condition: the sides differ by -1"));
    assertThat(Pair.parse("x^2 + y", "x").check())
        .isEqualTo(new Refused("linear condition: the sides differ by -2*x - 1"));
    assertThat(Pair.parse("x + y + 1", "x - y").check())
        .isInstanceOfSatisfying(Conservative.class, c -> assertThat(c.b()).isNotNull());
    assertThat(Pair.parse("c0*x + y", "x - y").check()).isInstanceOf(Refused.class);
    assertThat(Pair.parse("(x + y)^2", "(x - y)^2").check()).isInstanceOf(Refused.class);
    assertThat(Pair.parse("2*x^2 + 2*x*y + y^2", "-(2*x^2 - 2*x*y + y^2) + x").check().toString())
        .contains("condition: the sides differ by");
  }

  @Test
  void multiplesAreOnePair() {
    assertThat(Pair.parse("-2*x - 2*y", "-2*x + 2*y").primitive())
        .isEqualTo(Pair.parse("x + y", "x - y"));
  }
}
