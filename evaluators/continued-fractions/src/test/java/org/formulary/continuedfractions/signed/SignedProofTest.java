package org.formulary.continuedfractions.signed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.formulary.continuedfractions.export.OtherSystem;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.search.domain.Progress;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedProofTest {
  private static List<SignedFraction> classes(Constant constant) {
    EsmaSweep sweep = new EsmaSweep(constant, 1, SignWord.ofPeriods(1, 2), 105);
    List<SignedFraction> found = new ArrayList<>();
    for (int unit = 0; unit < sweep.units(); unit++) {
      found.addAll(sweep.run(unit, Progress.NONE).leads());
    }
    return List.copyOf(EsmaSweep.shortest(found));
  }

  private static Constant constant(String name) {
    return Constants.of("constant", name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"e", "e^2", "tan(1/2)", "sqrt2"})
  void everyClassIsProved(String name) {
    List<SignedFraction> classes = classes(constant(name));
    assertThat(classes).hasSizeGreaterThan(2);
    for (SignedFraction f : classes) {
      SignedProof p = SignedProof.of(f, constant(name)).orElseThrow();
      assertThat(p.proves(f, constant(name))).isTrue();
      assertThat(p.proves(f, constant("pi"))).isFalse();
      assertThat(p.chain()).doesNotHaveDuplicates().hasSizeGreaterThan(3);
    }
  }

  /** No product or series of them is known here, and nothing is proved by digits. */
  @Test
  void besselRatiosStayConjectures() {
    for (SignedFraction f : classes(constant("besselRatio1"))) {
      assertThat(SignedProof.of(f, constant("besselRatio1"))).isEmpty();
    }
  }

  @Test
  void otherTermsAreNotProved() {
    SignedFraction f =
        new SignedNotation().parse("image -1 1 1 1; signs +; terms 0 2 6; recurrence 1 -2 1");
    assertThat(SignedProof.of(f, constant("e"))).isPresent();
    SignedFraction other =
        new SignedNotation().parse("image -1 1 1 1; signs +; terms 0 2 7; recurrence 1 -2 1");
    assertThat(SignedProof.of(other, constant("e"))).isEmpty();
    // Terms that double are of no such law.
    SignedFraction doubled =
        new SignedNotation().parse("image -1 1 1 1; signs +; terms 1; recurrence 1 -2");
    assertThat(Hurwitzian.of(doubled)).isEmpty();
  }

  /**
   * By the same polynomial fraction, with other terms between: that these converge is not known.
   */
  @Test
  void convergenceOfEveryOtherTermIsNotEnough() {
    SignedFraction f =
        new SignedNotation().parse("image -1 1 1 1; signs -; terms 0 -2 6; recurrence 1 2 1");
    assertThat(Hurwitzian.of(f).orElseThrow().converges()).isFalse();
    assertThat(SignedProof.of(f, constant("e"))).isEmpty();
    SignedFraction ones =
        new SignedNotation().parse("image -1 1 1 1; signs -; terms 1; recurrence 1 -1");
    assertThat(Hurwitzian.of(ones).map(Hurwitzian::converges).orElse(false)).isFalse();
  }

  @Test
  void aChangedLawIsRefused() {
    SignedFraction f =
        new SignedNotation().parse("image -1 1 1 1; signs +; terms 0 2 6; recurrence 1 -2 1");
    SignedProof p = SignedProof.of(f, constant("e")).orElseThrow();
    Hurwitzian law = new Hurwitzian(f, List.of(IntegerPolynomial.of(3, 4)), p.law().walk());
    assertThat(new SignedProof(law, p.value(), p.polynomial()).proves(f, constant("e"))).isFalse();
    assertThat(p.law().toValue().determinant()).isNotEqualTo(BigInteger.ZERO);
  }

  @Test
  void pariChecksTheSteps(@TempDir Path folder) throws IOException, InterruptedException {
    assumeThat(OtherSystem.answers("gp", "--version")).as("PARI/GP (gp) is not installed").isTrue();
    for (String name : List.of("e", "tan(1/2)", "sqrt2")) {
      SignedPresentation presentation = new SignedPresentation(constant(name));
      for (SignedFraction f : classes(constant(name))) {
        String script = presentation.export(f, "pari");
        assertThat(OtherSystem.run(folder, script, "gp", "-q"))
            .as(script)
            .matches("agrees(\nproved)+");
        for (String part : List.of("laws = [", "B = ", "L = [")) {
          String wrong = script.replace(part, part + "1 + ");
          assertThat(OtherSystem.run(folder, wrong, "gp", "-q")).as(part).contains("FAILS");
        }
      }
    }
  }
}
