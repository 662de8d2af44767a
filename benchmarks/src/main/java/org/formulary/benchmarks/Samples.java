package org.formulary.benchmarks;

import java.math.BigDecimal;
import java.math.MathContext;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Program;
import org.formulary.expressions.eval.DoubleDouble;
import org.formulary.expressions.eval.DoubleDoubleArithmetic;
import org.formulary.expressions.eval.Interpreter;
import org.formulary.truth.reference.RealFunction;

/** Errors at a few points, by the interpreter and reference values; no prover takes part. */
final class Samples {
  static final int POINTS = 41;
  private static final int DIGITS = 40;

  private Samples() {}

  /** The largest relative error at {@value #POINTS} points, ends included, in double-double. */
  static double relativeError(Program program, String function, double low, double high) {
    RealFunction f = RealFunction.parse(function);
    double max = 0;
    for (int i = 0; i < POINTS; i++) {
      double x = low + (high - low) * i / (POINTS - 1);
      BigDecimal exact = f.value(BinaryRational.of(x), DIGITS);
      BigDecimal value =
          Interpreter.evaluate(program, DoubleDoubleArithmetic.INSTANCE, DoubleDouble.of(x))
              .toBigDecimal();
      BigDecimal error = value.subtract(exact).divide(exact, new MathContext(DIGITS)).abs();
      max = Math.max(max, error.doubleValue());
    }
    return max;
  }
}
