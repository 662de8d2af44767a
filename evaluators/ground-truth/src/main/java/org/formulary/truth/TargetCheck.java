package org.formulary.truth;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.formulary.expressions.BinaryRational;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.Progress;
import org.formulary.truth.Probe.Finding;
import org.formulary.truth.Probe.Kind;
import org.formulary.truth.Probe.Point;
import org.formulary.truth.reference.RealFunction;
import org.formulary.truth.reference.UndefinedValueException;

/**
 * Whether a function can be approximated on an interval in the chosen error.
 *
 * <p>Refused are points without a value, poles, jumps, values outside 1e±300, and under the
 * relative error zeros inside; a zero at an end is allowed and reported. The function is seen at
 * the points of a reference table; each change of sign is bisected, the places where fourth
 * differences are largest are followed down to neighbouring binary64 numbers, and so are minima of
 * |f| that may touch 0.
 *
 * <p>Limits: this is no proof. Missed are singularities too weak to show at the table's points
 * (with 65 points on a unit interval, about c/(x − p) below c = 1e-7 and c/(x − p)² below c = 1e-6
 * of the function), pairs of zeros between two neighbouring points, and touching zeros beside an
 * end.
 *
 * @param key the option that names the function: "target" or "function"
 * @param function what is asked to approximate
 * @param interval where
 * @param errorKind in which error
 */
public record TargetCheck(
    String key, RealFunction function, Interval interval, ErrorKind errorKind) {
  private static final double LARGEST = 1e300;
  private static final double SMALLEST = 1e-300;

  /** Fewer points than this show nothing. */
  private static final int FEWEST = 8;

  /**
   * A function that passed.
   *
   * @param table its values, by ascending points from end to end
   * @param zeroAtLower whether it vanishes at the lower end
   * @param zeroAtUpper whether it vanishes at the upper end
   * @param warning one line if the table could not be kept
   */
  public record Passed(
      ReferenceTable table, boolean zeroAtLower, boolean zeroAtUpper, Optional<String> warning) {}

  /**
   * Computes the function at the n + 1 points of {@link ChebyshevPoints#lobatto} (n ≥ 8) and checks
   * it. Throws {@link InvalidSpecException} with the key of the option at fault and a message of
   * one line.
   */
  public Passed run(ReferenceTables tables, int n, Progress progress) {
    ReferenceTables.Lookup lookup = lookup(tables, points(n), progress);
    ReferenceTable table = lookup.table();
    checkMagnitudes(table);
    boolean lower = table.values().getFirst().signum() == 0;
    boolean upper = table.values().getLast().signum() == 0;
    checkBetween(graph(table));
    return new Passed(table, lower, upper, lookup.warning());
  }

  private List<BinaryRational> points(int n) {
    if (n < FEWEST) {
      throw new IllegalArgumentException("n must be ≥ %d, was %d".formatted(FEWEST, n));
    }
    try {
      return ChebyshevPoints.lobatto(interval, n);
    } catch (IllegalArgumentException e) {
      throw new InvalidSpecException("interval", "interval " + e.getMessage());
    }
  }

  private ReferenceTables.Lookup lookup(
      ReferenceTables tables, List<BinaryRational> points, Progress progress) {
    try {
      return tables.table(function, points, progress);
    } catch (UndefinedValueException e) {
      throw refused("is not finite: " + e.getMessage());
    }
  }

  private void checkMagnitudes(ReferenceTable table) {
    for (int i = 0; i < table.size(); i++) {
      double y = Math.abs(table.values().get(i).doubleValue());
      boolean zero = table.values().get(i).signum() == 0;
      boolean inside = i > 0 && i < table.size() - 1;
      double x = table.points().get(i).doubleValue();
      if (y > LARGEST) {
        throw refused("exceeds 1e300 at x = " + x);
      }
      if (errorKind == ErrorKind.RELATIVE && zero && inside) {
        throw zeroInside(x);
      }
      if (errorKind == ErrorKind.RELATIVE && !zero && y < SMALLEST) {
        throw refused("falls below 1e-300 at x = " + x);
      }
    }
  }

  private static List<Point> graph(ReferenceTable table) {
    List<Point> graph = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      BigDecimal y = table.values().get(i);
      graph.add(new Point(table.points().get(i).doubleValue(), y.doubleValue()));
    }
    return graph;
  }

  private void checkBetween(List<Point> graph) {
    Probe probe = new Probe(function);
    for (int i = 1; i < graph.size(); i++) {
      if (graph.get(i - 1).y() * Math.signum(graph.get(i).y()) < 0) {
        checkSignChange(probe, graph.get(i - 1), graph.get(i));
      }
    }
    Roughness roughness = new Roughness(graph);
    for (int i : roughness.worst()) {
      boolean up = roughness.fourthDifference(i) > 0;
      probe.singularity(graph.get(i + 1), graph.get(i + 2), up).ifPresent(this::report);
      probe.singularity(graph.get(i + 2), graph.get(i + 3), up).ifPresent(this::report);
    }
    if (errorKind == ErrorKind.RELATIVE) {
      for (int i = 1; i + 1 < graph.size(); i++) {
        if (mayTouchZero(graph.get(i - 1), graph.get(i), graph.get(i + 1))) {
          probe.touchingZero(graph.get(i - 1), graph.get(i + 1)).ifPresent(this::report);
        }
      }
    }
  }

  private void checkSignChange(Probe probe, Point lower, Point upper) {
    if (errorKind == ErrorKind.RELATIVE) {
      report(probe.signChange(lower, upper));
    } else {
      // A zero is welcome, and this way leaves it sooner.
      probe.singularity(lower, upper, true).ifPresent(this::report);
    }
  }

  /** Whether |f| has a minimum here, and the parabola through the points falls to half of it. */
  private static boolean mayTouchZero(Point a, Point b, Point c) {
    boolean oneSign = a.y() * Math.signum(b.y()) > 0 && b.y() * Math.signum(c.y()) > 0;
    if (!oneSign || b.height() > a.height() || b.height() > c.height()) {
      return false;
    }
    double h = b.x() - a.x();
    double k = c.x() - b.x();
    double down = (b.height() - a.height()) / h;
    double up = (c.height() - b.height()) / k;
    double curvature = (up - down) / (h + k);
    double slope = (down * k + up * h) / (h + k);
    return curvature > 0 && b.height() - slope * slope / (4 * curvature) < b.height() / 2;
  }

  private void report(Finding finding) {
    if (finding.kind() != Kind.ZERO) {
      throw refused(
          "%s near x = %s: use an interval without that point"
              .formatted(finding.kind().words(), shortened(finding.x())));
    }
    if (errorKind == ErrorKind.RELATIVE) {
      throw zeroInside(finding.x());
    }
  }

  private InvalidSpecException zeroInside(double x) {
    return refused(
        "is 0 near x = %s, inside the interval: use the absolute error or an interval with the zero at an end"
            .formatted(shortened(x)));
  }

  private static String shortened(double x) {
    return x == 0 ? "0" : String.format(Locale.ROOT, "%.8g", x);
  }

  private InvalidSpecException refused(String problem) {
    return new InvalidSpecException(
        key, "%s \"%s\" on %s %s".formatted(key, function.text(), interval, problem));
  }
}
