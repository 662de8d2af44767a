package org.formulary.truth.constant.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.formulary.expressions.parse.Formula;
import org.formulary.expressions.parse.FormulaParser;
import org.formulary.expressions.parse.ParseException;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;
import org.formulary.truth.reference.RealFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every function, at arguments that take its different ways. */
class SeriesFunctionTest {
  private static final int FINE = 900;

  static List<String> formulas() {
    return List.of(
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
        "besselK(0, 1) + besselK(1, 5/2) + besselK(4, 3)",
        "besselY(0, 1) + besselY(1, 20) + besselY(-3, sqrt(3))",
        "lambertW(1) + lambertW(-1/3) + lambertW(10^20*pi)",
        "lambertW(1e-25)*10^25 + lambertW(-e/100)",
        "airyAi(1) + airyBi(-2) + airyAi(-pi)",
        "expIntegral(1/10) + expIntegral(3)*e^3 + expIntegral(pi)",
        "expIntegral(19)*e^19",
        "catalan*euler + zeta(3)/pi^3");
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
  @MethodSource("formulas")
  void formulasAgreeWithTheFirstEvaluation(String formula) {
    Constant constant = Constants.of("constant", formula);
    for (int bits : List.of(64, 200, 333)) {
      Enclosure series = series(formula, bits);
      assertThat(series.width()).isLessThanOrEqualTo(BigInteger.TWO);
      assertThat(overlap(series, constant.enclosure(bits))).as("%d bits", bits).isTrue();
    }
  }

  /** However few the bits it is computed with, a ball holds the value. */
  @ParameterizedTest
  @MethodSource("formulas")
  void ballsOfEveryWorkingPrecisionHoldTheValue(String formula) {
    Formula parsed = FormulaParser.parse(formula);
    Enclosure value = series(formula, FINE);
    int held = 0;
    for (int working = 64; working < 400; working += 1 + working / 16) {
      try {
        FixedBall ball = new WorkingEvaluation(working).evaluate(parsed).ball(working);
        assertThat(overlap(ball.enclosure(FINE), value)).as("%d bits", working).isTrue();
        held++;
      } catch (Stop stop) {
        assertThat(stop.kind()).isEqualTo(Stop.Kind.TOO_FEW_BITS);
      }
    }
    assertThat(held).isPositive();
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
        "besselK(-4, 3) - besselK(4, 3)",
        "lambertW(2)*exp(lambertW(2)) - 2",
        "besselI(2, 3)*besselK(3, 3) + besselI(3, 3)*besselK(2, 3) - 1/3",
        "besselJ(2, pi)*besselY(1, pi) - besselJ(1, pi)*besselY(2, pi) - 2/pi^2",
        "agm(1, sqrt(2))*lemniscate - pi",
        "gamma1_4 - gamma(1/4)",
      })
  void identitiesHold(String formula) {
    Enclosure zero = series(formula, formula.contains("1e-21") ? 130 : 1000);
    assertThat(zero.containsZero()).isTrue();
    assertThat(zero.width()).isLessThanOrEqualTo(BigInteger.TWO);
  }

  /** A function that formulas learn needs a series too; the message names those they know. */
  @Test
  void everyFunctionOfFormulasHasASeries() {
    ParseException unknown =
        catchThrowableOfType(ParseException.class, () -> RealFunction.parseConstant("none(1)"));
    String known = unknown.getMessage().replaceFirst("(?s).*allowed are (.*) \\(column.*", "$1");
    assertThat(known.split(", "))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(SeriesFunction.values()).map(SeriesFunction::symbol).toList());
  }
}
