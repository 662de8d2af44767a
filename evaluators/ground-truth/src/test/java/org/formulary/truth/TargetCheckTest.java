package org.formulary.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.Progress;
import org.formulary.truth.reference.RealFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetCheckTest {
  private static final ReferenceTables TABLES =
      new ReferenceTables(Optional.empty(), new ReferenceTable.Effort(20, 2));

  @ParameterizedTest
  @CsvSource({
    "1/(x-0.3),              0.3",
    "1/(x-0.3)^2,            0.3",
    "1-1/(x-0.3)^2,          0.3",
    "1/(x-0.7)^3,            0.7",
    "1+x+1e-6/(x-0.3),       0.3",
    "1+x+1e-4/(x-0.3)^2,     0.3",
    "1/(x^2-0.25),           0.5",
    "tan(2*x),               0.78539816",
    "atan(1/(x-0.3)),        0.3",
    "3+atan(1/(x-0.3)),      0.3",
    "log((x-0.3)^2),         0.3",
    "1/(x-0.999),            0.999",
  })
  void polesAndJumpsBetweenThePointsAreFound(String formula, String where) {
    for (ErrorKind kind : ErrorKind.values()) {
      String message = refusal(formula, "0,1", kind);
      assertThat(message).startsWith("function \"" + formula + "\" on [0.0, 1.0] ");
      assertThat(message).containsAnyOf("has a pole", "is not continuous", "is not finite");
      assertThat(message).contains("x = " + where);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "x-0.3,              0.3",
    "(x-0.3)^2,          0.3",
    "sin(4*x),           0.785398",
    "cos(2*x)^2,         0.785398",
    "x^2-1/4,            0.5",
    "cbrt(x-0.3),        0.3",
  })
  void zerosInsideAreRefusedOnlyUnderRelativeError(String formula, String where) {
    assertThat(refusal(formula, "0,1", ErrorKind.RELATIVE))
        .contains(" is 0 near x = " + where)
        .contains("use the absolute error");
    check(formula, "0,1", ErrorKind.ABSOLUTE);
  }

  @Test
  void zerosAtTheEndsAreAllowedAndReported() {
    TargetCheck.Passed lower = check("sin(x)", "0,1", ErrorKind.RELATIVE);
    assertThat(lower.zeroAtLower()).isTrue();
    assertThat(lower.zeroAtUpper()).isFalse();
    TargetCheck.Passed upper = check("x-1", "0,1", ErrorKind.RELATIVE);
    assertThat(upper.zeroAtLower()).isFalse();
    assertThat(upper.zeroAtUpper()).isTrue();
    TargetCheck.Passed none = check("x+1", "0,1", ErrorKind.RELATIVE);
    assertThat(none.zeroAtLower() || none.zeroAtUpper()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exp2(x)",
        "sqrt(x)",
        "cbrt(x)",
        "x^10",
        "3",
        "1e-200*x",
        "(x-0.3)^2+1e-6",
        "x/3",
        "1/(1+25*(2*x-1)^2)",
        "sqrt((x-0.3)^2)+1",
        "1+1e-9*sqrt(x)",
        "1/(1.001-x)",
        "(x+1)^50"
      })
  void harmlessFunctionsPass(String formula) {
    check(formula, "0,1", ErrorKind.RELATIVE);
    check(formula, "0,1", ErrorKind.ABSOLUTE);
  }

  @ParameterizedTest
  @EnumSource(ErrorKind.class)
  void pointsWithoutAValueAreNamed(ErrorKind kind) {
    assertThat(refusal("x/(exp(x)-1)", "0,1", kind)).contains("is not finite: 0/0", "at x = 0");
    assertThat(refusal("log(x-1/2)", "0,1", kind)).contains("log(-0.5) is undefined");
    assertThat(refusal("sqrt(x)", "-1,1", kind)).contains("sqrt(-1) is undefined");
  }

  @Test
  void valuesNoDoubleCanHoldAreRefused() {
    assertThat(refusal("exp(1000*x)", "0,1", ErrorKind.ABSOLUTE)).contains("exceeds 1e300");
    assertThat(refusal("exp(-1000*x)", "0,1", ErrorKind.RELATIVE)).contains("falls below 1e-300");
    check("exp(-1000*x)", "0,1", ErrorKind.ABSOLUTE);
  }

  @Test
  void theKeyIsTheOptionAtFault() {
    RealFunction pole = RealFunction.parse("1/x");
    TargetCheck check = new TargetCheck("target", pole, Interval.of(0, 1), ErrorKind.RELATIVE);
    assertThatThrownBy(() -> check.run(TABLES, 32, Progress.NONE))
        .isInstanceOfSatisfying(
            InvalidSpecException.class, e -> assertThat(e.key()).isEqualTo("target"));
    TargetCheck narrow =
        new TargetCheck("target", pole, Interval.of(1, Math.nextUp(1.0)), ErrorKind.RELATIVE);
    assertThatThrownBy(() -> narrow.run(TABLES, 32, Progress.NONE))
        .isInstanceOfSatisfying(
            InvalidSpecException.class, e -> assertThat(e.key()).isEqualTo("interval"))
        .hasMessageContaining("too narrow");
  }

  private static TargetCheck.Passed check(String formula, String interval, ErrorKind kind) {
    return new TargetCheck("function", RealFunction.parse(formula), Interval.parse(interval), kind)
        .run(TABLES, 64, Progress.NONE);
  }

  private static String refusal(String formula, String interval, ErrorKind kind) {
    InvalidSpecException refused =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            InvalidSpecException.class, () -> check(formula, interval, kind));
    assertThat(refused).as(formula).isNotNull();
    assertThat(refused.getMessage().lines()).hasSize(1);
    return refused.getMessage();
  }
}
