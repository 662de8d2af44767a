package org.formulary.continuedfractions.conjecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.formulary.continuedfractions.export.OtherSystem;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Verification;
import org.formulary.search.domain.Verification.Outcome;
import org.formulary.truth.constant.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConjectureTest {
  private static final ConjectureNotation NOTATION = new ConjectureNotation();

  /** Fast, slow, slower: the last like 1/n. */
  private static final List<String> TRUE =
      List.of(
          "a = 2*n + 1; b = n^2; value = 4/pi",
          "a = n + 3; b = -n; value = e",
          "a = 2*n^3 + 3*n^2 + 3*n + 1; b = -n^6; value = 1/zeta3",
          "a = 2*n + 2; b = -n^2; value = 1/gompertz",
          "a = 2; b = 4*n^2 - 4*n + 1; value = 4/pi + 1");

  private static ConjectureProblem problem() {
    return new ConjectureProblem(List.of(Constants.of("constant", "pi")), null);
  }

  @Test
  void textIsReadAgain() {
    for (String text : TRUE) {
      assertThat(NOTATION.print(NOTATION.parse(text))).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a = n; b = 1|it is not of the form of the example",
        "a = n; b = m; value = 1|b: m is neither n nor a parameter",
        "a = 0; b = n; value = 1|a and b must not be 0",
        "a = ((n^31)^31)^31; b = n; value = 1|a: the degree is above 100",
      })
  void badTextIsRefused(String text, String reason) {
    assertThatThrownBy(() -> NOTATION.parse(text))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageStartingWith("fraction \"%s\": %s".formatted(text, reason));
    assertThatThrownBy(() -> NOTATION.parse("a = n; b = n; value = foo"))
        .hasMessageStartingWith("constant \"foo\" is neither");
  }

  @Test
  void whatIsTrueIsVerified() {
    for (String text : TRUE) {
      Conjecture c = NOTATION.parse(text);
      assertThat(problem().evaluate(c)).as(text).isInstanceOf(Evaluation.Scored.class);
      Verification v = problem().verify(c, Progress.NONE);
      boolean proved = !text.contains("gompertz");
      assertThat(v.outcome()).as(text).isEqualTo(proved ? Outcome.PROVED : Outcome.SAMPLED);
      assertThat(v.facts())
          .as(text)
          .containsEntry("digits", "1000")
          .containsEntry("constant", "computed in two ways");
      assertThat(v.facts().containsKey("proof4")).as(text).isEqualTo(proved);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a = 2*n + 1; b = n^2; value = 4/pi + 1/10^60|only 60 of 1000 digits agree",
        "a = 2*n + 1; b = n^2; value = 4/pi + 1/10^600|only 600 of 1000 digits agree",
        "a = 2; b = 4*n^2 - 4*n + 1; value = 4/pi + 1 - 1/10^400|only 400 of 1000 digits agree",
        "a = n + 1; b = n - 5; value = 1|the fraction ends: b(5) = 0",
        "a = n; b = -n^2; value = 1|the fraction has no limit: the solutions of the recurrence"
            + " oscillate",
        "a = 2*n + 1; b = n^2; value = 1/0|the value 1/0 is undefined",
      })
  void whatIsFalseIsRefuted(String text, String claim) {
    Verification v = problem().verify(NOTATION.parse(text), Progress.NONE);
    assertThat(v.outcome()).isEqualTo(Outcome.REFUTED);
    assertThat(v.claim()).startsWith(claim);
  }

  @Test
  void theJudgementRefusesNearMisses() {
    Conjecture c = NOTATION.parse("a = 2*n + 1; b = n^2; value = 4/pi + 1/10^60");
    assertThat(problem().evaluate(c)).isInstanceOf(Evaluation.Rejected.class);
  }

  @Test
  void sizeAndRate() {
    Conjecture c = NOTATION.parse(TRUE.getFirst());
    assertThat(c.size()).isEqualTo(3 + 2 + 2 + 4 + 1);
    assertThat(c.digitsPerTerm()).isCloseTo(2 * Math.log10(1 + Math.sqrt(2)), within(0.01));
  }

  @Test
  void classesAreThoseOfInflationAndShift() {
    var problem = problem();
    var apery = NOTATION.parse("a = 34*n^3 + 51*n^2 + 27*n + 5; b = -n^6; value = 6/zeta3");
    var inflated = NOTATION.parse("a = -68*n^3 - 102*n^2 - 54*n - 10; b = -4*n^6; value = 1");
    var shifted = NOTATION.parse("a = 34*n^3 + 153*n^2 + 231*n + 117; b = -(n + 1)^6; value = 1");
    var other = NOTATION.parse("a = 34*n^3 + 51*n^2 + 27*n + 5; b = -4*n^6; value = 1");
    var byPolynomial =
        NOTATION.parse(
            "a = (n + 7)*(34*n^3 + 51*n^2 + 27*n + 5); b = -n^6*(n + 7)*(n + 6); value = 1");
    assertThat(problem.fingerprint(inflated)).isEqualTo(problem.fingerprint(apery));
    assertThat(problem.fingerprint(shifted)).isEqualTo(problem.fingerprint(apery));
    assertThat(problem.fingerprint(byPolynomial)).isEqualTo(problem.fingerprint(apery));
    assertThat(problem.fingerprint(other)).isNotEqualTo(problem.fingerprint(apery));
    assertThat(inflated.fraction().deflated()).isEqualTo(apery.fraction());
  }

  @Test
  void saysWhatItIs() {
    Conjecture c = NOTATION.parse(TRUE.get(2));
    assertThat(problem().presentation().readable(c))
        .contains("1/zeta3 = 1 - 1/(9 - 64/(35 - 729/(91 - …)))");
    assertThat(problem().presentation().attributes(c))
        .containsEntry("convergence", "like n^-2")
        .containsEntry("degrees", "3, 6")
        .containsEntry("factorialReduction", "yes")
        .doesNotContainKey("equivalentTo");
    assertThat(problem().presentation().attributes(NOTATION.parse(TRUE.getFirst())))
        .containsEntry(
            "equivalentTo",
            "pi_brouncker_lambert (a = 2*n + 1, b = n^2), pi_b (a = 2*n + 3, b = n^2 + 2*n)")
        .containsEntry("closedForm", "2F1 r=0,0 beta=1/2 z=(1-sqrt(1/2))/2")
        .containsEntry("delta", "-0.20880");
    assertThat(problem().presentation().latex(NOTATION.parse(TRUE.getFirst())))
        .isEqualTo(
            "\\frac{4}{\\pi} = 1 + \\cfrac{1}{3 + \\cfrac{4}{5 + \\cfrac{9}{7 + \\cfrac{16}{"
                + "\\ddots}}}},\\quad a_n = 2 n + 1,\\ b_n = n^{2}");
  }

  @Test
  void pariAgrees(@TempDir Path folder) throws IOException, InterruptedException {
    assumeThat(OtherSystem.answers("gp", "--version")).as("PARI/GP (gp) is not installed").isTrue();
    check(folder, "pari", "gp", "-q");
  }

  @Test
  void mpmathAgrees(@TempDir Path folder) throws IOException, InterruptedException {
    assumeThat(OtherSystem.answers("python3", "-c", "import mpmath"))
        .as("mpmath is not installed")
        .isTrue();
    check(folder, "sage", "python3");
  }

  private static void check(Path folder, String format, String... command)
      throws IOException, InterruptedException {
    for (String text : TRUE) {
      String script = problem().presentation().export(NOTATION.parse(text), format);
      if (!text.contains("gompertz")) {
        assertThat(OtherSystem.run(folder, script, command)).as(text).startsWith("agrees");
      }
    }
    // The error is like n^−s, s no whole number.
    String root = "a = 2*n + 1; b = -n^2 + 2; value = sqrt(2)";
    String program = problem().presentation().export(NOTATION.parse(root), format);
    assertThat(OtherSystem.run(folder, program, command)).startsWith("agrees");
    String slowest = "a = 4*n^3 + 6*n^2 + 4*n + 1; b = -4*n^6; value = 2/(7*zeta3)";
    assertThat(
            OtherSystem.run(
                folder, problem().presentation().export(NOTATION.parse(slowest), format), command))
        .isEqualTo("not checked: it converges too slowly");
    for (String text : List.of(TRUE.getFirst(), TRUE.getLast())) {
      Conjecture wrong = NOTATION.parse(text + " + 1/10^25");
      String script = problem().presentation().export(wrong, format);
      assertThat(OtherSystem.run(folder, script, command)).as(text).isEqualTo("DISAGREES");
    }
  }
}
