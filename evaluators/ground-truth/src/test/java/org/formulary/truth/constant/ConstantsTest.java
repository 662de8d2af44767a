package org.formulary.truth.constant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.truth.Enclosure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantsTest {
  @Test
  void namesAreDifferentAndHaveValues() {
    assertThat(Constants.all().stream().map(Constant::name)).doesNotHaveDuplicates();
    for (Constant c : Constants.all()) {
      assertThat(c.digits(30).precision()).as(c.name()).isBetween(28, 30);
      assertThat(Constants.of("constant", c.name())).isEqualTo(c);
    }
  }

  /** What is computed in another way than a reader would expect. */
  @ParameterizedTest
  @CsvSource({
    "gamma1_3, gamma(1/3)",
    "gamma1_4, gamma(1/4)",
    "lemniscate, gamma(1/4)^2/sqrt(8*pi)",
    "gauss, gamma(1/4)^2/sqrt(8*pi^3)",
  })
  void definitionsAgree(String name, String formula) {
    assertThat(Constants.find(name).orElseThrow().digits(60))
        .isEqualTo(Constants.of("constant", formula).digits(60));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pi", "zeta3", "catalan", "euler", "gamma1_3"})
  void shorterIsLongerRounded(String name) {
    Constant c = Constants.find(name).orElseThrow();
    assertThat(c.digits(3000).round(new MathContext(700))).isEqualTo(c.digits(700));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pi", "1/1000000", "123456789*pi", "2", "-e", "0"})
  void enclosuresAreNarrowAndContainTheConstant(String formula) {
    Constant c = Constants.of("constant", formula);
    Enclosure e = c.enclosure(200);
    BigDecimal unit = new BigDecimal(BigInteger.ONE.shiftLeft(200));
    BigDecimal units = c.digits(100).multiply(unit);
    assertThat(units).isBetween(new BigDecimal(e.lower()), new BigDecimal(e.upper()));
    assertThat(e.width()).isLessThanOrEqualTo(BigInteger.TWO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"exp(-200)", "pi", "-e*10^40"})
  void leadingBitsDoNotDependOnTheSize(String formula) {
    Enclosure e = Constants.of("constant", formula).leading(150);
    assertThat(e.knownBits()).isBetween(148.0, 160.0);
  }

  @Test
  void largeNumbersHaveMoreBitsThanAskedFor() {
    assertThat(Constants.of("constant", "exp(500)").leading(150).knownBits())
        .isBetween(720.0, 724.0);
  }

  @Test
  void factorsHaveParenthesesWhereNeeded() {
    assertThat(Constants.of("constant", "pi").factor()).isEqualTo("pi");
    assertThat(Constants.of("constant", "zeta(3)").factor()).isEqualTo("zeta(3)");
    assertThat(Constants.of("constant", "1+e").factor()).isEqualTo("(1+e)");
    assertThat(Constants.of("constant", "pi^2").factor()).isEqualTo("pi^2");
    assertThat(Constants.of("constant", "pi^2").base()).isEqualTo("(pi^2)");
    assertThat(Constants.of("constant", " gauss "))
        .isEqualTo(Constants.find("gauss").orElseThrow());
  }

  @Test
  void otherTextIsRefused() {
    assertThatThrownBy(() -> Constants.of("constants", "x + 1"))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageStartingWith("constant \"x + 1\" is neither a name")
        .extracting(e -> ((InvalidSpecException) e).key())
        .isEqualTo("constants");
  }
}
