package org.formulary.expressions.rewrite;

import java.math.BigDecimal;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.eval.Arithmetic;

/** IEEE 754 binary32, round to nearest. */
enum FloatArithmetic implements Arithmetic<Float> {
  INSTANCE;

  @Override
  public Float of(BinaryRational value) {
    BigDecimal exact = value.toBigDecimal();
    return exact.floatValue();
  }

  @Override
  public Float add(Float a, Float b) {
    return a + b;
  }

  @Override
  public Float subtract(Float a, Float b) {
    return a - b;
  }

  @Override
  public Float multiply(Float a, Float b) {
    return a * b;
  }

  @Override
  public Float divide(Float a, Float b) {
    return a / b;
  }

  @Override
  public Float negate(Float a) {
    return -a;
  }

  @Override
  public Float sqrt(Float a) {
    return (float) Math.sqrt(a);
  }

  @Override
  public Float fma(Float a, Float b, Float c) {
    return Math.fma(a, b, c);
  }
}
