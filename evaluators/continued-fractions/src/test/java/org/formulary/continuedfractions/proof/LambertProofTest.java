package org.formulary.continuedfractions.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.formulary.continuedfractions.export.OtherSystem;
import org.formulary.continuedfractions.polynomial.Family;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LambertProofTest {
  /** a; b; value. */
  private static final List<String> TRUE =
      List.of(
          "4*n + 2; 1; (e + 1)/(e - 1)",
          "4*n - 2; 1; (-3 - e)/(e + 1)",
          "-4*n - 2; 1; (e + 1)/(1 - e)",
          "2*n + 5; 1; 2/(e^2 - 7)",
          "8*n + 4; 1; (exp(1/2) + 1)/(exp(1/2) - 1)",
          "2*n + 1; -1; 1/tan(1)",
          "2*n - 3; -1; (-2 - 3*tan(1))/(tan(1) + 1)",
          "6*n + 3; -4; 2/tan(2/3)");

  private static PolynomialFraction fraction(String text) {
    String[] parts = text.split(";");
    return Family.parse(parts[0], parts[1], "").fraction(0);
  }

  private static Constant value(String text) {
    return Constants.of("constant", text.split(";")[2]);
  }

  private static Optional<LambertProof> proof(String text) {
    return LambertProof.of(fraction(text), value(text));
  }

  @Test
  void lambertsFractionsAreProved() {
    for (String text : TRUE) {
      LambertProof p = proof(text).orElseThrow();
      assertThat(p.proves(fraction(text), value(text))).as(text).isTrue();
      assertThat(p.proves(fraction(text), Constants.of("constant", "e"))).as(text).isFalse();
      assertThat(p.proves(fraction(text).from(1), value(text))).as(text).isFalse();
      assertThat(p.chain()).hasSize(5).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4*n + 2; 1; (e + 1)/(e - 1) + 1/10^60",
        "4*n + 2; -1; (e + 1)/(e - 1)",
        "4*n + 1; 1; e",
        "2*n + 1; 2; e",
        "2*n + 1; -1; 1/tan(2)",
        "2; 1; sqrt(2) + 1",
      })
  void whatIsFalseIsNotProved(String text) {
    assertThat(proof(text)).isEmpty();
  }

  @Test
  void aChangedPartIsRefused() {
    String text = TRUE.getFirst();
    LambertProof p = proof(text).orElseThrow();
    Symbolic e = Symbolic.of("e");
    assertThat(
            new LambertProof(p.fraction(), p.order(), e)
                .proves(p.fraction(), Constants.of("constant", "e")))
        .isFalse();
    assertThat(
            new LambertProof(p.fraction(), BigFraction.of(3, 2), p.value())
                .proves(p.fraction(), value(text)))
        .isFalse();
    PolynomialFraction later = p.fraction().from(1);
    assertThat(new LambertProof(later, p.order(), p.value()).proves(later, value(text))).isFalse();
  }

  @Test
  void pariChecksTheSteps(@TempDir Path folder) throws IOException, InterruptedException {
    assumeThat(OtherSystem.answers("gp", "--version")).as("PARI/GP (gp) is not installed").isTrue();
    for (String text : TRUE) {
      String program = proof(text).orElseThrow().pari();
      assertThat(OtherSystem.run(folder, program, "gp", "-q")).as(text).isEqualTo("proved");
      String wrong = program.replaceFirst("nu = ", "nu = 1 + ");
      assertThat(OtherSystem.run(folder, wrong, "gp", "-q")).as(text).endsWith("NOT PROVED");
    }
  }
}
