package org.formulary.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.formulary.app.CommandLineSession.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ConstantTest {
  private static Result run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "constant";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return CommandLineSession.toy().run(all);
  }

  @Test
  void listsAndPrintsDigits() {
    assertThat(run("list").out())
        .containsPattern("constant +value +formula +description")
        .containsPattern("ln2 +0.693147180560 +log\\(2\\) +natural logarithm of 2");
    assertThat(run("show", "pi").out())
        .isEqualToIgnoringNewLines("3.1415926535897932384626433832795028841971693993751");
    assertThat(run("show", "zeta(3)/pi^3", "--digits", "20").out())
        .isEqualToIgnoringNewLines("0.038768179602916798941");
  }

  @Test
  void identifiesANumber() {
    Result r = run("identify", "0.39269908169872415480", "--constants", "pi,e");
    assertThat(r.code()).isZero();
    assertThat(r.out())
        .isEqualToNormalizingNewlines(
            """
            value      0.39269908169872415480, known to 64 bits
            attempts   15 forms
            conjecture value = pi/8
                       64 bits match; the coefficients take 6, so that 54 are needed
            """);
  }

  @Test
  void saysWhatIsExcludedAndWhatIsMissing() {
    Result r = run("identify", "0.73908513321516064166", "--constants", "pi");
    assertThat(r.code()).isEqualTo(ExitCode.NOT_VERIFIED);
    assertThat(r.out())
        .contains(
            "found      no formula", "nearest    15*value^7 - 58*value^6", "are needed: give ")
        .containsPattern("excluded   rational, all coefficients below 2\\^(29|30)");
  }

  @Test
  void readsDigitsWithAnExponent() {
    assertThat(run("identify", "9.15965594177219015e-1").out()).contains("value = catalan");
    assertThat(run("identify", "exp(-200)", "--constants", "e").out()).contains("value = 1/e^200");
    assertThat(run("show", "exp(100)", "--digits", "5").out()).startsWith("2.6881E+43");
  }

  @Test
  void printsJson() {
    JsonNode json =
        new ObjectMapper()
            .readTree(run("identify", "zeta(3)", "--constants", "zeta3", "--json").out());
    assertThat(json.at("/conjectures/0/formula").asString()).isEqualTo("value = zeta3");
    assertThat(json.at("/conjectures/0/matchedBits").asDouble()).isGreaterThan(300);
    assertThat(json.at("/excluded/0/form").asString()).isEqualTo("rational");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|constant what? allowed: list, show, identify",
        "show xyz|constant \"xyz\" is neither a name",
        "show 1/0|constant: 1/0 is undefined",
        "show pi --digits 0|option --digits \"0\" must be from 1 to 100000",
        "identify 0.123456|value gives 6 of the 19 digits needed",
        "identify 0.12345678901234567890 --constants pi,log(1)|option --constants: constant \"log(1)\" is 0",
        "identify 0.12345678901234567890 --constants 1/0|option --constants: constant 1/0 is undefined",
        "identify 10^99990|constant \"10^99990\" is beyond 10^±1000",
        "identify 0.12345678901234567890 --constants pi,foo|option --constants: constant \"foo\" is",
      })
  void namesBadInput(String arguments, String message) {
    Result r = arguments == null ? run() : run(arguments.split(" "));
    assertThat(r.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(r.err()).startsWith("formulary: ").contains(message);
    assertThat(r.out()).isEmpty();
  }
}
