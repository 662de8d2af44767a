package org.formulary.truth.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.parse.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealFunctionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1/x",
        "0/x",
        "log(x)",
        "log2(x)",
        "log1p(x-1)",
        "x^-1",
        "x^(-1/2)",
        "gamma(x)",
        "lgamma(x)",
        "besselK(0,x)",
        "besselY(1,x)",
        "zeta(x+1)",
        "atanh(x+1)",
        "atanh(x-1)",
        "sqrt(x-1)",
        "(x-2)^0.5",
        "asin(x+2)",
        "acos(x-2)",
        "acosh(x)",
        "lambertW(x-1)",
        "exp(x+1e10)",
        "exp(x-1e10)",
        "besselJ(0.5,x-1)",
        "1/sin(pi*(x+1))",
        "log(sin(pi*(x+1)))"
      })
  void whereThereIsNoRealValueTheErrorNamesThePlace(String formula) {
    assertThatThrownBy(() -> value(formula, 0, 20))
        .isInstanceOf(UndefinedValueException.class)
        .hasMessageContaining("(in \"" + formula + "\" at x = 0)")
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  @Test
  void theErrorNamesFunctionAndArgument() {
    assertThatThrownBy(() -> value("3*log(x-2)", 0.5, 20))
        .hasMessageStartingWith("log(-1.5) is undefined: ");
    assertThatThrownBy(() -> value("besselK(1, x)", 0, 20))
        .hasMessageStartingWith("besselK(1, 0) is undefined: ");
    assertThatThrownBy(() -> value("2/(x-x)", 0, 20)).hasMessageStartingWith("2/0 is undefined");
  }

  @ParameterizedTest
  @CsvSource({
    "0,  exp(x),           1",
    "0,  erfc(x),          1",
    "0,  besselJ(0;x),     1",
    "0,  lgamma(x+1),      0",
    "0,  lgamma(x+2),      0",
    "0,  x^0,              1",
    "0,  zeta(x),          -0.5",
    "0,  acos(x+1),        0",
    "-2, x^3,              -8",
    "-2, x^-3,             -0.125",
    "8,  x/64,             0.125",
    "0.5, 3*x-1/2,         1",
  })
  void specialValues(double x, String formula, String expected) {
    assertThat(value(formula.replace(';', ','), x, 30)).isEqualByComparingTo(expected);
  }

  @Test
  void keepsDigitsWhereTermsCancel() {
    // (1 − cos x)/x² = 1/2 − x²/24 + …; 1 − cos x loses 20 digits here.
    assertThat(value("(1-cos(x))/x^2", 0x1p-33, 25))
        .isEqualByComparingTo(
            new BigDecimal("0.5")
                .subtract(
                    new BigDecimal(0x1p-66)
                        .divide(new BigDecimal(24), new java.math.MathContext(30)))
                .round(new java.math.MathContext(25)));
    assertThat(value("(1+x)-1", 1e-300, 20)).isEqualByComparingTo(value("x", 1e-300, 20));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sin",
        "tan",
        "asin",
        "atan",
        "sinh",
        "tanh",
        "asinh",
        "atanh",
        "log1p",
        "expm1",
        "lambertW"
      })
  void tinyArgumentsCostNoDigits(String function) {
    assertThat(value(function + "(exp(-x))", 200_000, 20))
        .isEqualByComparingTo(value("exp(-x)", 200_000, 20));
    assertThat(value("erf(exp(-x))", 200_000, 20))
        .isEqualByComparingTo(value("2*exp(-x)/sqrt(pi)", 200_000, 20));
    assertThat(value("cos(exp(-x))+cosh(exp(-x))+exp(exp(-x))", 200_000, 20))
        .isEqualByComparingTo("3");
  }

  @Test
  void hundredsOfDigitsMayCancel() {
    assertThat(value("1-tanh(x)", 548, 33)).isEqualByComparingTo(value("2/(exp(2*x)+1)", 548, 33));
  }

  @Test
  void aValueThatCancelsAtEveryPrecisionIsZero() {
    assertThat(value("sin(pi*x)", 1, 20)).isZero();
    assertThat(value("exp(log(x))-x", 0.3, 20)).isZero();
  }

  @Test
  void overstatedPrecisionIsFoundByTheSecondComputation() {
    // The argument is inexact and next to a zero, where Apfloat claims all digits of J0.
    double nearZero = 2.404825557695773;
    BigDecimal direct = value("besselJ(0,x)", nearZero, 40);
    assertThat(value("besselJ(0,x+sqrt(2)-sqrt(2))", nearZero, 40)).isEqualByComparingTo(direct);
  }

  @Test
  void agreementIsWithinOneUnitOfTheLastDigitAsked() {
    BigDecimal b = new BigDecimal("1.2345678");
    assertThat(RealFunction.agree(new BigDecimal("1.2346678"), b, 5)).isTrue();
    assertThat(RealFunction.agree(new BigDecimal("1.2346679"), b, 5)).isFalse();
    assertThat(RealFunction.agree(BigDecimal.ZERO, BigDecimal.ZERO, 5)).isTrue();
    assertThat(RealFunction.agree(new BigDecimal("1e-99"), BigDecimal.ZERO, 5)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 17, 60, 120})
  void givesAsManyDigitsAsAsked(int digits) {
    BigDecimal wide = value("exp(sin(x))", 0.7, 150);
    BigDecimal value = value("exp(sin(x))", 0.7, digits);
    assertThat(value.precision()).isEqualTo(digits);
    assertThat(value.subtract(wide).abs())
        .isLessThanOrEqualTo(value.ulp().multiply(new BigDecimal("0.51")));
  }

  @ParameterizedTest
  @CsvSource({
    "foo(x)+1,      0, unknown function foo",
    "1+besselJ(x),  2, besselJ(n; x) takes 2 arguments; was given 1",
    "2*sin(x;x),    2, sin(x) takes 1 argument; was given 2",
    "x+y*2,         2, unknown name y; allowed are x; pi; e; catalan; euler",
    "-(2^t),        4, unknown name t",
  })
  void unknownNamesAreShownByColumn(String text, int column, String message) {
    assertThatThrownBy(() -> RealFunction.parse(text.replace(';', ',')))
        .isInstanceOfSatisfying(ParseException.class, e -> assertThat(e.column()).isEqualTo(column))
        .hasMessageStartingWith(message.replace(';', ','))
        .hasMessageEndingWith(" ".repeat(column) + "^");
  }

  @Test
  void constantsAreTheNearestDoubles() {
    assertThat(RealFunction.constant("-pi/4")).isEqualTo(BinaryRational.of(-Math.PI / 4));
    assertThat(RealFunction.constant("0.1")).isEqualTo(BinaryRational.of(0.1));
    assertThat(RealFunction.constant("1/3")).isEqualTo(BinaryRational.of(1.0 / 3));
    assertThat(RealFunction.constant("0x1.8p+3")).isEqualTo(BinaryRational.of(12));
    // Just above the midpoint of 1 and the next double.
    assertThat(RealFunction.constant("1+2^-53+2^-300"))
        .isEqualTo(BinaryRational.of(Math.nextUp(1.0)));
    assertThat(RealFunction.constant("1e-320")).isEqualTo(BinaryRational.of(1e-320));
  }

  @Test
  void constantsKnowNoVariableAndNoInfinity() {
    assertThatThrownBy(() -> RealFunction.constant("1+x"))
        .isInstanceOf(ParseException.class)
        .hasMessageStartingWith("unknown name x, allowed are pi, e, catalan, euler (column 3)");
    assertThatThrownBy(() -> RealFunction.constant("10^400"))
        .isInstanceOf(UndefinedValueException.class)
        .hasMessageContaining("beyond the range of binary64");
  }

  @Test
  void theTextIsKeptOnOneLine() {
    assertThat(RealFunction.parse(" x +\n\t1 ").text()).isEqualTo("x + 1");
  }

  @Test
  void hugePowersAreRefusedAtOnce() {
    assertThatThrownBy(() -> value("(((x^1000)^1000)^1000)^1000", 10, 20))
        .isInstanceOf(UndefinedValueException.class)
        .hasMessageContaining("out of range");
  }

  private static BigDecimal value(String formula, double x, int digits) {
    return RealFunction.parse(formula).value(BinaryRational.of(x), digits);
  }
}
