package org.formulary.expressions.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Op;
import org.formulary.expressions.Program;
import org.formulary.expressions.RandomPrograms;
import org.formulary.expressions.Skeleton;
import org.formulary.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTest {
  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    1.0,
    -1.0,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN,
    1e-310,
    1e300
  };

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 32, 257})
  void valuesAreThoseOfTheInterpreterBitForBit(int lanes) {
    Kernel kernel = new Kernel(lanes);
    Property.forAll(random -> RandomPrograms.next(random, random.nextInt(25), 53))
        .seed(lanes)
        .cases(300)
        .check(program -> assertValues(kernel, program, inputs(lanes, program.hashCode())));
  }

  private static void assertValues(Kernel kernel, Program program, double[] x) {
    kernel.load(program.skeleton());
    double[] y = kernel.value(program.doubleConstants(), x);
    for (int i = 0; i < x.length; i++) {
      double expected = Interpreter.evaluate(program, DoubleArithmetic.INSTANCE, x[i]);
      // doubleToLongBits makes all NaN equal: their payloads mean nothing.
      assertThat(Double.doubleToLongBits(y[i]))
          .as("%s at %s: %s, expected %s", program, x[i], y[i], expected)
          .isEqualTo(Double.doubleToLongBits(expected));
    }
  }

  @Test
  void divisionByZeroAndInfinitiesFollowIeee() {
    // 1 / (1 / x): infinite in between at 0, and 0 in the end.
    Skeleton twice =
        new Skeleton(1, 1, List.of(Instruction.of(Op.DIV, 1, 0), Instruction.of(Op.DIV, 1, 2)), 3);
    Kernel kernel = new Kernel(4);
    kernel.load(twice);
    assertThat(
            kernel.value(
                new double[] {1}, new double[] {0.0, -0.0, Double.POSITIVE_INFINITY, Double.NaN}))
        .containsExactly(0.0, -0.0, Double.POSITIVE_INFINITY, Double.NaN);
  }

  @Test
  void derivativesAreThoseOfDualNumbers() {
    int lanes = 9;
    Kernel kernel = new Kernel(lanes);
    int[] compared = {0};
    Property.forAll(random -> RandomPrograms.next(random, 1 + random.nextInt(20), 53))
        .cases(3000)
        .check(
            program -> {
              double[] x = new SplittableRandom(program.hashCode()).doubles(lanes, -2, 3).toArray();
              kernel.load(program.skeleton());
              kernel.value(program.doubleConstants(), x);
              kernel.differentiate();
              for (int i = 0; i < lanes; i++) {
                compared[0] += assertDerivatives(kernel, program, x[i], i);
              }
            });
    assertThat(compared[0]).isGreaterThan(20_000);
  }

  private static int assertDerivatives(Kernel kernel, Program program, double x, int lane) {
    int k = program.constants().size();
    Dual expected = Interpreter.evaluate(program, new DualArithmetic(k), Dual.independent(x, k));
    int compared = 0;
    for (int j = 0; j < k; j++) {
      double size = expected.size()[j];
      if (Double.isFinite(expected.value()) && size < 1e100) {
        assertThat(Math.abs(kernel.derivative(j)[lane] - expected.derivative()[j]))
            .as("constant %d of %s at %s", j, program, x)
            .isLessThanOrEqualTo(1e-12 * size);
        compared++;
      }
    }
    return compared;
  }

  @Test
  void aConstantThatTheOutputDoesNotUseHasDerivativeZero() {
    // c0 + x, beside dead code that uses c1.
    Skeleton s =
        new Skeleton(1, 2, List.of(Instruction.of(Op.MUL, 0, 2), Instruction.of(Op.ADD, 0, 1)), 4);
    Kernel kernel = new Kernel(3);
    kernel.load(s);
    kernel.value(new double[] {5, 7}, new double[] {1, Double.POSITIVE_INFINITY, Double.NaN});
    kernel.differentiate();
    assertThat(kernel.derivative(0)).containsExactly(1, 1, 1);
    assertThat(kernel.derivative(1)).containsExactly(0, 0, 0);
  }

  @Test
  void theOutputMayBeTheInputOrAConstant() {
    Kernel kernel = new Kernel(2);
    kernel.load(new Skeleton(1, 1, List.of(), 0));
    assertThat(kernel.value(new double[] {3}, new double[] {8, 9})).containsExactly(8, 9);
    kernel.differentiate();
    assertThat(kernel.derivative(0)).containsExactly(0, 0);
    kernel.load(new Skeleton(1, 1, List.of(), 1));
    assertThat(kernel.value(new double[] {3}, new double[] {8, 9})).containsExactly(3, 3);
    kernel.differentiate();
    assertThat(kernel.derivative(0)).containsExactly(1, 1);
  }

  @Test
  void whatAKernelDidBeforeDoesNotMatter() {
    int lanes = 7;
    Kernel used = new Kernel(lanes);
    RandomGenerator random = new SplittableRandom(4);
    for (int n = 0; n < 400; n++) {
      Program program = RandomPrograms.next(random, random.nextInt(30), 53);
      double[] x = inputs(lanes, n);
      Kernel fresh = new Kernel(lanes);
      for (Kernel kernel : List.of(used, fresh)) {
        kernel.load(program.skeleton());
        kernel.value(program.doubleConstants(), x);
        kernel.differentiate();
      }
      double[] c = program.doubleConstants();
      for (int j = 0; j < c.length; j++) {
        assertThat(used.derivative(j)).as("%s", program).isEqualTo(fresh.derivative(j));
      }
      assertThat(used.value(c, x).clone()).isEqualTo(fresh.value(c, x));
    }
  }

  @Test
  void twoInputsAreRefused() {
    assertThatThrownBy(() -> new Kernel(4).load(new Skeleton(2, 0, List.of(), 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one input, not 2");
  }

  private static double[] inputs(int lanes, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    double[] x = new double[lanes];
    Arrays.setAll(
        x,
        i ->
            random.nextInt(3) == 0
                ? SPECIAL[random.nextInt(SPECIAL.length)]
                : random.nextDouble(-4, 4));
    return x;
  }

  /**
   * A value, its derivatives, and for each the sum of the magnitudes of the terms it is made of,
   * against which its rounding error is to be measured.
   */
  private record Dual(double value, double[] derivative, double[] size) {
    static Dual independent(double value, int k) {
      return new Dual(value, new double[k], new double[k]);
    }

    /** A function of values whose partial derivatives are given. */
    static Dual chain(double value, double[] partials, Dual... of) {
      int k = of[0].derivative.length;
      double[] derivative = new double[k];
      double[] size = new double[k];
      for (int i = 0; i < of.length; i++) {
        for (int j = 0; j < k; j++) {
          derivative[j] += partials[i] * of[i].derivative[j];
          size[j] += Math.abs(partials[i]) * of[i].size[j];
        }
      }
      return new Dual(value, derivative, size);
    }
  }

  /** Forward differentiation; constants come in their order, once each. */
  private static final class DualArithmetic implements Arithmetic<Dual> {
    private final int k;
    private int next;

    DualArithmetic(int k) {
      this.k = k;
    }

    @Override
    public Dual of(BinaryRational value) {
      Dual c = Dual.independent(value.doubleValue(), k);
      c.derivative[next] = 1;
      c.size[next++] = 1;
      return c;
    }

    @Override
    public Dual add(Dual a, Dual b) {
      return Dual.chain(a.value + b.value, new double[] {1, 1}, a, b);
    }

    @Override
    public Dual subtract(Dual a, Dual b) {
      return Dual.chain(a.value - b.value, new double[] {1, -1}, a, b);
    }

    @Override
    public Dual multiply(Dual a, Dual b) {
      return Dual.chain(a.value * b.value, new double[] {b.value, a.value}, a, b);
    }

    @Override
    public Dual divide(Dual a, Dual b) {
      double q = a.value / b.value;
      return Dual.chain(q, new double[] {1 / b.value, -q / b.value}, a, b);
    }

    @Override
    public Dual negate(Dual a) {
      return Dual.chain(-a.value, new double[] {-1}, a);
    }

    @Override
    public Dual sqrt(Dual a) {
      double s = Math.sqrt(a.value);
      return Dual.chain(s, new double[] {0.5 / s}, a);
    }

    @Override
    public Dual fma(Dual a, Dual b, Dual c) {
      return Dual.chain(
          Math.fma(a.value, b.value, c.value), new double[] {b.value, a.value, 1}, a, b, c);
    }
  }
}
