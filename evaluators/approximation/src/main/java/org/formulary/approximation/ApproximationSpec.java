package org.formulary.approximation;

import java.util.List;
import java.util.Locale;
import org.formulary.expressions.Op;
import org.formulary.search.domain.ProblemId;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.Interval;
import org.formulary.truth.reference.RealFunction;

/**
 * An approximation problem, read and checked.
 *
 * @param key the option that names the function: {@code target} or {@code function}
 * @param name the target's name or the user's formula
 * @param operations allowed, in the order of {@link Op}
 * @param search how programs are looked for
 */
public record ApproximationSpec(
    String key,
    String name,
    RealFunction function,
    Interval interval,
    ErrorKind errorKind,
    List<Op> operations,
    int maxOperations,
    Search search) {
  /** How programs are looked for. */
  public enum Search {
    EVOLVE,
    SWEEP,
    BOTH
  }

  public ApproximationSpec {
    operations = List.copyOf(operations);
  }

  /**
   * The canonical text: formula, interval with exact ends, error. What a search may use and how far
   * it goes does not change how a program is judged, so it is no part of the id.
   */
  ProblemId id(int revision) {
    return new ProblemId(
        "approximation function=%s interval=%s,%s error=%s"
            .formatted(
                function.text(),
                interval.lower().toBigDecimal().toPlainString(),
                interval.upper().toBigDecimal().toPlainString(),
                errorKind.name().toLowerCase(Locale.ROOT)),
        revision);
  }
}
