package org.formulary.approximation.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SamplesTest {
  private static final Samples SAMPLES = Exp2.relative(256);

  @Test
  void halvingKeepsTheEnds() {
    Samples half = SAMPLES.every(2);
    assertThat(half.size()).isEqualTo(129);
    assertThat(half.x()[0]).isZero();
    assertThat(half.x()[128]).isEqualTo(1);
    assertThat(half.low()[64]).isEqualTo(SAMPLES.low()[128]);
  }

  @Test
  void interiorPointsAreInsideAndAscend() {
    for (int n : new int[] {1, 16, 32, 64}) {
      Samples inside = SAMPLES.interior(n);
      assertThat(inside.size()).isEqualTo(n);
      assertThat(inside.x()).isSorted().doesNotHaveDuplicates().doesNotContain(0, 1);
      assertThat(inside.weight()[0]).isEqualTo(1 / inside.high()[0]);
    }
  }

  @Test
  void arraysOfDifferentLengthsAreRefused() {
    assertThatThrownBy(() -> Samples.of(new double[2], new double[2], new double[1], new double[2]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
