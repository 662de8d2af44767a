package org.formulary.approximation.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.formulary.approximation.Candidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinimaxFitTest {
  private static final Samples SAMPLES = Exp2.relative(256);

  /** Least squares first, as the search does; then levelled. */
  private static MinimaxFit.Result fit(Candidate c) {
    double[] start = c.constants();
    double[] low = new double[start.length];
    new LeastSquaresFit(SAMPLES.size())
        .fit(SAMPLES, c.skeleton(), start, low, LeastSquaresFit.Stop.EARLY);
    return new MinimaxFit(SAMPLES).fit(c.skeleton(), start, low, 60).orElseThrow();
  }

  /** Published minimax errors of 2^x on [0, 1]. */
  @ParameterizedTest
  @CsvSource({
    "x*1+0.9, 2.98e-2, 3",
    "(x*0.3+0.6)*x+1, 1.73e-3, 4",
    "5/(3-x)-0.7, 8.67e-4, 4",
  })
  void levelsClassicalFormsToTheirKnownErrors(String form, double error, int extrema) {
    MinimaxFit.Result r = fit(Exp2.candidate(form));
    assertThat(r.error()).isCloseTo(error, within(0.004 * error));
    assertThat(r.level()).isBetween(0.9999, 1.0);
    assertThat(r.extrema()).isEqualTo(extrema);
  }

  /**
   * 2^x = u² with u = 2^(x/2) from the tanh-like fraction of z = x − 1/2, squared again and again.
   */
  @Test
  void goesFarBelowTheNoiseOfBinary64() {
    double k = Math.log(2) / 16;
    // exp(2t)/2 = 1/2 + t/(t·coth t − t), t·coth t = 1 + t²/(3 + t²/(5 + t²/7)), t = k·z
    String form =
        "z=x-0.5; s=z*z; q=z/(%s+s/(%s+s/(%s+s*%s))-z)+0.5; a=q*q; b=a*a; c=b*b; c*%s"
            .formatted(1 / k, 3 / k, 5 / k, k / 7, Math.sqrt(2) * 256);
    Candidate c = Exp2.candidate(form);
    MinimaxFit.Result r = fit(c);
    assertThat(r.error()).isLessThan(1e-18);
    assertThat(r.low()).isNotEqualTo(new double[r.low().length]);
    // At one of its samples, the error is what decimals make of these very constants.
    Candidate fitted = Candidate.of(c.skeleton(), r.high(), r.low());
    BigDecimal worst = BigDecimal.ZERO;
    for (int i = 0; i < SAMPLES.size(); i++) {
      BigDecimal x = new BigDecimal(SAMPLES.x()[i]);
      BigDecimal p = Decimals.value(fitted.program(), x);
      BigDecimal f = Exp2.value(SAMPLES.x()[i]);
      worst = worst.max(p.subtract(f).abs().divide(f, MathContext.DECIMAL64));
    }
    assertThat(r.error()).isCloseTo(worst.doubleValue(), within(1e-28));
  }

  @Test
  void neverMakesAFitWorse() {
    MinimaxFit fit = new MinimaxFit(SAMPLES);
    for (String form : new String[] {"x+1", "x*x*0.3+1/(x+1)", "x/(x+2)+sqrt(x+1)", "(x+1)*x"}) {
      Candidate c = Exp2.candidate(form);
      double before = fit.error(c.skeleton(), c.constants(), c.lowParts());
      MinimaxFit.Result r = fit.fit(c.skeleton(), c.constants(), c.lowParts(), 20).orElseThrow();
      assertThat(r.error()).as(form).isLessThanOrEqualTo(before);
      assertThat(r.error()).isEqualTo(fit.error(c.skeleton(), r.high(), r.low()));
    }
  }

  @Test
  void aPoleAtASampleIsNoFit() {
    Candidate c = Exp2.candidate("1/x");
    assertThat(new MinimaxFit(SAMPLES).fit(c.skeleton(), c.constants(), c.lowParts(), 5)).isEmpty();
  }

  @Test
  void passesThroughInfinityAtAnEnd() {
    // 1 + 1/(1/x) is 1 + x
    Candidate c = Exp2.candidate("1.1+1/(0.9/x)");
    MinimaxFit.Result r = fit(c);
    assertThat(r.error()).isCloseTo(2.98e-2, within(1e-4));
  }

  @Test
  void whereTheTargetVanishesSoMustTheProgram() {
    double[] x = {0, 0.25, 0.5, 1};
    Samples sine =
        Samples.of(x, new double[] {0, 0.25, 0.5, 1}, new double[4], new double[] {0, 4, 2, 1});
    MinimaxFit fit = new MinimaxFit(sine);
    Candidate misses = Exp2.candidate("x+0.5");
    Candidate meets = Exp2.candidate("x*0.5");
    assertThat(fit.fit(misses.skeleton(), misses.constants(), misses.lowParts(), 5)).isEmpty();
    assertThat(
            fit.fit(meets.skeleton(), meets.constants(), meets.lowParts(), 5).orElseThrow().error())
        .isLessThan(1e-15);
  }
}
