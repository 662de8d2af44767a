package org.formulary.approximation.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.formulary.approximation.Candidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainMinimaxTest {
  private static final Samples SAMPLES = Exp2.relative(256);

  /** An error that reaches its maximum with k + 1 alternating signs is the best (Chebyshev). */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x*2 + 3",
        "5/(x + 2) + 3",
        "(x*2 + 3)*x + 4",
        "3 + 4/(x + (5 + 6/(x + 7)))",
        "3 + 4/(x + (5 + 6/(x + (7 + 8/(x + 9)))))",
        "3 + 4/(x + (5 + 6/(x + (7 + 8/(x + (9 + 5/(x + 4)))))))",
      })
  void theErrorAlternates(String program) {
    Candidate c = Exp2.candidate(program);
    double[][] k = new ChainMinimax(SAMPLES).fit(c.skeleton()).orElseThrow();
    double[] errors = errors(Candidate.of(c.skeleton(), k[0], k[1]));
    double most = Arrays.stream(errors).map(Math::abs).max().orElseThrow();
    int alternations = 0;
    double before = 0;
    for (double e : errors) {
      if (Math.abs(e) > 0.9999 * most && !(e * before > 0)) {
        alternations++;
        before = e;
      }
    }
    assertThat(alternations).isEqualTo(k[0].length + 1);
  }

  /** At the samples, in decimals. */
  private static double[] errors(Candidate c) {
    double[] errors = new double[SAMPLES.size()];
    for (int i = 0; i < errors.length; i++) {
      BigDecimal x = new BigDecimal(SAMPLES.x()[i]);
      BigDecimal f = Exp2.value(x);
      BigDecimal p = Decimals.value(c.program(), x);
      errors[i] = p.subtract(f).divide(f, MathContext.DECIMAL64).doubleValue();
    }
    return errors;
  }

  @Test
  void passesOverInfiniteSamples() {
    Candidate c = Exp2.candidate("t = x/(x*x); 3/(t + 2) + 4"); // t is not finite at the first
    double[][] k = new ChainMinimax(SAMPLES).fit(c.skeleton()).orElseThrow();
    boolean[] inside = new boolean[SAMPLES.size()];
    Arrays.fill(inside, 1, inside.length, true);
    MinimaxFit fit = new MinimaxFit(SAMPLES.where(inside));
    assertThat(fit.error(c.skeleton(), k[0], k[1])).isBetween(8.6e-4, 8.8e-4);
  }

  @Test
  void leavesOtherProgramsAlone() {
    Candidate c = Exp2.candidate("t = x + 3; t*t");
    assertThat(new ChainMinimax(SAMPLES).fit(c.skeleton())).isEmpty();
  }
}
