package org.formulary.approximation.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.formulary.approximation.Candidate;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Op;
import org.formulary.expressions.Skeleton;
import org.junit.jupiter.api.Test;

class RootFitTest {
  private static final Samples SAMPLES = Exp2.relative(256);
  private static final Candidate SEVEN =
      Exp2.candidate(
          "t1 = 90.4939379064192/x + x;"
              + " 62.725619895873955/(237.3786773415474/t1 + t1 - 31.36279249136318)"
              + " + 0.9999999994356864");

  private static Skeleton squared(Skeleton s) {
    List<Instruction> code = new ArrayList<>(s.instructions());
    code.add(Instruction.of(Op.MUL, s.output(), s.output()));
    return new Skeleton(1, s.constants(), code, s.values());
  }

  private static double levelled(Skeleton s, double[] high, double[] low) {
    return new MinimaxFit(SAMPLES).fit(s, high, low, 60).orElseThrow().error();
  }

  /** Each squaring doubles what is left of the exponent: the best errors known that way. */
  @Test
  void leadsConstantsFromAProgramToItsSquares() {
    RootFit fit = new RootFit(SAMPLES.interior(24));
    double[] high = SEVEN.constants();
    double[] low = SEVEN.lowParts();
    Skeleton s = SEVEN.skeleton();
    for (double best : new double[] {8.937e-12, 1.402e-13, 2.20e-15}) {
      s = squared(s);
      fit.fit(s, high, low);
      assertThat(levelled(s, high.clone(), low.clone())).isLessThan(best);
    }
  }

  @Test
  void leadsConstantsBackFromASquare() {
    RootFit fit = new RootFit(SAMPLES.interior(24));
    double[] high = SEVEN.constants();
    double[] low = SEVEN.lowParts();
    fit.fit(squared(SEVEN.skeleton()), high, low);
    fit.fit(SEVEN.skeleton(), high, low);
    assertThat(levelled(SEVEN.skeleton(), high, low)).isLessThan(5.637e-10);
  }

  @Test
  void chainsNeedNoStart() {
    Skeleton fraction = squared(Exp2.candidate("3 + 4/(x + (5 + 6/(x + 7)))").skeleton());
    RootFit fit = new RootFit(SAMPLES.interior(24));
    double[] one = {1, 1, 1, 1, 1};
    double[] other = {-3, 5, 1e9, 0.1, Double.NaN};
    double rms = fit.fit(fraction, one, new double[5]);
    assertThat(fit.settled()).isTrue();
    assertThat(fit.fit(fraction, other, new double[5])).isEqualTo(rms).isLessThan(1e-7);
    assertThat(other).isEqualTo(one);
    fit.fit(Exp2.candidate("t = x + 3; t*t*t").skeleton(), new double[1], new double[1]);
    assertThat(fit.settled()).isFalse();
  }

  @Test
  void aTargetThatIsNotPositiveHasNoRoots() {
    double[] minus = SAMPLES.high().clone();
    double[] low = SAMPLES.low().clone();
    for (int i = 0; i < minus.length; i++) {
      minus[i] = -minus[i];
      low[i] = -low[i];
    }
    Samples negative = Samples.of(SAMPLES.x(), minus, low, SAMPLES.weight());
    Candidate square = Exp2.candidate("t = x*0.5 + 0.7; t*t");
    double[] high = square.constants();
    double rms = new RootFit(negative).fit(square.skeleton(), high, square.lowParts());
    assertThat(rms).isBetween(0.5, 2.0);
  }
}
