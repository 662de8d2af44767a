package org.formulary.truth.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.formulary.expressions.parse.FormulaParser;
import org.formulary.expressions.parse.ProgramParser;
import org.formulary.search.domain.Progress;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeanSquareTest {
  @ParameterizedTest
  @CsvSource({
    // program, target, interval, error kind, mean square by integration
    "3, x - x + 2, 0, 1, ABSOLUTE, 1",
    "0.5, x, 0, 1, ABSOLUTE, 0.083333333333333333",
    "x*x, x, -2, 1, ABSOLUTE, 5.7",
    "x + x*x, x, -1, 2, RELATIVE, 1",
    "x, sqrt(x), 0, 1, ABSOLUTE, 0.033333333333333333",
    "1/(1/x), x + x*x/4, 0, 2, ABSOLUTE, 0.2",
    "1 - x, sqrt(1 - x), 0, 1, ABSOLUTE, 0.033333333333333333",
    "x + x*x*x, x, 0, 1, RELATIVE, 0.2",
    "x, exp(x), 0, 1, ABSOLUTE, 1.5278613828",
    "x, sin(x), -1, 1, ABSOLUTE, 0.0036716187474",
  })
  void isEnclosed(String program, String target, double a, double b, ErrorKind kind, double known) {
    ErrorProof proof =
        ErrorProver.standard()
            .withMeanSquare()
            .prove(
                ProgramParser.parse(program),
                FormulaParser.parse(target),
                Interval.of(a, b),
                kind,
                Optional.empty(),
                Progress.NONE);
    assertThat(proof).isInstanceOf(ErrorProof.Proved.class);
    ErrorProof.Enclosure rms = ((ErrorProof.Proved) proof).rms().orElseThrow();
    assertThat(rms.lower() * rms.lower()).isLessThanOrEqualTo(known * (1 + 1e-9));
    assertThat(rms.upper() * rms.upper()).isGreaterThanOrEqualTo(known * (1 - 1e-9));
    assertThat(rms.slack()).isLessThan(1e-3);
  }

  @Test
  void isNotMadeUnlessAskedFor() {
    ErrorProof proof =
        ErrorProver.standard()
            .prove(
                ProgramParser.parse("x"),
                FormulaParser.parse("sin(x)"),
                Interval.of(0, 1),
                ErrorKind.ABSOLUTE,
                Progress.NONE);
    assertThat(((ErrorProof.Proved) proof).rms()).isEmpty();
  }
}
