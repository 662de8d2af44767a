package org.formulary.truth.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.formulary.expressions.BinaryRational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Identities between values that were each rounded to 40 digits. */
class IdentitiesTest {
  private static final BigDecimal SMALL = new BigDecimal("1e-38");

  @ParameterizedTest
  @CsvSource({"0.3", "-2.5", "100"})
  void sineAndCosineLieOnTheCircle(double x) {
    BigDecimal s = value("sin(x)", x);
    BigDecimal c = value("cos(x)", x);
    assertNear(s.multiply(s).add(c.multiply(c)), BigDecimal.ONE);
  }

  @ParameterizedTest
  @CsvSource({"0.3", "-2.5", "1e-20", "4"})
  void erfAndErfcAddToOne(double x) {
    assertNear(value("erf(x)", x).add(value("erfc(x)", x)), BigDecimal.ONE);
  }

  @ParameterizedTest
  @CsvSource({"0.3", "1.75", "-0.5"})
  void gammaRecurs(double x) {
    assertNear(value("gamma(x+1)", x), value("gamma(x)", x).multiply(new BigDecimal(x)));
  }

  @ParameterizedTest
  @CsvSource({"0.3", "2.75", "-1.5"})
  void lgammaIsTheLogarithmOfGamma(double x) {
    assertNear(value("exp(lgamma(x))", x), value("gamma(x)", x).abs());
  }

  @ParameterizedTest
  @CsvSource({"0.3", "-0.25", "1e-10", "50"})
  void lambertInvertsItsEquation(double x) {
    BigDecimal product = value("lambertW(x)", x).multiply(value("exp(lambertW(x))", x));
    assertNear(product, new BigDecimal(x));
  }

  /** I_v K_{v+1} + I_{v+1} K_v = 1/x (DLMF 10.28.2). */
  @ParameterizedTest
  @CsvSource({
    "0, 1.25",
    "0, 30",
    "1, 7.5",
    "2.5, 0.125",
    "2.5, 30",
    "50, 1.25",
    "50, 84",
    "0.3, 2"
  })
  void modifiedBesselFunctionsKeepTheirWronskian(String order, double x) {
    String next = order + "+1";
    BigDecimal sum =
        value("besselI(%s,x)".formatted(order), x)
            .multiply(value("besselK(%s,x)".formatted(next), x))
            .add(
                value("besselI(%s,x)".formatted(next), x)
                    .multiply(value("besselK(%s,x)".formatted(order), x)));
    assertNear(sum.multiply(new BigDecimal(x)), BigDecimal.ONE);
  }

  /** DLMF 10.39.2, 10.47.9 and 10.49.12. */
  @ParameterizedTest
  @CsvSource({"0.25", "3.5", "30", "150"})
  void modifiedBesselFunctionsOfHalfOrderAreElementary(double x) {
    assertNear(value("besselK(1/2,x)", x), value("sqrt(pi/(2*x))*exp(-x)", x));
    assertNear(value("besselI(1/2,x)", x), value("sqrt(2/(pi*x))*sinh(x)", x));
    assertNear(value("besselK(5/2,x)", x), value("sqrt(pi/(2*x))*exp(-x)*(1+3/x+3/(x*x))", x));
  }

  /** K_{v+1} = K_{v−1} + 2v/x K_v (DLMF 10.29.1). */
  @ParameterizedTest
  @CsvSource({"1, 0.5", "4, 12", "49, 30", "3.5, 9"})
  void modifiedBesselFunctionsRecur(String order, double x) {
    assertNear(
        value("besselK(%s+1,x)".formatted(order), x),
        value("besselK(%s-1,x) + 2*%s/x*besselK(%s,x)".formatted(order, order, order), x));
  }

  /** J1 Y0 − J0 Y1 = 2/(πx) (DLMF 10.5.2). */
  @Test
  void besselFunctionsKeepTheirWronskian() {
    double x = 1.25;
    BigDecimal difference =
        value("besselJ(1,x)", x)
            .multiply(value("besselY(0,x)", x))
            .subtract(value("besselJ(0,x)", x).multiply(value("besselY(1,x)", x)));
    assertNear(difference, value("2/(pi*x)", x));
  }

  /** Ai(x) Bi(−x) for x = 0 is Ai(0)² √3 (DLMF 9.2.3, 9.2.5). */
  @Test
  void airyFunctionsAtZeroDifferByTheRootOfThree() {
    assertNear(value("airyBi(x)", 0), value("airyAi(x)*sqrt(3)", 0));
    assertNear(value("airyAi(x)", 0), value("airyAi(x)", 1e-60));
  }

  @ParameterizedTest
  @CsvSource({
    "0.4,  asin(sin(x)),       x",
    "0.4,  acos(cos(x)),       x",
    "0.4,  atan(tan(x)),       x",
    "0.4,  asinh(sinh(x)),     x",
    "0.4,  acosh(cosh(x)),     x",
    "0.4,  atanh(tanh(x)),     x",
    "0.4,  log2(exp2(x)),      x",
    "0.4,  expm1(log1p(x)),    x",
    "0.4,  cbrt(x)^3,          x",
    "30,   tanh(x),            1-2/(exp(2*x)+1)",
    "0.4,  2^x,                exp2(x)",
    "3,    zeta(2*x/3),        pi^2/6",
    "12,   erf(x)+erfc(x),     1",
    "0.3,  erfc(x)-erfc(-x),   -2*erf(x)",
  })
  void formulasAgree(double x, String left, String right) {
    assertNear(value(left, x), value(right, x));
  }

  private static BigDecimal value(String formula, double x) {
    return RealFunction.parse(formula).value(BinaryRational.of(x), 40);
  }

  private static void assertNear(BigDecimal actual, BigDecimal expected) {
    assertThat(actual.subtract(expected).abs())
        .as("%s, expected %s", actual, expected)
        .isLessThanOrEqualTo(SMALL.multiply(expected.abs()));
  }
}
