package org.formulary.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.formulary.app.CommandLineSession.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimplifyTest {
  private static Result simplify(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "simplify";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return CommandLineSession.toy().run(all);
  }

  @Test
  void printsWhatBecameOfAProgram() {
    Result r = simplify("--program", "x*2 + x*3", "--real");
    assertThat(r.code()).isZero();
    assertThat(r.out())
        .isEqualToNormalizingNewlines(
            """
            operations  3 → 1
            program     x*5
            equality    equal over the reals, rounding differs
            rules       factor-sum, fold-constants
            """);
  }

  @Test
  void keepsBitsUnlessToldOtherwise() {
    Result r = simplify("--program", "x - (-x*1)");
    assertThat(r.out()).contains("program     x + x", "equality    the same bits");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x*2|+,pow|option --operations \"+,pow\": \"pow\" is unknown, allowed are + - * /",
        "x*|+|column 3"
      })
  void namesBadInput(String program, String operations, String message) {
    Result r = simplify("--program", program, "--operations", operations);
    assertThat(r.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(r.err()).startsWith("formulary: ").contains(message);
    assertThat(r.out()).isEmpty();
  }

  @Test
  void needsAProgram() {
    Result r = simplify("--real");
    assertThat(r.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(r.errorLines()).singleElement().asString().contains("--program");
  }
}
