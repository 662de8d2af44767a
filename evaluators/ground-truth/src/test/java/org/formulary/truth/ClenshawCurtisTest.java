package org.formulary.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.formulary.expressions.BinaryRational;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClenshawCurtisTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 4, 6, 8, 64, 256})
  void meansOfPowersAreExact(int n) {
    List<BinaryRational> points = ChebyshevPoints.lobatto(Interval.of(0, 2), n);
    double[] shares = ClenshawCurtis.shares(n);
    assertThat(shares).hasSize(n + 1);
    for (int degree = 0; degree <= Math.min(n, 40); degree++) {
      double mean = 0;
      for (int j = 0; j <= n; j++) {
        assertThat(shares[j]).isPositive();
        mean += shares[j] * Math.pow(points.get(j).doubleValue(), degree);
      }
      double exact = Math.pow(2, degree) / (degree + 1);
      assertThat(mean).as("degree " + degree).isCloseTo(exact, within(1e-13 * exact));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, 0, 1, 5})
  void otherCountsAreRefused(int n) {
    assertThatThrownBy(() -> ClenshawCurtis.shares(n))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("n must be even and ≥ 2, was " + n);
  }
}
