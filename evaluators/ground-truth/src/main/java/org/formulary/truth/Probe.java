package org.formulary.truth;

import java.util.Optional;
import org.formulary.expressions.BinaryRational;
import org.formulary.truth.reference.RealFunction;
import org.formulary.truth.reference.UndefinedValueException;

/** Follows a suspicion about a function down to neighbouring binary64 numbers. */
record Probe(RealFunction function) {
  /** Enough to see a growth or a decay. */
  private static final int DIGITS = 15;

  /** A difference below this part of the values is rounding. */
  private static final double ROUNDING = 1e-12;

  private static final int STEPS = 50;

  /** A decay by this factor ends a search early: what decays so is continuous. */
  private static final double DECAYED = 1.0 / 8;

  /** What was found, and where. */
  record Finding(Kind kind, double x) {}

  enum Kind {
    ZERO("is 0"),
    POLE("has a pole or is undefined"),
    JUMP("is not continuous");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** A point of the graph. */
  record Point(double x, double y) {
    double height() {
      return Math.abs(y);
    }
  }

  /** The value as a double, or empty where there is none or none that a double can hold. */
  Optional<Point> at(double x) {
    try {
      double y = function.value(BinaryRational.of(x), DIGITS).doubleValue();
      return Double.isFinite(y) ? Optional.of(new Point(x, y)) : Optional.empty();
    } catch (UndefinedValueException e) {
      return Optional.empty();
    }
  }

  /**
   * What lies between two points of opposite sign: at a zero the values decay as the points
   * approach each other, at a pole they grow.
   */
  Finding signChange(Point lower, Point upper) {
    Point a = lower;
    Point b = upper;
    for (int step = 0; step < STEPS; step++) {
      double x = middle(a, b);
      if (x == a.x() || x == b.x()) {
        break;
      }
      Optional<Point> m = at(x);
      if (m.isEmpty()) {
        return new Finding(Kind.POLE, x);
      }
      if (m.get().y() == 0) {
        return new Finding(Kind.ZERO, x);
      }
      if (Math.signum(m.get().y()) == Math.signum(a.y())) {
        a = m.get();
      } else {
        b = m.get();
      }
    }
    double growth = Math.max(a.height(), b.height()) / Math.max(lower.height(), upper.height());
    Kind kind = growth < 0.5 ? Kind.ZERO : growth > 2 ? Kind.POLE : Kind.JUMP;
    return new Finding(kind, middle(a, b));
  }

  /** A pole or a jump between two points, if one of two ways down leads there; up: of a peak. */
  Optional<Finding> singularity(Point lower, Point upper, boolean up) {
    Optional<Finding> found =
        descend(lower, upper, (a, m, b) -> Math.abs(m.y() - a.y()) > Math.abs(b.y() - m.y()));
    return found.isPresent()
        ? found
        : descend(lower, upper, (a, m, b) -> up ? a.y() > b.y() : a.y() < b.y());
  }

  /** Whether to go on in the left half. */
  private interface Choice {
    boolean left(Point a, Point m, Point b);
  }

  /**
   * Halves the interval again and again: the difference across the half kept decays where the
   * function is continuous, remains at a jump, and grows at a pole. Keeping the steeper half leads
   * to jumps and poles of odd order, keeping that with the higher end to peaks.
   */
  private Optional<Finding> descend(Point lower, Point upper, Choice choice) {
    Point a = lower;
    Point b = upper;
    double first = 0;
    double difference = 0;
    for (int step = 0; step < STEPS; step++) {
      double x = middle(a, b);
      if (x == a.x() || x == b.x()) {
        break;
      }
      Optional<Point> m = at(x);
      if (m.isEmpty()) {
        return Optional.of(new Finding(Kind.POLE, x));
      }
      double left = Math.abs(m.get().y() - a.y());
      double right = Math.abs(b.y() - m.get().y());
      difference = Math.max(left, right);
      first = step == 0 ? difference : first;
      double height = Math.max(a.height(), b.height());
      if (difference <= Math.max(DECAYED * first, ROUNDING * height)) {
        return Optional.empty();
      }
      if (choice.left(a, m.get(), b)) {
        b = m.get();
      } else {
        a = m.get();
      }
    }
    double growth = difference / first;
    return growth < 0.25
        ? Optional.empty()
        : Optional.of(new Finding(growth > 4 ? Kind.POLE : Kind.JUMP, middle(a, b)));
  }

  /**
   * A zero without change of sign: the minimum of |f| between two points by golden section, if it
   * is below 1e-12 of the lower end point.
   */
  Optional<Finding> touchingZero(Point lower, Point upper) {
    double golden = (Math.sqrt(5) - 1) / 2;
    double a = lower.x();
    double b = upper.x();
    double small = 1e-12 * Math.min(lower.height(), upper.height());
    Point best = lower.height() < upper.height() ? lower : upper;
    for (int step = 0; step < 2 * STEPS && best.height() > small; step++) {
      Optional<Point> c = at(b - golden * (b - a));
      Optional<Point> d = at(a + golden * (b - a));
      if (c.isEmpty() || d.isEmpty()) {
        return Optional.of(new Finding(Kind.POLE, middle(lower, upper)));
      }
      if (c.get().height() < d.get().height()) {
        b = d.get().x();
        best = c.get();
      } else {
        a = c.get().x();
        best = d.get();
      }
    }
    return best.height() <= small
        ? Optional.of(new Finding(Kind.ZERO, best.x()))
        : Optional.empty();
  }

  private static double middle(Point a, Point b) {
    return a.x() / 2 + b.x() / 2;
  }
}
