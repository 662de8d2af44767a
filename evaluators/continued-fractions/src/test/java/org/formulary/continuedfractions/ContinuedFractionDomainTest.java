package org.formulary.continuedfractions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Strategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContinuedFractionDomainTest {
  private static Problem<?> problem(Map<String, String> options) {
    return new ContinuedFractionDomain()
        .problem(ProblemSpec.of("continued-fraction", options), Progress.NONE);
  }

  @Test
  void optionsDecideTheSweepAndTheConstantTheProblem() {
    Problem<?> problem =
        problem(Map.of("constant", "e2", "coefficients", "3", "periods", "2,3", "depth", "50"));
    assertThat(problem.id()).hasToString("continued-fraction constant=exp(2) form=signed r1");
    assertThat(problem.id()).isEqualTo(problem(Map.of("constant", "exp(2)")).id());
    assertThat(problem.everyNicheCounts()).isTrue();
    assertThat(problem.strategy())
        .isInstanceOfSatisfying(
            Strategy.Enumerate.class, s -> assertThat(s.sweep().units()).isEqualTo(49));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "constant; foo; constant \"foo\" is neither a name",
        "constant; -pi; constant \"-pi\" must be positive",
        "constant; 1/0; constant 1/0 is undefined",
        "constant; 7/3; constant \"7/3\" is rational",
        "constant; exp(-300); constant \"exp(-300)\" is beyond 10^±100",
        "coefficients; 0; coefficients \"0\" must be a whole number from 1 to 100",
        "coefficients; two; coefficients \"two\" must be a whole number from 1 to 100",
        "periods; 2,1; periods \"2,1\": allowed is A,B with A ≤ B",
        "periods; 1,9; periods \"9\" must be a whole number from 1 to 8",
        "strategy; foo; strategy \"foo\": allowed are esma, factorial-reduction, mitm, matrix-field, evolve",
        "constant; e,pi; constant \"e,pi\": this strategy takes one",
        "a; n; a: the strategy esma takes constant, coefficients, periods, depth only",
        "depth; 10; depth \"10\" must be a whole number from 40 to 1000",
      })
  void badOptionsAreNamed(String key, String value, String message) {
    Map<String, String> options = new TreeMap<>(Map.of("constant", "e"));
    options.put(key, value);
    assertThatThrownBy(() -> problem(options))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageStartingWith(message)
        .extracting(e -> ((InvalidSpecException) e).key())
        .isEqualTo(key);
  }

  private static final Map<String, String> REDUCTION =
      Map.of(
          "strategy", "factorial-reduction",
          "constant", "pi,e",
          "a", "x*(2*n + 1)",
          "b", "y*n^2",
          "ranges", "x=1..1000,y=1..1000");

  @Test
  void factorialReductionSweepsAFamily() {
    Problem<?> problem = problem(REDUCTION);
    assertThat(problem.id()).hasToString("continued-fraction constant=pi,e form=polynomial r1");
    assertThat(problem.strategy())
        .isInstanceOfSatisfying(
            Strategy.Enumerate.class, s -> assertThat(s.sweep().units()).isEqualTo(4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "depth; 50; depth: the strategy factorial-reduction takes constant, a, b, ranges, degrees, box only",
        "a; n/2; a: a quotient makes no polynomial",
        "b; m; b: m is neither n nor a parameter with a range",
        "ranges; x=1..999999999,y=1..999999999; ranges \"x=1..999999999,y=1..999999999\": there are"
            + " more than 7.0e+13 fractions",
        "constant; 'e,2'; constant \"2\" is rational",
      })
  void badFamiliesAreNamed(String key, String value, String message) {
    Map<String, String> options = new TreeMap<>(REDUCTION);
    options.put(key, value);
    assertThatThrownBy(() -> problem(options))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageStartingWith(message)
        .extracting(e -> ((InvalidSpecException) e).key())
        .isEqualTo(key);
  }

  private static final Map<String, String> MITM =
      Map.of("strategy", "mitm", "constant", "e", "degrees", "1,1", "box", "5,6");

  @Test
  void mitmSweepsABox() {
    Problem<?> problem = problem(MITM);
    assertThat(problem.id()).hasToString("continued-fraction constant=e form=polynomial r1");
    assertThat(problem.strategy())
        .isInstanceOfSatisfying(
            Strategy.Enumerate.class, s -> assertThat(s.sweep().units()).isEqualTo(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "degrees; 1,2,3; degrees \"1,2,3\": allowed are one or two numbers",
        "degrees; 1,17; degrees \"17\" must be a whole number from 0 to 16",
        "box; 0; box \"0\" must be a whole number from 1 to 1000000",
        "box; 1000000; box \"1000000\": there are more than 7.0e+13 fractions",
        "rules; strict; rules \"strict\": allowed are full, published",
        "coefficients; 41; coefficients \"41\" must be a whole number from 1 to 40",
      })
  void badBoxesAreNamed(String key, String value, String message) {
    Map<String, String> options = new TreeMap<>(MITM);
    options.put(key, value);
    assertThatThrownBy(() -> problem(options))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageStartingWith(message)
        .extracting(e -> ((InvalidSpecException) e).key())
        .isEqualTo(key);
  }

  @Test
  void fieldsAreSweptByMembers() {
    Problem<?> problem =
        problem(Map.of("strategy", "matrix-field", "constant", "pi,e", "coefficients", "1"));
    assertThat(problem.strategy())
        .isInstanceOfSatisfying(
            Strategy.Enumerate.class, s -> assertThat(s.sweep().units()).isGreaterThan(10));
    assertThatThrownBy(
            () -> problem(Map.of("strategy", "matrix-field", "constant", "pi", "directions", "11")))
        .hasMessage("directions \"11\" must be a whole number from 1 to 10");
  }

  private static final Map<String, String> HYPERGEOMETRIC =
      Map.of("strategy", "matrix-field", "constant", "zeta2", "hypergeometric", "3,2");

  /** Parts above, of four, three or more of one; parts below; and starts. */
  @Test
  void hypergeometricFieldsAreSweptByPartsAndStarts() {
    Map<String, String> options = new TreeMap<>(HYPERGEOMETRIC);
    options.put("unit", "2");
    options.put("directions", "1");
    assertThat(problem(options).strategy())
        .isInstanceOfSatisfying(
            Strategy.Enumerate.class, s -> assertThat(s.sweep().units()).isEqualTo(20 * 3 * 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "hypergeometric; 3,2,1; hypergeometric \"3,2,1\": allowed are one or two numbers",
        "hypergeometric; 6,5; hypergeometric \"6\" must be a whole number from 0 to 5",
        "hypergeometric; 0; hypergeometric \"0\": no parameters",
        "hypergeometric; 4,3; hypergeometric \"4,3\": at the argument 1 the rank is 3",
        "argument; 0; argument \"0\" must be a quotient other than 0",
        "argument; 1/0; argument \"1/0\" must be a quotient other than 0",
        "argument; pi; argument \"pi\" must be a quotient other than 0",
        "unit; 13; unit \"13\" must be a whole number from 1 to 12",
        "coefficients; 2; coefficients: the strategy matrix-field takes constant, directions,"
            + " hypergeometric, argument, unit only",
      })
  void badHypergeometricFieldsAreNamed(String key, String value, String message) {
    Map<String, String> options = new TreeMap<>(HYPERGEOMETRIC);
    options.put(key, value);
    assertThatThrownBy(() -> problem(options))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageStartingWith(message)
        .extracting(e -> ((InvalidSpecException) e).key())
        .isEqualTo(key);
  }

  @Test
  void unitsBelongToHypergeometricFields() {
    assertThatThrownBy(
            () -> problem(Map.of("strategy", "matrix-field", "constant", "pi", "unit", "2")))
        .hasMessage("unit needs hypergeometric");
  }

  @Test
  void namesTheOptionThatMakesTooManyFractions() {
    assertThatThrownBy(
            () -> problem(Map.of("strategy", "mitm", "constant", "e", "degrees", "16,16")))
        .hasMessageStartingWith("degrees \"16,16\": there are more than 7.0e+13 fractions");
  }

  @Test
  void aBoxIsNoFormula() {
    Map<String, String> options = new TreeMap<>(MITM);
    options.put("a", "n");
    assertThatThrownBy(() -> problem(options))
        .hasMessage(
            "degrees and box stand in place of a, b and ranges: give one kind or the other");
  }

  @Test
  void theConstantIsNeeded() {
    assertThatThrownBy(() -> problem(Map.of())).hasMessageStartingWith("constant is missing");
  }
}
