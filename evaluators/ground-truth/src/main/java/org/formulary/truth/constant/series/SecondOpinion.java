package org.formulary.truth.constant.series;

import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constant;

/**
 * What a second evaluation of a constant, by other series, says of a first one.
 *
 * @param contradicts whether both enclose the constant and have no number in common, so that one of
 *     them is wrong
 * @param text such as {@code computed in two ways}
 */
public record SecondOpinion(boolean contradicts, String text) {
  /** On an enclosure that {@link Constant#enclosure} gave. */
  public static SecondOpinion on(Constant constant, Enclosure first) {
    return switch (SeriesEvaluation.of(constant, first.bits())) {
      case SeriesOutcome.Enclosed(Enclosure second) ->
          second.add(first.negate()).containsZero()
              ? new SecondOpinion(false, "computed in two ways")
              : new SecondOpinion(true, "computed in two ways that disagree");
      case SeriesOutcome.NotCovered(String what) ->
          new SecondOpinion(false, "computed in one way: no second series for " + what);
      case SeriesOutcome.Undetermined(String reason) ->
          new SecondOpinion(false, "computed in one way: " + reason);
    };
  }
}
