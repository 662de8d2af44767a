package org.formulary.approximation.fit;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.formulary.approximation.Candidate;
import org.formulary.expressions.eval.DoubleDoubleKernel;
import org.formulary.expressions.parse.ProgramParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainFitTest {
  private static final int POINTS = 24;

  /** Samples of a program, which is its own target, weighted unevenly. */
  private static Samples samples(Candidate c) {
    double[] x = new double[POINTS];
    double[] weight = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      x[i] = (i + 0.5) / POINTS;
      weight[i] = 1 + 0.3 * (i % 3);
    }
    DoubleDoubleKernel kernel = new DoubleDoubleKernel(POINTS);
    kernel.load(c.skeleton());
    kernel.value(c.constants(), c.lowParts(), x);
    return Samples.of(x, kernel.high().clone(), kernel.low().clone(), weight);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x + 3",
        "3 - x",
        "x*5",
        "5/x",
        "x/5",
        "x*x*5 - 2",
        "1.5 - 7/(x + 2)",
        "x*(0.25 + 3/(x*x + 5))",
        "(x*x - 3)/x - 1.25",
        "x - (x*x*2.5 - 3)",
        "((x*0.75 - 2)*x + 0.5)*x + 1",
        "x/(4 + 3/(x + 2)*x)",
        "t1 = x*x; t1 - (4 + 3/(t1 - x + 2))",
        "t = x*x; 5 - 60/(t + (7 + 21/(t + (4 - 3/(t + 2)))))",
        "(3 - 2/(x + 2.5))/(x*x)",
      })
  void findsTheConstantsOfAProgramThatIsTheTarget(String program) {
    Candidate c = Candidate.from(ProgramParser.parse(program));
    DoubleDoubles found = new ChainFit(samples(c)).solve(c.skeleton()).orElseThrow();
    assertThat(found.hi()).containsExactly(c.constants(), Offset.offset(1e-15));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "sqrt(x + 3)",
        "t = x + 3; t*t",
        "(x + 3)*(x*x - 2)",
        "(x + 3)*2 + 5*x", // not beside the chain
        "x/(x + 2.5) - 3", // its pairs fill more dimensions
        "x*3 + 2 + 4", // more constants than dimensions
        "2/(3/x + (x + 5)) + 7",
      })
  void leavesOtherProgramsAlone(String program) {
    Candidate c = Candidate.from(ProgramParser.parse(program));
    assertThat(new ChainFit(samples(c)).solve(c.skeleton())).isEmpty();
  }

  @Test
  void comesNearTheBestOfADeepFraction() {
    Samples exp2 = Exp2.relative(256);
    Candidate c = Exp2.candidate("3 + 4/(x + (5 + 6/(x + (7 + 8/(x + (9 + 5/(x + 4)))))))");
    DoubleDoubles found = new ChainFit(exp2.interior(32)).solve(c.skeleton()).orElseThrow();
    double near = new MinimaxFit(exp2).error(c.skeleton(), found.hi(), found.lo());
    double[][] best = new ChainMinimax(exp2).fit(c.skeleton()).orElseThrow();
    double least = new MinimaxFit(exp2).error(c.skeleton(), best[0], best[1]);
    assertThat(near).isBetween(least, 3 * least);
  }

  @Test
  void wantsFiniteValuesOnly() {
    double[] x = {-1, -0.5, 0, 0.5, 1};
    double[] ones = {1, 1, 1, 1, 1};
    Samples samples = Samples.of(x, new double[] {4, 3.5, 3, 2.5, 2}, new double[5], ones);
    Candidate factor = Exp2.candidate("(x + 2)*x + 3"); // 0 at a sample
    Candidate summand = Exp2.candidate("x/(x*x) + 3"); // infinite at a sample
    assertThat(new ChainFit(samples).solve(factor.skeleton())).isPresent();
    assertThat(new ChainFit(samples).solve(summand.skeleton())).isEmpty();
  }
}
