package org.formulary.truth.proof;

import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.eval.Arithmetic;

/**
 * Evaluates programs in balls: the result contains the exact value of the program for every input
 * in the given ball. Division by a ball that contains 0 throws {@link ArithmeticException}.
 *
 * @param bits the working precision
 */
public record BallArithmetic(int bits) implements Arithmetic<Ball> {
  @Override
  public Ball of(BinaryRational value) {
    return Ball.of(value);
  }

  @Override
  public Ball add(Ball a, Ball b) {
    return a.add(b, bits);
  }

  @Override
  public Ball subtract(Ball a, Ball b) {
    return a.subtract(b, bits);
  }

  @Override
  public Ball multiply(Ball a, Ball b) {
    return a.multiply(b, bits);
  }

  @Override
  public Ball divide(Ball a, Ball b) {
    return a.divide(b, bits);
  }

  @Override
  public Ball negate(Ball a) {
    return a.negate();
  }

  @Override
  public Ball sqrt(Ball a) {
    return a.sqrt(bits);
  }

  @Override
  public Ball fma(Ball a, Ball b, Ball c) {
    return a.multiply(b, bits).add(c, bits);
  }
}
