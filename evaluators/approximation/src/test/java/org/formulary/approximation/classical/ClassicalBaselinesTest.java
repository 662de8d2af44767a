package org.formulary.approximation.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.formulary.expressions.Program;
import org.formulary.expressions.parse.ProgramParser;
import org.formulary.search.domain.Baseline;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.Interval;
import org.formulary.truth.ReferenceTable;
import org.junit.jupiter.api.Test;

final class ClassicalBaselinesTest {
  private static final String POLYNOMIAL = "minimax polynomial, Horner";
  private static final String RATIONAL = "minimax rational, Horner";

  private static List<Baseline> family(List<Baseline> all, String family) {
    return all.stream().filter(b -> b.family().equals(family)).toList();
  }

  private static double error(List<Baseline> all, String family, int operations) {
    return family(all, family).stream()
        .filter(b -> b.scores().get(1) == operations)
        .findFirst()
        .orElseThrow()
        .scores()
        .get(0);
  }

  /** The largest error of the programs at the points of the table, against what they state. */
  private static void assertStatedErrors(
      List<Baseline> baselines, ReferenceTable table, ErrorKind kind) {
    assertThat(baselines).isNotEmpty();
    for (Baseline b : baselines) {
      Program program = ProgramParser.parse(b.notation());
      double largest = 0;
      for (int i = 0; i < table.size(); i++) {
        BigDecimal x = table.points().get(i).toBigDecimal();
        BigDecimal y = table.values().get(i);
        BigDecimal error = DecimalArithmetic.value(program, x).subtract(y).abs();
        if (kind == ErrorKind.RELATIVE && y.signum() == 0) {
          assertThat(error).isEqualByComparingTo(BigDecimal.ZERO);
        } else {
          BigDecimal unit = kind == ErrorKind.RELATIVE ? y.abs() : BigDecimal.ONE;
          largest = Math.max(largest, error.divide(unit, DecimalArithmetic.DIGITS).doubleValue());
        }
      }
      // Between the points, and at a zero, the error may be a little larger.
      assertThat(largest / b.scores().get(0)).as(b.toString()).isBetween(0.99, 1.0001);
    }
  }

  @Test
  void aZeroAtTheEndIsFactoredOut() {
    Interval interval = Interval.parse("0,pi/4");
    ReferenceTable table = Tables.of(Tables::sin, interval);
    List<Baseline> all = Tables.baselines(table, interval, ErrorKind.RELATIVE, 13);
    assertStatedErrors(all, table, ErrorKind.RELATIVE);
    assertThat(family(all, POLYNOMIAL))
        .extracting(b -> b.scores().get(1))
        .containsExactly(1.0, 3.0, 5.0, 7.0, 9.0, 11.0, 13.0);
    assertThat(family(all, RATIONAL))
        .extracting(b -> b.scores().get(1))
        .containsExactly(3.0, 5.0, 7.0, 9.0, 11.0, 13.0);
    // sin(x)/x falls from 1 to 2√2/π: the best constant is level at the ends.
    double least = 2 * Math.sqrt(2) / Math.PI;
    assertThat(error(all, POLYNOMIAL, 1)).isCloseTo((1 - least) / (1 + least), within(1e-9));
    // x − x³/6 at 4 operations, its error largest at π/4.
    double x = Math.PI / 4;
    assertThat(error(all, "Taylor at the lower end, Horner", 4))
        .isCloseTo(1 - (x - x * x * x / 6) / Math.sin(x), within(1e-9));
  }

  /** Known: x·a/(x + b) for ln(1 + x) on [0, 1], 5.0e-3. */
  @Test
  void theLogarithmHasItsKnownRationalForm() {
    Interval interval = Interval.of(0, 1);
    ReferenceTable table = Tables.of(Tables::log1p, interval);
    List<Baseline> all = Tables.baselines(table, interval, ErrorKind.RELATIVE, 9);
    assertStatedErrors(all, table, ErrorKind.RELATIVE);
    assertThat(error(all, RATIONAL, 3)).isCloseTo(5.0e-3, within(0.05e-3));
  }

  @Test
  void aZeroElsewhereThanAtTheOriginCostsASubtraction() {
    Interval interval = Interval.of(1, 2);
    ReferenceTable table = Tables.of(x -> Tables.log1p(x.subtract(BigDecimal.ONE)), interval);
    List<Baseline> all = Tables.baselines(table, interval, ErrorKind.RELATIVE, 8);
    assertStatedErrors(all, table, ErrorKind.RELATIVE);
    assertThat(error(all, RATIONAL, 4)).isCloseTo(4.96e-3, within(0.01e-3));
  }

  @Test
  void doubleZerosAndZerosAtBothEndsVanishExactly() {
    Interval interval = Interval.of(0, 1);
    ReferenceTable table =
        Tables.of(
            x -> x.multiply(x).multiply(BigDecimal.ONE.subtract(x)).multiply(Tables.exp(x)),
            interval);
    List<Baseline> all = Tables.baselines(table, interval, ErrorKind.RELATIVE, 10);
    assertStatedErrors(all, table, ErrorKind.RELATIVE);
    // exp on [0, 1]: constant (e − 1)/(e + 1), two factors x, one 1 − x with its subtraction.
    double constant = (Math.E - 1) / (Math.E + 1);
    assertThat(error(all, POLYNOMIAL, 4)).isCloseTo(constant, within(1e-9));
  }

  @Test
  void evenFunctionsRunInTheSquare() {
    Interval interval = Interval.of(-1, 1);
    ReferenceTable table = Tables.of(Tables::cos, interval);
    List<Baseline> all = Tables.baselines(table, interval, ErrorKind.RELATIVE, 12);
    assertStatedErrors(all, table, ErrorKind.RELATIVE);
    assertThat(family(all, POLYNOMIAL))
        .extracting(b -> b.scores().get(1))
        .containsExactly(3.0, 5.0, 7.0, 9.0, 11.0);
    assertThat(family(all, RATIONAL))
        .extracting(b -> b.scores().get(1))
        .containsExactly(3.0, 5.0, 7.0, 9.0, 11.0);
  }

  @Test
  void oddFunctionsToo() {
    Interval interval = Interval.of(-1, 1);
    ReferenceTable table = Tables.of(Tables::sin, interval);
    List<Baseline> all = Tables.baselines(table, interval, ErrorKind.ABSOLUTE, 10);
    assertStatedErrors(all, table, ErrorKind.ABSOLUTE);
    assertThat(family(all, POLYNOMIAL))
        .extracting(b -> b.scores().get(1))
        .containsExactly(1.0, 4.0, 6.0, 8.0, 10.0);
  }

  @Test
  void hugeValuesFarFromTheOriginKeepTheirErrors() {
    Interval interval = Interval.of(100, 101);
    ReferenceTable table = Tables.of(Tables::exp, interval);
    List<Baseline> all = Tables.baselines(table, interval, ErrorKind.RELATIVE, 10);
    assertStatedErrors(all, table, ErrorKind.RELATIVE);
    assertThat(error(all, POLYNOMIAL, 10)).isCloseTo(6.73e-7, within(1e-9));
  }

  /** The upper end is next to a zero: 1.2e-16 there is to be met in relative error as well. */
  @Test
  void aZeroJustOutsideTheIntervalIsMet() {
    Interval interval = Interval.parse("0,pi");
    ReferenceTable table = Tables.of(Tables::sin, interval);
    List<Baseline> all = Tables.baselines(table, interval, ErrorKind.RELATIVE, 13);
    assertStatedErrors(all, table, ErrorKind.RELATIVE);
    assertErrorsFall(family(all, POLYNOMIAL));
  }

  @Test
  void moreOperationsAreNeverWorse() {
    Interval interval = Interval.of(0, 10);
    ReferenceTable table = Tables.of(x -> Tables.exp(x.negate()), interval);
    List<Baseline> all = Tables.baselines(table, interval, ErrorKind.ABSOLUTE, 14);
    assertStatedErrors(all, table, ErrorKind.ABSOLUTE);
    assertThat(family(all, POLYNOMIAL)).hasSize(7);
    assertThat(family(all, RATIONAL)).hasSize(7);
    assertErrorsFall(family(all, POLYNOMIAL));
    assertErrorsFall(family(all, RATIONAL));
  }

  private static void assertErrorsFall(List<Baseline> family) {
    for (int i = 1; i < family.size(); i++) {
      double before = family.get(i - 1).scores().get(0);
      assertThat(family.get(i).scores().get(0)).isLessThan(before * (1 + 1e-6));
    }
  }

  @Test
  void aRoughFunctionHasItsMinimaxFormsAlone() {
    Interval interval = Interval.of(0, 1);
    ReferenceTable table = Tables.of(x -> x.sqrt(Tables.DIGITS), interval);
    ClassicalBaselines.Study study = Tables.study(table, interval, ErrorKind.ABSOLUTE, 8);
    assertThat(study.baselines())
        .extracting(Baseline::family)
        .containsOnly(
            POLYNOMIAL,
            RATIONAL,
            "minimax polynomial, preconditioned",
            "minimax rational, continued fraction");
    // x + 1/8.
    assertThat(error(study.baselines(), POLYNOMIAL, 1)).isCloseTo(0.125, within(1e-4));
    assertThat(study.omissions().stream().filter(o -> o.reason().contains("not smooth")))
        .hasSize(4);
    assertThat(study.omissions())
        .contains(new ClassicalBaselines.Omission("squared", "the function is not positive"));
  }

  @Test
  void aRoughZeroLeavesNothingAndSaysWhy() {
    Interval interval = Interval.of(0, 1);
    ReferenceTable table = Tables.of(x -> x.sqrt(Tables.DIGITS), interval);
    ClassicalBaselines.Study study = Tables.study(table, interval, ErrorKind.RELATIVE, 8);
    assertThat(study.baselines()).isEmpty();
    assertThat(study.omissions())
        .singleElement()
        .satisfies(o -> assertThat(o.reason()).contains("cannot be factored out"));
  }

  @Test
  void whatIsExactEndsItsFamily() {
    Interval interval = Interval.of(0, 1);
    ReferenceTable table =
        Tables.of(x -> BigDecimal.ONE.divide(x.add(BigDecimal.TWO), Tables.DIGITS), interval);
    List<Baseline> all = Tables.baselines(table, interval, ErrorKind.RELATIVE, 10);
    assertThat(family(all, RATIONAL))
        .singleElement()
        .satisfies(b -> assertThat(b.scores().get(0)).isLessThan(1e-24));
  }

  @Test
  void aTableOverOtherPointsIsRefused() {
    ReferenceTable table = Tables.of(x -> x, Interval.of(0, 1));
    assertThatThrownBy(() -> Tables.baselines(table, Interval.of(0, 2), ErrorKind.ABSOLUTE, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be over the Chebyshev points of [0.0, 2.0]");
  }
}
