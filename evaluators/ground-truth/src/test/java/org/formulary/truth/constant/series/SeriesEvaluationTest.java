package org.formulary.truth.constant.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.formulary.expressions.parse.Formula;
import org.formulary.expressions.parse.FormulaParser;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SeriesEvaluationTest {
  /** 1,000 digits. */
  private static final int BITS = 3322;

  private static final BigInteger TWO = BigInteger.TWO;

  static List<Constant> constants() {
    return Constants.all();
  }

  private static Enclosure series(String formula, int bits) {
    SeriesOutcome outcome = SeriesEvaluation.of(FormulaParser.parse(formula), bits);
    assertThat(outcome).as(formula).isInstanceOf(SeriesOutcome.Enclosed.class);
    return outcome.enclosure().orElseThrow();
  }

  private static boolean overlap(Enclosure a, Enclosure b) {
    return a.lower().compareTo(b.upper()) <= 0 && b.lower().compareTo(a.upper()) <= 0;
  }

  @ParameterizedTest
  @MethodSource("constants")
  void namedConstantsAgreeWithTheFirstEvaluation(Constant constant) {
    Enclosure series = SeriesEvaluation.of(constant, BITS).enclosure().orElseThrow();
    Enclosure first = constant.enclosure(BITS);
    assertThat(series.bits()).isEqualTo(BITS);
    assertThat(series.width()).isLessThanOrEqualTo(TWO);
    assertThat(first.width()).isLessThanOrEqualTo(TWO);
    assertThat(overlap(series, first)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("constants")
  void aWrongLastDigitDoesNotAgree(Constant constant) {
    Enclosure series = SeriesEvaluation.of(constant, BITS).enclosure().orElseThrow();
    BigDecimal value = constant.digits(998);
    for (int change : List.of(-1, 1)) {
      BigDecimal wrong = value.add(value.ulp().multiply(BigDecimal.valueOf(change)));
      Enclosure planted = Enclosure.of(wrong, value.ulp().movePointLeft(1), BITS);
      assertThat(overlap(series, planted)).isFalse();
    }
    assertThat(overlap(series, Enclosure.of(value, value.ulp(), BITS))).isTrue();
  }

  /**
   * The finer holds the constant too, so it sticks out of the coarser by no more than its width.
   */
  @ParameterizedTest
  @MethodSource("constants")
  void finerEnclosuresLieWithinCoarserOnes(Constant constant) {
    Enclosure finest = SeriesEvaluation.of(constant, 900).enclosure().orElseThrow();
    for (int bits : List.of(0, 1, 20, 53, 64, 110, 111, 333, 500)) {
      Enclosure coarse = SeriesEvaluation.of(constant, bits).enclosure().orElseThrow();
      assertThat(coarse.width()).isLessThanOrEqualTo(TWO);
      Enclosure widened = coarse.withBits(900);
      assertThat(finest.lower()).isGreaterThanOrEqualTo(widened.lower().subtract(TWO));
      assertThat(finest.upper()).isLessThanOrEqualTo(widened.upper().add(TWO));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + kelvin(0, 1) | kelvin",
        "besselK(1/2, 1) | besselK of an order that is not a whole number up to 1000",
        "lambertW(2^3000) | lambertW of a number that large",
        "zeta(5/2) | zeta of an argument that is not a whole number from 2 on",
        "zeta(-1) | zeta of an argument that is not a whole number from 2 on",
        "besselJ(1/2, 1) | besselJ of an order that is not a whole number up to 1000",
        "besselI(0, 10^9) | besselI beyond 10000",
        "gamma(10^6 + 1/2) | gamma beyond 2000",
        "2*x | x",
        "agm(2) | agm",
      })
  void whatHasNoSeriesIsNamed(String formula, String what) {
    assertThat(SeriesEvaluation.of(FormulaParser.parse(formula), 100))
        .isEqualTo(new SeriesOutcome.NotCovered(what));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1/0 | division by 0",
        "sqrt(-2) | root of a negative number",
        "sqrt(1 - pi) | root of a negative number",
        "log(0) | log of a number that is not positive",
        "(-8)^(1/3) | a power of a negative number",
        "(1 - pi)^e | a power of a negative number",
        "0^(-1/2) | a negative power of 0",
        "asin(2) | asin or acos of a number beyond 1",
        "acosh(1/2) | acosh of a number below 1",
        "atanh(2) | atanh of a number beyond 1",
        "agm(-1, 2) | agm of a negative number",
        "gamma(-3) | division by 0",
        "zeta(1) | zeta(1)",
        "besselK(1, 0) | besselK of a number that is not positive",
        "lambertW(-1) | lambertW of a number below -1/e",
        "expIntegral(0) | expIntegral of a number that is not positive",
        "exp(10^9) | a power that is out of range",
        "pi^(10^8) | a power that is out of range",
        "1/sin(pi) | 100 binary places cannot be had with 17184 working bits",
      })
  void whatHasNoValueSaysWhy(String formula, String reason) {
    assertThat(SeriesEvaluation.of(FormulaParser.parse(formula), 100))
        .isEqualTo(new SeriesOutcome.Undetermined(reason));
    assertThat(SeriesEvaluation.of(FormulaParser.parse(formula), 100).enclosure()).isEmpty();
  }

  @Test
  void valuesAtTheEndsAreFound() {
    BigInteger units = BigInteger.valueOf(4093);
    assertThat(series("2^10 - 3/4", 2)).isEqualTo(new Enclosure(units, units, 2));
    for (String one : List.of("exp(0)", "cosh(0)", "cos(0)", "besselI(0, 0)", "besselJ(0, 0)")) {
      assertThat(series(one + " - 1", 700).containsZero()).as(one).isTrue();
    }
    for (String zero :
        List.of("sinh(0)", "tanh(0)", "erf(0)", "log(1)", "lambertW(0)", "asinh(0)")) {
      assertThat(series(zero, 700).containsZero()).as(zero).isTrue();
    }
    assertThat(series("zeta(2)^0", 0)).isEqualTo(Enclosure.of(1, 0));
    assertThat(series("exp(-10^7)", 50).upper()).isLessThanOrEqualTo(BigInteger.ONE);
  }

  @Test
  void negativePlacesAreRefused() {
    Formula pi = FormulaParser.parse("pi");
    assertThatThrownBy(() -> SeriesEvaluation.of(pi, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bits must be ≥ 0, was -1");
  }
}
