package org.formulary.approximation.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PowersTest {
  private static final Samples SAMPLES = Exp2.relative(16);
  private static final Powers POWERS = new Powers(SAMPLES);

  /** A power of 2^x is 2^(x·e): the reference by the series, at an argument that is exact. */
  private static void assertPower(Samples power, double exponent) {
    for (int i = 0; i < SAMPLES.size(); i++) {
      BigDecimal exact =
          Exp2.value(new BigDecimal(SAMPLES.x()[i]).multiply(new BigDecimal(exponent)));
      BigDecimal value = new BigDecimal(power.high()[i]).add(new BigDecimal(power.low()[i]));
      assertThat(value.subtract(exact).abs().doubleValue()).isLessThan(1e-29);
      double weight = 1 / (exponent * power.high()[i]);
      assertThat(power.weight()[i]).isCloseTo(weight, within(1e-14 * weight));
    }
  }

  @Test
  void rootsAreAccurate() {
    for (int n = 0; n <= Powers.MAX_ROOT; n++) {
      assertPower(POWERS.root(n), Math.scalb(1.0, -n));
    }
  }

  @Test
  void stagesLeadFromTheirSquareAndRootInSmallSteps() {
    for (int n : new int[] {0, 2}) {
      for (List<Powers.Stage> stages : List.of(POWERS.fromSquare(n), POWERS.fromRoot(n))) {
        double first = stages.getFirst().exponent();
        assertThat(first).isEqualTo(stages == POWERS.fromSquare(n) ? 2 : 0.5);
        assertThat(Math.abs(stages.get(1).exponent() - first)).isEqualTo(0x1p-14);
        for (Powers.Stage stage : stages) {
          assertThat(stage.exponent()).isNotEqualTo(1);
          assertPower(stage.samples(), Math.scalb(stage.exponent(), -n));
        }
      }
    }
  }
}
