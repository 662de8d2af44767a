package org.formulary.approximation.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.formulary.expressions.Program;
import org.formulary.expressions.cost.OperationCount;
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
    baselines = Tables.baselines(table, UNIT, ErrorKind.RELATIVE, 14);
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
    assertThat(baselines.stream().filter(b -> COLUMNS.contains(b.family())))
        .hasSize(7 * COLUMNS.size());
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

  /** The errors of quotients that Horner's scheme has with more operations. */
  @Test
  void continuedFractionsCostThreeOperationsADegree() {
    String family = "minimax rational, continued fraction";
    assertError(family, 3, 8.6724e-4);
    assertError(family, 6, 4.3403e-7);
    // Of the three x + d that (3,3) has two are x − 1/2, so it costs 8, and (4,4) 10.
    assertError(family, 8, 9.3095e-11);
    assertError(family, 10, 1.1093e-14);
    assertError("Padé at the middle, continued fraction", 6, 6.9942e-6);
  }

  /** One squaring of (p,q) divides its error by about 2^(p + q). */
  @Test
  void squaringsDivideTheErrors() {
    String family = "minimax rational, continued fraction, squared";
    assertError(family, 4, 2.1681e-4);
    assertError(family, 7, 2.7127e-8);
    assertError(family + " 2×", 5, 5.4203e-5);
    assertError(family + " 3×", 6, 1.3551e-5);
    assertError(family + " 4×", 7, 3.3877e-6);
    assertError("minimax polynomial, Horner, squared", 5, 4.3302e-4);
    assertError("minimax rational, Horner, squared", 5, 2.1681e-4);
  }

  @Test
  void preconditioningSavesOperationsFromDegreeFiveOn() {
    String family = "minimax polynomial, preconditioned";
    assertError(family, 8, 2.5934e-6);
    assertError(family, 9, 7.4936e-8);
    assertError(family, 11, 1.8558e-9);
    assertError(family, 13, 4.0211e-11);
  }

  private static void assertError(String family, int operations, double error) {
    Baseline found = find(family, operations);
    assertThat(found.scores().get(0)).as(found.toString()).isCloseTo(error, withinPercentage(0.1));
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
        BigDecimal value = DecimalArithmetic.value(program, x.get(i));
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
    assertThat(Tables.baselines(table, UNIT, ErrorKind.RELATIVE, 14)).isEqualTo(baselines);
  }

  @Test
  void theBudgetCutsTheLists() {
    for (int operations : new int[] {1, 5, 8, 11}) {
      assertThat(Tables.baselines(table, UNIT, ErrorKind.RELATIVE, operations))
          .as("%d operations", operations)
          .isEqualTo(baselines.stream().filter(b -> b.scores().get(1) <= operations).toList());
    }
    List<Baseline> few = baselines.stream().filter(b -> b.scores().get(1) <= 5).toList();
    assertThat(few.stream().filter(b -> COLUMNS.contains(b.family()))).hasSize(12);
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
