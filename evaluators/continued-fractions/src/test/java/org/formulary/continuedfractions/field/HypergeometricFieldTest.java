package org.formulary.continuedfractions.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.formulary.continuedfractions.field.HypergeometricField.Argument;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HypergeometricFieldTest {
  /** With z as a variable: for every z at once. */
  @ParameterizedTest
  @CsvSource({"0, 1, 2", "1, 1, 2", "2, 1, 2", "1, 2, 3", "2, 2, 3", "2, 0, 2"})
  void conservativeForEveryArgument(int p, int q, int rank) {
    Argument z = new Argument(MultivariatePolynomial.variable("z"), MultivariatePolynomial.ONE);
    MatrixField field = HypergeometricField.of(p, q, z).field();
    assertThat(field.rank()).isEqualTo(rank);
    assertThat(field.axes()).hasSize(p + q);
    assertThat(field.isConservative()).isTrue();
  }

  @Test
  void fiveAxesOfRankThree() {
    MatrixField field = HypergeometricField.of(3, 2, Argument.of(-1, 1)).field();
    assertThat(field.rank()).isEqualTo(3);
    assertThat(field.variables()).containsExactly("x0", "x1", "x2", "y0", "y1");
    assertThat(field.isConservative()).isTrue();
  }

  /** 2F1(1, 1; 2; −1) = ln 2: the diagonal is the same as that of the pair of ln 2. */
  @Test
  void logarithmOfTwo() {
    MatrixField field = HypergeometricField.of(2, 1, Argument.of(-1, 1)).field();
    Trajectory t = Trajectory.of(field, List.of(1, 1, 2), List.of(1, 1, 2));
    Enclosure limit = t.limit(200, 300).orElseThrow();
    // Single steps meet poles, which are none of their product.
    assertThat(t.step().isRegular()).isTrue();
    // −θF/F = 1 − 1/(2 ln 2).
    Enclosure value = Constants.of("limit", "1 - 1/(2*ln2)").enclosure(limit.bits());
    assertThat(limit.add(value.negate()).containsZero()).isTrue();
    assertThat(DerivedFraction.of(t).orElseThrow().fraction()).hasToString("a = 6*n + 3, b = -n^2");
    assertThat(Asymptotics.of(t, 2000).delta()).isCloseTo(0.2761, within(5e-5));
  }

  /** At z = 1 the rank of 3F2 falls to 2, and ζ(2) is there. */
  @Test
  void zeta2AtOne() {
    MatrixField field = HypergeometricField.of(3, 2, Argument.of(1, 1)).field();
    assertThat(field.rank()).isEqualTo(2);
    assertThat(field.isConservative()).isTrue();
    Trajectory t = Trajectory.of(field, List.of(1, 1, 1, 3, 3), List.of(1, 1, 1, 2, 2));
    Enclosure limit = t.limit(150, 256).orElseThrow();
    assertThat(FieldSearch.relation(limit, Constants.find("zeta2").orElseThrow(), 1)).isPresent();
    assertThat(DerivedFraction.of(t).orElseThrow().fraction())
        .hasToString("a = 11*n^2 + 11*n + 3, b = n^4");
    assertThat(Asymptotics.of(t, 2000).delta()).isCloseTo(0.0922, within(5e-5));
  }

  /** Parameters may be fractions: 2F1(1/2, 1; 3/2; −1) = π/4. */
  @Test
  void halves() {
    MatrixField field =
        new HypergeometricField(List.of(1, 0), List.of(1), 2, Argument.of(-1, 1)).field();
    assertThat(field.isConservative()).isTrue();
    Trajectory t = Trajectory.of(field, List.of(0, 1, 1), List.of(1, 1, 2));
    Enclosure limit = t.limit(200, 300).orElseThrow();
    // −θF/F = 1/2 − 1/π.
    Enclosure value = Constants.of("limit", "1/2 - 1/pi").enclosure(limit.bits());
    assertThat(limit.add(value.negate()).containsZero()).isTrue();
  }

  @Test
  void productsDoNotDependOnThePath() {
    MatrixField field = HypergeometricField.of(2, 1, Argument.of(1, 3)).field();
    Trajectory t = Trajectory.of(field, List.of(1, 2, 9), List.of(1, 1, 3));
    assertThat(PathIndependence.holds(t, 4, 6, 1)).isTrue();
    Trajectory back = Trajectory.of(field, List.of(1, 2, 40), List.of(1, 2, -1));
    assertThat(PathIndependence.holds(back, 4, 6, 1)).isTrue();
  }

  @Test
  void refusesNoArgument() {
    assertThatThrownBy(() -> HypergeometricField.of(2, 1, Argument.of(0, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
