package org.formulary.truth.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.formulary.expressions.Program;
import org.formulary.expressions.eval.DoubleArithmetic;
import org.formulary.expressions.eval.Interpreter;
import org.formulary.expressions.parse.FormulaParser;
import org.formulary.expressions.parse.ProgramParser;
import org.formulary.search.domain.Progress;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingBoundTest {
  private static final double UNIT = 0x1p-53;

  private static double bound(String program, double low, double high, ErrorKind kind) {
    return RoundingBound.of(ProgramParser.parse(program), Interval.of(low, high), kind);
  }

  /** The largest error of rounding at random doubles, by decimal arithmetic. */
  private static double seen(String text, double low, double high, ErrorKind kind) {
    Program program = ProgramParser.parse(text);
    SplittableRandom random = new SplittableRandom(7);
    double max = 0;
    for (int i = 0; i < 3000; i++) {
      double x = random.nextDouble(low, high);
      BigDecimal exact = Interpreter.evaluate(program, new Reference(), new BigDecimal(x));
      double computed = Interpreter.evaluate(program, DoubleArithmetic.INSTANCE, x);
      BigDecimal error = new BigDecimal(computed).subtract(exact).abs();
      if (kind == ErrorKind.RELATIVE) {
        error = error.divide(exact.abs(), Reference.CONTEXT);
      }
      max = Math.max(max, error.doubleValue());
    }
    return max;
  }

  @ParameterizedTest
  @CsvSource({
    "(x + 1.25) * (x * x - 3.5), 0, 1",
    "x / (1 + x * x), 0, 3",
    "1 / (x - 7.5) + x * 0.375, 1, 2",
    "x * (1 + x * x * (0.0083 * x * x - 0.1666)), 0, 0.785",
    "sqrt(x * x + 2) / (x + 3), -1, 1",
    "'fma(x, x + 0.3, 1.7) * x + 9', -1, 2",
    "((x + 2.3) * x - 1.1) * ((x + 2.3) * x + 5.7) * x + 20.1, -2, 2"
  })
  void boundsWhatIsSeenAndNotByFar(String program, double low, double high) {
    for (ErrorKind kind : ErrorKind.values()) {
      double bound = bound(program, low, high, kind);
      double seen = seen(program, low, high, kind);
      assertThat(bound).isBetween(seen, 8 * seen);
    }
  }

  @Test
  void oneRoundingIsHalfAUnit() {
    assertThat(bound("1 / x", 1, 2, ErrorKind.RELATIVE)).isBetween(0.99 * UNIT, 1.02 * UNIT);
    assertThat(bound("x + 3", 0, 0.5, ErrorKind.ABSOLUTE)).isEqualTo(2 * UNIT);
  }

  @Test
  void knowsExactOperations() {
    assertThat(bound("x * 2", -1, 1, ErrorKind.RELATIVE)).isZero();
    assertThat(bound("x / 4", 1, 3, ErrorKind.ABSOLUTE)).isZero();
    assertThat(bound("x - 1", 1, 2, ErrorKind.RELATIVE)).isZero();
    assertThat(bound("3 - x", 2, 5, ErrorKind.ABSOLUTE)).isZero();
    assertThat(bound("x + 1", -2, -0.5, ErrorKind.RELATIVE)).isZero();
    // Beyond twice the other operand differences need not be exact.
    assertThat(bound("x - 1", 2, 3.5, ErrorKind.ABSOLUTE)).isEqualTo(2 * UNIT);
  }

  @Test
  void relativeToZeroAtAnEndWhereTheFactorIsExact() {
    assertThat(bound("(x - 1) * (x + 0.7)", 1, 2, ErrorKind.RELATIVE)).isLessThan(3 * UNIT);
    assertThat(bound("x * (x + 0.7)", -0.5, 1, ErrorKind.RELATIVE)).isLessThan(6 * UNIT);
  }

  @Test
  void takesTheLimitWhereAValueOnTheWayIsInfinite() {
    assertThat(bound("1 / (3 / x + 0.7)", 0, 1, ErrorKind.RELATIVE)).isLessThan(4 * UNIT);
    // Computed 0 where the limit is 1/3.
    assertThat(bound("(1 / x) / (3 / x + 0.7)", 0, 1, ErrorKind.RELATIVE)).isInfinite();
  }

  @Test
  void saysNothingWhereThereIsNoBound() {
    assertThat(bound("1 / (x * x - 0.25)", 0, 1, ErrorKind.RELATIVE)).isInfinite();
    assertThat(bound("1 / (x * x - 0.25)", 0, 1, ErrorKind.ABSOLUTE)).isInfinite();
    assertThat(bound("x * 1e308 * 10", 1, 2, ErrorKind.RELATIVE)).isInfinite();
    assertThat(bound("sqrt(x)", -1, 1, ErrorKind.ABSOLUTE)).isInfinite();
  }

  @Test
  void addsToTheProofOfTheRoundedConstants() {
    // Near 0 little but the last sum rounds.
    Program program = ProgramParser.parse("1 + x * (1 + x * (1/2 + x * (1/6)))");
    double exact =
        ((ErrorProof.Proved)
                ErrorProver.standard()
                    .prove(
                        program,
                        FormulaParser.parse("exp(x)"),
                        Interval.of(0, 0x1p-10),
                        ErrorKind.RELATIVE,
                        Progress.NONE))
            .upperBound();
    double inBinary64 =
        ErrorProver.standard()
            .proveBinary64(
                program,
                FormulaParser.parse("exp(x)"),
                Interval.of(0, 0x1p-10),
                ErrorKind.RELATIVE,
                Progress.NONE)
            .orElseThrow();
    assertThat(exact).isBetween(3e-14, 4e-14);
    assertThat(inBinary64).isBetween(exact + 0.99 * UNIT, exact + 1.1 * UNIT);
  }

  @Test
  void hasNoBoundWhereThereIsNoProof() {
    assertThat(
            ErrorProver.standard()
                .proveBinary64(
                    ProgramParser.parse("1 + x"),
                    FormulaParser.parse("besselJ(0, x)"),
                    Interval.of(0, 1),
                    ErrorKind.RELATIVE,
                    Progress.NONE))
        .isEmpty();
  }
}
