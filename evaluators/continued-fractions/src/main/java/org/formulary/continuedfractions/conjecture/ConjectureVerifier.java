package org.formulary.continuedfractions.conjecture;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.formulary.continuedfractions.polynomial.DirectSummation;
import org.formulary.continuedfractions.polynomial.Limit;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Verification;
import org.formulary.search.domain.Verification.Outcome;
import org.formulary.truth.Enclosure;
import org.formulary.truth.reference.UndefinedValueException;

/**
 * Compares a fraction with its value to a thousand digits: by its convergents alone where they
 * converge fast enough, which shares nothing with what found it, else by the series of its tail at
 * the larger precision. What agrees stays a conjecture: numbers are compared, nothing is proved.
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
    Optional<Limit.Finite> direct = DirectSummation.limit(c.fraction(), bits);
    facts.put("arithmetic", "whole numbers");
    facts.put(
        "summation", direct.isPresent() ? "convergents" : "convergents and series of the tail");
    Limit limit = direct.<Limit>map(d -> d).orElseGet(() -> Limit.of(c.fraction(), bits));
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
    return agreed == DIGITS
        ? result(
            Outcome.SAMPLED,
            "conjecture: %s and the fraction agree to %d digits"
                .formatted(c.value().name(), DIGITS),
            facts,
            start)
        : result(Outcome.INCOMPLETE, "known to %d digits only".formatted(agreed), facts, start);
  }

  private static Verification result(
      Outcome outcome, String claim, SortedMap<String, String> facts, long start) {
    String method =
        facts.containsKey("digits")
            ? "%s digits at %s terms".formatted(facts.get("digits"), facts.get("termsUsed"))
            : "limit of the fraction";
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    return new Verification(outcome, method, claim, OptionalDouble.empty(), facts, time);
  }
}
