package org.formulary.approximation.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.formulary.approximation.Candidate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelFitTest {
  private static final Samples SAMPLES = Exp2.relative(256);

  /** Where the middle of the fraction lies is worth 1e-17 in 0.003, below rounding in binary64. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "t = 0.5029729376456606 - x; u = 357.05079262051083/t + t; v = 918.1570325103772/u + u;"
            + " -350.7239339196037/(3829.015632042118/v + v + 123.74437511080016) +"
            + " 1.4171308134433063",
        "t = x - 0.5000121343901436; u = 357.0507882713809/t + t; v = 918.1570048904615/u + u;"
            + " 350.0048866850162/(3829.01553966464/v + v - 123.74437360350655) +"
            + " 1.4142254572578727",
      })
  void levelsWhatBinary64DoesNotShow(String program) {
    Candidate c = Exp2.candidate(program);
    LevelFit fit = new LevelFit(SAMPLES);
    Refinement.Refined best = fit.fit(c.skeleton(), c.constants(), c.lowParts()).orElseThrow();
    assertThat(best.error()).isCloseTo(8.5525e-17, within(1e-21));
    assertThat(best.error()).isEqualTo(fit.error(c.skeleton(), best.high(), best.low()));
    double binary64 =
        new MinimaxFit(SAMPLES)
            .fit(c.skeleton(), c.constants(), c.lowParts(), 40)
            .orElseThrow()
            .error();
    assertThat(binary64).isGreaterThan(1.0001 * best.error());
  }
}
