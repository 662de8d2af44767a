package org.formulary.benchmarks;

import java.util.List;
import org.formulary.hashing.Fingerprint;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Notation;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.Presentation;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.ProblemId;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Strategy;
import org.formulary.search.domain.Verification;

/** A problem like another one but for what a benchmark watches or changes. */
abstract class DelegatingProblem<P> implements Problem<P> {
  protected final Problem<P> problem;

  DelegatingProblem(Problem<P> problem) {
    this.problem = problem;
  }

  @Override
  public Evaluation<P> evaluate(P candidate) {
    return problem.evaluate(candidate);
  }

  @Override
  public ProblemId id() {
    return problem.id();
  }

  @Override
  public List<Objective> objectives() {
    return problem.objectives();
  }

  @Override
  public Strategy<P> strategy() {
    return problem.strategy();
  }

  @Override
  public Notation<P> notation() {
    return problem.notation();
  }

  @Override
  public Fingerprint fingerprint(P candidate) {
    return problem.fingerprint(candidate);
  }

  @Override
  public Fingerprint secondFingerprint(P candidate) {
    return problem.secondFingerprint(candidate);
  }

  @Override
  public Evaluation<P> refine(P candidate) {
    return problem.refine(candidate);
  }

  @Override
  public Verification verify(P candidate, Progress progress) {
    return problem.verify(candidate, progress);
  }

  @Override
  public Presentation<P> presentation() {
    return problem.presentation();
  }
}
