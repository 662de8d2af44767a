package org.formulary.expressions.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Op;
import org.formulary.expressions.Program;
import org.formulary.expressions.Skeleton;
import org.formulary.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against decimal arithmetic of 80 digits, whose own error is nothing beside 1e-30. */
class DoubleDoubleKernelTest {
  private static final MathContext DIGITS = new MathContext(80);

  /** 2^−106. */
  private static final BigDecimal UNIT = new BigDecimal(0x1p-106);

  private static final List<Op> POSITIVE = List.of(Op.ADD, Op.MUL, Op.DIV, Op.SQRT, Op.FMA);

  /** Bounds of single operations in 2^−106, those of the documentation. */
  private static int bound(Op op) {
    return switch (op) {
      case ADD, SUB, SQRT -> 4;
      case MUL -> 5;
      case DIV -> 16;
      case NEG -> 0;
      case FMA -> throw new IllegalArgumentException("no relative bound");
    };
  }

  @ParameterizedTest
  @EnumSource(
      value = Op.class,
      names = {"FMA"},
      mode = EnumSource.Mode.EXCLUDE)
  void oneOperationHasTheDocumentedErrorAlsoUnderCancellation(Op op) {
    Instruction in = op.arity() == 1 ? Instruction.of(op, 1) : Instruction.of(op, 1, 2);
    Skeleton s = new Skeleton(1, 2, List.of(in), 3);
    DoubleDoubleKernel kernel = new DoubleDoubleKernel(1);
    kernel.load(s);
    Property.forAll(DoubleDoubleKernelTest::operands)
        .cases(20_000)
        .check(
            c -> {
              DoubleDouble a =
                  op == Op.SQRT && c.getFirst().hi() < 0 ? c.getFirst().negate() : c.getFirst();
              DoubleDouble b = c.getLast();
              kernel.value(
                  new double[] {a.hi(), b.hi()}, new double[] {a.lo(), b.lo()}, new double[] {0});
              BigDecimal exact = exact(op, a.toBigDecimal(), b.toBigDecimal());
              assertError(value(kernel, 0), exact, bound(op));
              assertThat(kernel.high()[0] + kernel.low()[0]).isEqualTo(kernel.high()[0]);
              BigDecimal other = other(op, a, b).toBigDecimal();
              assertError(value(kernel, 0), other, 2 * bound(op) + 1);
            });
  }

  /** Two numbers of like size, now and then nearly equal or opposite. */
  private static List<DoubleDouble> operands(RandomGenerator random) {
    DoubleDouble a = number(random);
    DoubleDouble b =
        switch (random.nextInt(4)) {
          case 0 -> DoubleDouble.add(a, DoubleDouble.of(Math.scalb(a.hi(), -random.nextInt(120))));
          case 1 -> DoubleDouble.add(a.negate(), DoubleDouble.of(Math.ulp(a.hi()) / 3));
          default -> number(random);
        };
    return b.hi() == 0 ? List.of(a, DoubleDouble.ONE) : List.of(a, b);
  }

  private static DoubleDouble number(RandomGenerator random) {
    double hi = Math.scalb(1 + random.nextDouble(), random.nextInt(-40, 40));
    double lo = Math.scalb(random.nextDouble(-1, 1), Math.getExponent(hi) - 54);
    DoubleDouble a = DoubleDouble.add(DoubleDouble.of(hi), DoubleDouble.of(lo));
    return random.nextBoolean() ? a : a.negate();
  }

  private static BigDecimal exact(Op op, BigDecimal a, BigDecimal b) {
    return switch (op) {
      case ADD -> a.add(b);
      case SUB -> a.subtract(b);
      case MUL -> a.multiply(b);
      case DIV -> a.divide(b, DIGITS);
      case NEG -> a.negate();
      case SQRT -> a.sqrt(DIGITS);
      case FMA -> throw new IllegalArgumentException("three operands");
    };
  }

  private static DoubleDouble other(Op op, DoubleDouble a, DoubleDouble b) {
    return switch (op) {
      case ADD -> DoubleDouble.add(a, b);
      case SUB -> DoubleDouble.subtract(a, b);
      case MUL -> DoubleDouble.multiply(a, b);
      case DIV -> DoubleDouble.divide(a, b);
      case NEG -> a.negate();
      case SQRT -> DoubleDouble.sqrt(a);
      case FMA -> throw new IllegalArgumentException("three operands");
    };
  }

  private static BigDecimal value(DoubleDoubleKernel kernel, int lane) {
    return new BigDecimal(kernel.high()[lane]).add(new BigDecimal(kernel.low()[lane]));
  }

  private static void assertError(BigDecimal actual, BigDecimal exact, double units) {
    assertThat(actual.subtract(exact).abs())
        .as("%s, exactly %s", actual, exact)
        .isLessThanOrEqualTo(exact.abs().multiply(UNIT).multiply(new BigDecimal(units)));
  }

  @Test
  void programsOfPositiveNumbersKeepTheirSummedErrorBound() {
    int lanes = 5;
    DoubleDoubleKernel kernel = new DoubleDoubleKernel(lanes);
    int[] compared = {0};
    Property.forAll(random -> positive(random, 1 + random.nextInt(8)))
        .cases(2000)
        .check(
            program -> {
              double[] x =
                  new SplittableRandom(program.hashCode()).doubles(lanes, 0.1, 4).toArray();
              kernel.load(program.skeleton());
              kernel.value(high(program), low(program), x);
              for (int i = 0; i < lanes; i++) {
                compared[0] += assertProgram(kernel, program, x[i], i);
              }
            });
    assertThat(compared[0]).isGreaterThan(9000);
  }

  /** Sums, products, quotients and roots of positive numbers: nothing cancels. */
  private static Program positive(RandomGenerator random, int instructions) {
    List<BinaryRational> constants = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      constants.add(
          BinaryRational.of(random.nextDouble(0.5, 4), random.nextDouble(-1, 1) * 0x1p-55));
    }
    List<Instruction> code = new ArrayList<>();
    for (int i = 0; i < instructions; i++) {
      Op op = POSITIVE.get(random.nextInt(POSITIVE.size()));
      int[] v = {-1, -1, -1};
      for (int j = 0; j < op.arity(); j++) {
        v[j] = random.nextInt(4 + i);
      }
      code.add(new Instruction(op, v[0], v[1], v[2]));
    }
    return new Program(new Skeleton(1, 3, code, 3 + instructions), constants);
  }

  private static double[] high(Program program) {
    return program.doubleConstants();
  }

  private static double[] low(Program program) {
    return program.constants().stream()
        .mapToDouble(c -> c.subtract(BinaryRational.of(c.doubleValue())).doubleValue())
        .toArray();
  }

  /** Values of 80 digits beside bounds in 2^−106 by the usual rules of first order. */
  private static int assertProgram(DoubleDoubleKernel kernel, Program program, double x, int lane) {
    List<BigDecimal> values = new ArrayList<>(List.of(new BigDecimal(x)));
    List<Double> units = new ArrayList<>(List.of(0.0));
    for (BinaryRational c : program.constants()) {
      values.add(c.toBigDecimal());
      units.add(1.0);
    }
    for (Instruction in : program.skeleton().instructions()) {
      BigDecimal a = values.get(in.a());
      double ua = units.get(in.a());
      BigDecimal b = in.op().arity() > 1 ? values.get(in.b()) : a;
      double ub = in.op().arity() > 1 ? units.get(in.b()) : 0;
      switch (in.op()) {
        case ADD -> units.add(Math.max(ua, ub) + bound(Op.ADD));
        case SQRT -> units.add(ua / 2 + bound(Op.SQRT));
        case FMA -> units.add(Math.max(ua + ub + bound(Op.MUL), units.get(in.c())) + bound(Op.ADD));
        default -> units.add(ua + ub + bound(in.op()));
      }
      BigDecimal exact =
          in.op() == Op.FMA ? a.multiply(b).add(values.get(in.c())) : exact(in.op(), a, b);
      values.add(exact.round(DIGITS));
    }
    BigDecimal exact = values.getLast();
    if (Math.abs(Math.log10(exact.doubleValue())) > 200) {
      return 0;
    }
    assertError(value(kernel, lane), exact, 1.001 * units.getLast());
    return 1;
  }

  @Test
  void whereBinary64IsInfiniteOrNanOrZeroSoIsTheResult() {
    double[] x = {0.0, -0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, -4, 4};
    DoubleDoubleKernel kernel = new DoubleDoubleKernel(x.length);
    for (Op op : Op.values()) {
      for (double c : new double[] {0, 1, -3, Double.POSITIVE_INFINITY}) {
        for (boolean swapped : new boolean[] {false, true}) {
          int a = swapped ? 1 : 0;
          Instruction in =
              switch (op.arity()) {
                case 1 -> Instruction.of(op, 0);
                case 2 -> Instruction.of(op, a, 1 - a);
                default -> Instruction.of(op, 0, 1, 1);
              };
          Skeleton s = new Skeleton(1, 1, List.of(in), 2);
          kernel.load(s);
          kernel.value(new double[] {c}, new double[] {0}, x);
          Kernel plain = new Kernel(x.length);
          plain.load(s);
          double[] expected = plain.value(new double[] {c}, x);
          for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(expected[i]) || expected[i] == 0) {
              assertThat(kernel.high()[i])
                  .as("%s of %s and %s", in, x[i], c)
                  .isEqualTo(Double.valueOf(expected[i]));
              assertThat(kernel.low()[i]).isZero();
            }
          }
        }
      }
    }
  }

  @Test
  void passesThroughInfinityToZero() {
    // c / (c + 1/x) at 0
    Skeleton s =
        new Skeleton(
            1,
            1,
            List.of(
                Instruction.of(Op.DIV, 1, 0),
                Instruction.of(Op.ADD, 1, 2),
                Instruction.of(Op.DIV, 1, 3)),
            4);
    DoubleDoubleKernel kernel = new DoubleDoubleKernel(2);
    kernel.load(s);
    kernel.value(new double[] {1}, new double[] {0}, new double[] {0, 1});
    assertThat(kernel.high()).containsExactly(0, 0.5);
    assertThat(kernel.low()).containsExactly(0, 0);
  }

  @Test
  void aKernelUsedBeforeGivesTheSameAsAFreshOne() {
    DoubleDoubleKernel used = new DoubleDoubleKernel(3);
    RandomGenerator random = new SplittableRandom(8);
    double[] x = {0.5, 1.25, 3};
    for (int n = 0; n < 200; n++) {
      Program p = positive(random, 1 + random.nextInt(15));
      DoubleDoubleKernel fresh = new DoubleDoubleKernel(3);
      for (DoubleDoubleKernel kernel : List.of(used, fresh)) {
        kernel.load(p.skeleton());
        kernel.value(high(p), low(p), x);
      }
      assertThat(used.high()).isEqualTo(fresh.high());
      assertThat(used.low()).isEqualTo(fresh.low());
    }
  }

  @Test
  void twoInputsAreRefused() {
    assertThatThrownBy(() -> new DoubleDoubleKernel(4).load(new Skeleton(2, 0, List.of(), 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one input, not 2");
  }
}
