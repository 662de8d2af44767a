package org.formulary.continuedfractions.polynomial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Against classical and published fractions: e by Euler and Lambert, π by Brouncker and Lambert,
 * ζ(2) and ζ(3) by Apéry, and those of arXiv 1907.00205; their limits computed from closed forms.
 */
class LimitTest {
  private static PolynomialFraction fraction(String a, String b) {
    return Family.parse(a, b, "").fraction(0);
  }

  private static String kind(Convergence c) {
    return switch (c) {
      case Convergence.Factorial _ -> "factorial";
      case Convergence.Exponential _ -> "exponential";
      case Convergence.SubExponential _ -> "subexponential";
      case Convergence.Polynomial _ -> "polynomial";
      case Convergence.Logarithmic _ -> "logarithmic";
      case Convergence.None _ -> "none";
    };
  }

  @ParameterizedTest
  @CsvFileSource(resources = "known-fractions.csv", delimiter = ';', numLinesToSkip = 2)
  void knownFractions(
      String name,
      String a,
      String b,
      String kind,
      BigDecimal limit,
      String reduces,
      String formula) {
    PolynomialFraction f = fraction(a, b);
    assertThat(kind(Convergence.of(f))).as(name).isEqualTo(kind);
    Limit.Finite found = (Limit.Finite) Limit.of(f, 190);
    Enclosure value = found.value();
    Enclosure known = Enclosure.of(limit, limit.ulp(), value.bits());
    assertThat(value.add(known.negate()).containsZero()).as(name).isTrue();
    Enclosure computed = Constants.of("constant", formula).enclosure(value.bits());
    assertThat(value.add(computed.negate()).containsZero()).as(name).isTrue();
    assertThat(value.width().shiftRight(value.bits() - 190)).as(name).isLessThan(BigInteger.TWO);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "34*n^3 + 51*n^2 + 27*n + 5; -n^6; 3.0622", // 8 log10(1 + √2)
        "1; 1; 0.41797", // 2 log10 of the golden ratio
        "2*n + 1; n^2; 0.76555",
      })
  void ratesAreThoseOfTheConvergents(String a, String b, double digits) {
    PolynomialFraction f = fraction(a, b);
    assertThat(Convergence.of(f))
        .isInstanceOfSatisfying(
            Convergence.Exponential.class,
            e -> assertThat(e.digitsPerTerm()).isCloseTo(digits, within(1e-4)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "n; -n^2; none", // complex solutions
        "1; n^3; none", // two limits
        "1; -n; none",
        "n; n^3; subexponential",
        "2*n + 2; -n^2; subexponential",
        "1; n; subexponential",
        "3; n^2; polynomial",
        "2*n^2 + 2*n + 1; -n^4; polynomial",
        "0; n; none",
      })
  void classes(String a, String b, String kind) {
    assertThat(kind(Convergence.of(fraction(a, b)))).isEqualTo(kind);
  }

  @Test
  void exponentsAreThoseOfTheError() {
    // 4/(2 + 1/(2 + 9/(2 + …: the error falls like 1/n; with 6 in place of 2 like n^−3.
    assertThat(exponent(fraction("2", "(2*n - 1)^2"))).isCloseTo(1, within(1e-12));
    assertThat(exponent(fraction("6", "(2*n - 1)^2"))).isCloseTo(3, within(1e-12));
    assertThat(exponent(fraction("2*n^2 + 2*n + 1", "-n^4"))).isEqualTo(1);
  }

  private static double exponent(PolynomialFraction f) {
    return ((Convergence.Polynomial) Convergence.of(f)).exponent();
  }

  @Test
  void fractionsThatEndHaveNoLimit() {
    assertThat(Limit.of(fraction("n + 1", "n - 5"), 100)).isEqualTo(new Limit.Ends(5));
    assertThat(Limit.of(fraction("n", "-n^2"), 100)).isInstanceOf(Limit.None.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2; (2*n - 1)^2; 4/pi + 1; polynomial",
        "2; -1; 1; polynomial",
        "4*n + 3; -2*n*(2*n + 1); 1; polynomial",
        "2*n + 1; -n^2; 0; logarithmic",
        "2*n + 2; -n^2; 1/gompertz; subexponential",
        "1; n; sqrt(2/pi)*exp(-1/2)/(1 - erf(1/sqrt(2))); subexponential",
        "2*n^2 + 2*n + 1; -n^4; 6/pi^2; polynomial",
      })
  void slowLimits(String a, String b, String value, String kind) {
    PolynomialFraction f = fraction(a, b);
    assertThat(kind(Convergence.of(f))).isEqualTo(kind);
    Enclosure limit = ((Limit.Finite) Limit.of(f, 1000)).value();
    assertThat(limit.width().bitLength()).isLessThan(8);
    Enclosure known = Constants.of("constant", value).enclosure(limit.bits());
    assertThat(limit.add(known.negate()).containsZero()).isTrue();
  }

  /** Every fourth convergent of Gompertz's fraction: t(n) is of degree 12 in √n. */
  @Test
  void highDegreesAreSummed() {
    PolynomialFraction f =
        fraction(
            "16384*n^6 + 65536*n^5 + 86528*n^4 + 43520*n^3 + 4736*n^2 - 1600*n - 209",
            "-67108864*n^12 + 134217728*n^11 + 62914560*n^10 - 285212672*n^9 + 113442816*n^8"
                + " + 136970240*n^7 - 112975872*n^6 + 5103616*n^5 + 18218752*n^4 - 5904384*n^3"
                + " + 553536*n^2");
    Enclosure limit = ((Limit.Finite) Limit.of(f, 200)).value();
    PolynomialFraction.Convergent c = f.convergent(600);
    BigInteger units = c.p().shiftLeft(limit.bits()).divide(c.q());
    assertThat(limit.lower().subtract(units).abs().bitLength()).isLessThan(8);
  }
}
