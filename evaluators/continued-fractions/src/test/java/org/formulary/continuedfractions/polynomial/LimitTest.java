package org.formulary.continuedfractions.polynomial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Optional;
import org.formulary.truth.Enclosure;
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
      case Convergence.None _ -> "none";
    };
  }

  @ParameterizedTest
  @CsvFileSource(resources = "known-fractions.csv", delimiter = ';', numLinesToSkip = 2)
  void knownFractions(
      String name, String a, String b, String kind, BigDecimal limit, String reduces) {
    PolynomialFraction f = fraction(a, b);
    assertThat(kind(Convergence.of(f))).as(name).isEqualTo(kind);
    Optional<Limit> found = Limit.of(f, 190);
    assertThat(found.isPresent()).as(name).isEqualTo(!kind.equals("polynomial"));
    if (found.isPresent()) {
      Enclosure value = found.get().value();
      Enclosure known = Enclosure.of(limit, limit.ulp(), value.bits());
      assertThat(value.add(known.negate()).containsZero()).as(name).isTrue();
      assertThat(value.knownBits()).isGreaterThan(180);
    }
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
    assertThat(Limit.of(fraction("n + 1", "n - 5"), 100)).isEmpty();
    assertThat(Limit.of(fraction("n", "-n^2"), 100)).isEmpty();
  }
}
