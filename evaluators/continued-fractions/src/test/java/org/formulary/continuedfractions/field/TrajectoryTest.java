package org.formulary.continuedfractions.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against limits, digits and finite-depth δ measured with the software of arXiv 2308.11829. */
class TrajectoryTest {
  @ParameterizedTest
  @CsvSource({
    "e, 0, 0, 1, 1, 1/(1 - e), 60, 238, 1.0025",
    "e, 0, 0, 1, 2, 1/(1 - e), 60, 382, 0.553",
    "e, 0, 0, 1, 0, 1/(1 - e), 60, 87, 0.0453",
    "pi, 1, 0, 1, 1, 1 - pi/2, 300, 459, -0.1881",
    "pi, 1, 1, 1, 1, (6 - 2*pi)/(4 - pi), 300, 459, -0.1874",
    "pi, 1, 1, 2, 1, (6 - 2*pi)/(4 - pi), 200, 438, -0.1365",
    "zeta3, 1, 1, 1, 1, (1 - zeta3)/zeta3, 400, 1226, 0.0839",
    "zeta3, 1, 1, 2, 1, (1 - zeta3)/zeta3, 200, 836, -0.1065",
    "zeta3, 1, 1, 1, 2, (1 - zeta3)/zeta3, 200, 838, -0.1013",
  })
  void publishedFieldsTendToTheirConstants(
      String name,
      int x,
      int y,
      int dx,
      int dy,
      String limit,
      int depth,
      int digits,
      double delta) {
    Trajectory t = Trajectory.of(PublishedFields.named(name), List.of(x, y), List.of(dx, dy));
    Trajectory.Approximation at = Trajectory.approximation(t.walk(depth));
    MathContext context = new MathContext(digits + 60, RoundingMode.HALF_EVEN);
    BigDecimal error =
        new BigDecimal(at.p())
            .divide(new BigDecimal(at.q()), context)
            .subtract(Constants.of("limit", limit).digits(digits + 50));
    // The published number of digits may be cut, rounded, or relative.
    assertThat(error.scale() - error.precision()).isBetween(digits - 3, digits + 3);
    assertThat(t.deltaAtDepth(depth)).isCloseTo(delta, within(6e-4));
  }

  @Test
  void limitsEncloseTheConstant() {
    Trajectory t = PublishedFields.diagonal(PublishedFields.ZETA3);
    Enclosure limit = t.limit(100, 1000).orElseThrow();
    Enclosure value = Constants.of("limit", "(1 - zeta3)/zeta3").enclosure(limit.bits());
    assertThat(limit.add(value.negate()).containsZero()).isTrue();
    assertThat(limit.knownBits()).isGreaterThan(900);
    assertThat(t.limit(200, 64).orElseThrow().bits()).isEqualTo(64);
  }

  /** The diagonal of f = c1 (x + y), f̄ = c3 (x − y) tends to c3/ln(1 + c3/c1) − c1. */
  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "2, 1", "3, 1", "2, -1", "3, 2", "3, -2"})
  void linearPairsTendToLogarithms(int c1, int c3) {
    MatrixField field =
        PublishedFields.ofPair("%d*(x + y)".formatted(c1), "%d*(x - y)".formatted(c3));
    Enclosure limit = PublishedFields.diagonal(field).limit(120, 200).orElseThrow();
    String formula = "%d/log(1 + %d/%d) - %d".formatted(c3, c3, c1, c1);
    Enclosure value = Constants.of("limit", formula.replace("+ -", "- ")).enclosure(limit.bits());
    assertThat(limit.add(value.negate()).containsZero()).isTrue();
  }

  @Test
  void limitsDoNotDependOnTheDirection() {
    MatrixField field = PublishedFields.ofPair("x + y", "x - y");
    Enclosure diagonal = PublishedFields.diagonal(field).limit(200, 300).orElseThrow();
    for (List<Integer> direction : List.of(List.of(2, 1), List.of(1, 3), List.of(3, 2))) {
      Enclosure other =
          Trajectory.of(field, List.of(1, 1), direction).limit(200, 300).orElseThrow();
      assertThat(other.add(diagonal.negate()).containsZero()).as("%s", direction).isTrue();
    }
  }

  /** Directions with a step back along x, where every matrix is regular. */
  @Test
  void walksBackwards() {
    MatrixField field = PublishedFields.zeta3();
    Trajectory left = Trajectory.of(field, List.of(-1, 1), List.of(-1, 1));
    assertThat(left.step().isRegular()).isTrue();
    Enclosure limit = left.limit(100, 300).orElseThrow();
    assertThat(FieldSearch.relation(limit, Constants.find("zeta3").orElseThrow(), 1)).isPresent();
    Trajectory across = Trajectory.of(field, List.of(2, 1), List.of(-1, 1));
    assertThat(across.step().isRegular()).isFalse();
    // The poles of the single steps at x = 0 are those of their product, too.
    MatrixField e = PublishedFields.ofPair("x + y", "1");
    assertThat(Trajectory.of(e, List.of(1, 1), List.of(-1, -1)).step().isRegular()).isFalse();
    assertThat(Trajectory.of(e, List.of(1, 1), List.of(1, 1)).step().isRegular()).isTrue();
  }

  @Test
  void walksThatDoNotConvergeHaveNoLimit() {
    MatrixField field =
        MatrixField.of(FieldMatrix.parse("1, 0", "0, 1"), FieldMatrix.parse("1, 0", "0, 1"));
    Trajectory still = PublishedFields.diagonal(field);
    assertThat(still.limit(50, 100)).isEmpty();
    assertThat(still.deltaAtDepth(50)).isNaN();
  }

  @Test
  void productsByBinarySplittingAreThoseStepByStep() {
    StepMatrix step = Trajectory.of(PublishedFields.PI, List.of(1, 1), List.of(2, 1)).step();
    Walk product = Walk.identity(2);
    for (int n = 0; n < 37; n++) {
      product = product.then(step.at(n));
    }
    assertThat(step.product(0, 37).isEqual(product)).isTrue();
    assertThat(step.product(0, 36).isEqual(product)).isFalse();
  }

  @Test
  void refusesToStandStill() {
    assertThatThrownBy(() -> Trajectory.of(PublishedFields.E, List.of(0, 0), List.of(0, 0)))
        .hasMessage("a direction must lead somewhere, was {x=0, y=0}");
  }
}
