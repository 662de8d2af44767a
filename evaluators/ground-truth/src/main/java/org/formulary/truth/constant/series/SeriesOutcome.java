package org.formulary.truth.constant.series;

import java.util.Optional;
import org.formulary.truth.Enclosure;

/** What comes of evaluating a constant by series. */
public sealed interface SeriesOutcome {
  /** The constant lies within. */
  record Enclosed(Enclosure value) implements SeriesOutcome {}

  /**
   * There is no series for a part of the formula.
   *
   * @param what the function or name, such as {@code besselY}
   */
  record NotCovered(String what) implements SeriesOutcome {}

  /**
   * The formula has no real value, or none that could be told apart from a number without one.
   *
   * @param reason on one line
   */
  record Undetermined(String reason) implements SeriesOutcome {}

  /** The enclosure, where there is one. */
  default Optional<Enclosure> enclosure() {
    return this instanceof Enclosed(Enclosure value) ? Optional.of(value) : Optional.empty();
  }
}
