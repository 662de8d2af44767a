package org.formulary.approximation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Verification;
import org.formulary.search.domain.Verification.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeanSquareErrorTest {
  @SuppressWarnings("unchecked") // the problems of this domain are of candidates
  private static Problem<Candidate> problem(Map<String, String> options) {
    Map<String, String> all = new HashMap<>(options);
    all.put("norm", "rms");
    return (Problem<Candidate>)
        new ApproximationDomain().problem(ProblemSpec.of("approximation", all), Progress.NONE);
  }

  private static Problem<Candidate> ofExp(String error) {
    return problem(Map.of("function", "exp(x)", "interval", "0,1", "error", error));
  }

  private static Evaluation.Scored<Candidate> refined(Problem<Candidate> p, String program) {
    if (p.evaluate(p.notation().parse(program)) instanceof Evaluation.Scored<Candidate> fitted
        && p.refine(fitted.candidate()) instanceof Evaluation.Scored<Candidate> best) {
      return best;
    }
    throw new AssertionError(program + " was rejected");
  }

  @Test
  void aLineIsTheProjection() {
    Problem<Candidate> problem = ofExp("absolute");
    Evaluation.Scored<Candidate> line = refined(problem, "1.6*x + 0.9");
    // ‖exp‖² less the squares of its parts along the Legendre polynomials of degree 0 and 1.
    double e = Math.E;
    double exact = Math.sqrt((e * e - 1) / 2 - (e - 1) * (e - 1) - 3 * (3 - e) * (3 - e));
    assertThat(line.scores().get(0)).isCloseTo(exact, within(1e-9));
    Verification proof = problem.verify(line.candidate(), Progress.NONE);
    assertThat(proof.outcome()).isEqualTo(Outcome.PROVED);
    assertThat(proof.bound().orElseThrow()).isBetween(exact * (1 - 1e-12), exact * 1.0005);
    assertThat(proof.claim())
        .startsWith("the root mean square of the absolute error in exact arithmetic is at most ")
        .endsWith(" over [0.0, 1.0]");
    double largest = Double.parseDouble(proof.facts().get("largestError"));
    assertThat(largest).isGreaterThan(1.5 * exact);
  }

  @Test
  void fitsGoOnBelowTheNoiseOfBinary64() {
    Problem<Candidate> problem = problem(Map.of("target", "exp2"));
    String program =
        "t = -1428.2183642015564/x - x; u = -3672.724371569077/t - t;"
            + " v = 494.9827661851262/(15316.38549902847/u + u - 247.4913830924906) + 1; v*v";
    Evaluation.Scored<Candidate> best = refined(problem, program);
    // Of the largest error, 9.1e-17 at best, the mean is some 0.7.
    assertThat(best.scores().get(0)).isBetween(5e-17, 7.5e-17);
    Verification proof = problem.verify(best.candidate(), Progress.NONE);
    assertThat(proof.outcome()).isEqualTo(Outcome.PROVED);
    assertThat(proof.bound().orElseThrow())
        .isCloseTo(best.scores().get(0), within(0.01 * best.scores().get(0)));
  }

  @Test
  void isPartOfTheProblem() {
    Problem<Candidate> problem = ofExp("relative");
    assertThat(problem.id().text()).contains(" error=relative norm=rms");
    assertThat(problem.objectives().getFirst().name()).isEqualTo("rmsRelativeError");
    assertThat(problem.presentation().baselines()).isEmpty();
    Candidate line = refined(problem, "1.6*x + 0.9").candidate();
    assertThat(problem.presentation().export(line, "c"))
        .contains("root mean square of the relative error in exact arithmetic: ")
        .doesNotContain("proved");
    assertThat(problem.presentation().attributes(line)).doesNotContainKey("errorLevel");
  }

  @Test
  void ofDataItIsOverTheSamples(@TempDir Path folder) throws IOException {
    StringBuilder csv = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      csv.append(i).append(',').append(2 * i + (i % 2 == 0 ? 1 : -1)).append('\n');
    }
    Path file = Files.writeString(folder.resolve("zigzag.csv"), csv);
    Problem<Candidate> problem = problem(Map.of("samples", file.toString()));
    // The best line leaves nearly all of ±1, by the normal equations with Σ(i − ī)² = 5330.
    double slope = -20 / 5330.0;
    double exact = Math.sqrt(1 - slope * slope * 5330 / 40);
    Evaluation.Scored<Candidate> line = refined(problem, "1.9*x + 0.2");
    assertThat(line.scores().get(0)).isCloseTo(exact, within(1e-9));
    Verification sampled = problem.verify(line.candidate(), Progress.NONE);
    assertThat(sampled.outcome()).isEqualTo(Outcome.SAMPLED);
    assertThat(sampled.bound().orElseThrow()).isCloseTo(exact, within(1e-9));
  }
}
