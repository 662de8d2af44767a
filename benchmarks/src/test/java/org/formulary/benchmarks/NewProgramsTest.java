package org.formulary.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.formulary.expressions.Program;
import org.formulary.expressions.cost.OperationCount;
import org.formulary.expressions.parse.ProgramParser;
import org.formulary.truth.Interval;
import org.formulary.truth.proof.ErrorProof;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NewProgramsTest {
  private static final Path PAGE = Path.of("../docs/new-programs.md");
  private static final Pattern SECTION =
      Pattern.compile("## (\\d+) operations: (\\S+) .*?```\\n(.*?)```", Pattern.DOTALL);

  record Claim(int operations, double error, String program) {}

  static List<Claim> published() throws IOException {
    List<Claim> claims =
        SECTION
            .matcher(Files.readString(PAGE))
            .results()
            .map(
                m ->
                    new Claim(
                        Integer.parseInt(m.group(1)),
                        Double.parseDouble(m.group(2)),
                        m.group(3).replace('\n', ' ')))
            .toList();
    assertThat(claims).extracting(Claim::operations).containsExactly(9, 10, 11, 12);
    return claims;
  }

  @ParameterizedTest
  @MethodSource("published")
  void areAsAccurateAsThePageSaysAndBetterThanTheBestKnown(Claim claim) {
    Program program = ProgramParser.parse(claim.program());

    ErrorProof proof = Proofs.relative(program, "exp2(x)", Interval.of(0, 1));

    assertThat(OperationCount.PLAIN.of(program.skeleton())).isEqualTo(claim.operations());
    assertThat(claim.error()).isLessThan(Exp2.best(claim.operations()));
    assertThat(proof)
        .isInstanceOfSatisfying(
            ErrorProof.Proved.class,
            p -> assertThat(p.upperBound()).isLessThanOrEqualTo(claim.error()));
  }
}
