package org.formulary.expressions.eval;

import org.formulary.expressions.BinaryRational;

/**
 * Double-double arithmetic, with the error bounds of {@link DoubleDouble}. Here {@link #fma} is a
 * product and a sum, so it is not rounded once: with u = 2^−53 its error is at most 4u²·|a·b| +
 * 4u²·|result|.
 */
public enum DoubleDoubleArithmetic implements Arithmetic<DoubleDouble> {
  INSTANCE;

  @Override
  public DoubleDouble of(BinaryRational value) {
    return DoubleDouble.from(value);
  }

  @Override
  public DoubleDouble add(DoubleDouble a, DoubleDouble b) {
    return DoubleDouble.add(a, b);
  }

  @Override
  public DoubleDouble subtract(DoubleDouble a, DoubleDouble b) {
    return DoubleDouble.subtract(a, b);
  }

  @Override
  public DoubleDouble multiply(DoubleDouble a, DoubleDouble b) {
    return DoubleDouble.multiply(a, b);
  }

  @Override
  public DoubleDouble divide(DoubleDouble a, DoubleDouble b) {
    return DoubleDouble.divide(a, b);
  }

  @Override
  public DoubleDouble negate(DoubleDouble a) {
    return a.negate();
  }

  @Override
  public DoubleDouble sqrt(DoubleDouble a) {
    return DoubleDouble.sqrt(a);
  }

  @Override
  public DoubleDouble fma(DoubleDouble a, DoubleDouble b, DoubleDouble c) {
    return DoubleDouble.add(DoubleDouble.multiply(a, b), c);
  }
}
