package org.formulary.benchmarks;

import java.util.List;

/**
 * A question with a number in it, and the way to answer it.
 *
 * <p>Measuring and judging are apart, so that a defect can be planted between them: {@code
 * --self-check} judges a small measurement, which must pass, and the same with the defect, which
 * must fail.
 *
 * @param <D> what was measured
 */
interface Benchmark<D> {
  /** The name on the command line. */
  String name();

  /** What is asked, in one line. */
  String question();

  /** The measurement that answers the question. */
  D measure(Log log) throws Exception;

  /** A measurement of the same kind that takes seconds and passes. */
  D quick(Log log) throws Exception;

  /** The same data with a defect that the judgement must notice. */
  D plant(D data);

  /** What the planted defect is. */
  String defect();

  /** The judgement. */
  List<Row> judge(D data);

  /** One line of a report. */
  record Row(String what, String asked, String measured, boolean passed) {}

  /** Says what is going on. */
  @FunctionalInterface
  interface Log {
    void say(String line);
  }
}
