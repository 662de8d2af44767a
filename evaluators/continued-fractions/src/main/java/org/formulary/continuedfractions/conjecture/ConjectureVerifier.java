package org.formulary.continuedfractions.conjecture;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.formulary.continuedfractions.polynomial.DirectSummation;
import org.formulary.continuedfractions.polynomial.Extrapolation;
import org.formulary.continuedfractions.polynomial.Limit;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.continuedfractions.proof.Proof;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Verification;
import org.formulary.search.domain.Verification.Outcome;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.series.SecondOpinion;
import org.formulary.truth.constant.series.SeriesEvaluation;
import org.formulary.truth.reference.RealFunction;
import org.formulary.truth.reference.UndefinedValueException;

/**
 * Compares a fraction with its value to a thousand digits, both computed in other ways than those
 * that found it where there are such: the fraction by its convergents alone, extrapolated if they
 * are slow, rather than by the series of its tail; the value by {@link RealFunction} and by {@link
 * SeriesEvaluation}, which share no series. What agrees is a conjecture, unless {@link Proof} finds
 * a proof.
 */
public final class ConjectureVerifier {
  static final int DIGITS = 1000;

  private static final int SLACK_BITS = 8;

  private ConjectureVerifier() {}

  public static Verification verify(Conjecture c, Progress progress) {
    long start = System.nanoTime();
    SortedMap<String, String> facts = new TreeMap<>();
    int bits;
    try {
      bits = Enclosure.bitsOf(DIGITS + Math.max(0, -c.value().magnitude())) + SLACK_BITS;
    } catch (UndefinedValueException e) {
      return result(Outcome.REFUTED, "the value " + e.getMessage(), facts, start);
    }
    facts.put("arithmetic", "whole numbers");
    Limit limit = limit(c.fraction(), bits, facts);
    return switch (limit) {
      case Limit.Finite(Enclosure value, int depth, var _) -> {
        facts.put("termsUsed", Integer.toString(depth));
        yield compared(c, value, facts, start);
      }
      case Limit.Ends(long n) ->
          result(Outcome.REFUTED, "the fraction ends: b(%d) = 0".formatted(n), facts, start);
      case Limit.None(String reason) ->
          result(Outcome.REFUTED, "the fraction has no limit: " + reason, facts, start);
      case Limit.Unresolved(String reason) ->
          result(Outcome.INCOMPLETE, "the limit is not determined: " + reason, facts, start);
    };
  }

  private static Verification compared(
      Conjecture c, Enclosure limit, SortedMap<String, String> facts, long start) {
    Enclosure value = c.value().enclosure(limit.bits());
    Enclosure difference = limit.add(value.negate());
    double digits =
        Enclosure.digitsOf(
            Enclosure.log2(value.magnitude()) - Enclosure.log2(difference.magnitude()));
    int agreed = (int) Math.clamp(digits, 0, DIGITS);
    facts.put("digits", Integer.toString(agreed));
    if (!difference.containsZero()) {
      return result(
          Outcome.REFUTED, "only %d of %d digits agree".formatted(agreed, DIGITS), facts, start);
    }
    SecondOpinion second = SecondOpinion.on(c.value(), value);
    facts.put("constant", second.text());
    if (second.contradicts()) {
      return result(Outcome.INCOMPLETE, "two series for the value disagree", facts, start);
    }
    if (agreed < DIGITS) {
      return result(Outcome.INCOMPLETE, "known to %d digits only".formatted(agreed), facts, start);
    }
    Optional<Proof> proof = Proof.of(c.fraction(), c.value());
    proof.ifPresent(p -> Proof.describe(facts, p.method(), p.chain()));
    return result(
        proof.isPresent() ? Outcome.PROVED : Outcome.SAMPLED,
        (proof.isPresent()
                ? "proved: the fraction is %s, and agrees to %d digits"
                : "conjecture: the fraction is %s, it agrees to %d digits")
            .formatted(c.value().name(), DIGITS),
        facts,
        start);
  }

  /** By its convergents where possible, else by the series of its tail. */
  private static Limit limit(PolynomialFraction f, int bits, SortedMap<String, String> facts) {
    Optional<Limit.Finite> direct = DirectSummation.limit(f, bits);
    if (direct.isPresent()) {
      facts.put("summation", "convergents");
      return direct.get();
    }
    Optional<Limit.Finite> extrapolated = Extrapolation.limit(f, bits);
    if (extrapolated.isPresent()) {
      facts.put("summation", "convergents, extrapolated");
      return extrapolated.get();
    }
    facts.put("summation", "convergents and series of the tail");
    return Limit.of(f, bits);
  }

  private static Verification result(
      Outcome outcome, String claim, SortedMap<String, String> facts, long start) {
    String method =
        outcome == Outcome.PROVED
            ? "proof by %s, and 1000 digits".formatted(facts.get("proof"))
            : facts.containsKey("digits")
                ? "%s digits at %s terms".formatted(facts.get("digits"), facts.get("termsUsed"))
                : "limit of the fraction";
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    return new Verification(outcome, method, claim, OptionalDouble.empty(), facts, time);
  }
}
