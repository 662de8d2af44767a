package org.formulary.expressions.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.NormalForm;
import org.formulary.expressions.Op;
import org.formulary.expressions.Program;
import org.formulary.expressions.RandomPrograms;
import org.formulary.expressions.Skeleton;
import org.formulary.expressions.cost.OperationCount;
import org.formulary.expressions.eval.DoubleArithmetic;
import org.formulary.expressions.eval.Interpreter;
import org.formulary.expressions.eval.Rational;
import org.formulary.expressions.eval.RationalArithmetic;
import org.formulary.expressions.parse.ProgramParser;
import org.formulary.expressions.print.InfixPrinter;
import org.formulary.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SimplifierTest {
  private static final Set<Op> FIELD = EnumSet.of(Op.ADD, Op.SUB, Op.MUL, Op.DIV);
  private static final Set<Op> SIGNED = EnumSet.of(Op.ADD, Op.SUB, Op.MUL, Op.DIV, Op.NEG);
  private static final Limits BRIEF = Limits.STANDARD.withNodes(600);

  private static double operations(Program p) {
    return OperationCount.PLAIN.of(p.skeleton());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x*2 + x*3                         | x*5",
        "x*x*x*x                           | t1 = x*x; t1*t1",
        "x^8/1                             | t1 = x*x; t2 = t1*t1; t2*t2",
        "x*x*x*x*x*x*x*x                   | t1 = x*x; t2 = t1*t1; t2*t2",
        "x/3/5                             | x/15",
        "x/(3/x)                           | x*x/3",
        "1/(1/x)                           | x",
        "1/(1/(1/(x + 1)))                 | 1/(x + 1)",
        "(x*3 + 2)*5                       | x*15 + 10",
        "x*x*x*3 + x*x*5 + x*7 + 9         | ((x*3 + 5)*x + 7)*x + 9",
        "(x + 1)*(x + 1) - x*x - 2*x       | 1",
        "(x + 1)*x/x                       | x + 1",
        "(3*x + 1)/(2*x + 5)               | 1.5 - 3.25/(x + 2.5) ",
        "1/x + 1/x                         | 2/x",
        "(x*x + x*3)/(x + 3)               | x",
        "sqrt(x)*sqrt(x)                   | x",
        "x/sqrt(x)                         | sqrt(x)",
        "(x + 2)*3 + (x + 2)*5             | x*8 + 16",
        "x*0.1 + 0                         | x*0.1",
        "x - 3 + 5                         | x + 2",
        "(1/x)*(1/(x + 1))*x               | 1/(x + 1)",
        "x                                 | x",
        "7                                 | 7"
      })
  void findsWhatIsKnown(String from, String to) {
    Simplified s = Simplifier.real(FIELD).simplify(ProgramParser.parse(from));
    assertThat(InfixPrinter.pretty(s.program())).isEqualTo(to);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-(-x)                 | x",
        "x*1                   | x",
        "x - 0                 | x",
        "x - (-x)              | x + x",
        "(-x)*(-x)             | x*x",
        "(x + 1) + -sqrt(x)    | x + 1 - sqrt(x)",
        "x/8                   | x*0.125",
        "x*2 - (x + x)         | t1 = x + x; t1 - t1",
        "(1 + 2)*x             | x*3",
        "x + (-0.1)            | x - 0.1",
        "(0.1 + 0.2)*x         | (0.2 + 0.1)*x",
        "x + 0                 | x + 0",
        "x*2 + x*3             | x*3 + (x + x)"
      })
  void keepsBitsWhereAsked(String from, String to) {
    Simplified s = Simplifier.exact(SIGNED).simplify(ProgramParser.parse(from));
    assertThat(InfixPrinter.pretty(s.program())).isEqualTo(to);
    assertThat(s.soundness()).isEqualTo(Soundness.EXACT);
  }

  @Test
  void namesTheRulesItUsedAndTheWeakestClass() {
    Simplified s = Simplifier.real(SIGNED).simplify(ProgramParser.parse("x*2 + x*3"));
    assertThat(s.rules()).containsExactly("factor-sum", "fold-constants");
    assertThat(s.soundness()).isEqualTo(Soundness.REAL);
    s = Simplifier.real(SIGNED).simplify(ProgramParser.parse("x + 1 - -(x*x)"));
    assertThat(s.rules()).containsExactly("subtract-negation");
    assertThat(s.soundness()).isEqualTo(Soundness.EXACT);
    s = Simplifier.real(SIGNED).simplify(ProgramParser.parse("x*x + 0"));
    assertThat(s.rules()).containsExactly("add-zero");
    assertThat(s.soundness()).isEqualTo(Soundness.EXACT_UP_TO_ZERO_SIGN);
  }

  /** At x = −0 the quotients are +∞ and −∞. */
  @Test
  void doesNotCallTheSignOfADivisorHarmless() {
    Program p = ProgramParser.parse("1/(x + 0)");
    assertThat(Simplifier.real(FIELD).simplify(p).soundness()).isEqualTo(Soundness.REAL);
    Simplified s = Simplifier.within(Soundness.EXACT_UP_TO_ZERO_SIGN, FIELD).simplify(p);
    assertThat(s.program()).isEqualTo(p);
  }

  @Test
  void introducesAllowedOperationsOnly() {
    Program p = ProgramParser.parse("x*x + 3");
    assertThat(Simplifier.real(FIELD).simplify(p).program()).isEqualTo(p);
    Set<Op> fused = EnumSet.copyOf(FIELD);
    fused.add(Op.FMA);
    assertThat(InfixPrinter.pretty(Simplifier.real(fused).simplify(p).program()))
        .isEqualTo("fma(x, x, 3)");
    assertThat(Simplifier.real(FIELD).simplify(ProgramParser.parse("0 - x - 1")).program())
        .satisfies(q -> assertThat(q.skeleton().instructions()).noneMatch(uses(Op.NEG)));
  }

  private static Predicate<Instruction> uses(Op op) {
    return in -> in.op() == op;
  }

  @Test
  void followsTheWeightsOfOperations() {
    Program p = ProgramParser.parse("1/x + 1/(x + 1)");
    Simplifier divisionsCostTen =
        Simplifier.real(FIELD).withCost(new OperationCount(Map.of(Op.DIV, 10.0)));
    Program cheaper = divisionsCostTen.simplify(ProgramParser.parse("(x/3)/(x + 1)")).program();
    assertThat(cheaper.skeleton().instructions()).filteredOn(uses(Op.DIV)).hasSize(1);
    assertThat(operations(Simplifier.real(FIELD).simplify(p).program())).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"1/(x - x)", "(x - x)/(x - x)", "1/0 + x*2 + x*3", "x/(0*x) - 0/(x - x)"})
  void leavesWhatIsDefinedNowhere(String text) {
    Program p = ProgramParser.parse(text);
    Program q = Simplifier.real(FIELD).simplify(p).program();
    assertThat(Interpreter.evaluate(q, DoubleArithmetic.INSTANCE, 0.75))
        .isEqualTo(Interpreter.evaluate(p, DoubleArithmetic.INSTANCE, 0.75));
  }

  @Test
  void neverCostsMoreAndDoesNotChangeWhenDoneAgain() {
    for (Soundness soundness : Soundness.values()) {
      Simplifier simplifier = Simplifier.within(soundness, FIELD).withLimits(BRIEF);
      Property.forAll(r -> RandomPrograms.next(r, r.nextInt(9), 20))
          .cases(120)
          .check(
              p -> {
                Simplified once = simplifier.simplify(p);
                assertThat(operations(once.program())).isLessThanOrEqualTo(operations(p));
                assertThat(once.soundness().within(soundness)).isTrue();
                assertThat(simplifier.simplify(once.program()).program()).isEqualTo(once.program());
              });
    }
  }

  @Test
  void keepsBitsOfRandomPrograms() {
    Simplifier simplifier = Simplifier.exact(SIGNED).withLimits(BRIEF);
    Property.forAll(SimplifierTest::programAndInput)
        .cases(600)
        .check(
            c -> {
              Program q = simplifier.simplify(c.program()).program();
              double before = Interpreter.evaluate(c.program(), DoubleArithmetic.INSTANCE, c.x());
              double after = Interpreter.evaluate(q, DoubleArithmetic.INSTANCE, c.x());
              assertThat(Double.doubleToLongBits(after)).isEqualTo(Double.doubleToLongBits(before));
            });
  }

  private record ProgramAndInput(Program program, double x) {}

  private static ProgramAndInput programAndInput(RandomGenerator r) {
    double[] special = {0, -0.0, 1, -1, Double.POSITIVE_INFINITY, Double.NaN, 0x1p-1074, 0x1p1023};
    double x = r.nextInt(3) == 0 ? special[r.nextInt(special.length)] : r.nextDouble(-3, 3);
    return new ProgramAndInput(RandomPrograms.next(r, r.nextInt(9), 53), x);
  }

  @Test
  void keepsTheExactValueOfRandomPrograms() {
    Simplifier simplifier = Simplifier.real(FIELD).withLimits(BRIEF);
    int[] defined = {0};
    Property.forAll(r -> RandomPrograms.next(r, 1 + r.nextInt(8), 20))
        .cases(400)
        .check(
            p -> {
              Program q = simplifier.simplify(p).program();
              for (Rational x : List.of(Rational.of(7, 3), Rational.of(-19, 7))) {
                Optional<Rational> before = value(p, x);
                before.ifPresent(v -> assertThat(value(q, x)).contains(v));
                defined[0] += before.isPresent() ? 1 : 0;
              }
            });
    assertThat(defined[0]).isGreaterThan(200);
  }

  private static Optional<Rational> value(Program p, Rational x) {
    try {
      return Optional.of(Interpreter.evaluate(p, RationalArithmetic.INSTANCE, x));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  @Test
  void keepsTheValueOfProgramsWithRoots() {
    Simplifier simplifier = Simplifier.real(EnumSet.allOf(Op.class)).withLimits(BRIEF);
    for (String text :
        List.of(
            "sqrt(x)*sqrt(x + 1)*sqrt(x)",
            "sqrt(x*x + 2*x + 1)/(x + 1)",
            "x/sqrt(x)/sqrt(x + 3)",
            "sqrt(4)*x - sqrt(x)*(1/x)")) {
      Program p = ProgramParser.parse(text);
      Program q = simplifier.simplify(p).program();
      for (double x : new double[] {0.25, 1.5, 7}) {
        assertThat(Interpreter.evaluate(q, DoubleArithmetic.INSTANCE, x))
            .isCloseTo(Interpreter.evaluate(p, DoubleArithmetic.INSTANCE, x), within(1e-14));
      }
    }
  }

  @Test
  void worksOnSeveralInputs() {
    Skeleton s =
        new Skeleton(
            2,
            0,
            List.of(
                Instruction.of(Op.MUL, 0, 1),
                Instruction.of(Op.MUL, 1, 1),
                Instruction.of(Op.ADD, 2, 3)),
            4);
    Program q = Simplifier.real(FIELD).simplify(new Program(s, List.of())).program();
    assertThat(q.skeleton().inputs()).isEqualTo(2);
    assertThat(operations(q)).isEqualTo(2);
  }

  @Test
  void isTheSameForEveryWriting() {
    Simplifier simplifier = Simplifier.real(FIELD).withLimits(BRIEF);
    Property.forAll(r -> List.of(r.nextLong(), (long) r.nextInt(7)))
        .cases(60)
        .check(
            seed -> {
              SplittableRandom r = new SplittableRandom(seed.getFirst());
              Program p = RandomPrograms.next(r, seed.getLast().intValue(), 20);
              assertThat(simplifier.simplify(RandomPrograms.rewritten(p, r)))
                  .isEqualTo(simplifier.simplify(NormalForm.of(p)));
            });
  }

  @Test
  void onlyNormalisesLongPrograms() {
    Program p = ProgramParser.parse("x" + "*(x + 1)".repeat(250));
    assertThat(Simplifier.real(FIELD).simplify(p).program()).isEqualTo(NormalForm.of(p));
    Program q = ProgramParser.parse("x" + "*(x + 1)".repeat(150));
    assertThat(operations(Simplifier.real(FIELD).withLimits(BRIEF).simplify(q).program()))
        .isLessThan(operations(q));
  }

  @Test
  void keepsWideConstantsWithinBounds() {
    BinaryRational huge = BinaryRational.of(BigInteger.ONE, 100_000);
    Skeleton s =
        new Skeleton(1, 2, List.of(Instruction.of(Op.MUL, 0, 1), Instruction.of(Op.ADD, 3, 2)), 4);
    Program p = new Program(s, List.of(huge, BinaryRational.ONE));
    assertThat(Simplifier.real(FIELD).simplify(p).program()).isEqualTo(NormalForm.of(p));
  }
}
