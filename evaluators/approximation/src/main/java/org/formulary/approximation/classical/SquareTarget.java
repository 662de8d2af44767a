package org.formulary.approximation.classical;

import static org.formulary.expressions.eval.DoubleDouble.add;
import static org.formulary.expressions.eval.DoubleDouble.divide;
import static org.formulary.expressions.eval.DoubleDouble.multiply;
import static org.formulary.expressions.eval.DoubleDouble.subtract;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.eval.DoubleDouble;
import org.formulary.truth.ErrorKind;

/**
 * What a target with a symmetry is as a function of y = x²: itself if it is even, g/x if it is odd,
 * and h with (h + x)/(h − x) = f, which is x·(f + 1)/(f − 1), if f(x)·f(−x) = 1.
 */
final class SquareTarget {
  /** A weight that vanishes at 0 is held from this part of the interval on. */
  private static final double HELD = 1e-3;

  private final Target target;
  private final Symmetry symmetry;
  private final DoubleDouble middle;
  private final DoubleDouble half;
  private final boolean around;
  private final boolean mirrored;

  /** The value 1 of f as one of g. */
  private final DoubleDouble one;

  private final ChebyshevSeries series;

  /** What vanishes at 0, over t there; the series itself where nothing is to be divided. */
  private final ChebyshevSeries divided;

  private SquareTarget(Target target, Symmetry symmetry) {
    this.target = target;
    this.symmetry = symmetry;
    this.middle = DoubleDouble.from(target.middle());
    this.half = DoubleDouble.from(target.half());
    BinaryRational lower = target.end(-1);
    BinaryRational upper = target.end(1);
    this.around = lower.signum() * upper.signum() <= 0;
    this.mirrored = lower.negate().compareTo(upper) > 0;
    this.one = target.normalised(DoubleDouble.ONE);
    this.series = target.series().orElseThrow();
    DoubleDouble origin = divide(middle.negate(), half);
    this.divided =
        switch (symmetry) {
          case NONE, EVEN -> series;
          case ODD -> around ? series.dividedBy(origin) : series;
          case RECIPROCAL -> {
            ChebyshevSeries difference = series.plus(one.negate());
            yield around ? difference.dividedBy(origin) : difference;
          }
        };
  }

  /**
   * The target in x² of a smooth one; empty if that has zeros elsewhere than at 0, or any with a
   * reciprocal symmetry, or is not smooth in x².
   */
  static Optional<Target> of(Target target, Symmetry symmetry) {
    boolean atOrigin = target.zeros().stream().allMatch(z -> target.end(z).signum() == 0);
    boolean fits = symmetry == Symmetry.RECIPROCAL ? target.zeros().isEmpty() : atOrigin;
    return target.series().isPresent() && fits
        ? new SquareTarget(target, symmetry).build()
        : Optional.empty();
  }

  private Optional<Target> build() {
    BinaryRational far = target.end(mirrored ? -1 : 1);
    BinaryRational near = around ? BinaryRational.ZERO : target.end(mirrored ? 1 : -1);
    BinaryRational nearest = near.multiply(near);
    BinaryRational farthest = far.multiply(far);
    BinaryRational two = BinaryRational.of(BigInteger.ONE, -1);
    Target.Frame frame =
        new Target.Frame(
            nearest.add(farthest).multiply(two),
            farthest.subtract(nearest).multiply(two),
            symmetry == Symmetry.RECIPROCAL ? 0 : target.frame().exponent(),
            List.of());
    int n = target.grid().size() - 1;
    List<Target.Point> points = new ArrayList<>();
    for (int j = 0; j <= n; j++) {
      double sine = StrictMath.sin((2.0 * j - n) * Math.PI / (2.0 * n));
      double inside = frame.middle().doubleValue() + frame.half().doubleValue() * sine;
      BinaryRational y = j == 0 ? nearest : j == n ? farthest : BinaryRational.of(inside);
      DoubleDouble t = Target.toT(y, frame.middle(), frame.half());
      DoubleDouble place = DoubleDouble.from(y);
      points.add(new Target.Point(place, t, value(place), 1));
    }
    return RootTargets.of(frame, measure(HELD * Math.abs(far.doubleValue())), points);
  }

  /**
   * Errors of g/x count x times, those of h 2x/(h − x)² times.
   *
   * @param least what stands for a smaller x
   */
  private Target.Measure measure(double least) {
    Target.Measure old = target.measure();
    return switch (symmetry) {
      case NONE, EVEN -> old;
      case ODD ->
          old.kind() == ErrorKind.RELATIVE
              ? old
              : new Target.Measure(old.kind(), (y, g) -> 1 / Math.abs(x(y, least)), old.exponent());
      case RECIPROCAL ->
          new Target.Measure(
              old.kind(), (y, h) -> reciprocalUnit(h.hi(), x(y, least)), old.exponent());
    };
  }

  private double x(double y, double least) {
    double size = Math.max(least, Math.sqrt(Math.max(0, y)));
    return mirrored ? -size : size;
  }

  private double reciprocalUnit(double h, double x) {
    double g = one.hi() * (h + x) / (h - x);
    double slope = one.hi() * 2 * x / ((h - x) * (h - x));
    return target.measure().unit().at(x, DoubleDouble.of(g)) / Math.abs(slope);
  }

  private DoubleDouble value(DoubleDouble y) {
    DoubleDouble root = DoubleDouble.sqrt(y);
    DoubleDouble x = mirrored ? root.negate() : root;
    DoubleDouble t = divide(subtract(x, middle), half);
    return switch (symmetry) {
      case NONE, EVEN -> withoutZeros(series.value(t));
      case ODD -> {
        DoubleDouble value = withoutZeros(divided.value(t));
        yield divide(value, around ? half : x);
      }
      case RECIPROCAL -> {
        DoubleDouble quotient = divide(add(series.value(t), one), divided.value(t));
        yield multiply(quotient, around ? half : x);
      }
    };
  }

  private DoubleDouble withoutZeros(DoubleDouble value) {
    DoubleDouble quotient = value;
    for (int i = 0; i < target.zeros().size(); i++) {
      quotient = divide(quotient, half);
    }
    return quotient;
  }
}
