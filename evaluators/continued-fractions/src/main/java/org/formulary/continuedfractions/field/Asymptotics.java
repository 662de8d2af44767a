package org.formulary.continuedfractions.field;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.formulary.continuedfractions.polynomial.Convergence;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.continuedfractions.recurrence.LinearRecurrence;
import org.formulary.continuedfractions.recurrence.SolutionSize;

/**
 * What becomes of the error and of the reduced denominators q of the approximations of a
 * trajectory, and of δ in |L − p/q| = q^−(1 + δ).
 *
 * <p>The last column of the products obeys a recurrence ({@link LinearRecurrence}), of the order of
 * the rank or less; by Poincaré and Perron its solutions grow by n^κ λ1, n^κ λ2, … a step, for
 * roots λ of its leading coefficients, and the error of a quotient of two linear forms of the
 * column falls like (λ2/λ1)^n. That part follows from the recurrence, to the rounding of
 * logarithms, where no matrix is singular and the forms contain both solutions. Some forms do not
 * contain the second solution, and their errors fall like that of a later one by the first; which
 * one is seen on the walk ({@link WalkCheck}). What p and q have in common is inferred from exact
 * exponents of primes ({@link DenominatorGrowth}). So the value of δ is a conjecture, though in
 * closed form and no fit.
 */
public sealed interface Asymptotics {
  /** δ; NaN where it is not known. */
  double delta();

  /** A description in one line. */
  String text();

  /**
   * The error falls exponentially.
   *
   * @param errorRate ln |λ1/λ2|, or with the λ of a smaller solution, of a period of the trajectory
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
              .map(e -> slope(e.getKey(), e.getValue()))
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
   * The error falls slower than exponentially, and denominators are seen to grow exponentially.
   *
   * @param measured ln q/n at a depth n
   */
  record Slow(double measured, int depth) implements Asymptotics {
    private static final double LEAST = 0.1;
    private static final double LARGEST_FALL = 0.1;

    /** From the convergents of two depths. */
    static Asymptotics of(PolynomialFraction f, int depth) {
      double half = rate(f, depth / 2);
      double whole = rate(f, depth);
      return whole > LEAST && whole > (1 - LARGEST_FALL) * half
          ? new Slow(whole, depth)
          : new Undetermined(String.format(Locale.ROOT, "ln q/n is %.4f and falls", whole));
    }

    private static double rate(PolynomialFraction f, int depth) {
      return f.convergent(depth).reducedBits() * Math.log(2) / depth;
    }

    @Override
    public double delta() {
      return -1;
    }

    @Override
    public String text() {
      return String.format(
          Locale.ROOT,
          "the error falls slower than exponentially, ln q/n is %.4f at depth %d",
          measured,
          depth);
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
   * Of the first entry by the second of a trajectory, from exponents of primes to a depth.
   *
   * @param depth at least some 500 for them to tell anything; 2,000 is good
   */
  static Asymptotics of(Trajectory t, int depth) {
    return of(t, Rows.first(t.field().rank()), depth);
  }

  /** Of other approximations of a trajectory. */
  static Asymptotics of(Trajectory t, Rows rows, int depth) {
    return of(t.step().primitive(), rows, depth);
  }

  /**
   * Of a polynomial fraction, as the walk by its recurrence matrices; the convergents, less a(0),
   * are the last columns.
   *
   * @param depth as for a trajectory
   */
  static Asymptotics of(PolynomialFraction f, int depth) {
    IntegerPolynomial zero = IntegerPolynomial.ZERO;
    if (f.b().isZero()) {
      return new Undetermined("the fraction ends");
    }
    return switch (Convergence.of(f)) {
      case Convergence.SubExponential _, Convergence.Polynomial _, Convergence.Logarithmic _ ->
          Slow.of(f, depth);
      case Convergence.None(String reason) -> new Undetermined(reason);
      case Convergence.Factorial _, Convergence.Exponential _ ->
          of(
              new StepMatrix(
                  List.of(
                      List.of(zero, f.b().shifted(1)),
                      List.of(IntegerPolynomial.of(1), f.a().shifted(1))),
                  IntegerPolynomial.of(1)),
              Rows.first(2),
              depth);
    };
  }

  /** Such as {@code , 2^(3 n/2)}, of a slope in halves of 1/(p − 1). */
  private static String slope(int p, int units) {
    int below = 2 * (p - 1);
    int common = BigInteger.valueOf(units).gcd(BigInteger.valueOf(below)).intValue();
    return ", %d^(%d n/%d)".formatted(p, units / common, below / common);
  }

  private static Asymptotics of(StepMatrix step, Rows rows, int depth) {
    Optional<LinearRecurrence> recurrence =
        LinearRecurrence.ofColumn(step.numerators(), step.rank() - 1);
    if (recurrence.isEmpty() || recurrence.get().order() < 2) {
      return new Undetermined("the last column obeys no recurrence of second order");
    }
    Optional<List<SolutionSize>> sizes = recurrence.get().sizes();
    if (sizes.isEmpty()) {
      return new Undetermined("the roots of the characteristic equation did not come out");
    }
    if (sizes.get().size() < 2 || !sizes.get().get(0).exceeds(sizes.get().get(1))) {
      return new Undetermined("two solutions of the recurrence have one size");
    }
    if (!sizes.get().stream().allMatch(s -> s.power() == Math.rint(s.power()))) {
      return new Undetermined("solutions of the recurrence grow like roots of factorials");
    }
    int kappa = (int) sizes.get().getFirst().power();
    var sampling = new DenominatorGrowth.Sampling(recurrence.get(), kappa, step, rows, depth);
    List<ColumnSample> samples = sampling.samples();
    return switch (DenominatorGrowth.of(sampling, samples)) {
      case DenominatorGrowth.Unknown(String reason) -> new Undetermined(reason);
      case DenominatorGrowth.Known(DenominatorGrowth g) ->
          of(new WalkCheck(samples), sizes.get(), g);
    };
  }

  private static Asymptotics of(
      WalkCheck walk, List<SolutionSize> sizes, DenominatorGrowth growth) {
    SolutionSize largest = sizes.getFirst();
    Optional<SolutionSize> second = walk.second(sizes);
    if (second.isEmpty()) {
      return new Undetermined(walk.contradiction(sizes));
    }
    int order = (int) (largest.power() - second.get().power());
    if (order > 0) {
      return new Factorial(order, largest.power() - growth.order());
    }
    Exponential exponential =
        new Exponential(largest.rate() - second.get().rate(), largest.rate(), growth);
    return growth
        .law()
        .flatMap(_ -> walk.ofDenominators(exponential.denominatorRate(), growth))
        .<Asymptotics>map(Undetermined::new)
        .orElse(exponential);
  }
}
