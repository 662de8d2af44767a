package org.formulary.approximation.classical;

import java.math.BigDecimal;
import java.math.MathContext;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Program;
import org.formulary.expressions.eval.Arithmetic;
import org.formulary.expressions.eval.Interpreter;

/** Programs in 50 decimal digits: independent of the arithmetic under test. */
enum DecimalArithmetic implements Arithmetic<BigDecimal> {
  INSTANCE;

  static final MathContext DIGITS = new MathContext(50);

  private static final BigDecimal BESIDE = new BigDecimal("1e-25");

  /** Decimal numbers have no infinities: where a program divides by 0, its value next to it. */
  static BigDecimal value(Program program, BigDecimal x) {
    try {
      return Interpreter.evaluate(program, INSTANCE, x);
    } catch (ArithmeticException _) {
      return Interpreter.evaluate(program, INSTANCE, x.add(BESIDE));
    }
  }

  @Override
  public BigDecimal of(BinaryRational value) {
    return value.toBigDecimal();
  }

  @Override
  public BigDecimal add(BigDecimal a, BigDecimal b) {
    return a.add(b, DIGITS);
  }

  @Override
  public BigDecimal subtract(BigDecimal a, BigDecimal b) {
    return a.subtract(b, DIGITS);
  }

  @Override
  public BigDecimal multiply(BigDecimal a, BigDecimal b) {
    return a.multiply(b, DIGITS);
  }

  @Override
  public BigDecimal divide(BigDecimal a, BigDecimal b) {
    return a.divide(b, DIGITS);
  }

  @Override
  public BigDecimal negate(BigDecimal a) {
    return a.negate();
  }

  @Override
  public BigDecimal sqrt(BigDecimal a) {
    return a.sqrt(DIGITS);
  }

  @Override
  public BigDecimal fma(BigDecimal a, BigDecimal b, BigDecimal c) {
    return a.multiply(b).add(c, DIGITS);
  }
}
