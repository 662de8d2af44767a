package org.formulary.expressions.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FormulaParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-x^2 | -(x^2)",
        "2^3^2 | (2^(3^2))",
        "2^-x^2 | (2^-(x^2))",
        "a-b-c | ((a-b)-c)",
        "a/b*c | ((a/b)*c)",
        "a-b*c | (a-(b*c))",
        "-a*b | (-a*b)",
        "a*-b | (a*-b)",
        "a - -b | (a--b)",
        "+x | x",
        "(a+b)*c | ((a+b)*c)",
        "exp(-x^2/2) | exp((-(x^2)/2))",
        "besselJ(0, x+1) | besselJ(0,(x+1))",
        "x × y ÷ z − 1 | (((x*y)/z)-1)",
      })
  void readsOperatorsWithTheUsualPrecedence(String text, String tree) {
    assertThat(show(FormulaParser.parse(text))).isEqualTo(tree);
  }

  @ParameterizedTest
  @CsvSource({
    "1,1",
    ".5,0.5",
    "1.,1",
    "1e-3,0.001",
    "1.5E2,150",
    "0x1.8p+3,12",
    "0X.8,",
    "0x10p-4,1",
    "0x1.00000000000000000001p0,1.00000000000000000000000082718061255302767487140869206996285356581211090087890625",
  })
  void readsLiteralsExactly(String text, BigDecimal value) {
    if (value == null) {
      assertThatThrownBy(() -> FormulaParser.parse(text)).isInstanceOf(ParseException.class);
      return;
    }
    assertThat(FormulaParser.parse(text)).isInstanceOf(Formula.Number.class);
    assertThat(((Formula.Number) FormulaParser.parse(text)).value()).isEqualByComparingTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 0 | the formula is empty",
        "'   ' | 0 | the formula is empty",
        "(x+1 | 0 | '(' is never closed",
        "f(x+(1 | 4 | '(' is never closed",
        "x+1) | 3 | ')' closes no '('",
        "x # 1 | 2 | unexpected character '#'",
        "x + | 3 | is missing before the end",
        "x + * 2 | 4 | is missing before '*'",
        "() | 1 | is missing before ')'",
        "f(,x) | 2 | is missing before ','",
        "f() | 2 | is missing before ')'",
        "2 x | 2 | an operator is missing before 'x'",
        "2e | 1 | an operator is missing before 'e'",
        "x 3 | 2 | an operator is missing before '3'",
        "(x y) | 3 | an operator is missing before 'y'",
        "x, y | 1 | unexpected ','",
        "x = 2 | 2 | unexpected '='",
        "1+0x1.8 | 2 | malformed number '0x1.8'",
        "1+0x1p | 2 | malformed number '0x1p'",
        "1e10001 | 0 | the exponent must be within ±10000",
        "0x1p-40001 | 0 | the exponent must be within ±40000",
        "1e99999999999999999999 | 0 | malformed number",
      })
  void pointsAtTheFault(String text, int column, String problem) {
    ParseException e = catchThrowableOfType(ParseException.class, () -> FormulaParser.parse(text));
    assertThat(e).hasMessageContaining(problem);
    assertThat(e.column()).isEqualTo(column);
  }

  @Test
  void showsTheCaretUnderTheColumn() {
    assertThatThrownBy(() -> FormulaParser.parse("x\t+ )"))
        .hasMessage("a number, a name or '(' is missing before ')' (column 5)\n  x + )\n      ^");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "-", "f(", "2^", "x+", "1/", "+", "x-(", "-2^"})
  void refusesDeepNestingInsteadOfOverflowingTheStack(String unit) {
    String text = unit.repeat(100_000) + "x";
    assertThatThrownBy(() -> FormulaParser.parse(text))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("nesting must be at most 400 deep");
  }

  @Test
  void readsNestingBelowTheLimit() {
    assertThat(FormulaParser.parse("(".repeat(400) + "x" + ")".repeat(400)))
        .isEqualTo(new Formula.Name("x", 400));
    assertThat(FormulaParser.parse("x" + "+x".repeat(399))).isInstanceOf(Formula.Binary.class);
  }

  private static String show(Formula formula) {
    return switch (formula) {
      case Formula.Number n -> n.text();
      case Formula.Name n -> n.name();
      case Formula.Negation n -> "-" + show(n.operand());
      case Formula.Binary b ->
          "(" + show(b.left()) + "+-*/^".charAt(b.operator().ordinal()) + show(b.right()) + ")";
      case Formula.Call c ->
          c.arguments().stream()
              .map(FormulaParserTest::show)
              .collect(Collectors.joining(",", c.function() + "(", ")"));
    };
  }
}
