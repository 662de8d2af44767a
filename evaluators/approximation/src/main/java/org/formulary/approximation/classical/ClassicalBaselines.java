package org.formulary.approximation.classical;

import static org.formulary.approximation.classical.EvaluationScheme.HORNER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.formulary.search.domain.Baseline;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.Interval;
import org.formulary.truth.ReferenceTable;

/**
 * The classical forms of a function on an interval, as programs with their errors.
 *
 * <p>Families: Taylor polynomials at the lower end and at the middle, interpolation at the zeros of
 * Chebyshev polynomials, minimax polynomials; Padé approximants at the middle of nearly equal
 * degrees, minimax rational functions of the best degrees. By Horner's scheme a polynomial of
 * degree n takes 2n operations, degree p over degree q with a monic denominator 2(p + q); a
 * continued fraction takes 2·max(p, q) + min(p, q), and one less for each constant that recurs;
 * polynomials are preconditioned from degree 4 on. Under relative error a zero x₀ of the function
 * at an end or in the middle is factored out: the program is (x − x₀)·q(x), where q approximates
 * f(x)/(x − x₀).
 *
 * <p>Minimax forms of a positive function also approximate its roots of degree 2, 4, 8 and 16, and
 * are squared; those of a function that is even or odd about 0 also run in x², and where f(x)·f(−x)
 * = 1 it is (h + x)/(h − x) with an even h, as in fdlibm's exp. Rational forms of these kinds have
 * nearly equal degrees.
 *
 * <p>Of the splits of a rational function's degrees those are compared for which the exchange
 * converges; hard targets, such as exp(−x²) over many decades, miss some.
 *
 * <p>Input: a table over Chebyshev points, of 257 points and 40 digits by convention. The forms
 * rest on its Chebyshev series; a function that is too rough for one (such as sqrt at 0) has only
 * the minimax forms, on the points of the table.
 *
 * <p>Errors: the stated error is that of the stored program in exact arithmetic, sampled at the
 * points of the table and at the peaks between them in double-double arithmetic; it is below the
 * maximum by at most some 1e-4 of itself for up to 16 peaks, and no proof. Constants are binary64
 * numbers where that costs less than 0.1 % of the error, else of 106 bits. A form whose program
 * misses its error by 1 % even so is left out, and so is one that is no better than 0. Errors are
 * not told from none below 1e-24, or below the error of the series.
 */
public final class ClassicalBaselines {
  private static final String TAYLOR_LOWER = "Taylor at the lower end, Horner";
  private static final String TAYLOR_MIDDLE = "Taylor at the middle, Horner";
  private static final String CHEBYSHEV = "Chebyshev interpolation, Horner";
  private static final String PADE = "Padé at the middle, Horner";
  private static final String POLYNOMIAL = "minimax polynomial, Horner";
  private static final String RATIONAL = "minimax rational, Horner";

  /** Errors that differ by less than this part are equal: f and c/f often have equal ones. */
  private static final double TIE = 1e-6;

  private final Target target;
  private final Symmetry symmetry;
  private final int maxOperations;
  private final Appraisal appraisal;
  private final Composition plain;
  private final BestQuotients best;
  private final List<Baseline> found = new ArrayList<>();
  private final List<Omission> omitted = new ArrayList<>();

  private ClassicalBaselines(Target target, Symmetry symmetry, int maxOperations) {
    this.target = target;
    this.symmetry = symmetry;
    this.maxOperations = maxOperations;
    this.appraisal = new Appraisal(target);
    this.plain = Composition.plain(target);
    this.best = new BestQuotients(target);
  }

  /** Why a family, or some of its degrees, are missing. */
  public record Omission(String family, String reason) {}

  /** What there is and what there is not. */
  public record Study(List<Baseline> baselines, List<Omission> omissions) {
    public Study {
      baselines = List.copyOf(baselines);
      omissions = List.copyOf(omissions);
    }
  }

  /**
   * A function on an interval.
   *
   * @param table over the points of {@link org.formulary.truth.ChebyshevPoints#lobatto}
   * @param symmetry what is known of the function beyond the interval
   */
  public record Subject(
      ReferenceTable table, Interval interval, ErrorKind kind, Symmetry symmetry) {}

  /**
   * The baselines of at most {@code maxOperations} operations, by family and then by operations,
   * and reasons for those that are missing. Throws {@link IllegalArgumentException} for a table
   * over other points.
   */
  public static Study study(Subject subject, int maxOperations) {
    Optional<Target> target = Target.of(subject.table(), subject.interval(), subject.kind());
    if (target.isEmpty()) {
      String reason = "the function vanishes where its zero cannot be factored out";
      return new Study(List.of(), List.of(new Omission("all", reason)));
    }
    ClassicalBaselines work =
        new ClassicalBaselines(target.get(), subject.symmetry(), maxOperations);
    work.run();
    return new Study(work.found, work.omitted);
  }

  private void run() {
    int first = target.zeros().isEmpty() ? 1 : 0;
    if (target.series().isPresent()) {
      ChebyshevSeries s = target.series().get();
      family(TAYLOR_LOWER, first, n -> Optional.of(Expansions.taylor(s, -1, n)));
      family(TAYLOR_MIDDLE, first, n -> matching(n, Optional.of(Expansions.taylor(s, 0, n))));
      family(CHEBYSHEV, first, n -> matching(n, Expansions.interpolation(target, n)));
      family(PADE, 1, n -> pade(s, n));
    } else {
      String reason = "the function is not smooth enough for a series";
      for (String name : List.of(TAYLOR_LOWER, TAYLOR_MIDDLE, CHEBYSHEV, PADE)) {
        omitted.add(new Omission(name, reason));
      }
    }
    family(POLYNOMIAL, first, this::polynomial);
    family(RATIONAL, 1, this::rational);
    StrongerForms stronger = new StrongerForms(appraisal, maxOperations);
    if (target.parity() < 0) {
      stronger.unsymmetric(best);
      stronger.squared(target, plain, "");
    }
    Symmetry core = symmetry();
    if (core != Symmetry.NONE) {
      stronger.inSquare(core, target.parity() < 0);
    }
    found.addAll(stronger.found());
    omitted.addAll(stronger.omitted());
  }

  /** Of f over its zeros, if these are all at 0. */
  private Symmetry symmetry() {
    if (target.parity() >= 0) {
      return target.parity() == 1 ? Symmetry.ODD : Symmetry.EVEN;
    }
    boolean turned = target.zeros().size() % 2 == 1;
    return switch (symmetry) {
      case NONE -> Symmetry.NONE;
      case EVEN -> turned ? Symmetry.ODD : Symmetry.EVEN;
      case ODD -> turned ? Symmetry.EVEN : Symmetry.ODD;
      case RECIPROCAL -> Symmetry.RECIPROCAL;
    };
  }

  /** The forms of one family by total degree, until there is nothing left to gain. */
  private void family(String name, int first, IntFunction<Optional<Quotient>> form) {
    List<Integer> missing = new ArrayList<>();
    boolean exact = false;
    for (int n = first; !exact && leastOperations(name, n) <= maxOperations; n++) {
      Optional<Baseline> baseline =
          form.apply(n)
              .flatMap(r -> appraisal.baseline(name, new Approximant(target, r, plain), HORNER));
      baseline.filter(b -> b.scores().get(1) <= maxOperations).ifPresent(found::add);
      exact = baseline.filter(b -> b.scores().get(0) <= appraisal.resolution()).isPresent();
      if (baseline.isEmpty()) {
        missing.add(n);
      }
    }
    if (!missing.isEmpty()) {
      omitted.add(new Omission(name, "none of its own of total degree " + missing));
    }
  }

  /** A bound from below: even and odd functions take only every other power. */
  private int leastOperations(String family, int degree) {
    boolean gaps = target.parity() >= 0 || family.equals(TAYLOR_LOWER);
    return target.zeros().size() + (gaps ? degree : 2 * degree);
  }

  /** A polynomial of degree n if the best of an even or odd target can have that degree. */
  private Optional<Quotient> matching(int n, Optional<Quotient> polynomial) {
    return target.parity() < 0
        ? polynomial
        : polynomial.filter(r -> n % 2 == target.parity()).map(Quotient::symmetric);
  }

  private Optional<Quotient> polynomial(int n) {
    return target.parity() >= 0 && n % 2 != target.parity()
        ? Optional.empty()
        : best.of(n, 0).map(Remez.Result::quotient);
  }

  /** The best of the Padé approximants of total degree n whose degrees are nearly equal. */
  private Optional<Quotient> pade(ChebyshevSeries series, int n) {
    // An even or odd target takes an even q, so what is nearly equal differs by 2 at most.
    int slack = target.parity() < 0 ? 0 : 1;
    List<Quotient> candidates = new ArrayList<>();
    for (int q = Math.max(1, n / 2 - slack); q <= Math.min(n, (n + 1) / 2 + slack); q++) {
      if (fits(n - q, q)) {
        Expansions.pade(series, n - q, q)
            .map(this::symmetric)
            .filter(Quotient::isFreeOfPoles)
            .filter(HornerForm::isFull)
            .ifPresent(candidates::add);
      }
    }
    return candidates.stream().min(Comparator.comparingDouble(appraisal::error));
  }

  /** The best of the minimax rational functions of total degree n; of equals that with larger q. */
  private Optional<Quotient> rational(int n) {
    Quotient chosen = null;
    double least = Double.POSITIVE_INFINITY;
    for (int q = 1; q <= n; q++) {
      Optional<Remez.Result> result = fits(n - q, q) ? best.of(n - q, q) : Optional.empty();
      if (result.isPresent() && result.get().error() <= least * (1 + TIE)) {
        Quotient r = result.get().quotient();
        if (HornerForm.isFull(r)) {
          chosen = r;
          least = result.get().error();
        }
      }
    }
    return Optional.ofNullable(chosen);
  }

  /** Whether a best quotient can have these degrees: of an even or odd target, q is even. */
  private boolean fits(int p, int q) {
    return target.parity() < 0 || (q % 2 == 0 && p % 2 == target.parity());
  }

  private Quotient symmetric(Quotient r) {
    return target.parity() < 0 ? r : r.symmetric();
  }

  private double error(Quotient r) {
    return Peaks.largest(target, x -> Target.error(r.value(x.t()), x));
  }
}
