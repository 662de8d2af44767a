package org.formulary.approximation.classical;

import static org.formulary.expressions.eval.DoubleDouble.divide;
import static org.formulary.expressions.eval.DoubleDouble.multiply;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.eval.DoubleDouble;
import org.formulary.truth.ErrorKind;

/** What is approximated in place of a target: its roots, and what it is as a function of x². */
final class DerivedTargets {
  /** A weight that vanishes at 0 is held from this part of the interval on. */
  private static final double HELD = 1e-3;

  private DerivedTargets() {}

  /**
   * The root of degree 2^k of a target that is positive and has no zeros factored out.
   *
   * <p>Errors are weighted so that those of the power are level to first order: a relative error e
   * of the root is one of 2^k·e of the power, an absolute one one of 2^k·root^(2^k − 1)·e.
   */
  static Optional<Target> root(Target target, int k) {
    boolean positive = target.grid().stream().allMatch(p -> p.g().hi() > 0);
    if (!positive || !target.zeros().isEmpty()) {
      return Optional.empty();
    }
    int power = 1 << k;
    Target.Frame old = target.frame();
    int exponent = Math.floorDiv(old.exponent(), power);
    int rest = old.exponent() - exponent * power;
    Target.Frame frame = new Target.Frame(old.middle(), old.half(), exponent, List.of());
    Target.Measure measure =
        target.measure().kind() == ErrorKind.RELATIVE
            ? target.measure()
            : new Target.Measure(
                ErrorKind.ABSOLUTE,
                (x, g) -> 1 / (power * StrictMath.pow(g.hi(), power - 1)),
                exponent * power);
    return of(
        frame,
        measure,
        target.grid().stream()
            .map(p -> new Target.Point(p.x(), p.t(), root(p.g(), rest, k), 1))
            .toList());
  }

  private static DoubleDouble root(DoubleDouble g, int exponent, int k) {
    DoubleDouble root = multiply(g, DoubleDouble.of(Math.scalb(1.0, exponent)));
    for (int i = 0; i < k; i++) {
      root = DoubleDouble.sqrt(root);
    }
    return root;
  }

  /**
   * A smooth target g, even about x = 0, as a function of y = x²; or, where it is odd, g/x. Empty
   * if it has zeros elsewhere than at 0, or is not smooth in y.
   */
  static Optional<Target> inSquare(Target target, boolean odd) {
    boolean zerosAtOrigin = target.zeros().stream().allMatch(z -> target.end(z).signum() == 0);
    if (target.series().isEmpty() || !zerosAtOrigin) {
      return Optional.empty();
    }
    BinaryRational lower = target.end(-1);
    BinaryRational upper = target.end(1);
    boolean around = lower.signum() * upper.signum() <= 0;
    boolean mirrored = lower.negate().compareTo(upper) > 0;
    BinaryRational far = mirrored ? lower : upper;
    BinaryRational near = around ? BinaryRational.ZERO : mirrored ? upper : lower;
    BinaryRational half = BinaryRational.of(BigInteger.ONE, -1);
    BinaryRational nearest = near.multiply(near);
    BinaryRational farthest = far.multiply(far);
    Target.Frame frame =
        new Target.Frame(
            nearest.add(farthest).multiply(half),
            farthest.subtract(nearest).multiply(half),
            target.frame().exponent(),
            List.of());
    Core core = new Core(target, odd, odd && around, mirrored);
    List<Target.Point> points = new ArrayList<>();
    int n = target.grid().size() - 1;
    for (int j = 0; j <= n; j++) {
      double sine = StrictMath.sin((2.0 * j - n) * Math.PI / (2.0 * n));
      BinaryRational y =
          j == 0
              ? nearest
              : j == n
                  ? farthest
                  : BinaryRational.of(
                      frame.middle().doubleValue() + frame.half().doubleValue() * sine);
      DoubleDouble place = DoubleDouble.from(y);
      DoubleDouble t = Target.toT(y, frame.middle(), frame.half());
      points.add(new Target.Point(place, t, core.value(place), 1));
    }
    return of(frame, measure(target, odd, farthest.doubleValue()), points);
  }

  /** In y = x²: an error of g/x counts x times, one of an even g as it is. */
  private static Target.Measure measure(Target target, boolean odd, double farthest) {
    Target.Measure old = target.measure();
    boolean weighted = odd && old.kind() == ErrorKind.ABSOLUTE;
    double least = HELD * Math.sqrt(farthest);
    return weighted
        ? new Target.Measure(
            old.kind(), (y, g) -> 1 / Math.max(least, Math.sqrt(Math.max(0, y))), old.exponent())
        : old;
  }

  private static Optional<Target> of(
      Target.Frame frame, Target.Measure measure, List<Target.Point> points) {
    ChebyshevSeries series =
        ChebyshevSeries.through(
            points.stream().map(Target.Point::t).toArray(DoubleDouble[]::new),
            points.stream().map(Target.Point::g).toArray(DoubleDouble[]::new));
    List<Target.Point> grid =
        points.stream()
            .map(p -> new Target.Point(p.x(), p.t(), p.g(), measure.unit().at(p.x().hi(), p.g())))
            .toList();
    boolean usable = grid.stream().allMatch(p -> p.unit() > 0 && Double.isFinite(p.unit()));
    return usable
        ? Optional.of(new Target(frame, measure, grid, series)).filter(t -> t.series().isPresent())
        : Optional.empty();
  }

  /** f/x^m, or that over x again, by y = x². */
  private static final class Core {
    private final DoubleDouble middle;
    private final DoubleDouble half;
    private final boolean byX;
    private final boolean mirrored;
    private final int divisions;
    private final ChebyshevSeries series;

    Core(Target target, boolean odd, boolean throughOrigin, boolean mirrored) {
      this.middle = DoubleDouble.from(target.middle());
      this.half = DoubleDouble.from(target.half());
      this.byX = odd && !throughOrigin;
      this.mirrored = mirrored;
      this.divisions = target.zeros().size() + (throughOrigin ? 1 : 0);
      ChebyshevSeries whole = target.series().orElseThrow();
      this.series = throughOrigin ? whole.dividedBy(divide(middle.negate(), half)) : whole;
    }

    DoubleDouble value(DoubleDouble y) {
      DoubleDouble root = DoubleDouble.sqrt(y);
      DoubleDouble x = mirrored ? root.negate() : root;
      DoubleDouble value = series.value(divide(DoubleDouble.subtract(x, middle), half));
      for (int i = 0; i < divisions; i++) {
        value = divide(value, half);
      }
      return byX ? divide(value, x) : value;
    }
  }
}
