package org.formulary.approximation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.formulary.approximation.fit.Norm;
import org.formulary.approximation.fit.Samples;
import org.formulary.expressions.Program;
import org.formulary.expressions.eval.DoubleArithmetic;
import org.formulary.expressions.eval.DoubleDoubleKernel;
import org.formulary.expressions.eval.Interpreter;
import org.formulary.search.domain.Figure;
import org.formulary.truth.ErrorKind;

/** The error of a program at the sample points, for reports; signed where it is drawn. */
final class ErrorCurve {
  static final int ROUNDING_POINTS = 10_000;

  private final Samples samples;
  private final ErrorKind errorKind;
  private final Norm norm;

  ErrorCurve(ApproximationSpec spec, Samples samples) {
    this.samples = samples;
    this.errorKind = spec.errorKind();
    this.norm = spec.norm(samples.size());
  }

  int size() {
    return samples.size();
  }

  /** The weighted error in exact arithmetic (double-double), point by point. */
  List<Figure.Point> exact(Candidate candidate) {
    DoubleDoubleKernel kernel = new DoubleDoubleKernel(samples.size());
    kernel.load(candidate.skeleton());
    kernel.value(candidate.constants(), candidate.lowParts(), samples.x());
    List<Figure.Point> points = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      double d = (kernel.high()[i] - samples.high()[i]) + (kernel.low()[i] - samples.low()[i]);
      points.add(new Figure.Point(samples.x()[i], samples.weight()[i] * d));
    }
    return points;
  }

  double exactError(Candidate candidate) {
    return norm.of(exact(candidate).stream().mapToDouble(Figure.Point::y).toArray());
  }

  /** The error at the sample points as evaluated in binary64. */
  double binary64Error(Candidate candidate) {
    Program program = candidate.program();
    double[] errors = new double[samples.size()];
    for (int i = 0; i < samples.size(); i++) {
      double p = Interpreter.evaluate(program, DoubleArithmetic.INSTANCE, samples.x()[i]);
      errors[i] = samples.weight()[i] * ((p - samples.high()[i]) - samples.low()[i]);
    }
    return norm.of(errors);
  }

  /** What binary64 rounding adds, weighted alike, at many points; needs no reference values. */
  double rounding(Candidate candidate) {
    double low = samples.x()[0];
    double high = samples.x()[samples.size() - 1];
    SplittableRandom random = new SplittableRandom(2);
    double[] x = random.doubles(ROUNDING_POINTS, low, high).toArray();
    DoubleDoubleKernel kernel = new DoubleDoubleKernel(x.length);
    kernel.load(candidate.skeleton());
    kernel.value(candidate.constants(), candidate.lowParts(), x);
    boolean relative = errorKind == ErrorKind.RELATIVE;
    Program program = candidate.program();
    double max = 0;
    for (int i = 0; i < x.length; i++) {
      double p = Interpreter.evaluate(program, DoubleArithmetic.INSTANCE, x[i]);
      double error = Math.abs((p - kernel.high()[i]) - kernel.low()[i]);
      double scale = relative ? Math.abs(kernel.high()[i]) : 1;
      max = Math.max(max, scale == 0 ? error : error / scale);
    }
    return max;
  }
}
