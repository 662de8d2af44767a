package org.formulary.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.formulary.expressions.BinaryRational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChebyshevPointsTest {
  @ParameterizedTest
  @CsvSource({"0,1,256", "-1,1,7", "-3,0.1,64", "1e-300,1,256", "-1e308,1e308,16", "5,6,1"})
  void ascendFromEndToEnd(double lower, double upper, int n) {
    List<BinaryRational> points = ChebyshevPoints.lobatto(Interval.of(lower, upper), n);
    assertThat(points).hasSize(n + 1).isSorted().doesNotHaveDuplicates();
    assertThat(points.getFirst()).isEqualTo(BinaryRational.of(lower));
    assertThat(points.getLast()).isEqualTo(BinaryRational.of(upper));
    for (int j = 0; j <= n; j++) {
      double formula =
          lower / 2 + upper / 2 - (upper / 2 - lower / 2) * StrictMath.cos(j * Math.PI / n);
      double scale = Math.max(Math.abs(lower), Math.abs(upper));
      assertThat(points.get(j).doubleValue() / scale)
          .isCloseTo(formula / scale, org.assertj.core.data.Offset.offset(1e-15));
    }
  }

  @Test
  void areSymmetricAboutZeroWithZeroInTheMiddle() {
    List<BinaryRational> points = ChebyshevPoints.lobatto(Interval.of(-2, 2), 10);
    assertThat(points.get(5)).isEqualTo(BinaryRational.ZERO);
    for (int j = 0; j <= 10; j++) {
      assertThat(points.get(j)).isEqualTo(points.get(10 - j).negate());
    }
  }

  @Test
  void refuseWhatCannotBe() {
    assertThatThrownBy(() -> ChebyshevPoints.lobatto(Interval.of(0, 1), 0))
        .hasMessage("n must be ≥ 1, was 0");
    assertThatThrownBy(() -> ChebyshevPoints.lobatto(Interval.of(1, Math.nextUp(1.0)), 8))
        .hasMessageContaining("too narrow for 9 points");
  }
}
