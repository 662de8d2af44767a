package org.formulary.truth.proof;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Program;
import org.formulary.expressions.eval.DoubleArithmetic;
import org.formulary.expressions.eval.Interpreter;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.Interval;

/**
 * An upper bound on what rounding does to a program evaluated in binary64, each operation rounded
 * to nearest, against the same program in exact arithmetic.
 *
 * <p>The inputs are cut into sets of consecutive doubles. Over each, a running error analysis
 * ({@link RoundedArithmetic}) bounds the error; the set with the largest bound is halved until
 * halving gains little or {@value #MOST_PIECES} pieces are reached. Every stage is a bound, so
 * stopping early only makes it larger. Like all such analyses it lets all roundings point the same
 * way: it is usually a few times what is seen.
 */
final class RoundingBound {
  /** Nonzero inputs closer to 0 are left out: products of theirs may underflow. */
  static final double LEAST_INPUT = 0x1p-500;

  private static final int MOST_PIECES = 20_000;

  /** The bound is this close to what the same analysis says at a single point. */
  private static final double CLOSE = 1.01;

  private static final int LIMIT_ORDER = 4;
  private static final int LIMIT_BITS = 128;

  private final Program program;
  private final ErrorKind kind;
  private final PriorityQueue<Piece> pieces =
      new PriorityQueue<>(Comparator.comparingDouble(Piece::bound).reversed());

  private record Piece(double low, double high, double bound) {}

  private RoundingBound(Program program, ErrorKind kind) {
    this.program = program;
    this.kind = kind;
  }

  /**
   * The largest |p̂(x) − p(x)|, or that relative to |p(x)|, over the doubles x of the interval that
   * are 0 or at least {@link #LEAST_INPUT} in magnitude. +∞ where there is no bound, as where an
   * operation overflows, a divisor or, under relative error, an inexact value may vanish.
   */
  static double of(Program program, Interval interval, ErrorKind kind) {
    return new RoundingBound(program, kind)
        .over(interval.lower().doubleValue(), interval.upper().doubleValue());
  }

  private double over(double low, double high) {
    put(low, Math.min(high, -LEAST_INPUT));
    put(Math.max(low, 0), Math.min(high, 0));
    put(Math.max(low, LEAST_INPUT), high);
    double least = 0;
    while (pieces.size() < MOST_PIECES) {
      Piece top = pieces.poll();
      // Between neighbours the middle may round up to the higher.
      double middle = Math.min(top.low / 2 + top.high / 2, Math.nextDown(top.high));
      if (top.low == top.high || top.bound <= CLOSE * least) {
        return top.bound;
      }
      double at = bound(middle, middle);
      least = at < Double.POSITIVE_INFINITY ? Math.max(least, at) : least;
      put(top.low, middle);
      put(Math.nextUp(middle), top.high);
    }
    return pieces.peek().bound;
  }

  private void put(double low, double high) {
    if (low <= high) {
      pieces.add(new Piece(low, high, bound(low, high)));
    }
  }

  private double bound(double low, double high) {
    Rounded value =
        Interpreter.evaluate(program, RoundedArithmetic.INSTANCE, new Rounded(low, high, 0));
    double bound = kind == ErrorKind.RELATIVE ? value.relativeError() : value.error();
    if (bound < Double.POSITIVE_INFINITY) {
      return bound;
    }
    return low == high ? limitBound(low) : Double.POSITIVE_INFINITY;
  }

  /**
   * At one input, where a value on the way may be infinite as in 1/(1/x + 1) at 0: what is computed
   * against the limit of the program.
   */
  private double limitBound(double x) {
    double computed = Interpreter.evaluate(program, DoubleArithmetic.INSTANCE, x);
    if (!Double.isFinite(computed)) {
      return Double.POSITIVE_INFINITY;
    }
    BinaryRational at = BinaryRational.of(x);
    Patch patch = Patch.about(at, at, at, LIMIT_ORDER, LIMIT_BITS);
    try {
      Ball exact =
          Interpreter.evaluate(
                  program, new FractionArithmetic(patch), Fraction.of(TaylorModel.variable(patch)))
              .plain("a pole of the program")
              .range();
      double error =
          Ball.of(BinaryRational.of(computed)).subtract(exact, LIMIT_BITS).upperMagnitude();
      return kind == ErrorKind.RELATIVE && error > 0
          ? Up.divide(error, exact.lowerMagnitude())
          : error;
    } catch (NoEnclosureException e) {
      return Double.POSITIVE_INFINITY;
    }
  }
}
