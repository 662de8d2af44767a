package org.formulary.search.survey;

import java.util.List;
import java.util.function.IntFunction;
import org.formulary.search.domain.Progress;

/**
 * Measurements of all objects of a kind, cut into units that are pure functions of their number:
 * what one thread does, and what an interruption loses.
 */
public interface Survey {
  /**
   * Text that is equal for surveys whose units can be mixed: what is measured, and its revision.
   */
  String id();

  /** What is measured of an object. */
  List<DataTable.Column> columns();

  /** How many units there are. */
  int units();

  /** How many objects there are in all. */
  long rows();

  /** The time that all units take on one thread, roughly. */
  double estimatedSeconds();

  /** Measures a unit. */
  DataTable measure(int unit);

  /**
   * Sums up what was measured.
   *
   * @param measured the table of each unit; may read a file each time it is asked
   * @throws java.util.concurrent.CancellationException if told to stop
   */
  SurveyReport report(IntFunction<DataTable> measured, Progress progress);
}
