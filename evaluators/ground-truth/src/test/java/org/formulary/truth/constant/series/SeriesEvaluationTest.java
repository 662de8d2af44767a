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
import org.junit.jupiter.params.provider.ValueSource;

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
  @ValueSource(
      strings = {
        "-1/3 + 2*pi - e^2/7",
        "0x1.8p-3 + 1e-7",
        "exp(1/3) - exp(-7)",
        "exp(-200)*10^80",
        "exp(sqrt(2)*90)",
        "exp(pi*sqrt(163))",
        "exp2(pi) + exp2(-5)",
        "expm1(1e-30)*10^30",
        "log(10) + log(97/89)",
        "log(101) + log(1e-40)",
        "log(pi)/log(pi^2 + 1e30)",
        "log2(10) + log1p(1e-20)*10^20",
        "sin(1) + cos(1e10) + sin(-355)",
        "tan(22/7) - tan(pi/5)",
        "sin(10^30) + cos(-e*100)",
        "asin(1/2) + acos(-1/3) + asin(-1)",
        "acos(sqrt(2)/2) + asin(1 - 1e-20)",
        "atan(1/1000) + atan(-77) + atan(1e50)",
        "atan(sqrt(2)) - atan(-e) + atan(0)",
        "sinh(1) + cosh(-2) + tanh(1/2)",
        "tanh(-30) + sinh(70) - tanh(1e-9)",
        "asinh(2) + acosh(3) + atanh(1/2)",
        "asinh(-pi) + acosh(pi) + atanh(-1/pi)",
        "sqrt(2)^3 + cbrt(-5) + sqrt(1e-30)*10^15",
        "7^(2/5) + pi^(-3/7) + (1/2)^(5/64)",
        "pi^e + e^pi + 2^sqrt(2)",
        "(-3/2)^7 + pi^-20*1e10 + (1 + 1/1000)^1000",
        "agm(1, 1e-20) + agm(pi, e) + agm(3, 3)",
        "zeta(2) + zeta(3) + zeta(6) + zeta(9)",
        "zeta(30) + zeta(31) + zeta(61)",
        "erf(1/2) - erf(-3) + erf(pi/3)",
        "erfc(5)*10^11 + erfc(-1) + erf(40)",
        "gamma(1/3)*gamma(2/3) + gamma(5) + gamma(-7/2)",
        "gamma(pi) + gamma(-sqrt(2)) + gamma(0.1)",
        "lgamma(50.5) + lgamma(-0.25) + lgamma(3*e)",
        "besselI(0, 1) + besselI(3, -5/2) + besselI(-2, pi)",
        "besselJ(0, 1) + besselJ(5, 20) + besselJ(-3, sqrt(3))",
        "besselK(0, 1) + besselK(1, 5/2) + besselK(-4, pi)",
        "besselY(0, 1) + besselY(1, 20) + besselY(-3, sqrt(3))",
        "lambertW(1) + lambertW(-1/3) + lambertW(10^20*pi)",
        "lambertW(1e-25)*10^25 + lambertW(-e/100)",
        "airyAi(1) + airyBi(-2) + airyAi(-pi)",
        "expIntegral(1/10) + expIntegral(3)*e^3 + expIntegral(pi)",
        "expIntegral(19)*e^19",
        "catalan*euler + zeta(3)/pi^3",
      })
  void formulasAgreeWithTheFirstEvaluation(String formula) {
    Constant constant = Constants.of("constant", formula);
    for (int bits : List.of(64, 200, 700)) {
      Enclosure series = series(formula, bits);
      assertThat(series.width()).isLessThanOrEqualTo(TWO);
      assertThat(overlap(series, constant.enclosure(bits))).as("%d bits", bits).isTrue();
      Enclosure finer = series(formula, 2 * bits + 7);
      assertThat(overlap(series.withBits(2 * bits + 7), finer)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sin(pi)",
        "exp(log(5)) - 5",
        "log(9) - 2*log(3)",
        "atan(1)*4 - pi",
        "zeta(4) - pi^4/90",
        "gamma(1/2)^2 - pi",
        "besselJ(1/1*2, 0)",
        "cosh(2)^2 - sinh(2)^2 - 1",
        "gamma(2.000000000000000000001) - 1e-21*gamma(2.000000000000000000001) - 1 + 1e-21*euler",
        "erf(2) + erfc(2) - 1",
        "cbrt(10)^3 - 10",
        "gauss*pi - lemniscate",
        "lambertW(2)*exp(lambertW(2)) - 2",
        "besselI(2, 3)*besselK(3, 3) + besselI(3, 3)*besselK(2, 3) - 1/3",
        "besselJ(2, pi)*besselY(1, pi) - besselJ(1, pi)*besselY(2, pi) - 2/pi^2",
        "agm(1, sqrt(2))*lemniscate - pi",
        "gamma1_4 - gamma(1/4)",
      })
  void identitiesHold(String formula) {
    Enclosure zero = series(formula, formula.contains("1e-21") ? 130 : 1000);
    assertThat(zero.containsZero()).isTrue();
    assertThat(zero.width()).isLessThanOrEqualTo(TWO);
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
  void exactValuesAreExact() {
    BigInteger units = BigInteger.valueOf(4093);
    assertThat(series("2^10 - 3/4", 2)).isEqualTo(new Enclosure(units, units, 2));
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
