package org.formulary.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.formulary.expressions.eval.DoubleArithmetic;
import org.formulary.expressions.eval.Interpreter;
import org.formulary.expressions.parse.ProgramParser;
import org.formulary.expressions.print.InfixPrinter;
import org.junit.jupiter.api.Test;

final class NormalFormTest {
  @Test
  void isIdempotent() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 3000; i++) {
      Program p = RandomPrograms.next(random, random.nextInt(20));
      Program normal = NormalForm.of(p);
      assertThat(NormalForm.of(normal)).isEqualTo(normal);
      NormalForm.Ordered skeleton = NormalForm.of(p.skeleton());
      assertThat(NormalForm.of(skeleton.skeleton()).skeleton()).isEqualTo(skeleton.skeleton());
    }
  }

  @Test
  void isTheSameForEveryWriting() {
    SplittableRandom random = new SplittableRandom(12);
    for (int i = 0; i < 3000; i++) {
      Program p = RandomPrograms.next(random, random.nextInt(20));
      assertThat(NormalForm.of(RandomPrograms.rewritten(p, random))).isEqualTo(NormalForm.of(p));
    }
  }

  @Test
  void keepsTheValueBitForBit() {
    SplittableRandom random = new SplittableRandom(13);
    for (int i = 0; i < 3000; i++) {
      Program p = RandomPrograms.next(random, random.nextInt(12));
      double x = i % 5 == 0 ? 0 : random.nextDouble(-2, 2);
      assertThat(Interpreter.evaluate(NormalForm.of(p), DoubleArithmetic.INSTANCE, x))
          .isEqualTo(Interpreter.evaluate(p, DoubleArithmetic.INSTANCE, x));
    }
  }

  @Test
  void sharesEqualSubExpressionsAndConstants() {
    Program p = ProgramParser.parse("(2*x + 1)/(1 + x*2)");
    assertThat(p.constants()).containsExactlyInAnyOrder(BinaryRational.ONE, BinaryRational.of(2));
    assertThat(p.skeleton().instructions()).hasSize(3);
    assertThat(p.skeleton().instructions().getLast().op()).isEqualTo(Op.DIV);
    assertThat(p.skeleton().instructions().getLast().a()).isEqualTo(4);
    assertThat(p.skeleton().instructions().getLast().b()).isEqualTo(4);
  }

  @Test
  void dropsDeadInstructionsAndConstants() {
    Skeleton s =
        new Skeleton(
            1,
            2,
            List.of(
                Instruction.of(Op.ADD, 0, 1),
                Instruction.of(Op.MUL, 0, 2),
                Instruction.of(Op.SQRT, 4)),
            5);
    Program p = new Program(s, List.of(BinaryRational.ONE, BinaryRational.of(7)));
    Skeleton kept =
        new Skeleton(1, 1, List.of(Instruction.of(Op.MUL, 0, 1), Instruction.of(Op.SQRT, 2)), 3);
    assertThat(NormalForm.of(p)).isEqualTo(new Program(kept, List.of(BinaryRational.of(7))));
    NormalForm.Ordered ordered = NormalForm.of(s);
    assertThat(ordered.skeleton()).isEqualTo(kept);
    assertThat(ordered.constantOrder()).containsExactly(1);
  }

  @Test
  void putsConstantsLastAndDeeperOperandsFirst() {
    Program p = ProgramParser.parse("fma(3, x, 5) + x*(7 + x)");
    for (Instruction in : p.skeleton().instructions()) {
      if (in.op().commutative()) {
        assertThat(p.skeleton().isConstant(in.a())).isFalse();
      }
    }
    assertThat(ProgramParser.parse("x*(x + 7)").skeleton().instructions().getLast().a())
        .isEqualTo(2);
  }

  @Test
  void keepsTheOrderOfOperandsThatDoNotCommute() {
    assertThat(ProgramParser.parse("1 - x")).isNotEqualTo(ProgramParser.parse("x - 1"));
    assertThat(ProgramParser.parse("1/x")).isNotEqualTo(ProgramParser.parse("x/1"));
    assertThat(ProgramParser.parse("fma(x, 2, 3)"))
        .isNotEqualTo(ProgramParser.parse("fma(x, 3, 2)"));
  }

  @Test
  void reportsWhereTheOpenConstantsOfASkeletonWent() {
    Skeleton s =
        new Skeleton(1, 2, List.of(Instruction.of(Op.MUL, 2, 0), Instruction.of(Op.ADD, 1, 3)), 4);
    NormalForm.Ordered ordered = NormalForm.of(s);
    assertThat(ordered.constantOrder()).containsExactly(1, 0);
    assertThat(ordered.skeleton().instructions())
        .containsExactly(Instruction.of(Op.MUL, 0, 1), Instruction.of(Op.ADD, 3, 2));
  }

  /** Notation and ids hang on this order, so a change of it must be seen. */
  @Test
  void ordersAsInEarlierVersions() {
    Program p = ProgramParser.parse("(x + 0.3)*(x + 0.7) + sqrt(x)*(1/x)");
    assertThat(InfixPrinter.pretty(p)).isEqualTo("(x + 0.3)*(x + 0.7) + sqrt(x)*(1/x)");
  }
}
