package org.formulary.approximation.classical;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.formulary.expressions.Program;
import org.formulary.expressions.Skeleton;
import org.formulary.expressions.cost.OperationCount;
import org.formulary.expressions.eval.DoubleArithmetic;
import org.formulary.expressions.eval.DoubleDouble;
import org.formulary.expressions.eval.DoubleDoubleArithmetic;
import org.formulary.expressions.eval.Interpreter;
import org.formulary.expressions.print.InfixPrinter;
import org.formulary.search.domain.Baseline;
import org.formulary.search.domain.Scores;

/**
 * Writes approximants as programs, chooses the width of their constants, and measures them against
 * the target.
 */
final class Appraisal {
  /** A coefficient that moves a polynomial by less than this part of its error is 0. */
  private static final double NOTHING = 1e-6;

  private static final int NARROW_BITS = 53;
  private static final int WIDE_BITS = 106;

  /** Rounding of the measurement may be this part of an error. */
  private static final double UNTOLD = 1e-4;

  /** Of the grid, every point of this number is enough for an estimate. */
  private static final int SPARSE = 4;

  /** What rounding in binary64 is multiplied by for an estimate of that in double-double. */
  private static final double FINER = 0x1p-50;

  private static final double NARROW_COST = 1.001;
  private static final double WIDE_COST = 1.01;

  private final Target target;

  Appraisal(Target target) {
    this.target = target;
  }

  Target target() {
    return target;
  }

  /** An error of the function as small as can be told from none. */
  double resolution() {
    return target.toError(target.resolution());
  }

  /** The largest error of a quotient that approximates the target itself. */
  double error(Quotient r) {
    return Peaks.largest(target, x -> Target.error(r.value(x.t()), x));
  }

  /**
   * The program of an approximant; empty where it has none in the scheme, is no better than 0,
   * loses more than 1 % of its error by the rounding of its constants, or cancels so much that
   * double-double arithmetic cannot tell its error.
   */
  Optional<Baseline> baseline(String family, Approximant a, EvaluationScheme scheme) {
    boolean plain = a.composition().isPlain();
    double measured = plain ? error(a.quotient()) : error(a);
    if (!HornerForm.isFull(a.quotient()) || !(measured < target.errorOfZero())) {
      return Optional.empty();
    }
    double ideal = Math.max(measured, target.resolution());
    HornerForm exact = HornerForm.of(a.source(), a.quotient());
    if (plain) {
      exact = exact.without(target.toCore(NOTHING * ideal), reach());
    }
    if (!exact.isFull()) {
      return Optional.empty();
    }
    for (Form form : scheme.forms(exact)) {
      for (int bits = NARROW_BITS; bits <= WIDE_BITS; bits += WIDE_BITS - NARROW_BITS) {
        Form rounded = form.rounded(bits);
        OpenProgram core = new OpenProgram(a.composition().core(rounded));
        double error = error(core);
        double least = Math.max(UNTOLD * error, target.resolution());
        boolean told = rounding(core) <= least;
        if (told && error <= ideal * (bits == NARROW_BITS ? NARROW_COST : WIDE_COST)) {
          return Optional.of(baseline(family, a, rounded, error));
        }
      }
    }
    return Optional.empty();
  }

  private Baseline baseline(String family, Approximant a, Form form, double error) {
    Program program = a.composition().program(form);
    Scores scores = Scores.of(target.toError(error), OperationCount.PLAIN.of(program.skeleton()));
    return new Baseline(family, a.detail(), scores, InfixPrinter.print(program));
  }

  private double reach() {
    return Math.max(Math.abs(target.end(-1).doubleValue()), Math.abs(target.end(1).doubleValue()));
  }

  private double error(Approximant a) {
    return Peaks.largest(target, x -> Target.error(target.normalised(a.core(x.x())), x));
  }

  private double error(OpenProgram core) {
    return Peaks.largest(target, x -> Target.error(target.normalised(core.value(x.x())), x));
  }

  /**
   * An estimate of what rounding adds to a measured error, from what it adds in binary64 at a point
   * and its neighbours, since it may be nothing by chance. Points where that is not finite, between
   * two infinities, do not count.
   */
  private double rounding(OpenProgram core) {
    double largest = 0;
    double before = 0;
    double unit = Double.POSITIVE_INFINITY;
    for (int i = 0; i < target.grid().size(); i += SPARSE) {
      Target.Point point = target.grid().get(i);
      double x = point.x().hi();
      DoubleDouble off =
          DoubleDouble.subtract(DoubleDouble.of(core.value(x)), core.value(DoubleDouble.of(x)));
      double here = Math.abs(target.normalised(off).hi());
      here = Double.isFinite(here) ? here : 0;
      double smaller = Math.min(unit, point.unit());
      largest = Math.max(largest, Math.max(before, here) / smaller);
      before = here;
      unit = point.unit();
    }
    return largest * FINER;
  }

  /** A program with its constants as further inputs, so that each is converted once. */
  private static final class OpenProgram {
    private final Program program;
    private final List<DoubleDouble> fine = new ArrayList<>(List.of(DoubleDouble.ZERO));
    private final List<Double> rough = new ArrayList<>(List.of(0.0));

    OpenProgram(Program core) {
      Skeleton s = core.skeleton();
      Skeleton open = new Skeleton(1 + s.constants(), 0, s.instructions(), s.output());
      program = new Program(open, List.of());
      core.constants().forEach(c -> fine.add(DoubleDouble.from(c)));
      core.constants().forEach(c -> rough.add(c.doubleValue()));
    }

    DoubleDouble value(DoubleDouble x) {
      fine.set(0, x);
      return Interpreter.evaluate(program, DoubleDoubleArithmetic.INSTANCE, fine);
    }

    double value(double x) {
      rough.set(0, x);
      return Interpreter.evaluate(program, DoubleArithmetic.INSTANCE, rough);
    }
  }
}
