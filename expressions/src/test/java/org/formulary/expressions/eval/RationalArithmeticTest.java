package org.formulary.expressions.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Program;
import org.formulary.expressions.parse.ProgramParser;
import org.junit.jupiter.api.Test;

final class RationalArithmeticTest {
  private static Rational value(String program, Rational x) {
    Program p = ProgramParser.parse(program);
    return Interpreter.evaluate(p, RationalArithmetic.INSTANCE, x);
  }

  @Test
  void isInLowestTermsWithAPositiveDenominator() {
    assertThat(Rational.of(6, -4)).isEqualTo(Rational.of(-3, 2)).hasToString("-3/2");
    assertThat(Rational.of(0, -7)).isEqualTo(Rational.of(0, 1));
  }

  @Test
  void evaluatesProgramsExactly() {
    assertThat(value("x*x - 1/x", Rational.of(2, 3))).isEqualTo(Rational.of(-19, 18));
    assertThat(value("fma(x, x, -x) + 0.5", Rational.of(1, 3))).isEqualTo(Rational.of(5, 18));
    assertThat(value("sqrt(x)", Rational.of(9, 49))).isEqualTo(Rational.of(3, 7));
    assertThat(RationalArithmetic.INSTANCE.of(BinaryRational.parse("-0x1.8p+3")))
        .isEqualTo(Rational.of(-12, 1));
  }

  @Test
  void throwsWhereThereIsNoFraction() {
    assertThatThrownBy(() -> value("1/(x - x)", Rational.of(1, 3)))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("division by zero");
    assertThatThrownBy(() -> value("sqrt(x)", Rational.of(2, 1)))
        .hasMessage("a root that is no fraction");
    assertThatThrownBy(() -> value("sqrt(x)", Rational.of(-1, 1)))
        .hasMessage("the root of a negative number");
  }
}
