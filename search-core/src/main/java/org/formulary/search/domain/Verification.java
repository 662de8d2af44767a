package org.formulary.search.domain;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A certificate: what was shown, how, in which arithmetic.
 *
 * @param outcome whether the claim holds
 * @param method such as {@code taylor-model bound with subdivision} or {@code sampled 1000 points
 *     at 40 digits}; weaker methods say so
 * @param claim one sentence
 * @param bound the number the claim is about, in the unit of the problem's first objective
 * @param facts details for machines and readers: arithmetic, observed maximum, where, boxes, bits
 */
public record Verification(
    Outcome outcome,
    String method,
    String claim,
    OptionalDouble bound,
    SortedMap<String, String> facts,
    Duration time) {
  public Verification {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /** What came of it. */
  public enum Outcome {
    /** Proved for the whole input range. */
    PROVED,
    /** Checked at finitely many points only. */
    SAMPLED,
    /** The claim is false. */
    REFUTED,
    /** Neither shown nor refuted within the limits. */
    INCOMPLETE
  }

  /** Whether an entry with this certificate may be called a result. */
  public boolean confirms() {
    return outcome == Outcome.PROVED || outcome == Outcome.SAMPLED;
  }

  public static Verification refuted(
      String method, String claim, Map<String, String> facts, Duration time) {
    return new Verification(
        Outcome.REFUTED, method, claim, OptionalDouble.empty(), new TreeMap<>(facts), time);
  }
}
