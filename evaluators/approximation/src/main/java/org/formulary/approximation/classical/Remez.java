package org.formulary.approximation.classical;

import static org.formulary.expressions.eval.DoubleDouble.add;
import static org.formulary.expressions.eval.DoubleDouble.multiply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.formulary.approximation.classical.Peaks.Peak;
import org.formulary.expressions.eval.DoubleDouble;

/**
 * Best uniform approximation by polynomials and rational functions: the exchange algorithm of
 * Remez.
 *
 * <p>On a reference of p + q + 2 points the levelled error E solves N(tᵢ) = (gᵢ +
 * (−1)^i·E·uᵢ)·D(tᵢ) with D(0) = 1, by Newton's method from E = 0, D = 1; for polynomials that is
 * one linear solve. Then the reference moves to the peaks of the error, until the largest is E. By
 * de la Vallée-Poussin no quotient of these degrees has an error below the smallest of p + q + 2
 * alternating ones, so a result proves itself; where none is reached (defective cases, where the
 * best quotient is one of lower degrees, or Newton's method ending at one with poles), there is no
 * result. All in double-double.
 *
 * <p>Reference: Trefethen, "Approximation Theory and Approximation Practice", chapters 10 and 24;
 * Cheney, "Introduction to Approximation Theory", chapter 5.
 */
final class Remez {
  private static final int MAX_EXCHANGES = 40;
  private static final int MAX_NEWTON = 40;
  private static final double LEVEL_ENOUGH = 1 - 1e-8;

  /** Newton's method stops where the error changes by less. */
  private static final double NO_CHANGE = 1e-27;

  /**
   * What still counts as level where rounding, or a grid without values between, stops progress.
   */
  private static final double LEVEL_NEEDED = 1 - 1e-4;

  private final Target target;
  private final int p;
  private final int q;

  private Remez(Target target, int p, int q) {
    this.target = target;
    this.p = p;
    this.q = q;
  }

  /**
   * A best approximation.
   *
   * @param error the largest error in units of the target, or their resolution where it is below
   * @param alternation p + q + 2 peaks of alternating sign; none if the error is as good as none
   */
  record Result(Quotient quotient, double error, List<Peak> alternation) {
    Result {
      alternation = List.copyOf(alternation);
    }

    /** The smallest peak: no quotient of these degrees is better. */
    double lowerBound() {
      return alternation.stream().mapToDouble(Peak::size).min().orElse(0);
    }

    /** Smallest over largest peak, 1 where the error is level. */
    double level() {
      return lowerBound() / error;
    }
  }

  /** A quotient levelled on a reference. */
  private record Levelled(Quotient quotient, double error) {}

  /**
   * The best quotient of degree p over degree q, where one is found.
   *
   * <p>That of an even or odd target has the parity of p and q, of which q must be even, and is the
   * best for p + 1 as well; there the reference is as symmetric as the error.
   */
  static Optional<Result> best(Target target, int p, int q) {
    if (target.parity() < 0) {
      return new Remez(target, p, q).exchange();
    }
    return new Remez(target, p + 1, q).exchange().map(r -> symmetric(r, p));
  }

  private static Result symmetric(Result result, int p) {
    Quotient r = result.quotient();
    Quotient kept = new Quotient(r.numerator().subList(0, p + 1), r.denominator());
    return new Result(kept.symmetric(), result.error(), result.alternation());
  }

  private Optional<Result> exchange() {
    List<Target.Point> reference = new ArrayList<>();
    int last = p + q + 1;
    int n = target.grid().size() - 1;
    if (last >= n) {
      return Optional.empty();
    }
    for (int i = 0; i <= last; i++) {
      double place = (double) i * n / last;
      reference.add(target.at(target.series().isPresent() ? place : Math.rint(place)));
    }
    Optional<Result> best = Optional.empty();
    DoubleDouble[] denominator = new DoubleDouble[q + 1];
    Arrays.fill(denominator, DoubleDouble.ZERO);
    denominator[0] = DoubleDouble.ONE;
    Levelled current = new Levelled(new Quotient(List.of(denominator[0]), List.of(denominator)), 0);
    for (int round = 0; round < MAX_EXCHANGES; round++) {
      Optional<Levelled> levelled = level(reference, current);
      if (levelled.isEmpty()) {
        break;
      }
      current = levelled.get();
      Quotient r = current.quotient();
      List<Peak> all = Peaks.of(target, x -> Target.error(r.value(x.t()), x));
      if (!r.isFreeOfPoles()) {
        break;
      }
      if (!all.isEmpty() && all.stream().allMatch(peak -> peak.size() <= target.resolution())) {
        return Optional.of(new Result(r, target.resolution(), List.of()));
      }
      List<Peak> peaks = alternation(all);
      if (peaks.isEmpty()) {
        break;
      }
      double largest = peaks.stream().mapToDouble(Peak::size).max().orElseThrow();
      Result result = new Result(r, largest, peaks);
      if (best.isPresent() && result.level() <= best.get().level() && round > last + 2) {
        break;
      }
      if (best.isEmpty() || result.level() > best.get().level()) {
        best = Optional.of(result);
      }
      if (best.get().level() >= LEVEL_ENOUGH) {
        break;
      }
      reference = peaks.stream().map(Peak::point).toList();
    }
    return best.filter(b -> b.level() >= LEVEL_NEEDED);
  }

  /** The p + q + 2 neighbouring peaks, the largest among them, whose smallest is largest. */
  private List<Peak> alternation(List<Peak> peaks) {
    int size = p + q + 2;
    int largest = 0;
    for (int i = 1; i < peaks.size(); i++) {
      largest = peaks.get(i).size() > peaks.get(largest).size() ? i : largest;
    }
    List<Peak> best = List.of();
    double bestLeast = -1;
    int lastStart = Math.min(largest, peaks.size() - size);
    for (int start = Math.max(0, largest - size + 1); start <= lastStart; start++) {
      List<Peak> window = peaks.subList(start, start + size);
      double least = window.stream().mapToDouble(Peak::size).min().orElseThrow();
      if (least > bestLeast) {
        bestLeast = least;
        best = window;
      }
    }
    return best;
  }

  private Optional<Levelled> level(List<Target.Point> reference, Levelled start) {
    Levelled current = start;
    double lastChange = Double.POSITIVE_INFINITY;
    for (int i = 0; i < MAX_NEWTON; i++) {
      Optional<Levelled> next = newton(reference, current);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      double change = Math.abs(next.get().error() - current.error());
      current = next.get();
      if (q == 0
          || change < NO_CHANGE
          || (change >= lastChange && change < 1e-9 * Math.abs(current.error()))) {
        return Optional.of(current);
      }
      lastChange = change;
    }
    return Optional.empty();
  }

  private Optional<Levelled> newton(List<Target.Point> reference, Levelled at) {
    int n = reference.size();
    DoubleDouble[][] a = new DoubleDouble[n][n];
    DoubleDouble[] b = new DoubleDouble[n];
    for (int i = 0; i < n; i++) {
      Target.Point point = reference.get(i);
      double sign = i % 2 == 0 ? 1 : -1;
      DoubleDouble d = Quotient.horner(at.quotient().denominator(), point.t());
      DoubleDouble unit = multiply(d, DoubleDouble.of(sign * point.unit()));
      DoubleDouble power = DoubleDouble.ONE;
      for (int k = 0; k <= Math.max(p, q); k++) {
        if (k <= p) {
          a[i][k] = power;
        }
        if (k >= 1 && k <= q) {
          a[i][p + k] = Target.offset(point, sign * at.error(), power).negate();
        }
        power = multiply(power, point.t());
      }
      a[i][n - 1] = unit.negate();
      b[i] =
          add(
              Target.offset(point, sign * at.error(), DoubleDouble.ONE),
              multiply(unit, DoubleDouble.of(-at.error())));
    }
    return LinearSystem.solve(a, b).map(this::levelled);
  }

  private Levelled levelled(DoubleDouble[] z) {
    List<DoubleDouble> denominator = new ArrayList<>(List.of(DoubleDouble.ONE));
    denominator.addAll(Arrays.asList(z).subList(p + 1, p + q + 1));
    return new Levelled(
        new Quotient(Arrays.asList(z).subList(0, p + 1), denominator), z[z.length - 1].hi());
  }
}
