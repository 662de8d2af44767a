/**
 * Constants a second time, by series of its own on whole numbers, so that what was found with the
 * first evaluation can be verified with another. {@link
 * org.formulary.truth.constant.series.SeriesEvaluation} is the entry.
 *
 * <pre>{@code
 * Constant catalan = Constants.find("catalan").orElseThrow();
 * switch (SeriesEvaluation.of(catalan, 3322)) {
 *   case SeriesOutcome.Enclosed(Enclosure value) -> ...
 *   case SeriesOutcome.NotCovered(String what) -> ...
 *   case SeriesOutcome.Undetermined(String reason) -> ...
 * }
 * }</pre>
 *
 * <p>Whole numbers come from {@link java.math.BigInteger}; Apfloat and {@code truth.reference} are
 * not used here.
 */
package org.formulary.truth.constant.series;
