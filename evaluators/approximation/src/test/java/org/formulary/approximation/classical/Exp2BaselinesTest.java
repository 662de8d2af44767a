package org.formulary.approximation.classical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.formulary.expressions.Program;
import org.formulary.expressions.cost.OperationCount;
import org.formulary.expressions.eval.Interpreter;
import org.formulary.expressions.parse.ProgramParser;
import org.formulary.search.domain.Baseline;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.Interval;
import org.formulary.truth.ReferenceTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The classical forms of 2^x on [0, 1] in relative error. */
final class Exp2BaselinesTest {
  private static final Interval UNIT = Interval.of(0, 1);
  private static final List<String> COLUMNS =
      List.of(
          "Taylor at the lower end, Horner",
          "Taylor at the middle, Horner",
          "Chebyshev interpolation, Horner",
          "minimax polynomial, Horner",
          "Padé at the middle, Horner",
          "minimax rational, Horner");

  private static ReferenceTable table;
  private static List<Baseline> baselines;

  @BeforeAll
  static void compute() {
    table = Tables.of(Tables::exp2, UNIT);
    baselines = ClassicalBaselines.of(table, UNIT, ErrorKind.RELATIVE, 14);
  }

  @Test
  void everyKnownErrorIsReproduced() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    List<String[]> rows = rows();
    assertThat(rows).hasSize(7);
    for (String[] row : rows) {
      int operations = Integer.parseInt(row[0]);
      for (int i = 0; i < COLUMNS.size(); i++) {
        Baseline found = find(COLUMNS.get(i), operations);
        BigDecimal known = new BigDecimal(row[i + 1]);
        // Rounded to nearest or up: 1.6e-10 is 1.5473e-10, as mpmath computes it anew.
        double unit = known.ulp().doubleValue();
        softly
            .assertThat(found.scores().get(0))
            .as("%s at %d operations", COLUMNS.get(i), operations)
            .isBetween(known.doubleValue() - unit, known.doubleValue() + 0.5001 * unit);
      }
    }
    softly.assertAll();
    assertThat(baselines).hasSize(7 * COLUMNS.size());
  }

  /** (p, q) and (q, p) have the same error, as 2^(1−x) = 2/2^x. */
  @Test
  void theBestDegreesOfRationalFunctionsAreTheKnownOnes() throws IOException {
    for (String[] row : rows()) {
      String detail = find(COLUMNS.getLast(), Integer.parseInt(row[0])).detail();
      assertThat(detail)
          .isIn("(%s,%s)".formatted(row[7], row[8]), "(%s,%s)".formatted(row[8], row[7]));
    }
  }

  @Test
  void everyProgramCostsWhatIsStated() {
    for (Baseline b : baselines) {
      Program program = ProgramParser.parse(b.notation());
      assertThat(OperationCount.PLAIN.of(program.skeleton())).isEqualTo(b.scores().get(1));
    }
  }

  /** In decimal arithmetic, at other points than those of the table. */
  @Test
  void everyProgramHasTheStatedError() {
    int n = 700;
    List<BigDecimal> x = new ArrayList<>();
    List<BigDecimal> y = new ArrayList<>();
    for (int i = 0; i <= n; i++) {
      double place = (1 - Math.cos(Math.PI * i / n)) / 2;
      x.add(new BigDecimal(i == 0 ? 0 : i == n ? 1 : place));
      y.add(Tables.exp2(x.getLast()));
    }
    SoftAssertions softly = new SoftAssertions();
    for (Baseline b : baselines) {
      Program program = ProgramParser.parse(b.notation());
      double largest = 0;
      for (int i = 0; i <= n; i++) {
        BigDecimal value = Interpreter.evaluate(program, DecimalArithmetic.INSTANCE, x.get(i));
        BigDecimal error = value.divide(y.get(i), DecimalArithmetic.DIGITS);
        largest = Math.max(largest, error.subtract(BigDecimal.ONE).abs().doubleValue());
      }
      double stated = b.scores().get(0);
      softly.assertThat(largest / stated).as(b.toString()).isBetween(0.998, 1.0001);
    }
    softly.assertAll();
  }

  @Test
  void theSameTableGivesTheSameBaselines() {
    assertThat(ClassicalBaselines.of(table, UNIT, ErrorKind.RELATIVE, 14)).isEqualTo(baselines);
  }

  @Test
  void theBudgetCutsTheLists() {
    List<Baseline> few = ClassicalBaselines.of(table, UNIT, ErrorKind.RELATIVE, 5);
    assertThat(few)
        .isEqualTo(baselines.stream().filter(b -> b.scores().get(1) <= 5).toList())
        .hasSize(12);
  }

  private static Baseline find(String family, int operations) {
    return baselines.stream()
        .filter(b -> b.family().equals(family) && b.scores().get(1) == operations)
        .findFirst()
        .orElseThrow(() -> new AssertionError(family + " misses " + operations));
  }

  private static List<String[]> rows() throws IOException {
    try (InputStream in = Exp2BaselinesTest.class.getResourceAsStream("exp2-classical.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("ops"))
          .map(line -> line.split(","))
          .toList();
    }
  }
}
