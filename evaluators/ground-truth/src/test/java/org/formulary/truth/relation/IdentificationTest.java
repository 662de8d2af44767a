package org.formulary.truth.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;
import org.formulary.truth.relation.Identification.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentificationTest {
  private static final List<Constant> SOME =
      List.of("pi", "e", "zeta3", "golden", "sqrt2").stream()
          .map(name -> Constants.find(name).orElseThrow())
          .toList();

  private static BigDecimal digits(String formula, int digits) {
    return Constants.of("value", formula).digits(digits);
  }

  private static Result identify(BigDecimal value) {
    return Identification.among(SOME)
        .identify(Enclosure.ofDigits(value.toPlainString()), () -> false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1/7; value = 1/7",
        "-5; value = -5",
        "sqrt(2)/2 - 1; 2*value^2 + 4*value + 1 = 0, value = (-2 + sqrt(2))/2",
        "(1 + sqrt(5))/2; value^2 - value - 1 = 0, value = (1 + sqrt(5))/2",
        "cbrt(7); value^3 - 7 = 0",
        "2*cos(2*pi/7); value^3 + value^2 - 2*value - 1 = 0",
        "pi/8; value = pi/8",
        "3 - 2*e; value = -2*e + 3",
        "(1 + 2*zeta(3))/(3 - zeta(3)); value = (2*zeta3 + 1)/(-zeta3 + 3)",
        "4/pi; value = 4/pi",
        "sqrt(pi/3); value = pi^(1/2)/3^(1/2)",
        "-pi^2*sqrt(e); value = -pi^2*e^(1/2)",
        "zeta(3)/pi^3; value = zeta3/pi^3",
        "(7 - 3*pi + zeta(3))/5; value = (-3*pi + zeta3 + 7)/5",
        "(pi^2 + 1)/(pi + 3); value = (pi^2 + 1)/(pi + 3)",
      })
  void formulasAreFound(String formula, String found) {
    Result result = identify(digits(formula, 50).setScale(45, RoundingMode.HALF_EVEN));
    assertThat(result.best()).isPresent();
    assertThat(result.best().orElseThrow().text()).isEqualTo(found);
    assertThat(result.accident()).isEmpty();
  }

  @Test
  void severalConstantsAtOnce() {
    List<Constant> both =
        List.of(Constants.of("constants", "pi^2"), Constants.of("constants", "log(2)^2"));
    Enclosure dilogarithm = Enclosure.ofDigits("0.582240526465012505902656320159680108744");
    assertThat(
            Identification.with(both)
                .identify(dilogarithm, () -> false)
                .best()
                .orElseThrow()
                .text())
        .isEqualTo("value = (pi^2 - 6*log(2)^2)/12");
  }

  /** Numbers that agree with a formula to some digits, and were given to more. */
  @Test
  void nearMissesAreRefused() {
    SplittableRandom random = new SplittableRandom(1);
    for (int n = 0; n < 60; n++) {
      int agreeing = 20 + random.nextInt(41);
      BigDecimal value = digits("pi/8", agreeing + 12);
      BigDecimal near =
          value.add(
              BigDecimal.valueOf(random.nextDouble(0.2, 5))
                  .scaleByPowerOfTen(-agreeing)
                  .round(new MathContext(8)));
      Result result = identify(near.setScale(agreeing + 12, RoundingMode.DOWN));
      assertThat(result.found()).as("%s", near).isEmpty();
    }
  }

  @Test
  void accidentsAreNoFormulas() {
    SplittableRandom random = new SplittableRandom(2);
    for (int n = 0; n < 40; n++) {
      StringBuilder text = new StringBuilder("0.");
      int digits = 18 + random.nextInt(40);
      for (int i = 0; i < digits; i++) {
        text.append(random.nextInt(1, 10));
      }
      Result result = identify(new BigDecimal(text.toString()));
      assertThat(result.found()).as(text.toString()).isEmpty();
      assertThat(result.accident().orElseThrow().isSignificant()).isFalse();
      assertThat((long) result.excluded().size()).isEqualTo(result.attempts());
    }
  }

  /** A constant that is a sum, and what is made of it, read back. */
  @ParameterizedTest
  @CsvSource({
    "2*(pi + sqrt(7))",
    "1/(pi + sqrt(7)) - 3",
    "(pi + sqrt(7))^(1/3)",
    "(pi + sqrt(7))^2"
  })
  void formulasOfFormulasCanBeReadBack(String formula) {
    Constant sum = Constants.of("constants", "pi + sqrt(7)");
    Enclosure value = Constants.of("value", formula).leading(200);
    Result result = Identification.with(List.of(sum)).identify(value, () -> false);
    String found = result.best().orElseThrow().text().replace("value = ", "");
    assertThat(Constants.of("value", found).digits(40)).isEqualTo(digits(formula, 40));
  }

  @Test
  void whatIsPrintedCanBeReadBack() {
    assertThat(digits("(2*zeta3 + golden)/(-ln2 + 3)", 30))
        .isEqualTo(digits("(2*zeta(3) + (1 + sqrt(5))/2)/(3 - log(2))", 30));
  }

  @Test
  void constantsThatAreNotPositiveMakeNoProducts() {
    Constant negative = Constants.of("constants", "-zeta(3)");
    Result result =
        Identification.with(List.of(negative))
            .identify(Constants.of("value", "sqrt(zeta(3))").leading(200), () -> false);
    assertThat(result.found()).isEmpty();
    Constant tiny = Constants.of("constants", "exp(-60)");
    assertThat(
            Identification.with(List.of(tiny))
                .identify(Enclosure.ofDigits("0.7390851332151606416553"), () -> false)
                .found())
        .isEmpty();
  }

  @Test
  void rationalNumbersAreKnown() {
    assertThat(Identification.isRational(Constants.of("c", "22/7").leading(200))).isTrue();
    assertThat(Identification.isRational(Constants.of("c", "pi").leading(200))).isFalse();
    assertThat(Identification.isAlgebraic(Constants.of("c", "golden").leading(200), 1)).isFalse();
    assertThat(Identification.isAlgebraic(Constants.of("c", "golden").leading(200), 2)).isTrue();
    assertThat(Identification.isAlgebraic(Constants.of("c", "pi").leading(200), 2)).isFalse();
  }

  @Test
  void tooFewDigitsAreRefused() {
    assertThatThrownBy(() -> identify(new BigDecimal("0.31830988")))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessage("value gives 8 of the 18 digits needed to tell a formula from an accident");
  }

  @Test
  void stopsWhenAsked() {
    List<Integer> polls = new ArrayList<>();
    Result result =
        Identification.among(SOME)
            .identify(
                Enclosure.ofDigits("0.7390851332151606416553"),
                () -> {
                  polls.add(1);
                  return polls.size() > 30;
                });
    assertThat(result.found()).isEmpty();
    assertThat((long) result.excluded().size()).isLessThan(result.attempts());
  }
}
