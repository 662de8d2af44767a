package org.formulary.approximation.classical;

import static org.formulary.expressions.eval.DoubleDouble.subtract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.eval.DoubleDouble;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.Interval;
import org.formulary.truth.ReferenceTable;

/** Makes the target of a reference table: scales its values and divides by its zeros. */
final class TableTarget {
  private static final int MAX_MULTIPLICITY = 8;

  /** Significant bits kept of a reference value; more than a double-double number has. */
  private static final int VALUE_BITS = 128;

  /** A function is divided by a zero if its series is off by no more than this. */
  private static final double SMOOTH = 1e-14;

  /** A quotient that is this much smaller at a zero than elsewhere vanishes there as well. */
  private static final double VANISHING = 1e-18;

  private final ErrorKind kind;
  private final BinaryRational middle;
  private final BinaryRational half;
  private final int exponent;
  private final List<Integer> zeros = new ArrayList<>();
  private final DoubleDouble[] x;
  private final DoubleDouble[] t;
  private final DoubleDouble[] g;
  private ChebyshevSeries series;

  TableTarget(ReferenceTable table, Interval interval, ErrorKind kind) {
    this.kind = kind;
    BinaryRational one = BinaryRational.of(BigInteger.ONE, -1);
    middle = interval.lower().add(interval.upper()).multiply(one);
    half = interval.upper().subtract(interval.lower()).multiply(one);
    int n = table.size();
    x = new DoubleDouble[n];
    t = new DoubleDouble[n];
    g = new DoubleDouble[n];
    exponent = exponent(table.values());
    for (int j = 0; j < n; j++) {
      BinaryRational value = BinaryRational.round(table.values().get(j), VALUE_BITS);
      x[j] = DoubleDouble.from(table.points().get(j));
      t[j] = Target.toT(table.points().get(j), middle, half);
      g[j] = DoubleDouble.from(BinaryRational.of(value.significand(), value.exponent() - exponent));
    }
  }

  /** Of the largest value, so that values come near 1. */
  private static int exponent(List<BigDecimal> values) {
    double largest = values.stream().mapToDouble(v -> Math.abs(v.doubleValue())).max().orElse(0);
    return largest > 0 ? Math.getExponent(largest) : 0;
  }

  Optional<Target> build() {
    series = ChebyshevSeries.through(t, g);
    if (kind == ErrorKind.RELATIVE && !(divide(-1) && divide(1) && divide(0))) {
      return Optional.empty();
    }
    Target.Measure measure = Target.Measure.of(kind, exponent);
    List<Target.Point> grid = new ArrayList<>();
    for (int j = 0; j < g.length; j++) {
      grid.add(new Target.Point(x[j], t[j], g[j], measure.unit().at(x[j].hi(), g[j])));
    }
    boolean vanishes = grid.stream().anyMatch(p -> p.unit() == 0);
    Target.Frame frame = new Target.Frame(middle, half, exponent, zeros);
    return vanishes ? Optional.empty() : Optional.of(new Target(frame, measure, grid, series));
  }

  /**
   * Divides by (t − place) until nothing vanishes at an end, −1 or 1, or at the middle, 0; false if
   * that cannot be told.
   */
  private boolean divide(int place) {
    int at = (place + 1) * (g.length - 1) / 2;
    DoubleDouble root = DoubleDouble.of(place);
    if (g[at].hi() != 0 || t[at].hi() != place) {
      return true;
    }
    for (int k = 0; k < MAX_MULTIPLICITY; k++) {
      if (series.noise() > SMOOTH) {
        return false;
      }
      series = series.dividedBy(root);
      zeros.add(place);
      double largest = 0;
      for (int j = 0; j < g.length; j++) {
        // The table is better than the series next to the zero.
        g[j] = j == at ? series.value(root) : DoubleDouble.divide(g[j], subtract(t[j], root));
        largest = Math.max(largest, Math.abs(g[j].hi()));
      }
      if (Math.abs(g[at].hi()) > largest * VANISHING) {
        return true;
      }
    }
    return false;
  }
}
