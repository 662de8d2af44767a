package org.formulary.approximation.classical;

import static org.formulary.expressions.eval.DoubleDouble.divide;
import static org.formulary.expressions.eval.DoubleDouble.multiply;
import static org.formulary.expressions.eval.DoubleDouble.subtract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.eval.DoubleDouble;
import org.formulary.truth.ChebyshevPoints;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.Interval;
import org.formulary.truth.ReferenceTable;

/**
 * What the classical forms approximate: a function g on [−1, 1] with f(x) = 2^e·Π(t − tᵢ)·g(t).
 *
 * <p>Here t = (x − middle)/half, the tᵢ are ends at which f vanishes, factored out under relative
 * error only (so that the program vanishes there too, and its relative error is that of g), and 2^e
 * brings the values near 1.
 *
 * <p>g is known on the grid of the table. Where its Chebyshev series has decayed there, g is known
 * between the points too, and has derivatives; else the grid is all there is.
 */
final class Target {
  private static final int MAX_MULTIPLICITY = 8;

  /** Significant bits kept of a reference value; more than a double-double number has. */
  private static final int VALUE_BITS = 128;

  /** A series stands for the function if its error is below this part of the largest value. */
  private static final double SMOOTH = 1e-14;

  /** Errors below this are not told from none in double-double arithmetic. */
  private static final double ROUNDING = 1e-24;

  /** A quotient that is this much smaller at an end than elsewhere vanishes there as well. */
  private static final double VANISHING = 1e-18;

  private final BinaryRational middle;
  private final BinaryRational half;
  private final int exponent;
  private final List<Integer> zeros;
  private final List<Point> grid;
  private final ErrorKind kind;
  private final Optional<ChebyshevSeries> series;

  private Target(Builder b) {
    this.middle = b.middle;
    this.half = b.half;
    this.exponent = b.exponent;
    this.zeros = List.copyOf(b.zeros);
    this.grid = List.copyOf(b.grid);
    this.kind = b.kind;
    this.series = b.isSmooth() ? Optional.of(b.series) : Optional.empty();
  }

  /**
   * A point of the curve.
   *
   * @param x on the interval of the function
   * @param t on [−1, 1]
   * @param g the target
   * @param unit what an error there is divided by: |g| or 1
   */
  record Point(DoubleDouble x, DoubleDouble t, DoubleDouble g, double unit) {}

  /**
   * The target of a table over the points of {@link ChebyshevPoints#lobatto}; empty if f vanishes
   * at an end, the error is relative, and f is too rough to be divided.
   */
  static Optional<Target> of(ReferenceTable table, Interval interval, ErrorKind kind) {
    if (!table.points().equals(ChebyshevPoints.lobatto(interval, table.size() - 1))) {
      throw new IllegalArgumentException(
          "the table of %s must be over the Chebyshev points of %s"
              .formatted(table.function(), interval));
    }
    return new Builder(table, interval, kind).build();
  }

  List<Point> grid() {
    return grid;
  }

  /** g between the points of the grid, where it is smooth. */
  Optional<ChebyshevSeries> series() {
    return series;
  }

  /** The ends where f vanishes, −1 or 1, as often as it does. */
  List<Integer> zeros() {
    return zeros;
  }

  BinaryRational middle() {
    return middle;
  }

  BinaryRational half() {
    return half;
  }

  /** x at an end, −1 or 1. */
  BinaryRational end(int sign) {
    return sign < 0 ? middle.subtract(half) : middle.add(half);
  }

  /** What a multiple of g is multiplied by to become one of f/Π(x − xᵢ), without half^−zeros. */
  BinaryRational scale() {
    return BinaryRational.of(BigInteger.ONE, exponent);
  }

  /** The error of g of the program that is 0 everywhere. */
  double errorOfZero() {
    return grid.stream().mapToDouble(p -> Math.abs(p.g().hi()) / p.unit()).max().orElseThrow();
  }

  /** What a value of f/Π(x − xᵢ) may be off for an error of g of {@code units} anywhere. */
  double toCore(double units) {
    double least = grid.stream().mapToDouble(Point::unit).min().orElseThrow();
    double size = Math.scalb(units * least, exponent);
    return size / StrictMath.pow(half.doubleValue(), zeros.size());
  }

  /** 0 for an even target about 0, 1 for an odd one, −1 otherwise. */
  int parity() {
    if (middle.signum() != 0 || series.isEmpty()) {
      return -1;
    }
    return series.get().lacks(1) ? 0 : series.get().lacks(0) ? 1 : -1;
  }

  /** A value of f/Π(x − xᵢ) as one of g. */
  DoubleDouble normalised(DoubleDouble value) {
    DoubleDouble product = value;
    for (int i = 0; i < zeros.size(); i++) {
      product = multiply(product, DoubleDouble.from(half));
    }
    return multiply(product, DoubleDouble.of(Math.scalb(1.0, -exponent)));
  }

  /** Error of f in its kind for an error of g in units; relative errors are the same. */
  double toError(double units) {
    return kind == ErrorKind.RELATIVE ? units : Math.scalb(units, exponent);
  }

  /** The point at an angle counted in steps of the grid; the next of the grid if g is rough. */
  Point at(double place) {
    if (place == Math.rint(place) || series.isEmpty()) {
      return grid.get((int) Math.rint(place));
    }
    int n = grid.size() - 1;
    double sine = StrictMath.sin((2 * place - n) * Math.PI / (2.0 * n));
    double x = middle.doubleValue() + half.doubleValue() * sine;
    DoubleDouble t = toT(BinaryRational.of(x), middle, half);
    DoubleDouble g = series.get().value(t);
    return new Point(DoubleDouble.of(x), t, g, unit(g, kind));
  }

  /** How far off the series may be at a point between those of the grid, in units. */
  double noise(Point between) {
    return series.map(s -> s.noise() / between.unit()).orElse(Double.POSITIVE_INFINITY);
  }

  /** An error in units that is as good as none, since smaller ones cannot be told. */
  double resolution() {
    boolean divided = !zeros.isEmpty(); // then a value of the grid is from the series
    double noise = divided ? Math.max(noise(grid.getFirst()), noise(grid.getLast())) : 0;
    return Math.max(ROUNDING, 16 * noise);
  }

  private static DoubleDouble toT(BinaryRational x, BinaryRational middle, BinaryRational half) {
    return divide(DoubleDouble.from(x.subtract(middle)), DoubleDouble.from(half));
  }

  private static double unit(DoubleDouble g, ErrorKind kind) {
    return kind == ErrorKind.RELATIVE ? Math.abs(g.hi()) : 1;
  }

  private static final class Builder {
    private final ErrorKind kind;
    private final BinaryRational middle;
    private final BinaryRational half;
    private final int exponent;
    private final List<Integer> zeros = new ArrayList<>();
    private final DoubleDouble[] x;
    private final DoubleDouble[] t;
    private final DoubleDouble[] g;
    private final List<Point> grid = new ArrayList<>();
    private ChebyshevSeries series;

    Builder(ReferenceTable table, Interval interval, ErrorKind kind) {
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
        t[j] = toT(table.points().get(j), middle, half);
        g[j] =
            DoubleDouble.from(BinaryRational.of(value.significand(), value.exponent() - exponent));
      }
    }

    /** Of the largest value, so that values come near 1. */
    private static int exponent(List<BigDecimal> values) {
      double largest = values.stream().mapToDouble(v -> Math.abs(v.doubleValue())).max().orElse(0);
      return largest > 0 ? Math.getExponent(largest) : 0;
    }

    Optional<Target> build() {
      series = ChebyshevSeries.through(t, g);
      boolean lower = kind == ErrorKind.RELATIVE && g[0].hi() == 0;
      boolean upper = kind == ErrorKind.RELATIVE && g[g.length - 1].hi() == 0;
      boolean divided = (!lower || divide(-1)) && (!upper || divide(1));
      for (int j = 0; j < g.length; j++) {
        grid.add(new Point(x[j], t[j], g[j], unit(g[j], kind)));
      }
      boolean vanishes = grid.stream().anyMatch(p -> p.unit() == 0);
      return divided && !vanishes ? Optional.of(new Target(this)) : Optional.empty();
    }

    /** Divides by (t − end) until nothing vanishes there; false if that cannot be told. */
    private boolean divide(int end) {
      int at = end < 0 ? 0 : g.length - 1;
      DoubleDouble root = DoubleDouble.of(end);
      for (int k = 0; k < MAX_MULTIPLICITY; k++) {
        if (series.noise() > SMOOTH) {
          return false;
        }
        series = series.dividedBy(end);
        zeros.add(end);
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

    boolean isSmooth() {
      double largest = grid.stream().mapToDouble(p -> Math.abs(p.g().hi())).max().orElse(0);
      return series.noise() <= SMOOTH * largest;
    }
  }

  /** (r − g)/unit at a point, for a value r of an approximation. */
  static double error(DoubleDouble r, Point point) {
    return subtract(r, point.g()).hi() / point.unit();
  }

  /** g at a point plus {@code units} of error, times {@code d}. */
  static DoubleDouble offset(Point point, double units, DoubleDouble d) {
    DoubleDouble shift = multiply(DoubleDouble.of(units), DoubleDouble.of(point.unit()));
    return multiply(DoubleDouble.add(point.g(), shift), d);
  }
}
