package org.formulary.continuedfractions.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.formulary.continuedfractions.field.Trajectory.Approximation;
import org.formulary.continuedfractions.polynomial.Limit;
import org.formulary.truth.Enclosure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivedFractionTest {
  private static final String ZETA3 = "x^3 + 2*x^2*y + 2*x*y^2 + y^3; (y - x)*(x^2 - x*y + y^2)";

  private static Trajectory trajectory(String pair, int x, int y) {
    String[] parts = pair.split(";");
    return Trajectory.of(PublishedFields.ofPair(parts[0], parts[1]), List.of(1, 1), List.of(x, y));
  }

  /** Euler's of e, and of ln 2, ζ(2) and ζ(3) those behind Apéry's proofs. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x + y; 1 | a = 4*n + 6, b = 1",
        "x + y; x - y | a = 6*n + 3, b = -n^2",
        "2*x^2 + 2*x*y + y^2; -(2*x^2 - 2*x*y + y^2) | a = 11*n^2 + 11*n + 3, b = n^4",
        ZETA3 + " | a = 34*n^3 + 51*n^2 + 27*n + 5, b = -n^6",
      })
  void diagonalsAreTheKnownFractions(String pair, String fraction) {
    DerivedFraction d = DerivedFraction.of(trajectory(pair, 1, 1)).orElseThrow();
    assertThat(d.fraction()).hasToString(fraction);
    assertThat(d.first()).isZero();
  }

  @Test
  void publishedMatricesHaveTheSameFraction() {
    DerivedFraction d =
        DerivedFraction.of(PublishedFields.diagonal(PublishedFields.ZETA3)).orElseThrow();
    assertThat(d.fraction()).hasToString("a = 34*n^3 + 51*n^2 + 27*n + 5, b = -n^6");
  }

  /** The Möbius transformation brings convergents to the limit of the walk, to 100 digits. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x + y; 1 | 1 | 1",
        "x + y; x - y | 1 | 1",
        "x + y; x - y | 2 | 1",
        "x + y; x - y | 3 | 2",
        "1 + 2*(x + y); y - x | 1 | 1",
        "1 + 2*(x + y); y - x | 2 | 1",
        "1 + 2*(x + y); y - x | 0 | 1",
        "2*x^2 + 2*x*y + y^2; -(2*x^2 - 2*x*y + y^2) | 1 | 1",
        "2*x^2 + 2*x*y + y^2; -(2*x^2 - 2*x*y + y^2) | 1 | 2",
        ZETA3 + " | 1 | 1",
        ZETA3 + " | 1 | 2",
        ZETA3 + " | 3 | 1",
      })
  void valuesAreTiedToTheLimit(String pair, int x, int y) {
    Trajectory t = trajectory(pair, x, y);
    DerivedFraction d = DerivedFraction.of(t).orElseThrow();
    Approximation walked = Trajectory.approximation(t.walk(700));
    Approximation derived = d.approximation(700);
    assertThat(walked.log2Distance(derived)).isLessThan(-Enclosure.bitsOf(100));
  }

  /**
   * The transformed convergents are the ratios of the columns themselves, exactly: the column after
   * n periods that of the convergent which ends with the index n + shift.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"x + y; x - y | 3 | 2", ZETA3 + " | 1 | 1", "1 + 2*(x + y); y - x | 1 | 2"})
  void convergentsAreTheColumns(String pair, int x, int y) {
    Trajectory t = trajectory(pair, x, y);
    DerivedFraction d = DerivedFraction.of(t).orElseThrow();
    int shift = IntStream.range(-9, 9).filter(s -> isColumn(t, d, 20, s)).findFirst().orElseThrow();
    for (int periods = 21; periods < 60; periods++) {
      assertThat(isColumn(t, d, periods, shift)).isTrue();
    }
  }

  private static boolean isColumn(Trajectory t, DerivedFraction d, int periods, int shift) {
    IntegerMatrix m = t.walk(periods).matrix();
    Approximation a = d.approximation(periods + shift);
    return m.entry(0, d.column()).multiply(a.q()).equals(m.entry(1, d.column()).multiply(a.p()));
  }

  @Test
  void limitsAgreeWithThoseOfThePolynomialPackage() {
    Trajectory t = trajectory(ZETA3, 1, 1);
    DerivedFraction d = DerivedFraction.of(t).orElseThrow();
    Enclosure k = ((Limit.Finite) Limit.of(d.fraction(), 400)).value();
    Enclosure limit = t.limit(200, k.bits()).orElseThrow().withBits(k.bits());
    Enclosure one = Enclosure.of(1, k.bits());
    IntegerMatrix m = d.toLimit();
    Enclosure above = k.multiply(m.entry(0, 0)).add(one.multiply(m.entry(0, 1)));
    Enclosure below = k.multiply(m.entry(1, 0)).add(one.multiply(m.entry(1, 1)));
    Enclosure difference = limit.multiply(below).add(above.negate());
    assertThat(difference.containsZero()).isTrue();
    assertThat(Enclosure.log2(difference.magnitude()) - k.bits()).isLessThan(-380);
    assertThat(d.limitText()).isEqualTo("(K - 6)/6");
  }

  @Test
  void higherRanksHaveNone() {
    MatrixField field = HypergeometricField.of(1, 2, HypergeometricField.Argument.of(1, 1)).field();
    assertThat(field.rank()).isEqualTo(3);
    assertThat(DerivedFraction.of(Trajectory.of(field, List.of(1, 1, 1), List.of(1, 1, 1))))
        .isEmpty();
  }
}
