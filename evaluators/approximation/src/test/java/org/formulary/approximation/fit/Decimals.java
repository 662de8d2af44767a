package org.formulary.approximation.fit;

import java.math.BigDecimal;
import java.math.MathContext;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Program;
import org.formulary.expressions.eval.Arithmetic;
import org.formulary.expressions.eval.Interpreter;

/** Decimals of 60 digits. */
enum Decimals implements Arithmetic<BigDecimal> {
  INSTANCE;

  private static final MathContext DIGITS = new MathContext(60);

  static BigDecimal value(Program program, BigDecimal x) {
    return Interpreter.evaluate(program, INSTANCE, x);
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
