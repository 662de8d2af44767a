package org.formulary.truth.proof;

import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.eval.Arithmetic;

/** Evaluates programs in Taylor models that may pass through infinity. */
record FractionArithmetic(Patch patch) implements Arithmetic<Fraction> {
  @Override
  public Fraction of(BinaryRational value) {
    return Fraction.of(TaylorModel.constant(patch, Ball.of(value)));
  }

  @Override
  public Fraction add(Fraction a, Fraction b) {
    return a.add(b);
  }

  @Override
  public Fraction subtract(Fraction a, Fraction b) {
    return a.add(b.negate());
  }

  @Override
  public Fraction multiply(Fraction a, Fraction b) {
    return a.multiply(b);
  }

  @Override
  public Fraction divide(Fraction a, Fraction b) {
    return a.divide(b);
  }

  @Override
  public Fraction negate(Fraction a) {
    return a.negate();
  }

  @Override
  public Fraction sqrt(Fraction a) {
    return a.sqrt();
  }

  @Override
  public Fraction fma(Fraction a, Fraction b, Fraction c) {
    return a.multiply(b).add(c);
  }
}
