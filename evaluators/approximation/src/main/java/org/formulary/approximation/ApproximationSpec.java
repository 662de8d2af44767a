package org.formulary.approximation;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.formulary.approximation.fit.ExactFit;
import org.formulary.approximation.fit.Norm;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Op;
import org.formulary.expressions.Program;
import org.formulary.expressions.parse.Formula;
import org.formulary.search.domain.ProblemId;
import org.formulary.truth.ClenshawCurtis;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.Interval;
import org.formulary.truth.proof.ErrorProver;
import org.formulary.truth.reference.RealFunction;

/**
 * An approximation problem, read and checked.
 *
 * @param errorNorm what is made of the errors at all points
 * @param weight what errors are multiplied by, where it is not 1
 * @param constraints on programs besides a small error
 * @param exact where programs equal the function, exactly; binary64 numbers, ascending
 * @param operations allowed, in the order of {@link Op}
 * @param search how programs are looked for
 */
public record ApproximationSpec(
    Subject subject,
    Interval interval,
    ErrorKind errorKind,
    ErrorNorm errorNorm,
    Optional<RealFunction> weight,
    SortedSet<Constraint> constraints,
    List<ExactFit.Node> exact,
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
    exact = List.copyOf(exact);
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

  /** Whether errors are measured without a weight, and the largest counts. */
  boolean isPlain() {
    return weight.isEmpty() && errorNorm == ErrorNorm.MAX;
  }

  /** What is made of errors at samples; of a function's, at so many Chebyshev points. */
  Norm norm(int samples) {
    return switch (errorNorm) {
      case MAX -> new Norm.Largest();
      case RMS ->
          new Norm.MeanSquare(
              subject instanceof Subject.Data
                  ? DoubleStream.generate(() -> 1.0 / samples).limit(samples).toArray()
                  : ClenshawCurtis.shares(samples - 1));
    };
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

  /** Whether a program is proved to be exact wherever it must be. */
  boolean isExact(Program program) {
    return exact.stream()
        .allMatch(
            n ->
                ErrorProver.exactValue(program, BinaryRational.of(n.x()))
                    .filter(BinaryRational.of(n.value())::equals)
                    .isPresent());
  }

  /** The points where programs equal the function, as they are asked for. */
  String exactPoints() {
    return exact.stream().map(n -> Double.toString(n.x())).collect(Collectors.joining(","));
  }

  /** What programs must be besides near, as part of a sentence; empty for nothing. */
  String demands() {
    Stream<String> points =
        exact.isEmpty() ? Stream.of() : Stream.of("exact at x = " + exactPoints());
    return Stream.concat(constraints.stream().map(Constraint::words), points)
        .collect(Collectors.joining(" and "));
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
        "approximation %s interval=%s,%s error=%s%s%s%s%s"
            .formatted(
                subject.text(),
                interval.lower().toBigDecimal().toPlainString(),
                interval.upper().toBigDecimal().toPlainString(),
                errorKind.name().toLowerCase(Locale.ROOT),
                errorNorm == ErrorNorm.MAX ? "" : " norm=rms",
                weight.map(w -> " weight=" + w.text()).orElse(""),
                constraints.isEmpty() ? "" : " constraints=" + constraintNames(),
                exact.isEmpty() ? "" : " exact-at=" + exactPoints()),
        revision);
  }
}
