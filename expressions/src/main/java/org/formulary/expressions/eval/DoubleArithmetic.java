package org.formulary.expressions.eval;

import org.formulary.expressions.BinaryRational;

/** IEEE 754 binary64, round to nearest: what the exported C and Java compute. */
public enum DoubleArithmetic implements Arithmetic<Double> {
  INSTANCE;

  @Override
  public Double of(BinaryRational value) {
    return value.doubleValue();
  }

  @Override
  public Double add(Double a, Double b) {
    return a + b;
  }

  @Override
  public Double subtract(Double a, Double b) {
    return a - b;
  }

  @Override
  public Double multiply(Double a, Double b) {
    return a * b;
  }

  @Override
  public Double divide(Double a, Double b) {
    return a / b;
  }

  @Override
  public Double negate(Double a) {
    return -a;
  }

  @Override
  public Double sqrt(Double a) {
    return Math.sqrt(a);
  }

  @Override
  public Double fma(Double a, Double b, Double c) {
    return Math.fma(a, b, c);
  }
}
