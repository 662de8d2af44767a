package org.formulary.continuedfractions.blind;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.formulary.continuedfractions.classes.FractionClass;
import org.formulary.continuedfractions.conjecture.Conjecture;
import org.formulary.continuedfractions.conjecture.ConjectureVerifier;
import org.formulary.continuedfractions.equivalence.Equivalence;
import org.formulary.continuedfractions.equivalence.EquivalenceSearch;
import org.formulary.continuedfractions.field.Asymptotics;
import org.formulary.continuedfractions.polynomial.Convergence;
import org.formulary.continuedfractions.polynomial.Fraction;
import org.formulary.continuedfractions.polynomial.InterlacedFraction;
import org.formulary.continuedfractions.polynomial.Limit;
import org.formulary.continuedfractions.polynomial.LowDegree;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.continuedfractions.polynomial.ReductionFilter;
import org.formulary.hashing.Fingerprint;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Notation;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.Presentation;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.ProblemId;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Scores;
import org.formulary.search.domain.Strategy;
import org.formulary.search.domain.Verification;
import org.formulary.truth.Enclosure;
import org.formulary.truth.relation.Identification;

/**
 * Fractions whose convergents are good approximations for their denominators, whatever their limits
 * are, and which are proved not to be equivalent to any of degrees (1, 2): those have closed forms
 * and need no search, and infinitely many of them approximate logarithms well. They are balanced
 * polynomial fractions, or interlaced ones with such an even part, by which they are judged: both
 * are one class. A search is steered by {@link Growth} at a small depth; a lead has the asymptotic
 * δ of {@link Asymptotics}, no other.
 */
public final class BlindProblem implements Problem<Fraction> {
  /** Leads have a larger δ: |L − p/q| = q^−(1 + δ). */
  public static final double LEAST_DELTA = -0.2;

  private static final int STEERING_DEPTH = 60;
  private static final int CHECKED_DEPTH = 300;

  /** To which exponents of primes are looked at. */
  private static final int ASYMPTOTIC_DEPTH = 2000;

  private final SearchParts parts;

  /** The search as it is. */
  public BlindProblem() {
    this(SearchParts.ALL);
  }

  /** With these parts of the search; the judgement is the same. */
  public BlindProblem(SearchParts parts) {
    this.parts = parts;
  }

  @Override
  public ProblemId id() {
    return new ProblemId("continued-fraction form=polynomial blind delta>-0.2 spread>2", 1);
  }

  @Override
  public List<Objective> objectives() {
    return List.of(
        Objective.minimize("denominatorBits", "bits a bit of accuracy"),
        new Objective("delta", "", Objective.Direction.MAXIMIZE),
        new Objective("digitsPerTerm", "decimal digits", Objective.Direction.MAXIMIZE),
        Objective.minimize("size", "bits"));
  }

  @Override
  public boolean everyNicheCounts() {
    return true;
  }

  @Override
  public Strategy<Fraction> strategy() {
    return new Strategy.Evolve<>(new FractionEncoding(notation(), parts));
  }

  @Override
  public Notation<Fraction> notation() {
    return new BlindNotation();
  }

  /** Equal for fractions of one class. */
  @Override
  public Fingerprint fingerprint(Fraction f) {
    return behaviour(f.contracted());
  }

  static Fingerprint behaviour(PolynomialFraction f) {
    return new FractionClass(f.a().isZero() ? "a = 0" : f.classKey()).fingerprint();
  }

  /** By the denominators at a small depth. */
  @Override
  public Evaluation<Fraction> evaluate(Fraction fraction) {
    PolynomialFraction f = fraction.contracted();
    if (!Moves.isSought(f)) {
      return new Evaluation.Rejected<>("the degrees are not d and 2d for d = 2, 3 or 4");
    }
    if (!(Convergence.of(f) instanceof Convergence.Exponential(double digits))) {
      return new Evaluation.Rejected<>("the fraction does not converge exponentially");
    }
    if (!(LowDegree.of(f) instanceof LowDegree.Excluded)) {
      return new Evaluation.Rejected<>("it may be equivalent to one of degrees (1, 2)");
    }
    OptionalDouble bits = Growth.foretold(f, STEERING_DEPTH);
    return bits.isEmpty()
        ? new Evaluation.Rejected<>("the convergents do not approach one another")
        : new Evaluation.Scored<>(fraction, scores(fraction, bits.getAsDouble(), digits), true);
  }

  private static Scores scores(Fraction f, double denominatorBits, double digits) {
    return Scores.of(denominatorBits, 1 / denominatorBits - 1, digits, f.size());
  }

  /**
   * By the asymptotic δ, where it is understood and large enough, and the limit neither rational
   * nor quadratic. Of an interlaced fraction and its even part the shorter one is kept.
   */
  @Override
  public Evaluation<Fraction> refine(Fraction fraction) {
    PolynomialFraction f = fraction.contracted();
    if (!(evaluate(fraction) instanceof Evaluation.Scored<Fraction> scored)
        || ReductionFilter.deciding(f) != 0) {
      return new Evaluation.Rejected<>("the fraction does not reduce");
    }
    double least = 1 / (1 + LEAST_DELTA);
    if (Growth.at(f, CHECKED_DEPTH).orElse(Double.POSITIVE_INFINITY) > least) {
      return new Evaluation.Rejected<>("the denominators are too large");
    }
    if (!(Limit.of(f, Finding.BITS) instanceof Limit.Finite limit)
        || Identification.isAlgebraic(limit.value(), 2)) {
      return new Evaluation.Rejected<>("the limit is rational, quadratic or not known");
    }
    double delta = Asymptotics.of(f, ASYMPTOTIC_DEPTH).delta();
    Fraction shorter = shorter(fraction);
    return delta > LEAST_DELTA && delta < 2
        ? new Evaluation.Scored<>(
            shorter, scores(shorter, 1 / (1 + delta), scored.scores().get(2)), true)
        : new Evaluation.Rejected<>("the asymptotic delta is too small or not known");
  }

  static Fraction shorter(Fraction f) {
    return switch (f) {
      case PolynomialFraction p -> p;
      case InterlacedFraction i -> {
        PolynomialFraction even = Moves.normalized(i.contracted());
        yield i.size() < even.size() ? i : even;
      }
    };
  }

  @Override
  public List<String> relation(Fraction one, Fraction other) {
    return EquivalenceSearch.between(one.contracted(), other.contracted())
        .map(Equivalence::text)
        .orElse(List.of());
  }

  /** The asymptotic behaviour of a lead. */
  public static Asymptotics asymptotics(Fraction f) {
    return Asymptotics.of(f.contracted(), ASYMPTOTIC_DEPTH);
  }

  /**
   * Compares the fraction, or the even part, with a formula of its limit to a thousand digits,
   * where there is one.
   */
  @Override
  public Verification verify(Fraction fraction, Progress progress) {
    long start = System.nanoTime();
    PolynomialFraction f = fraction.contracted();
    Optional<Conjecture> identified = Finding.identified(f, progress);
    if (identified.isPresent()) {
      return ofWhole(fraction, ConjectureVerifier.verify(identified.get(), progress));
    }
    String claim = "the fraction has no limit that is known";
    if (Limit.of(f, Finding.BITS) instanceof Limit.Finite limit) {
      claim = "the limit %s… has no formula that is known".formatted(decimal(limit.value()));
    }
    return ofWhole(
        fraction,
        new Verification(
            Verification.Outcome.INCOMPLETE,
            "integer relations at %d bits".formatted(Finding.BITS),
            claim,
            OptionalDouble.empty(),
            new TreeMap<>(),
            Duration.ofNanos(System.nanoTime() - start)));
  }

  /** Says of what an interlaced fraction was verified. */
  private static Verification ofWhole(Fraction f, Verification v) {
    if (!(f instanceof InterlacedFraction interlaced)) {
      return v;
    }
    SortedMap<String, String> facts = new TreeMap<>(v.facts());
    facts.put("evenPart", new BlindNotation().print(interlaced.contracted()));
    return new Verification(
        v.outcome(), v.method(), "even part: " + v.claim(), v.bound(), facts, v.time());
  }

  private static String decimal(Enclosure value) {
    return String.format(Locale.ROOT, "%.15f", value.middle().doubleValue());
  }

  @Override
  public Presentation<Fraction> presentation() {
    return new BlindPresentation();
  }
}
