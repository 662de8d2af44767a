package org.formulary.continuedfractions.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.formulary.continuedfractions.export.OtherSystem;
import org.formulary.continuedfractions.polynomial.Family;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.Limit;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.expressions.parse.FormulaParser;
import org.formulary.testkit.Property;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProofTest {
  /** a; b; value. */
  private static final List<String> TRUE =
      List.of(
          "n; n; 1/(e - 1)",
          "n + 1; n; 1/(e - 2)",
          "n + 3; -n; e",
          "3*n + 2; -2*n^2; 1/ln2",
          "3*n + 1; -2*n^2 + n; 2/pi",
          "3*n + 3; -2*n^2 - n + 1; (pi + 2)/2",
          "6*n + 8; -8*n^2 - 4*n + 4; 2*pi/(4 - pi)",
          "2; (2*n - 1)^2; 4/pi + 1",
          "1; n^2; 1/ln2",
          "2*n^2 + 2*n + 1; -n^4; 6/pi^2",
          "2*n^2 + 2*n + 3; -n^4; 1/(2 - zeta2)",
          "2*n^3 + 3*n^2 + 3*n + 1; -n^6; 1/zeta3",
          "2*n^3 + 3*n^2 + 27*n + 13; -n^6; 8/(8*zeta3 - 9)",
          "n^5 + (n + 1)^5; -n^10; 1/zeta5",
          "8*n; (2*n - 1)^4; 1/catalan - 1");

  private static Optional<Proof> proof(String text) {
    String[] parts = text.split(";");
    PolynomialFraction f = Family.parse(parts[0], parts[1], "").fraction(0);
    return Proof.of(f, Constants.of("constant", parts[2]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n; n; 1/(e - 1) + 1/10^60",
        "n + 3; -n; 1/e",
        "3*n + 1; -2*n^2 + n; 2/(pi + 1)",
        "2*n^3 + 3*n^2 + 3*n + 1; -n^6; 1/zeta5",
        "2*n^3 + 3*n^2 + 3*n + 1; -n^6; 1.2020569",
        "n; -n^2; 1",
        "n + 1; n - 5; 1",
        "2*n + 1; -n^2; 0",
      })
  void whatIsFalseIsNotProved(String text) {
    assertThat(proof(text)).isEmpty();
  }

  @Test
  void whatIsASumIsProvedAndItsStepsHold() {
    for (String text : TRUE) {
      Optional<Proof> proof = proof(text);
      assertThat(proof).as(text).isPresent();
      Proof p = proof.orElseThrow();
      assertThat(p.proves(p.fraction(), Constants.of("constant", text.split(";")[2])))
          .as(text)
          .isTrue();
      assertThat(p.proves(p.fraction(), Constants.of("constant", "pi + 1"))).as(text).isFalse();
      assertThat(p.proves(p.fraction().from(1), Constants.of("constant", text.split(";")[2])))
          .as(text)
          .isFalse();
      assertThat(p.chain()).hasSize(4).doesNotHaveDuplicates();
    }
    // Apéry: a sum of another kind.
    assertThat(proof("34*n^3 + 51*n^2 + 27*n + 5; -n^6; 6/zeta3")).isEmpty();
  }

  @Test
  void theChainIsReadable() {
    assertThat(proof("n + 1; n; 1/(e - 2)").orElseThrow().chain())
        .containsExactly(
            "h1 = -1, h2 = n, f = n + 2: b(n) = -h1(n)*h2(n), f(n)*a(n) = f(n-1)*h1(n) +"
                + " f(n+1)*h2(n+1)",
            "so the fraction is -1/2 + 1/(4*S), S the sum over k >= 0 of C(k)/(f(k)*f(k+1)), C(k) ="
                + " h1(1)...h1(k)/(h2(1)...h2(k+1)) (Euler)",
            "r = 1, g = 1: 1 = r(k)*f(k)*f(k+1) + h1(k+1)*g(k+1)*f(k) - h2(k+1)*g(k)*f(k+1), so S ="
                + " -1/2 + the sum of C(k)*r(k)/1",
            "that sum is (e - 1)/(e), by partial fractions and known series");
  }

  private record Parts(long x, long y, long u, long v) {}

  /** Of a = h1(n) + h2(n + 1), b = −h1(n) h2(n) the form is found, and its sum is the limit. */
  @Test
  void formsAreFoundAgain() {
    Property.forAll(
            random ->
                new Parts(
                    random.nextInt(1, 4),
                    random.nextInt(0, 5),
                    random.nextInt(4, 9),
                    random.nextInt(0, 5)))
        .cases(200)
        .check(
            c -> {
              IntegerPolynomial h1 = IntegerPolynomial.of(c.y(), c.x());
              IntegerPolynomial h2 = IntegerPolynomial.of(c.v(), c.u());
              PolynomialFraction f =
                  new PolynomialFraction(h1.add(h2.shifted(1)), h1.multiply(h2).negate());
              assertThat(EulerForm.of(f))
                  .anyMatch(e -> e.h1().equals(h1) && e.h2().equals(h2) && e.f().degree() == 0);
              Enclosure limit = ((Limit.Finite) Limit.of(f, 100)).value();
              double sum = 0;
              double term = 1.0 / (c.u() + c.v());
              for (int k = 0; k < 2000; k++) {
                sum += term;
                term *= (c.x() * (k + 1.0) + c.y()) / (c.u() * (k + 2.0) + c.v());
              }
              double expected = c.y() + 1 / sum;
              assertThat(limit.lower().doubleValue() / Math.pow(2, limit.bits()))
                  .isCloseTo(expected, org.assertj.core.api.Assertions.within(1e-9));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "(pi + 1)/(pi - 1), (2*pi + 2)/(2*pi - 2)",
    "log(6) - log(2), log(3)",
    "zeta(2), pi^2/6",
    "exp(2), e^2",
    "1/(1/zeta(3)), zeta(3)",
    "sqrt(24), 2*sqrt(2)*sqrt(3)",
    "1/(sqrt(2) - 1), sqrt(2) + 1",
    "exp(3/2)/exp(1/2)^2, exp(1/2)",
    "atanh(1/2), log(3)/2",
    "log(3 + 2*sqrt(2)), 2*log(1 + sqrt(2))",
    "log(sqrt(2) - 1), -log(1 + sqrt(2))",
    "log(6 - 3*sqrt(3)), log(3) - log(2 + sqrt(3))",
    "atan(4/3), 2*atan(1/2)",
    "atan(2), pi/2 - atan(1/2)",
    "atan(sqrt(3)), pi/3",
    "atan(-sqrt(2)), atan(1/sqrt(2)) - pi/2",
    "tan(-1), -tan(1)",
  })
  void rationalFunctionsOfConstantsAreCompared(String first, String second) {
    Symbolic x = Symbolic.of(FormulaParser.parse(first)).orElseThrow();
    Symbolic y = Symbolic.of(FormulaParser.parse(second)).orElseThrow();
    assertThat(x.is(y)).isTrue();
    assertThat(x.is(y.plus(Symbolic.of(BigFraction.ONE)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"log(1 - sqrt(2))", "log(-2)", "sqrt(-2)", "atanh(2)", "1/(sqrt(8) - 2*sqrt(2))"})
  void whatIsNotDefinedIsNoNumber(String formula) {
    assertThat(Symbolic.of(FormulaParser.parse(formula))).isEmpty();
  }

  @Test
  void relationsOfPolynomialsAreFound() {
    IntegerPolynomial p = IntegerPolynomial.of(-5, -5, -1);
    IntegerPolynomial q = IntegerPolynomial.of(6, 5, 1);
    assertThat(LinearEquations.kernel(List.of(p, q, IntegerPolynomial.of(-1))))
        .contains(List.of(BigInteger.ONE, BigInteger.ONE, BigInteger.ONE));
    assertThat(LinearEquations.kernel(List.of(p, IntegerPolynomial.N))).isEmpty();
  }

  @Test
  void pariChecksTheSteps(@TempDir Path folder) throws IOException, InterruptedException {
    assumeThat(OtherSystem.answers("gp", "--version")).as("PARI/GP (gp) is not installed").isTrue();
    for (String text : TRUE) {
      String program = proof(text).orElseThrow().pari();
      assertThat(OtherSystem.run(folder, program, "gp", "-q")).as(text).isEqualTo("proved");
      String wrong = program.replaceFirst("h1 = ", "h1 = 1 + ");
      assertThat(OtherSystem.run(folder, wrong, "gp", "-q")).as(text).contains("error");
    }
  }
}
