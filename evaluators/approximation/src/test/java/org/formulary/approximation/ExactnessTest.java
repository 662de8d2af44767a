package org.formulary.approximation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.formulary.expressions.eval.DoubleArithmetic;
import org.formulary.expressions.eval.Interpreter;
import org.formulary.search.campaign.Budget;
import org.formulary.search.campaign.Campaign;
import org.formulary.search.campaign.CampaignSpec;
import org.formulary.search.campaign.LocalRunner;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Verification;
import org.formulary.search.domain.Verification.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactnessTest {
  private static Problem<Candidate> problem(String function, String interval, String points) {
    Map<String, String> options =
        new HashMap<>(
            Map.of(
                "function", function, "interval", interval, "error", "absolute", "max-ops", "4"));
    if (!points.isEmpty()) {
      options.put("exact-at", points);
    }
    return problem(options);
  }

  @SuppressWarnings("unchecked") // the problems of this domain are of candidates
  private static Problem<Candidate> problem(Map<String, String> options) {
    return (Problem<Candidate>)
        new ApproximationDomain().problem(ProblemSpec.of("approximation", options), Progress.NONE);
  }

  private static Evaluation<Candidate> refined(Problem<Candidate> p, String program) {
    return p.evaluate(p.notation().parse(program)) instanceof Evaluation.Scored<Candidate> fitted
        ? p.refine(fitted.candidate())
        : new Evaluation.Rejected<>("not fitted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "exp(x); 0,1; 0; (0.5*x + 0.9)*x + 1",
        "exp(x); 0,1; 0; (2 + x)/(2 - x)",
        "exp2(x); 0,1; 0, 1; x + 1.1",
        "exp(x); -1,1; 0; (0.5*x + 0.9)*x + 1",
        "exp2(x); 0,1; 0, 1; (0.5*x + 0.9)*x + 1",
        "exp2(x); 0,1; 0, 1; ((0.1*x + 0.5)*x + 0.9)*x + 1",
        "exp2(x); -1,2; 1, -1, 0; ((0.1*x + 0.5)*x + 0.9)*x + 1",
        "exp2(x); 0,1; 0; 1/(3.3/x + x - 1.7) + 1",
      })
  void programsAreExactWhereAskedFor(String function, String interval, String at, String program) {
    Problem<Candidate> problem = problem(function, interval, at);
    Evaluation<Candidate> evaluation = refined(problem, program);
    assertThat(evaluation).isInstanceOf(Evaluation.Scored.class);
    Evaluation.Scored<Candidate> best = (Evaluation.Scored<Candidate>) evaluation;
    Verification proof = problem.verify(best.candidate(), Progress.NONE);
    assertThat(proof.outcome()).isEqualTo(Outcome.PROVED);
    assertThat(proof.facts()).containsKey("exactAt");
    double score = best.scores().get(0);
    assertThat(proof.bound().orElseThrow()).isCloseTo(score, within(0.01 * score));
    for (String point : at.split(",")) {
      double x = Double.parseDouble(point.strip());
      double p = Interpreter.evaluate(best.candidate().program(), DoubleArithmetic.INSTANCE, x);
      assertThat(p).isEqualTo(function.startsWith("exp2") ? Math.pow(2, x) : Math.exp(x));
    }
    // One constant fewer is free, no more: the error stays below that of a smaller family.
    Evaluation.Scored<Candidate> free =
        (Evaluation.Scored<Candidate>) refined(problem(function, interval, ""), program);
    assertThat(score).isBetween(free.scores().get(0), 20 * free.scores().get(0));
  }

  @Test
  void aRelativeErrorAndASlopeGoWithIt() {
    Problem<Candidate> problem =
        problem(
            Map.of(
                "function", "exp2(x)",
                "interval", "0,1",
                "exact-at", "0,1",
                "constraints", "increasing"));
    Evaluation.Scored<Candidate> best =
        (Evaluation.Scored<Candidate>) refined(problem, "((0.1*x + 0.5)*x + 0.9)*x + 1");
    Verification proof = problem.verify(best.candidate(), Progress.NONE);
    assertThat(proof.outcome()).isEqualTo(Outcome.PROVED);
    assertThat(proof.facts()).containsKey("exactAt").containsEntry("increasing", "proved");
    double largest = 0;
    for (int i = 0; i <= 1000; i++) {
      double x = i / 1000.0;
      double p = Interpreter.evaluate(best.candidate().program(), DoubleArithmetic.INSTANCE, x);
      double error = Math.abs(p / Math.pow(2, x) - 1);
      assertThat(error).as("at %s", x).isLessThan(i % 1000 == 0 ? 0x1p-60 : 1);
      largest = Math.max(largest, error);
    }
    double score = best.scores().get(0);
    assertThat(largest).isBetween(0.99 * score, 1.001 * score);
    assertThat(proof.bound().orElseThrow()).isBetween(largest, 1.01 * score);
  }

  @Test
  void familiesThatCannotBeExactAreRejected() {
    // p(1) is a quotient, and what must be added to it no binary fraction.
    String program = "2/(2 - x) + 0.1*x";
    assertThat(refined(problem("exp2(x)", "0,1", "0"), program))
        .isInstanceOf(Evaluation.Scored.class);
    assertThat(refined(problem("exp2(x)", "0,1", "0,1"), program))
        .isInstanceOf(Evaluation.Rejected.class);
  }

  /** Most of the best programs of four operations cannot be exact at both ends. */
  @Test
  void searchesLookBeyondFamiliesThatCannot() {
    Problem<Candidate> problem = problem("exp2(x)", "0,1", "0,1");
    Memory memory = new Memory();
    CampaignSpec spec =
        new CampaignSpec(
            ProblemSpec.of("approximation", Map.of()),
            1,
            1,
            new Budget.Evaluations(20_000),
            List.of());
    try (LocalRunner runner = new LocalRunner(1)) {
      Campaign.start("0".repeat(32), spec, problem, memory.ports(runner), Instant.EPOCH).run();
    }
    // Such as a/(b/x + x) + 1 with a = b + 1.
    assertThat(memory.entries.values())
        .anySatisfy(
            e -> {
              assertThat(e.scores().get(1)).isEqualTo(4);
              assertThat(e.scores().get(0)).isLessThan(2e-2);
            });
  }

  @Test
  void programsThatAreOnlyNearAreRefuted() {
    Problem<Candidate> problem = problem("exp(x)", "0,1", "0");
    Verification v =
        problem.verify(problem.notation().parse("(0.8*x + 0.9)*x + 1.01"), Progress.NONE);
    assertThat(v.outcome()).isEqualTo(Outcome.REFUTED);
    assertThat(v.claim()).isEqualTo("not exact at x = 0.0");
    // Is 1 at 0, but by a third.
    Verification open =
        problem.verify(problem.notation().parse("((x + 1)/3)*3 + x*x*0.7"), Progress.NONE);
    assertThat(open.outcome()).isEqualTo(Outcome.INCOMPLETE);
    assertThat(open.claim()).isEqualTo("it was not shown to be exact at x = 0.0");
    assertThat(problem.id().text()).endsWith(" error=absolute exact-at=0.0");
  }
}
