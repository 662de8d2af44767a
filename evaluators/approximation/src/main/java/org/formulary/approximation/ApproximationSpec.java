package org.formulary.approximation;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.formulary.expressions.Op;
import org.formulary.expressions.parse.Formula;
import org.formulary.search.domain.ProblemId;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.Interval;
import org.formulary.truth.reference.RealFunction;

/**
 * An approximation problem, read and checked.
 *
 * @param weight what errors are multiplied by, where it is not 1
 * @param constraints on programs besides a small error
 * @param operations allowed, in the order of {@link Op}
 * @param search how programs are looked for
 */
public record ApproximationSpec(
    Subject subject,
    Interval interval,
    ErrorKind errorKind,
    Optional<RealFunction> weight,
    SortedSet<Constraint> constraints,
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
    constraints = Collections.unmodifiableSortedSet(new TreeSet<>(constraints));
    operations = List.copyOf(operations);
  }

  /** A word for what is approximated. */
  String name() {
    return subject.name();
  }

  /** The formula, or what stands for data, as titles show it. */
  String title() {
    return switch (subject) {
      case Subject.Function f -> f.function().text();
      case Subject.Data d -> d.name() + " (" + d.table().size() + " samples)";
    };
  }

  /** How errors are measured, in words. */
  String measure() {
    String kind = errorKind.name().toLowerCase(Locale.ROOT) + " error";
    return weight.map(w -> kind + " times " + w.text()).orElse(kind);
  }

  /** The constraint on the sign of the error, if any. */
  Optional<Constraint> side() {
    return constraints.stream().filter(Constraint::isSide).findAny();
  }

  /** The constraint on the slope, if any. */
  Optional<Constraint> slope() {
    return constraints.stream().filter(c -> !c.isSide()).findAny();
  }

  /** The constraints as they are asked for. */
  String constraintNames() {
    return constraints.stream()
        .map(c -> c.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(","));
  }

  /** What programs must be, as part of a sentence. */
  String constraintWords() {
    return constraints.stream().map(Constraint::words).collect(Collectors.joining(" and "));
  }

  /** The formula, if there is one. */
  Optional<Formula> formula() {
    return subject instanceof Subject.Function f
        ? Optional.of(f.function().formula())
        : Optional.empty();
  }

  /**
   * The canonical text: formula or hash of the data, interval with exact ends, error. What a search
   * may use and how far it goes does not change how a program is judged, so it is no part of the
   * id.
   */
  ProblemId id(int revision) {
    return new ProblemId(
        "approximation %s interval=%s,%s error=%s%s%s"
            .formatted(
                subject.text(),
                interval.lower().toBigDecimal().toPlainString(),
                interval.upper().toBigDecimal().toPlainString(),
                errorKind.name().toLowerCase(Locale.ROOT),
                weight.map(w -> " weight=" + w.text()).orElse(""),
                constraints.isEmpty() ? "" : " constraints=" + constraintNames()),
        revision);
  }
}
