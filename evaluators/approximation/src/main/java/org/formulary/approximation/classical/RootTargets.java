package org.formulary.approximation.classical;

import static org.formulary.expressions.eval.DoubleDouble.multiply;

import java.util.List;
import java.util.Optional;
import org.formulary.expressions.eval.DoubleDouble;
import org.formulary.truth.ErrorKind;

/** The roots of a target, to be approximated in its place and squared. */
final class RootTargets {
  private RootTargets() {}

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

  /** A target through points without units, if it is smooth and its units are usable. */
  static Optional<Target> of(
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
}
