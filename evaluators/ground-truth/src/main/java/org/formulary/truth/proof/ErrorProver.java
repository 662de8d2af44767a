package org.formulary.truth.proof;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Program;
import org.formulary.expressions.eval.DoubleArithmetic;
import org.formulary.expressions.eval.Interpreter;
import org.formulary.expressions.parse.Formula;
import org.formulary.search.domain.Progress;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.Interval;

/**
 * Proves upper bounds on the error of a program over a closed interval.
 *
 * <p>The interval is cut into pieces. On each piece the error is enclosed by a Taylor model in ball
 * arithmetic ({@link TaylorModel}); the polynomial's range comes from its Bernstein form by branch
 * and bound, the remainder is added. Pieces whose remainder is too large are halved. The error at
 * the best point found is enclosed on its own, so bound and observation meet within 2⁻¹⁴ or so,
 * relatively.
 *
 * <p>At the two ends of the interval, and at −1, 0 and 1 inside it (where targets like to vanish),
 * the error is the limit where both program and target allow one, and the program must be finite
 * there as binary64 computes it: division by zero follows IEEE 754, NaN and infinite results
 * refute.
 */
public final class ErrorProver {
  /** Sums and products of some binary64 numbers are exact in so many bits. */
  private static final int EXACT_BITS = 960;

  private static final int EXACT_ORDER = 4;

  private final Limits limits;
  private final boolean meanSquare;
  private final boolean finiteEverywhere;

  private ErrorProver(Limits limits, boolean meanSquare, boolean finiteEverywhere) {
    this.limits = limits;
    this.meanSquare = meanSquare;
    this.finiteEverywhere = finiteEverywhere;
  }

  /** Gives up after 20,000 pieces or one minute. */
  public static ErrorProver standard() {
    return of(20_000, Duration.ofMinutes(1), System::nanoTime);
  }

  /** Gives up after the given number of pieces or the given time on the given clock. */
  public static ErrorProver of(int maxBoxes, Duration maxTime, LongSupplier nanoClock) {
    return new ErrorProver(new Limits(maxBoxes, maxTime, nanoClock), false, true);
  }

  /** One that encloses the root mean square of the error too. */
  public ErrorProver withMeanSquare() {
    return new ErrorProver(limits, true, finiteEverywhere);
  }

  /** One to which the limits at the ends and at −1, 0, 1 are enough, whatever binary64 computes. */
  public ErrorProver withLimits() {
    return new ErrorProver(limits, meanSquare, false);
  }

  /**
   * Proves a bound on the error of {@code program} against {@code target}, a formula in x, over the
   * whole interval.
   */
  public ErrorProof prove(
      Program program, Formula target, Interval interval, ErrorKind kind, Progress progress) {
    return prove(program, target, interval, kind, Optional.empty(), progress);
  }

  /** The same of the error times a weight, a formula in x. */
  public ErrorProof prove(
      Program program,
      Formula target,
      Interval interval,
      ErrorKind kind,
      Optional<Formula> weight,
      Progress progress) {
    for (BinaryRational end : Cover.specialPoints(interval)) {
      double value = Interpreter.evaluate(program, DoubleArithmetic.INSTANCE, end.doubleValue());
      if (finiteEverywhere && !Double.isFinite(value)) {
        return new ErrorProof.Refuted("the program is " + value + Cover.at(end));
      }
    }
    ErrorFunction error = new ErrorFunction(program, target, kind, weight);
    try {
      return new Cover(error, interval, meanSquare, limits, progress).prove();
    } catch (UnsupportedFormulaException e) {
      return new ErrorProof.Unsupported(e.name());
    }
  }

  /**
   * The sign of a formula midway between each two neighbours of the ends and −1, 0, 1: 1 or −1
   * where it is proved to be that at all of them, else 0. A formula that vanishes nowhere else, as
   * a bound on a relative error implies, has that sign on the whole interval.
   */
  public static int sign(Formula formula, Interval interval) {
    List<BinaryRational> ends = Cover.specialPoints(interval);
    int sign = 0;
    for (int i = 1; i < ends.size(); i++) {
      BinaryRational sum = ends.get(i - 1).add(ends.get(i));
      int here = sign(formula, BinaryRational.of(sum.significand(), sum.exponent() - 1));
      if (here == 0 || here == -sign) {
        return 0;
      }
      sign = here;
    }
    return sign;
  }

  private static int sign(Formula formula, BinaryRational x) {
    try {
      Ball value = FormulaModel.of(formula, exactPoint(x)).plain().range();
      return value.isPositive() ? 1 : value.isNegative() ? -1 : 0;
    } catch (NoEnclosureException | UnsupportedFormulaException e) {
      return 0;
    }
  }

  /** The value of a formula at a point where it is known to be a binary fraction, exactly. */
  public static Optional<BinaryRational> exactValue(Formula formula, BinaryRational x) {
    try {
      return exact(FormulaModel.of(formula, exactPoint(x)).plain());
    } catch (NoEnclosureException | UnsupportedFormulaException e) {
      return Optional.empty();
    }
  }

  /** The value of a program at a point, or its limit there, where that is so known. */
  public static Optional<BinaryRational> exactValue(Program program, BinaryRational x) {
    Patch point = exactPoint(x);
    Fraction at = Fraction.of(TaylorModel.variable(point));
    try {
      return exact(Interpreter.evaluate(program, new FractionArithmetic(point), at).plain());
    } catch (NoEnclosureException e) {
      return Optional.empty();
    }
  }

  private static Optional<BinaryRational> exact(TaylorModel model) {
    return Optional.of(model.range()).filter(Ball::isExact).map(Ball::center);
  }

  private static Patch exactPoint(BinaryRational x) {
    return Patch.about(x, x, x, EXACT_ORDER, EXACT_BITS);
  }

  /**
   * Proves a bound on the error of {@code program} as binary64 evaluates it, its constants rounded
   * to nearest and each operation too, at every double of the interval but those with 0 &lt; |x|
   * &lt; 2⁻⁵⁰⁰. Empty where none was found.
   *
   * <p>With p the program of the rounded constants, p̂ what is computed, |p − f| ≤ δ|f| by {@link
   * #prove} and |p̂ − p| ≤ ρ|p| by a running error analysis: |p̂ − f| ≤ (δ + ρ(1 + δ)) |f|; in
   * absolute terms the two bounds add.
   */
  public OptionalDouble proveBinary64(
      Program program, Formula target, Interval interval, ErrorKind kind, Progress progress) {
    double[] constants = program.doubleConstants();
    if (!Arrays.stream(constants).allMatch(Double::isFinite)) {
      return OptionalDouble.empty();
    }
    Program rounded =
        new Program(
            program.skeleton(), Arrays.stream(constants).mapToObj(BinaryRational::of).toList());
    if (!(prove(rounded, target, interval, kind, progress) instanceof ErrorProof.Proved proved)) {
      return OptionalDouble.empty();
    }
    double delta = proved.upperBound();
    double rho = RoundingBound.of(rounded, interval, kind);
    double added = kind == ErrorKind.RELATIVE ? Up.multiply(rho, Up.add(1, delta)) : rho;
    double bound = Up.add(delta, added);
    return bound < Double.POSITIVE_INFINITY ? OptionalDouble.of(bound) : OptionalDouble.empty();
  }
}
