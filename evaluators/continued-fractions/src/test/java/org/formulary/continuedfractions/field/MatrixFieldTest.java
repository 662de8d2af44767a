package org.formulary.continuedfractions.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.formulary.continuedfractions.field.MatrixField.Violated;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixFieldTest {
  @ParameterizedTest
  @ValueSource(strings = {"e", "pi", "zeta3"})
  void publishedMatricesAreConservative(String name) {
    assertThat(PublishedFields.named(name).isConservative()).isTrue();
  }

  @Test
  void saysWhereASquareDoesNotCommute() {
    MatrixField broken =
        MatrixField.of(
            FieldMatrix.parse("1, -y - 1", "-1, x + y + 2"),
            FieldMatrix.parse("0, -y - 1", "-1, x + y + 2"));
    assertThat(broken.conservativity())
        .isInstanceOfSatisfying(
            Violated.class,
            v -> {
              assertThat(v.difference().isZero()).isFalse();
              assertThat(v.toString()).startsWith("M_x M_y differs from M_y M_x in entry [0][1]");
            });
  }

  @Test
  void denominatorsAreAccountedFor() {
    MatrixField e = PublishedFields.E;
    MultivariatePolynomial x = MultivariatePolynomial.parse("x + 3");
    FieldMatrix divided = new FieldMatrix(e.axes().get("x").numerators(), x);
    // Divided by a function of x alone, the step along x still commutes with that along y.
    assertThat(MatrixField.of(divided, e.axes().get("y")).isConservative()).isTrue();
    FieldMatrix wrong =
        new FieldMatrix(e.axes().get("x").numerators(), MultivariatePolynomial.parse("x + y"));
    assertThat(MatrixField.of(wrong, e.axes().get("y")).isConservative()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "e, 0, 0, 1, 1",
    "e, 0, 0, 1, 2",
    "pi, 1, 1, 2, 1",
    "zeta3, 1, 1, 2, 1",
    "zeta3, 1, 1, 1, 3",
  })
  void productsDoNotDependOnThePath(String name, int x, int y, int dx, int dy) {
    Trajectory t = Trajectory.of(PublishedFields.named(name), List.of(x, y), List.of(dx, dy));
    assertThat(PathIndependence.holds(t, 15, 10, 1)).isTrue();
  }

  @Test
  void productsOfABrokenFieldDepend() {
    MatrixField broken =
        MatrixField.of(FieldMatrix.parse("0, x", "1, y"), FieldMatrix.parse("x, 1", "1, y"));
    assertThat(PathIndependence.holds(PublishedFields.diagonal(broken), 3, 5, 1)).isFalse();
  }

  @Test
  void stepsBackAreInverse() {
    MatrixField field = PublishedFields.zeta3();
    FieldMatrix forth = field.step("x", 1);
    FieldMatrix back = field.step("x", -1).shifted("x", 1);
    FieldMatrix product = forth.multiply(back);
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        assertThat(product.entry(i, j))
            .isEqualTo(i == j ? product.denominator() : MultivariatePolynomial.ZERO);
      }
    }
    IntegerPolynomial n = IntegerPolynomial.N;
    Map<String, IntegerPolynomial> here = Map.of("x", n, "y", n.shifted(3));
    Map<String, IntegerPolynomial> there = Map.of("x", n.shifted(1), "y", n.shifted(3));
    assertThat(field.step("x", 1, here).then(field.step("x", -1, there)))
        .isEqualTo(StepMatrix.identity(2));
    Trajectory left = Trajectory.of(field, List.of(-1, 1), List.of(-1, 1));
    assertThat(PathIndependence.holds(left, 10, 5, 2)).isTrue();
    Trajectory away = Trajectory.of(field, List.of(20, 1), List.of(-1, 1));
    assertThat(PathIndependence.holds(away, 10, 5, 2)).isTrue();
  }

  @Test
  void needsAxesOfOneRank() {
    assertThatThrownBy(() -> new MatrixField(new TreeMap<>()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> MatrixField.of(FieldMatrix.parse("x"), FieldMatrix.parse("x, 1", "1, y")))
        .hasMessage("a field needs axes whose matrices have one rank");
    assertThatThrownBy(() -> FieldMatrix.parse("x, 1"))
        .hasMessageStartingWith("a matrix must be square");
  }
}
