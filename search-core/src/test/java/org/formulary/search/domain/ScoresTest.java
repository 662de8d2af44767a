package org.formulary.search.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScoresTest {
  @Test
  void theSignOfAZeroIsDropped() {
    assertThat(Scores.of(-0.0, 1)).isEqualTo(Scores.of(0.0, 1));
    assertThat(Double.doubleToRawLongBits(Scores.of(-0.0).get(0))).isZero();
  }

  @Test
  void extremesKeepTheirBits() {
    double[] extremes = {Double.MIN_VALUE, -Double.MIN_VALUE, Double.MAX_VALUE, 1 / 0.0, -1 / 0.0};
    assertThat(Scores.of(extremes).toArray()).isEqualTo(extremes);
  }

  @Test
  void notANumberIsNoScore() {
    assertThatThrownBy(() -> Scores.of(1, Double.NaN)).hasMessageContaining("[1.0, NaN]");
  }
}
