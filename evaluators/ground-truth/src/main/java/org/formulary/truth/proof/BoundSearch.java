package org.formulary.truth.proof;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.function.UnaryOperator;
import org.formulary.expressions.BinaryRational;

/**
 * The running state of a proof: the best lower bound of the maximum found so far, the greatest
 * upper bound accepted so far, and branch and bound of one piece's polynomial against them.
 */
final class BoundSearch {
  /** Upper bounds up to (1 + TOLERANCE) · lower bound are accepted without a closer look. */
  static final double TOLERANCE = 0x1p-14;

  /** Errors below this are accepted as they are: programs that equal the target. */
  static final double FLOOR = 0x1p-300;

  private static final int MAX_HALVINGS = 40;

  private double observed;
  private BinaryRational at;
  private double accepted;

  BoundSearch(BinaryRational start) {
    at = start;
  }

  double observed() {
    return observed;
  }

  BinaryRational at() {
    return at;
  }

  double accepted() {
    return accepted;
  }

  /** Records that the error at {@code point} is at least {@code error}. */
  void observe(double error, BinaryRational point) {
    if (error > observed) {
      observed = error;
      at = point;
    }
  }

  private double threshold() {
    return Math.max(FLOOR, observed * (1 + TOLERANCE));
  }

  private record Part(BernsteinForm form, BinaryRational start, int halvings) {
    BinaryRational end() {
      return start.add(BinaryRational.of(BigInteger.ONE, -halvings));
    }
  }

  /**
   * Bounds |p(s)| + slack for s in [0, 1], where s stands for the point {@code place(s)}. Answers
   * whether the bound could be accepted; if not, the slack is too large here and the piece must be
   * halved.
   */
  boolean accept(PolynomialBound bound, UnaryOperator<BinaryRational> place) {
    double slack = bound.slack();
    ArrayDeque<Part> parts = new ArrayDeque<>();
    parts.push(new Part(bound.form(), BinaryRational.ZERO, 0));
    while (!parts.isEmpty()) {
      Part part = parts.pop();
      double atStart = part.form.atZero();
      double atEnd = part.form.atOne();
      observe(Math.nextDown(atStart - slack), place.apply(part.start));
      observe(Math.nextDown(atEnd - slack), place.apply(part.end()));
      double peak = part.form.upperBound();
      double upper = Up.add(peak, slack);
      if (upper <= threshold()) {
        accepted = Math.max(accepted, upper);
        continue;
      }
      boolean flat = peak - Math.max(atStart, atEnd) <= observed * (TOLERANCE / 8);
      if (flat || part.halvings == MAX_HALVINGS || !(upper < Double.POSITIVE_INFINITY)) {
        return false;
      }
      BernsteinForm[] halves = part.form.halves();
      BinaryRational middle = part.start.add(BinaryRational.of(BigInteger.ONE, -part.halvings - 1));
      parts.push(new Part(halves[1], middle, part.halvings + 1));
      parts.push(new Part(halves[0], part.start, part.halvings + 1));
    }
    return true;
  }
}
