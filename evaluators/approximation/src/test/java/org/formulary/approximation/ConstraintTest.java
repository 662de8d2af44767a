package org.formulary.approximation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Program;
import org.formulary.expressions.eval.DoubleArithmetic;
import org.formulary.expressions.eval.Interpreter;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Verification;
import org.formulary.search.domain.Verification.Outcome;
import org.formulary.truth.reference.RealFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintTest {
  private static final String FAMILY = "2.2/(2 - x) - 0.1*x";

  @SuppressWarnings("unchecked") // the problems of this domain are of candidates
  private static Problem<Candidate> problem(String function, String error, String constraints) {
    Map<String, String> options =
        new HashMap<>(Map.of("function", function, "interval", "0,1", "error", error));
    if (!constraints.isEmpty()) {
      options.put("constraints", constraints);
    }
    return (Problem<Candidate>)
        new ApproximationDomain().problem(ProblemSpec.of("approximation", options), Progress.NONE);
  }

  private static Evaluation.Scored<Candidate> refined(Problem<Candidate> p) {
    return refined(p, p.notation().parse(FAMILY));
  }

  private static Evaluation.Scored<Candidate> refined(Problem<Candidate> p, Candidate start) {
    if (p.evaluate(start) instanceof Evaluation.Scored<Candidate> fitted
        && p.refine(fitted.candidate()) instanceof Evaluation.Scored<Candidate> best) {
      return best;
    }
    throw new AssertionError(start + " was rejected");
  }

  @ParameterizedTest
  @CsvSource({
    "exp(x), relative, below",
    "exp(x), relative, above",
    "exp(x), absolute, below",
    "-exp(x), relative, below",
    "-exp(x), relative, above",
    "exp(x) - 1.5, absolute, above",
  })
  void programsStayOnOneSide(String function, String error, String side) {
    Problem<Candidate> problem = problem(function, error, side);
    Evaluation.Scored<Candidate> best = refined(problem);
    double free = refined(problem(function, error, "")).scores().get(0);
    assertThat(best.scores().get(0)).isCloseTo(2 * free, within(0.03 * free));
    Verification proof = problem.verify(best.candidate(), Progress.NONE);
    assertThat(proof.outcome()).isEqualTo(Outcome.PROVED);
    assertThat(proof.facts()).containsEntry(side, "proved");
    assertThat(proof.bound().orElseThrow()).isCloseTo(best.scores().get(0), within(0.01 * free));
    Program program = best.candidate().program();
    RealFunction f = RealFunction.parse(function);
    for (int i = 0; i <= 500; i++) {
      double x = i / 500.0;
      double p = Interpreter.evaluate(program, DoubleArithmetic.INSTANCE, x);
      double value = f.value(BinaryRational.of(x), 20).doubleValue();
      assertThat(side.equals("below") ? value - p : p - value).isPositive();
    }
  }

  @Test
  void theBestProgramWithoutConstraintsIsRefuted() {
    Candidate free = refined(problem("exp(x)", "relative", "")).candidate();
    for (String side : new String[] {"below", "above"}) {
      Verification v = problem("exp(x)", "relative", side).verify(free, Progress.NONE);
      assertThat(v.outcome()).isEqualTo(Outcome.REFUTED);
      assertThat(v.claim()).startsWith("not nowhere " + (side.equals("below") ? "above" : "below"));
    }
  }

  @Test
  void slopesAreProved() {
    Problem<Candidate> rising = problem("exp(x)", "relative", "increasing,above");
    Candidate best = refined(rising).candidate();
    Verification proof = rising.verify(best, Progress.NONE);
    assertThat(proof.outcome()).isEqualTo(Outcome.PROVED);
    assertThat(proof.facts())
        .containsEntry("increasing", "proved")
        .containsEntry("above", "proved");
    assertThat(proof.claim()).endsWith("the program is nowhere below the function and increasing");
    Problem<Candidate> falling = problem("exp(x)", "relative", "decreasing");
    assertThat(falling.evaluate(best)).isInstanceOf(Evaluation.Rejected.class);
    assertThat(falling.verify(best, Progress.NONE).outcome()).isEqualTo(Outcome.REFUTED);
    Candidate constant = rising.notation().parse("1.5 + 0.25");
    assertThat(rising.evaluate(constant)).isInstanceOf(Evaluation.Rejected.class);
  }

  @Test
  void slopesAreProvedThroughLimits() {
    Problem<Candidate> rising = problem("exp(x)", "relative", "increasing");
    // As binary64 goes the slope at 0 is infinity times 0.
    Candidate program = rising.notation().parse("12/(12.9/x - 6.66 + x) + 1");
    Candidate best = refined(rising, program).candidate();
    Verification proof = rising.verify(best, Progress.NONE);
    assertThat(proof.outcome()).isEqualTo(Outcome.PROVED);
    assertThat(proof.facts()).containsEntry("increasing", "proved");
  }

  /** Where 1 + c is 1 in binary64. */
  @Test
  void smallErrorsOnOneSideAreProved() {
    String program =
        "t = -1428.2183642015564/x - x; u = -3672.724371569077/t - t;"
            + " v = 494.9827661851262/(15316.38549902847/u + u - 247.4913830924906) + 1; v*v";
    for (String side : new String[] {"below", "above"}) {
      Problem<Candidate> problem = problem("exp2(x)", "relative", side);
      Candidate best = refined(problem, problem.notation().parse(program)).candidate();
      Verification proof = problem.verify(best, Progress.NONE);
      assertThat(proof.outcome()).as(side + ": " + proof.claim()).isEqualTo(Outcome.PROVED);
      assertThat(proof.bound().orElseThrow()).isBetween(1.8e-16, 1.9e-16);
    }
  }

  /** Both slopes are positive, but the limit from the left of 0 is 1 above that from the right. */
  @Test
  void jumpsAreNotProvedToIncrease() {
    Problem<Candidate> rising = problem("3*x + 2", "absolute", "increasing");
    Verification v =
        rising.verify(
            rising.notation().parse("1/(1/x + sqrt(1/(x*x)) + 1) + 3*x + 2"), Progress.NONE);
    assertThat(v.outcome()).isEqualTo(Outcome.INCOMPLETE);
    assertThat(v.claim()).isEqualTo("there is a root of what is not finite on the way");
  }

  @Test
  void fallingSlopesAreProved() {
    Problem<Candidate> falling = problem("exp(-x)", "relative", "decreasing");
    Candidate best = refined(falling, falling.notation().parse("1.4/(1.4 + x)")).candidate();
    assertThat(falling.verify(best, Progress.NONE).facts()).containsEntry("decreasing", "proved");
  }

  @Test
  void isSampledWhereTheTargetIs() {
    Problem<Candidate> below = problem("besselJ(0, x)", "absolute", "below,decreasing");
    Candidate best = refined(below).candidate();
    assertThat(below.verify(best, Progress.NONE).outcome()).isEqualTo(Outcome.SAMPLED);
    assertThat(problem("besselJ(0, x)", "absolute", "above").verify(best, Progress.NONE).outcome())
        .isEqualTo(Outcome.REFUTED);
    assertThat(
            problem("besselJ(0, x)", "absolute", "increasing").verify(best, Progress.NONE).claim())
        .startsWith("not increasing at x = ");
  }

  @Test
  void whatIsAskedForIsPartOfTheProblem() {
    Problem<Candidate> problem = problem("exp(x)", "relative", "increasing, below");
    assertThat(problem.id().text()).endsWith(" error=relative constraints=below,increasing");
    assertThat(problem.presentation().baselines()).isEmpty();
    assertThat(problem.presentation().export(refined(problem).candidate(), "c"))
        .contains("asked to be nowhere above the function and increasing");
  }
}
