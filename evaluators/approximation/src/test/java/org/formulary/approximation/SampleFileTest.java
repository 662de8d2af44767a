package org.formulary.approximation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleFileTest {
  @TempDir private Path folder;

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("measured.csv"), text).toString();
  }

  /** 1/(x + 2) at 33 points from 3 down to −1, rounded to 20 digits, with one value off by 1e-4. */
  private static String hyperbola() {
    StringBuilder csv = new StringBuilder("x, y\r\n");
    for (int i = 32; i >= 0; i--) {
      double x = i / 8.0 - 1;
      BigDecimal y = BigDecimal.ONE.divide(new BigDecimal(x + 2), new java.math.MathContext(20));
      csv.append(x)
          .append(", ")
          .append(i == 7 ? y.add(new BigDecimal("0.0001")) : y)
          .append("\r\n");
    }
    return csv.toString();
  }

  @SuppressWarnings("unchecked") // the problems of this domain are of candidates
  private static Problem<Candidate> problem(String file, String... more) {
    TreeMap<String, String> options = new TreeMap<>(Map.of("samples", file, "max-ops", "3"));
    for (int i = 0; i < more.length; i += 2) {
      options.put(more[i], more[i + 1]);
    }
    return (Problem<Candidate>)
        new ApproximationDomain().problem(ProblemSpec.of("approximation", options), Progress.NONE);
  }

  @Test
  void readsInAnyOrderWithAHeader() throws IOException {
    Subject.Data data = SampleFile.read("samples", file(hyperbola()));
    assertThat(data.name()).isEqualTo("measured");
    assertThat(data.table().size()).isEqualTo(33);
    assertThat(data.table().points().getFirst().doubleValue()).isEqualTo(-1);
    assertThat(data.table().values().getFirst()).isEqualByComparingTo("1");
    assertThat(data.table().values().getLast()).isEqualByComparingTo("0.2");
  }

  @Test
  void theIdFollowsTheContentNotTheWriting() throws IOException {
    String id = problem(file(hyperbola())).id().text();
    assertThat(id).matches("approximation samples=[0-9a-f]{32} interval=-1,3 error=absolute");
    String other = hyperbola().replace("x, y\r\n", "").replace("\r\n", "\n").replace(", ", ",");
    assertThat(problem(file(other)).id().text()).isEqualTo(id);
    assertThat(problem(file(hyperbola().replace("0.2\r", "0.21\r"))).id().text()).isNotEqualTo(id);
  }

  @Test
  void theWorstSampleDecides() throws IOException {
    Problem<Candidate> problem = problem(file(hyperbola()));
    Candidate start = problem.notation().parse("1/(x + 2)");
    if (!(problem.refine(start)
        instanceof Evaluation.Scored<Candidate>(var fitted, var scores, var _))) {
      throw new AssertionError("rejected");
    }
    // One value is off by 1e-4; two constants can even that out by a half at best.
    assertThat(scores.get(0)).isBetween(4.5e-5, 1e-4);
    Verification verification = problem.verify(fitted, Progress.NONE);
    assertThat(verification.outcome()).isEqualTo(Verification.Outcome.SAMPLED);
    assertThat(verification.bound().orElseThrow()).isCloseTo(scores.get(0), within(1e-12));
    assertThat(problem.verify(start, Progress.NONE).bound().orElseThrow())
        .isCloseTo(1e-4, within(1e-12));
    assertThat(problem.presentation().baselines()).isEmpty();
    assertThat(problem.presentation().export(fitted, "c")).contains("measured (33 samples)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,2 | holds 1 samples | 16 to 10000",
        "1,2;3 | line 2 has 1 columns | x and y",
        "1,2;3,4,5 | line 2 has 3 columns | x and y",
        "1,2;3,four | line 2 | \"four\" is not a number",
        "1,2;1.0,4 | line 2 | x = 1.0 comes twice",
        "1,2;3,1e301 | line 2 | beyond",
      })
  void saysWhatIsWrongWithAFile(String lines, String where, String what) throws IOException {
    String file = file(lines.replace(';', '\n'));
    assertThatThrownBy(() -> SampleFile.read("samples", file))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("measured.csv")
        .hasMessageContaining(where)
        .hasMessageContaining(what);
  }

  @Test
  void saysThatAFileIsMissingOrDoesNotGoWithOtherOptions() throws IOException {
    assertThatThrownBy(() -> problem(folder.resolve("none.csv").toString()))
        .hasMessageContaining("none.csv\" there is no such file");
    String file = file(hyperbola());
    assertThatThrownBy(() -> problem(file, "interval", "0,1")).hasMessageContaining("--samples");
    assertThatThrownBy(() -> problem(file, "target", "exp2")).hasMessageContaining("both given");
    String zero = file(hyperbola().replace("0.2\r", "0\r"));
    assertThatThrownBy(() -> problem(zero, "error", "relative"))
        .hasMessageContaining("x = 3.0")
        .hasMessageContaining("absolute");
  }
}
