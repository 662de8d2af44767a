package org.formulary.benchmarks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Program;
import org.formulary.expressions.eval.DoubleArithmetic;
import org.formulary.expressions.eval.DoubleDouble;
import org.formulary.expressions.eval.DoubleDoubleArithmetic;
import org.formulary.expressions.eval.Interpreter;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.reference.RealFunction;

/**
 * Errors at {@value #POINTS} points, ends included, by the interpreter and reference values; no
 * prover takes part. Zeros of the function are left out.
 */
record Samples(List<Sample> samples) {
  static final int POINTS = 41;
  private static final MathContext DIGITS = new MathContext(40);

  private record Sample(double x, BigDecimal value) {}

  static Samples of(String function, double low, double high) {
    RealFunction f = RealFunction.parse(function);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      double x = low + (high - low) * i / (POINTS - 1);
      BigDecimal value = f.value(BinaryRational.of(x), DIGITS.getPrecision());
      if (value.signum() != 0) {
        samples.add(new Sample(x, value));
      }
    }
    return new Samples(samples);
  }

  /** In double-double. */
  double error(Program program, ErrorKind kind) {
    return error(
        x ->
            Interpreter.evaluate(program, DoubleDoubleArithmetic.INSTANCE, DoubleDouble.of(x))
                .toBigDecimal(),
        kind);
  }

  /** As binary64 evaluates the program. */
  double binary64Error(Program program, ErrorKind kind) {
    return error(
        x -> new BigDecimal(Interpreter.evaluate(program, DoubleArithmetic.INSTANCE, x)), kind);
  }

  private double error(DoubleFunction<BigDecimal> program, ErrorKind kind) {
    double max = 0;
    for (Sample s : samples) {
      BigDecimal error = program.apply(s.x).subtract(s.value).abs();
      if (kind == ErrorKind.RELATIVE) {
        error = error.divide(s.value.abs(), DIGITS);
      }
      max = Math.max(max, error.doubleValue());
    }
    return max;
  }
}
