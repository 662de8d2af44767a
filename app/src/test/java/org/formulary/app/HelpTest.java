package org.formulary.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.formulary.app.CommandLineSession.Result;
import org.formulary.app.Environment.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "search",
        "search fractions",
        "explore",
        "explore squares",
        "list",
        "show",
        "export",
        "verify",
        "simplify",
        "targets",
        "constant",
        "constant list",
        "constant show",
        "constant identify",
        "version"
      })
  void ofEachCommandHasExamplesAndExitCodes(String command) {
    String[] words = (command + " --help").strip().split(" ");
    Result r = CommandLineSession.toy().run(words);
    assertThat(r.code()).isZero();
    assertThat(r.err()).isEmpty();
    assertThat(r.out())
        .contains("Usage: formulary", "Examples:", "  ./formulary " + command, "Exit codes: 0 ok")
        .doesNotContain("\u001b");
  }

  @Test
  void ofASearchHasTheOptionsOfItsDomainWithDefaults() {
    String help = CommandLineSession.toy().run("search", "fractions", "--help").out();
    assertThat(help.replaceAll("\\s+", " "))
        .contains("100% toy", "the number, from 0 to 1 (default: 0.3)", "in % of nothing")
        .contains("(default: 60s)", "(default: 4)", "whatever the number of threads");
  }

  @Test
  void isColouredOnATerminalOnly() {
    Result r = CommandLineSession.toy().on(new Terminal(true, true, 80)).run("--help");
    assertThat(r.out()).contains("\u001b[");
  }

  @Test
  void targetsAndVersionPrintWhatTheySay() {
    assertThat(CommandLineSession.toy().run("targets").out())
        .containsPattern("exp2 +exp2\\(x\\) +\\[0.0, 1.0\\] +relative");
    assertThat(CommandLineSession.toy().run("targets", "--classical", "exp").out())
        .containsPattern("operations +max error +form +program")
        .containsPattern("12 +\\d\\.\\d+e-\\d+ +minimax");
    Result unknown = CommandLineSession.toy().run("targets", "--classical", "expo");
    assertThat(unknown.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(unknown.err()).contains("--classical \"expo\" is unknown");
    assertThat(CommandLineSession.toy().run("version").out()).startsWith("formulary ");
  }
}
