package org.formulary.approximation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.formulary.search.domain.Candidates;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Strategy;
import org.formulary.search.domain.Strategy.Sweep;
import org.junit.jupiter.api.Test;

class SweepTest {
  @SuppressWarnings("unchecked") // the problems of this domain are of candidates
  private static Problem<Candidate> problem(String strategy, int maxOps) {
    return (Problem<Candidate>)
        new ApproximationDomain()
            .problem(
                ProblemSpec.of(
                    "approximation",
                    Map.of(
                        "target",
                        "exp2",
                        "strategy",
                        strategy,
                        "max-ops",
                        Integer.toString(maxOps))),
                Progress.NONE);
  }

  private static Sweep<Candidate> sweep(Problem<Candidate> problem) {
    return ((Strategy.Enumerate<Candidate>) problem.strategy()).sweep();
  }

  @Test
  void findsTheBestProgramsOfTwoAndThreeOperations() {
    Problem<Candidate> problem = problem("sweep", 3);
    double[] best = {1, 1, 1, 1};
    for (int unit = 0; unit < sweep(problem).units(); unit++) {
      for (Candidate lead : sweep(problem).run(unit, Progress.NONE).leads()) {
        if (problem.refine(lead)
            instanceof Evaluation.Scored<Candidate>(Candidate c, var scores, var _)) {
          int niche = problem.strategy().candidates().niche(c);
          best[niche] = Math.min(best[niche], scores.get(0));
        }
      }
    }
    // The table of best known programs: facts established by exhaustive enumeration.
    assertThat(best[2]).isLessThan(2.982e-2 * 1.001);
    assertThat(best[3]).isLessThan(8.669e-4 * 1.001);
  }

  @Test
  void aUnitIsAFunctionOfItsNumber() {
    Problem<Candidate> problem = problem("sweep", 4);
    Sweep<Candidate> sweep = sweep(problem);
    int unit = 3;
    assertThat(sweep.run(unit, Progress.NONE)).isEqualTo(sweep.run(unit, Progress.NONE));
    Candidate lead = sweep.run(unit, Progress.NONE).leads().getFirst();
    Candidates<Candidate> candidates = problem.strategy().candidates();
    assertThat(candidates.read(candidates.write(lead))).isEqualTo(lead);
  }

  @Test
  void aUnitEndsEarlyWhenCancelled() {
    Sweep<Candidate> sweep = sweep(problem("sweep", 4));
    List<Boolean> asked = new ArrayList<>();
    Progress cancelled = Progress.until(() -> asked.add(true));
    assertThat(sweep.run(3, cancelled).evaluations()).isLessThan(100);
    assertThat(asked).isNotEmpty();
  }

  @Test
  void bothSweepsSmallProgramsOnly() {
    Strategy.EnumerateThenEvolve<Candidate> both =
        (Strategy.EnumerateThenEvolve<Candidate>) problem("both", 10).strategy();
    assertThat(both.sweep().units()).isEqualTo(sweep(problem("sweep", 4)).units());
  }
}
