package org.formulary.truth.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatContext;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Program;
import org.formulary.expressions.eval.Interpreter;
import org.formulary.expressions.parse.ProgramParser;
import org.junit.jupiter.api.Test;

class ApfloatArithmeticTest {
  private static final MathContext WIDE = new MathContext(80);

  private final ApfloatArithmetic arithmetic = new ApfloatArithmetic(50);

  @Test
  void computesOnWhenAShutdownBegins() {
    assertThat(ApfloatContext.getContext().getCleanupAtExit()).isFalse();
  }

  @Test
  void operationsAgreeWithBigDecimal() {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      BigDecimal a = new BigDecimal(random.nextGaussian());
      BigDecimal b = new BigDecimal(random.nextGaussian());
      BigDecimal c = new BigDecimal(random.nextGaussian());
      Apfloat u = of(a);
      Apfloat v = of(b);
      check(arithmetic.add(u, v), a.add(b));
      check(arithmetic.subtract(u, v), a.subtract(b));
      check(arithmetic.multiply(u, v), a.multiply(b));
      check(arithmetic.divide(u, v), a.divide(b, WIDE));
      check(arithmetic.negate(u), a.negate());
      check(arithmetic.sqrt(of(a.abs())), a.abs().sqrt(WIDE));
      check(arithmetic.fma(u, v, of(c)), a.multiply(b).add(c));
    }
  }

  @Test
  void interpretsPrograms() {
    Program program = ProgramParser.parse("sqrt(x*x + 3)/(0x1.8p+1 - x)");
    BigDecimal x = new BigDecimal(0.7);
    BigDecimal expected =
        x.multiply(x).add(new BigDecimal(3)).sqrt(WIDE).divide(new BigDecimal(3).subtract(x), WIDE);
    check(Interpreter.evaluate(program, arithmetic, of(x)), expected);
  }

  @Test
  void divisionByZeroAndRootsOfNegativesThrow() {
    Apfloat one = arithmetic.of(BinaryRational.ONE);
    Apfloat zero = arithmetic.of(BinaryRational.ZERO);
    assertThatThrownBy(() -> arithmetic.divide(one, zero)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> arithmetic.divide(zero, zero)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> arithmetic.sqrt(arithmetic.negate(one)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void conversionToDecimalRoundsRightWhereApfloatDoesNot() {
    BigDecimal aboveMidpoint =
        new BigDecimal(1 + 0x1p-52)
            .add(BigDecimal.ONE)
            .divide(new BigDecimal(2))
            .add(new BigDecimal("1e-40"));
    Apfloat value = new Apfloat(aboveMidpoint, 60);
    assertThat(ApfloatArithmetic.toBigDecimal(value).doubleValue()).isEqualTo(Math.nextUp(1.0));
  }

  private Apfloat of(BigDecimal value) {
    return new Apfloat(value, 50);
  }

  /** Operands were truncated to 50 digits; sums of unlike size may cancel a few. */
  private static void check(Apfloat actual, BigDecimal expected) {
    BigDecimal difference = ApfloatArithmetic.toBigDecimal(actual).subtract(expected).abs();
    assertThat(difference)
        .isLessThanOrEqualTo(new BigDecimal("1e-45").multiply(expected.abs().max(BigDecimal.ONE)));
    assertThat(actual.precision()).isLessThanOrEqualTo(50);
  }
}
