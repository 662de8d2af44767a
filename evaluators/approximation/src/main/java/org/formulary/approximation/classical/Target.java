package org.formulary.approximation.classical;

import static org.formulary.expressions.eval.DoubleDouble.divide;
import static org.formulary.expressions.eval.DoubleDouble.multiply;
import static org.formulary.expressions.eval.DoubleDouble.subtract;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.eval.DoubleDouble;
import org.formulary.truth.ChebyshevPoints;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.Interval;
import org.formulary.truth.ReferenceTable;

/**
 * What the classical forms approximate: a function g on [−1, 1] with f(x) = 2^e·Π(t − tᵢ)·g(t).
 *
 * <p>Here t = (x − middle)/half, the tᵢ are ends (or the middle) at which f vanishes, factored out
 * under relative error only (so that the program vanishes there too, and its relative error is that
 * of g), and 2^e brings the values near 1.
 *
 * <p>g is known on the grid of the table. Where its Chebyshev series has decayed there, g is known
 * between the points too, and has derivatives; else the grid is all there is.
 */
final class Target {
  /** A series stands for the function if its error is below this part of the largest value. */
  private static final double SMOOTH = 1e-14;

  /** Errors below this are not told from none in double-double arithmetic. */
  private static final double ROUNDING = 1e-24;

  /** Products in binary64 at points of binary64 that differ by this part are equal. */
  private static final double EQUAL = 1e-12;

  private final Frame frame;
  private final Measure measure;
  private final List<Point> grid;
  private final Optional<ChebyshevSeries> series;

  /** A target whose series is kept if it is smooth on the grid. */
  Target(Frame frame, Measure measure, List<Point> grid, ChebyshevSeries series) {
    this.frame = frame;
    this.measure = measure;
    this.grid = List.copyOf(grid);
    double largest = grid.stream().mapToDouble(p -> Math.abs(p.g().hi())).max().orElse(0);
    boolean smooth = series.noise() <= SMOOTH * largest;
    this.series = smooth ? Optional.of(series) : Optional.empty();
  }

  /**
   * How g stands for f.
   *
   * @param zeros where f vanishes, as often as it does: −1 and 1 for the ends, 0 for the middle
   */
  record Frame(BinaryRational middle, BinaryRational half, int exponent, List<Integer> zeros) {
    Frame {
      zeros = List.copyOf(zeros);
    }
  }

  /** What an error of g is divided by at a place. */
  @FunctionalInterface
  interface Unit {
    double at(double x, DoubleDouble g);
  }

  /**
   * How errors of g become errors of f.
   *
   * @param exponent an absolute error of f is 2^exponent times that of g in units
   */
  record Measure(ErrorKind kind, Unit unit, int exponent) {
    static Measure of(ErrorKind kind, int exponent) {
      return kind == ErrorKind.RELATIVE
          ? new Measure(kind, (x, g) -> Math.abs(g.hi()), 0)
          : new Measure(kind, (x, g) -> 1, exponent);
    }
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
   * at an end, the error is relative, and f is too rough to be divided, or if it vanishes
   * elsewhere.
   */
  static Optional<Target> of(ReferenceTable table, Interval interval, ErrorKind kind) {
    if (!table.points().equals(ChebyshevPoints.lobatto(interval, table.size() - 1))) {
      throw new IllegalArgumentException(
          "the table of %s must be over the Chebyshev points of %s"
              .formatted(table.function(), interval));
    }
    return new TableTarget(table, interval, kind).build();
  }

  List<Point> grid() {
    return grid;
  }

  /** g between the points of the grid, where it is smooth. */
  Optional<ChebyshevSeries> series() {
    return series;
  }

  Frame frame() {
    return frame;
  }

  Measure measure() {
    return measure;
  }

  /** Where f vanishes, −1, 0 or 1 for the ends and the middle, as often as it does. */
  List<Integer> zeros() {
    return frame.zeros();
  }

  BinaryRational middle() {
    return frame.middle();
  }

  BinaryRational half() {
    return frame.half();
  }

  /** x at an end, −1 or 1, or at the middle, 0. */
  BinaryRational end(int sign) {
    return middle().add(half().multiply(BinaryRational.of(sign)));
  }

  /** What a multiple of g is multiplied by to become one of f/Π(x − xᵢ), without half^−zeros. */
  BinaryRational scale() {
    return BinaryRational.of(BigInteger.ONE, frame.exponent());
  }

  /** The error of g of the program that is 0 everywhere. */
  double errorOfZero() {
    return grid.stream().mapToDouble(p -> Math.abs(p.g().hi()) / p.unit()).max().orElseThrow();
  }

  /** What a value of f/Π(x − xᵢ) may be off for an error of g of {@code units} anywhere. */
  double toCore(double units) {
    double least = grid.stream().mapToDouble(Point::unit).min().orElseThrow();
    double size = Math.scalb(units * least, frame.exponent());
    return size / StrictMath.pow(half().doubleValue(), zeros().size());
  }

  /** 0 for an even target about 0, 1 for an odd one, −1 otherwise. */
  int parity() {
    if (middle().signum() != 0 || series.isEmpty()) {
      return -1;
    }
    return series.get().lacks(1) ? 0 : series.get().lacks(0) ? 1 : -1;
  }

  /** Whether g(t)·g(−t) is the same everywhere, as of exponential functions. */
  boolean isReciprocalAboutMiddle() {
    int last = grid.size() - 1;
    double all = grid.getFirst().g().hi() * grid.getLast().g().hi();
    return IntStream.rangeClosed(0, last)
        .mapToDouble(j -> grid.get(j).g().hi() * grid.get(last - j).g().hi())
        .allMatch(product -> Math.abs(product - all) <= EQUAL * Math.abs(all));
  }

  /** A value of f/Π(x − xᵢ) as one of g. */
  DoubleDouble normalised(DoubleDouble value) {
    DoubleDouble product = value;
    for (int i = 0; i < zeros().size(); i++) {
      product = multiply(product, DoubleDouble.from(half()));
    }
    return multiply(product, DoubleDouble.of(Math.scalb(1.0, -frame.exponent())));
  }

  /** A value of g as one of f/Π(x − xᵢ). */
  DoubleDouble denormalised(DoubleDouble value) {
    DoubleDouble quotient = value;
    for (int i = 0; i < zeros().size(); i++) {
      quotient = divide(quotient, DoubleDouble.from(half()));
    }
    return multiply(quotient, DoubleDouble.of(Math.scalb(1.0, frame.exponent())));
  }

  /** Error of f in its kind for an error of g in units; relative errors are the same. */
  double toError(double units) {
    return Math.scalb(units, measure.exponent());
  }

  /** The point at an angle counted in steps of the grid; the next of the grid if g is rough. */
  Point at(double place) {
    if (place == Math.rint(place) || series.isEmpty()) {
      return grid.get((int) Math.rint(place));
    }
    int n = grid.size() - 1;
    double sine = StrictMath.sin((2 * place - n) * Math.PI / (2.0 * n));
    double x = middle().doubleValue() + half().doubleValue() * sine;
    DoubleDouble t = toT(BinaryRational.of(x), middle(), half());
    DoubleDouble g = series.get().value(t);
    return new Point(DoubleDouble.of(x), t, g, measure.unit().at(x, g));
  }

  /** How far off the series may be at a point between those of the grid, in units. */
  double noise(Point between) {
    return series.map(s -> s.noise() / between.unit()).orElse(Double.POSITIVE_INFINITY);
  }

  /** An error in units that is as good as none, since smaller ones cannot be told. */
  double resolution() {
    // At a zero the value of the grid is from the series.
    double noise =
        zeros().stream()
            .mapToDouble(end -> noise(at((end + 1) / 2.0 * (grid.size() - 1))))
            .max()
            .orElse(0);
    return Math.max(ROUNDING, 16 * noise);
  }

  static DoubleDouble toT(BinaryRational x, BinaryRational middle, BinaryRational half) {
    return divide(DoubleDouble.from(x.subtract(middle)), DoubleDouble.from(half));
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
