package org.formulary.approximation.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.formulary.approximation.Candidate;
import org.formulary.expressions.eval.Kernel;
import org.formulary.expressions.parse.ProgramParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OuterConstantsTest {
  private static final int POINTS = 16;

  /** Samples of a program, which is its own target, weighted unevenly. */
  private static Samples samples(Candidate c) {
    double[] x = new double[POINTS];
    double[] weight = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      x[i] = (i + 0.5) / POINTS;
      weight[i] = 1 + 0.3 * (i % 3);
    }
    Kernel kernel = new Kernel(POINTS);
    kernel.load(c.skeleton());
    double[] y = kernel.value(c.constants(), x).clone();
    return Samples.of(x, y, new double[POINTS], weight);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x + 3",
        "2 - x*x",
        "x*x*5",
        "3/(x*x)*x",
        "1.5 + x*x*7",
        "1.5 - 7/(x + 2)",
        "x*(0.25 + 3/(x*x + 5))",
        "x + 3/(5 - x*x)",
        "x*x - x/(x*x + 2)",
        "x/(x + 2)",
        "x*x/(1.5 + x*x*4)",
        "(4 + 3/(x + 2)) / x",
        "x / (4 + 3/(x + 2))",
        "t1 = x*x; t1 - (4 + 3/(t1 - x + 2))",
      })
  void findsTheConstantsOfAProgramThatIsTheTarget(String program) {
    Candidate c = Candidate.from(ProgramParser.parse(program));
    OuterConstants outer = new OuterConstants(POINTS);
    assertThat(outer.load(c.skeleton())).isTrue();
    Samples samples = samples(c);
    double[] found = new double[c.constants().length];
    Arrays.fill(found, 0.7);
    Kernel kernel = new Kernel(POINTS);
    kernel.load(c.skeleton());
    kernel.value(found, samples.x());
    assertThat(outer.solve(kernel, samples, found)).isTrue();
    assertThat(found).containsExactly(c.constants(), Offset.offset(1e-9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "x*x - x/(x + x*x)", "t = x + 3; t*t", "sqrt(x + 3)"})
  void leavesProgramsWithoutOuterConstantsAlone(String program) {
    Candidate c = Candidate.from(ProgramParser.parse(program));
    assertThat(new OuterConstants(POINTS).load(c.skeleton())).isFalse();
  }

  @Test
  void keepsInnerConstants() {
    Candidate c = Candidate.from(ProgramParser.parse("t1 = 2/x + x; 5 + 3/(t1*t1 + 7)"));
    double[] constants = c.constants();
    int inner = 0;
    while (constants[inner] != 2) {
      inner++;
    }
    Arrays.fill(constants, 1);
    constants[inner] = 2.5;
    OuterConstants outer = new OuterConstants(POINTS);
    outer.load(c.skeleton());
    Samples samples = samples(c);
    Kernel kernel = new Kernel(POINTS);
    kernel.load(c.skeleton());
    double before = squares(kernel.value(constants, samples.x()), samples);
    assertThat(outer.solve(kernel, samples, constants)).isTrue();
    assertThat(constants[inner]).isEqualTo(2.5);
    assertThat(squares(kernel.value(constants, samples.x()), samples)).isLessThan(1e-4 * before);
  }

  private static double squares(double[] y, Samples samples) {
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      double r = samples.weight()[i] * (y[i] - samples.high()[i]);
      sum += r * r;
    }
    return sum;
  }

  @Test
  void leavesConstantsWhereTheColumnsAreDependent() {
    Candidate c = Candidate.from(ProgramParser.parse("3 + 2*(x - x)"));
    OuterConstants outer = new OuterConstants(POINTS);
    assertThat(outer.load(c.skeleton())).isTrue();
    Kernel kernel = new Kernel(POINTS);
    kernel.load(c.skeleton());
    double[] constants = c.constants();
    kernel.value(constants, samples(c).x());
    assertThat(outer.solve(kernel, samples(c), constants)).isFalse();
    assertThat(constants).isEqualTo(c.constants());
  }
}
