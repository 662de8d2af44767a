package org.formulary.truth.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import org.formulary.expressions.BinaryRational;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reference values against power series in another arithmetic. */
class IndependentSeriesTest {
  private static final int DIGITS = 40;

  /** OEIS A000796. */
  private static final BigDecimal PI =
      new BigDecimal(
          "3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803");

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.1, -0.7, 1e-5, -1e-12, 2.5})
  void exponentials(double x) {
    check("exp(x)", x, Series::exp);
    check("expm1(x)", x, v -> Series.exp(v).subtract(BigDecimal.ONE));
    check("sinh(x)", x, v -> half(Series.exp(v).subtract(Series.exp(v.negate()))));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.1, -0.7, 1e-5, -1e-12, 1e-30, -1e-100, 1.5})
  void logarithms(double x) {
    check("log1p(x)", x, v -> Series.log(v.add(BigDecimal.ONE)));
    check("log(1+x)", x, v -> Series.log(v.add(BigDecimal.ONE)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.1, -0.7, 1e-5, 3.141592653589793, 6.283185307179586, 5})
  void sines(double x) {
    check("sin(x)", x, Series::sin);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.1, -0.7, 1e-5, 1e-40, 2.5, 3.75})
  void errorFunctions(double x) {
    check("erf(x)", x, v -> Series.erf(v, PI));
    check("erfc(x)", x, v -> BigDecimal.ONE.subtract(Series.erf(v, PI)));
  }

  /** zeta(3) by Apéry's series, Catalan's constant by Lupas's; at many digits. */
  @ParameterizedTest
  @ValueSource(ints = {60, 1500})
  void constants(int digits) {
    assertThat(RealFunction.parse("zeta(3)").value(BinaryRational.ZERO, digits))
        .isEqualTo(Series.zeta3(digits));
    assertThat(RealFunction.parse("catalan").value(BinaryRational.ZERO, digits))
        .isEqualTo(Series.catalan(digits));
  }

  /** E_1(x) = ∫ e^(−t)/t from x, by the fraction e^(−x)/(x + 1/(1 + 1/(x + 2/(1 + 2/(x + …. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 3.5, 19.5, 25})
  void exponentialIntegrals(double x) {
    check("expIntegral(x)", x, Series::expIntegral);
  }

  private static BigDecimal half(BigDecimal value) {
    return value.divide(BigDecimal.valueOf(2));
  }

  /** The last digit may differ by a half and a little. */
  private static void check(String formula, double x, UnaryOperator<BigDecimal> series) {
    BigDecimal actual = RealFunction.parse(formula).value(BinaryRational.of(x), DIGITS);
    BigDecimal expected = series.apply(new BigDecimal(x));
    assertThat(actual.precision()).isLessThanOrEqualTo(DIGITS);
    BigDecimal unit =
        BigDecimal.ONE.scaleByPowerOfTen(expected.precision() - expected.scale() - DIGITS);
    assertThat(actual.subtract(expected).abs())
        .as("%s at %s: %s, series %s", formula, x, actual, expected)
        .isLessThanOrEqualTo(unit.multiply(new BigDecimal("0.52")));
  }
}
