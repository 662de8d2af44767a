package org.formulary.continuedfractions.field;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.truth.Enclosure;

/**
 * What becomes of the error and of the reduced denominators q of the approximations of a trajectory
 * of rank 2, and of δ in |L − p/q| = q^−(1 + δ).
 *
 * <p>The last column of the products obeys a recurrence ({@link ColumnRecurrence}); by Poincaré and
 * Perron two solutions grow by n^κ λ1 and n^κ λ2 a step, for the roots λ of its leading
 * coefficients, and the error falls like (λ2/λ1)^n. That part follows from the recurrence, to the
 * rounding of logarithms, where no matrix is singular and the column is not the smaller solution.
 * What the entries have in common is inferred from exact exponents of primes ({@link
 * DenominatorGrowth}), and so the value of δ is a conjecture, though in closed form and no fit.
 */
public sealed interface Asymptotics {
  /** δ; NaN where it is not known. */
  double delta();

  /** A description in one line. */
  String text();

  /**
   * The error falls exponentially.
   *
   * @param errorRate ln |λ1/λ2|, of a period of the trajectory
   * @param growthRate ln |λ1|
   */
  record Exponential(double errorRate, double growthRate, DenominatorGrowth growth)
      implements Asymptotics {
    /** The limit of ln q/n; infinite where denominators do not reduce. */
    public double denominatorRate() {
      return growthRate + growth.rate();
    }

    /** −1 where denominators grow like a power of a factorial. */
    @Override
    public double delta() {
      return errorRate / denominatorRate() - 1;
    }

    @Override
    public String text() {
      if (growth.law().isEmpty()) {
        return "denominators grow like a factorial";
      }
      String slopes =
          growth.slopes().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(e -> ", %d^(%d n/%d)".formatted(e.getKey(), e.getValue(), e.getKey() - 1))
              .collect(Collectors.joining());
      return String.format(
          Locale.ROOT,
          "%.5f/(%.5f %+.5f) - 1, exponents of primes %s%s (to depth %d, where ln q/n is %.4f)",
          errorRate,
          growthRate,
          growth.rate(),
          growth.law().get(),
          slopes,
          growth.depth(),
          growth.measured());
    }
  }

  /**
   * The error falls like n!^−errorOrder.
   *
   * @param denominatorOrder q grows like n! to this, inferred as a multiple of 1/2; 0 where it
   *     grows exponentially
   */
  record Factorial(int errorOrder, double denominatorOrder) implements Asymptotics {
    @Override
    public double delta() {
      return errorOrder / denominatorOrder - 1;
    }

    @Override
    public String text() {
      return String.format(
          Locale.ROOT,
          "error and denominators like n! to %d and %.1f",
          errorOrder,
          denominatorOrder);
    }
  }

  /** Not known. */
  record Undetermined(String reason) implements Asymptotics {
    @Override
    public double delta() {
      return Double.NaN;
    }

    @Override
    public String text() {
      return "undetermined: " + reason;
    }
  }

  /**
   * Of a trajectory of rank 2, from exponents of primes to a depth.
   *
   * @param depth at least some 500 for them to tell anything; 2,000 is good
   */
  static Asymptotics of(Trajectory t, int depth) {
    return of(t.step().primitive(), depth);
  }

  /**
   * Of a polynomial fraction, as the walk by its recurrence matrices; the convergents, less a(0),
   * are the last columns.
   *
   * @param depth as for a trajectory
   */
  static Asymptotics of(PolynomialFraction f, int depth) {
    IntegerPolynomial zero = IntegerPolynomial.ZERO;
    return f.b().isZero()
        ? new Undetermined("the fraction ends")
        : of(
            new StepMatrix(
                List.of(
                    List.of(zero, f.b().shifted(1)),
                    List.of(IntegerPolynomial.of(1), f.a().shifted(1))),
                IntegerPolynomial.of(1)),
            depth);
  }

  private static Asymptotics of(StepMatrix step, int depth) {
    if (step.rank() != 2 || step.entry(0, 1).isZero()) {
      return new Undetermined("the last column obeys no recurrence of second order");
    }
    ColumnRecurrence r = ColumnRecurrence.of(step, 1);
    var sampling = new DenominatorGrowth.Sampling(r, step, depth);
    int kappa = sampling.kappa();
    int excess = r.b().degree() - r.s().degree() - 2 * kappa;
    if (r.a().isZero() || r.b().isZero() || excess > 0) {
      return new Undetermined("two solutions of the recurrence have one size");
    }
    // Of s λ² = a λ + b, for the leading coefficients.
    BigInteger square = r.a().leading().pow(2);
    BigInteger four = r.b().leading().multiply(r.s().leading()).shiftLeft(2);
    BigInteger discriminant = excess < 0 ? square : square.add(four);
    if (discriminant.signum() <= 0) {
      return new Undetermined("two solutions of the recurrence have one size");
    }
    double root = Math.pow(2, (Enclosure.log2(discriminant) - Enclosure.log2(square)) / 2);
    double larger = ln(r.a()) - ln(r.s()) + Math.log((1 + root) / 2);
    return switch (DenominatorGrowth.of(sampling)) {
      case DenominatorGrowth.Unknown(String reason) -> new Undetermined(reason);
      case DenominatorGrowth.Known(DenominatorGrowth g) when excess < 0 ->
          new Factorial(-excess, kappa - g.order());
      case DenominatorGrowth.Known(DenominatorGrowth g) ->
          consistent(new Exponential(2 * larger - ln(r.b()) + ln(r.s()), larger, g));
    };
  }

  /** The law must foretell the denominator of the depth, within 2 % of ln q. */
  private static Asymptotics consistent(Exponential e) {
    double measured = e.growth.measured();
    boolean far = Math.abs(measured - e.denominatorRate()) > 0.02 * measured;
    return e.growth.law().isPresent() && far
        ? new Undetermined(
            String.format(
                Locale.ROOT,
                "ln q/n would tend to %.4f, and is %.4f at depth %d",
                e.denominatorRate(),
                measured,
                e.growth.depth()))
        : e;
  }

  private static double ln(IntegerPolynomial p) {
    return Enclosure.log2(p.leading().abs()) * Math.log(2);
  }
}
