package org.formulary.benchmarks;

import java.util.concurrent.atomic.LongAdder;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Problem;

/** Counts from outside the calls of evaluate that score their candidate. */
final class CountingProblem<P> extends DelegatingProblem<P> {
  private final LongAdder fits = new LongAdder();

  CountingProblem(Problem<P> problem) {
    super(problem);
  }

  long fits() {
    return fits.sum();
  }

  @Override
  public Evaluation<P> evaluate(P candidate) {
    Evaluation<P> evaluation = problem.evaluate(candidate);
    if (evaluation instanceof Evaluation.Scored<P>) {
      fits.increment();
    }
    return evaluation;
  }
}
