package org.formulary.approximation;

import java.math.BigDecimal;
import java.util.Optional;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Derivative;
import org.formulary.expressions.Op;
import org.formulary.expressions.Program;
import org.formulary.expressions.Skeleton;
import org.formulary.expressions.eval.DoubleDoubleKernel;
import org.formulary.expressions.parse.Formula;
import org.formulary.search.domain.Progress;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.proof.ErrorProof;
import org.formulary.truth.proof.ErrorProver;

/**
 * Proves constraints by error bounds: what is within c of c, and not at the rim, is positive.
 *
 * <p>A program whose error lies in [−B, 0) lies within c of the target moved by −c, for c a little
 * more than B/2. A slope in (0, B] lies within c of the constant c.
 */
final class ConstraintProof {
  /** c is larger than B/2 by this part of it. */
  private static final double MORE = 0x1p-10;

  private final ApproximationSpec spec;
  private final Progress progress;

  /** Proofs for one problem. */
  ConstraintProof(ApproximationSpec spec, Progress progress) {
    this.spec = spec;
    this.progress = progress;
  }

  /** What came of one constraint. */
  sealed interface Result {
    record Holds() implements Result {}

    record Fails(String reason) implements Result {}

    record Open(String reason) implements Result {}
  }

  /**
   * Tries to prove it.
   *
   * @param bound proved, on the error of the program against {@code target}
   */
  Result of(Constraint constraint, Program program, Formula target, double bound) {
    return constraint.isSide()
        ? side(constraint, program, target, bound)
        : slope(constraint, program);
  }

  private Result side(Constraint constraint, Program program, Formula target, double bound) {
    double c = bound / 2 * (1 + MORE);
    if (spec.errorKind() == ErrorKind.ABSOLUTE) {
      Formula moved = binary(Formula.Operator.ADD, target, number(constraint.sign() * c));
      return within(c, constraint, prove(ErrorProver.standard(), program, moved, spec.errorKind()));
    }
    int targetSign = ErrorProver.sign(target, spec.interval());
    double shift =
        constraint.sign() * targetSign * c; // relative to a negative target, f + c·f is below
    if (targetSign == 0 || !(1 + shift > 0)) {
      return new Result.Open(
          targetSign == 0
              ? "the function was not shown to have one sign"
              : "an error of %s is too large to prove its sign".formatted(bound));
    }
    // |p − f·(1 ± c)| < c·|f|, relative to what f was moved to.
    BigDecimal factor = BigDecimal.ONE.add(new BigDecimal(shift));
    Formula moved = binary(Formula.Operator.MULTIPLY, target, number(factor));
    double allowed = Math.nextDown(c / Math.nextUp(1 + shift));
    return within(
        allowed, constraint, prove(ErrorProver.standard(), program, moved, spec.errorKind()));
  }

  private Result slope(Constraint constraint, Program program) {
    if (mayJump(program)) {
      return new Result.Open("there is a root of what is not finite on the way");
    }
    Program derivative = Derivative.of(program);
    // A program may be c/x on the way where its slope is asked for; that has a limit there.
    ErrorProver prover = ErrorProver.standard().withLimits();
    ErrorProof largest = prove(prover, derivative, number(0), ErrorKind.ABSOLUTE);
    if (!(largest instanceof ErrorProof.Proved p)) {
      return new Result.Open("no bound on the slope was found");
    }
    double c = p.upperBound() / 2 * (1 + MORE);
    ErrorProof nearC = prove(prover, derivative, number(constraint.sign() * c), ErrorKind.ABSOLUTE);
    return within(c, constraint, nearC);
  }

  /**
   * Whether the limits from both sides may differ at a point inside, where slopes are limits too. A
   * quotient of polynomials has one limit or none; with roots of infinite values it may have two.
   */
  private boolean mayJump(Program program) {
    Skeleton skeleton = program.skeleton();
    if (skeleton.instructions().stream().noneMatch(in -> in.op() == Op.SQRT)) {
      return false;
    }
    DoubleDoubleKernel kernel = new DoubleDoubleKernel(1);
    kernel.load(skeleton);
    double[] constants = program.doubleConstants();
    for (double x : new double[] {-1, 0, 1}) {
      kernel.value(constants, new double[constants.length], new double[] {x});
      for (int v = 0; v < skeleton.values(); v++) {
        if (!Double.isFinite(kernel.high(v)[0]) && spec.interval().contains(BinaryRational.of(x))) {
          return true;
        }
      }
    }
    return false;
  }

  private static Result within(double allowed, Constraint constraint, ErrorProof proof) {
    if (!(proof instanceof ErrorProof.Proved p)) {
      return new Result.Open("it was not shown that it is " + constraint.words());
    }
    if (p.upperBound() < allowed) {
      return new Result.Holds();
    }
    return p.observed() > allowed * (1 + MORE)
        ? new Result.Fails("not %s at x = %s".formatted(constraint.words(), p.at().doubleValue()))
        : new Result.Open("it was not shown that it is " + constraint.words());
  }

  private ErrorProof prove(ErrorProver prover, Program program, Formula target, ErrorKind kind) {
    return prover.prove(program, target, spec.interval(), kind, Optional.empty(), progress);
  }

  private static Formula binary(Formula.Operator operator, Formula left, Formula right) {
    return new Formula.Binary(operator, left, right, 0);
  }

  private static Formula number(double value) {
    return number(new BigDecimal(value));
  }

  private static Formula number(BigDecimal exact) {
    Formula magnitude = new Formula.Number(exact.abs().toPlainString(), exact.abs(), 0);
    return exact.signum() < 0 ? new Formula.Negation(magnitude, 0) : magnitude;
  }
}
