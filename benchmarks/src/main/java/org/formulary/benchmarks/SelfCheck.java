package org.formulary.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a benchmark can fail: it must pass on a small measurement and fail on a planted defect.
 */
final class SelfCheck {
  private SelfCheck() {}

  /** What is wrong with the benchmark; empty where nothing is. */
  static <D> List<String> of(Benchmark<D> benchmark, Benchmark.Log log) throws Exception {
    D data = benchmark.quick(log);
    List<String> problems = new ArrayList<>();
    for (Benchmark.Row row : benchmark.judge(data)) {
      if (!row.passed()) {
        problems.add("fails without a defect: " + row);
      }
    }
    if (benchmark.judge(benchmark.plant(data)).stream().allMatch(Benchmark.Row::passed)) {
      problems.add("passes although " + benchmark.defect());
    }
    return problems;
  }
}
