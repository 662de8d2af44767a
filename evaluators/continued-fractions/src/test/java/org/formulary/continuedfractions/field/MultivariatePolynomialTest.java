package org.formulary.continuedfractions.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Map;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.search.domain.InvalidSpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultivariatePolynomialTest {
  private static MultivariatePolynomial parse(String text) {
    return MultivariatePolynomial.parse(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(x + y)*(x - y); x^2 - y^2",
        "(x + y)^3; x^3 + 3*x^2*y + 3*x*y^2 + y^3",
        "-(2*x - c0)*1; c0 - 2*x",
        "x - x; 0",
        "7 - 2; 5",
        "x*y*x - 1; x^2*y - 1",
      })
  void expandsAndPrints(String text, String expanded) {
    assertThat(parse(text)).hasToString(expanded).isEqualTo(parse(expanded));
    assertThat(parse(parse(text).toString())).isEqualTo(parse(text));
  }

  @Test
  void substitutesAllAtOnce() {
    Map<String, MultivariatePolynomial> swapped = Map.of("x", parse("y + 1"), "y", parse("x"));
    assertThat(parse("x^2 - 2*y").substitute(swapped)).isEqualTo(parse("(y + 1)^2 - 2*x"));
    assertThat(parse("x^2*y").shifted("x", -1)).isEqualTo(parse("(x - 1)^2*y"));
  }

  @Test
  void isEvaluatedAtPointsAndAlongCurves() {
    MultivariatePolynomial p = parse("x^2*y - 3*x + 1");
    assertThat(p.at(Map.of("x", BigInteger.TWO, "y", BigInteger.TEN))).isEqualTo(35);
    IntegerPolynomial along =
        p.along(Map.of("x", IntegerPolynomial.of(1, 1), "y", IntegerPolynomial.of(0, 2)));
    assertThat(along).isEqualTo(IntegerPolynomial.of(-2, -1, 4, 2));
    assertThatThrownBy(() -> p.at(Map.of("x", BigInteger.ONE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("variable y has no value, only [x] have");
  }

  @Test
  void knowsDegreeContentAndVariables() {
    MultivariatePolynomial p = parse("6*x^2*y - 9*c1");
    assertThat(p.degree()).isEqualTo(3);
    assertThat(p.content()).isEqualTo(3);
    assertThat(p.variables()).containsExactly("c1", "x", "y");
    assertThat(MultivariatePolynomial.ZERO.degree()).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x/2", "x^y", "x^40", "1.5*x", "sin(x)", "x +"})
  void refusesWhatIsNoPolynomial(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageStartingWith("polynomial: ");
  }
}
