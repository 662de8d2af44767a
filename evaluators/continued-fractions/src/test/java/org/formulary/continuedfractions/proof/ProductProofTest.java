package org.formulary.continuedfractions.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.formulary.continuedfractions.export.OtherSystem;
import org.formulary.continuedfractions.polynomial.Family;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductProofTest {
  /** a; b; value. */
  private static final List<String> TRUE =
      List.of(
          "2*n + 1; -n^2 + 2; sqrt(2)",
          "-2*n - 1; -n^2 + 2; -sqrt(2)",
          "2*n - 3; -n^2 + 4*n - 2; sqrt(2) - 2",
          "4*n + 1; -4*n^2 + 2*n + 1; (sqrt(5) - 1)/2",
          "4*n + 2; -4*n^2 + 8; sqrt(8)",
          "1; 1; (1 + sqrt(5))/2",
          "-6; -7; -3 - sqrt(2)");

  private static PolynomialFraction fraction(String text) {
    String[] parts = text.split(";");
    return Family.parse(parts[0], parts[1], "").fraction(0);
  }

  private static Constant value(String text) {
    return Constants.of("constant", text.split(";")[2]);
  }

  private static Optional<ProductProof> proof(String text) {
    return ProductProof.of(fraction(text), value(text));
  }

  @Test
  void rootsAreProved() {
    for (String text : TRUE) {
      ProductProof p = proof(text).orElseThrow();
      assertThat(p.proves(fraction(text), value(text))).as(text).isTrue();
      assertThat(p.proves(fraction(text), Constants.of("constant", "sqrt(3)"))).as(text).isFalse();
      PolynomialFraction other = fraction(text.replaceFirst(";", " + 2;"));
      assertThat(p.proves(other, value(text))).as(text).isFalse();
      assertThat(p.chain()).hasSize(3).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2*n + 1; -n^2 + 2; -sqrt(2)",
        "2*n + 1; -n^2 - 2; sqrt(2)", // complex zeros
        "2*n + 1; -n^2 + 4; 2", // ends
        "2*n + 2; -n^2 + 2; sqrt(2)",
        "2*n + 1; -2*n^2 + 2; sqrt(2)",
        "-6; -7; sqrt(2) - 3",
        "3; 4; 4", // rational
        "2; -3; sqrt(2)", // complex
      })
  void whatIsFalseIsNotProved(String text) {
    assertThat(proof(text)).isEmpty();
  }

  @Test
  void aChangedPartIsRefused() {
    String text = TRUE.getFirst();
    ProductProof p = proof(text).orElseThrow();
    Constant other = Constants.of("constant", "-sqrt(2)");
    assertThat(new ProductProof(p.fraction(), p.value().negate()).proves(p.fraction(), other))
        .isFalse();
    PolynomialFraction later = p.fraction().from(1);
    assertThat(new ProductProof(later, p.value()).proves(later, value(text))).isFalse();
  }

  @Test
  void pariChecksTheSteps(@TempDir Path folder) throws IOException, InterruptedException {
    assumeThat(OtherSystem.answers("gp", "--version")).as("PARI/GP (gp) is not installed").isTrue();
    for (String text : TRUE) {
      String program = proof(text).orElseThrow().pari();
      assertThat(OtherSystem.run(folder, program, "gp", "-q")).as(text).isEqualTo("proved");
      String wrong = program.replace("; s = ", "; s = 1 + ");
      assertThat(OtherSystem.run(folder, wrong, "gp", "-q")).as(text).endsWith("NOT PROVED");
    }
  }
}
