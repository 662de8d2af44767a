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
   * The target in x² of a smooth one; empty if that has zeros elsewhere than at 0, is not smooth in
   * x², or has a reciprocal symmetry and absolute errors.
   */
  static Optional<Target> of(Target target, Symmetry symmetry) {
    boolean zerosAtOrigin = target.zeros().stream().allMatch(z -> target.end(z).signum() == 0);
    boolean reciprocal = symmetry == Symmetry.RECIPROCAL;
    boolean absolute = target.measure().kind() == ErrorKind.ABSOLUTE;
    boolean unsuitable = reciprocal && (absolute || !target.zeros().isEmpty());
    return target.series().isEmpty() || !zerosAtOrigin || unsuitable
        ? Optional.empty()
        : new SquareTarget(target, symmetry).build();
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
   * Errors of g/x count x times, those of h 2x/(h² − x²) times.
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
              : new Target.Measure(
                  old.kind(),
                  (y, g) -> 1 / Math.max(least, Math.sqrt(Math.max(0, y))),
                  old.exponent());
      case RECIPROCAL ->
          new Target.Measure(
              old.kind(),
              (y, h) -> (h.hi() * h.hi() - y) / (2 * Math.max(least, Math.sqrt(Math.max(0, y)))),
              old.exponent());
    };
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
