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
import org.formulary.continuedfractions.field.Pair;
import org.formulary.continuedfractions.polynomial.Family;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.Limit;
import org.formulary.continuedfractions.polynomial.LinearEquations;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.expressions.parse.FormulaParser;
import org.formulary.testkit.Property;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constant;
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
        // They end, and infinite sums with zeros above and below are not theirs.
        "7; n^2 - 4; 3",
        "5*n + 4; -4*n^2 + 12*n; -4",
        "-3*n - 1; -2*n^2 + 8*n + 10; 13/3",
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
  }

  /** Diagonals of fields, and what is equivalent to them: shifted, inflated, contracted, images. */
  private static final List<String> IN_FIELDS =
      List.of(
          "34*n^3 + 51*n^2 + 27*n + 5; -n^6; 6/zeta3",
          "34*n^3 + 153*n^2 + 231*n + 117; -(n + 1)^6; zeta3/(5*zeta3 - 6)",
          "11*n^3 + 33*n^2 + 25*n + 6; n^4*(n + 2)*(n + 1); 60/pi^2",
          "21648*n^6 + 32472*n^5 + 9880*n^4 - 3650*n^3 - 1291*n^2 + 149*n + 57;"
              + "-30976*n^12 + 92928*n^11 - 58432*n^10 - 66880*n^9 + 87680*n^8 - 11152*n^7"
              + " - 23844*n^6 + 11996*n^5 - 1725*n^4; 375/(4*zeta2)");

  @Test
  void whatLiesInAFieldIsProved(@TempDir Path folder) throws IOException, InterruptedException {
    boolean pari = OtherSystem.answers("gp", "--version");
    for (String text : IN_FIELDS) {
      String[] parts = text.split(";");
      PolynomialFraction f = Family.parse(parts[0], parts[1], "").fraction(0);
      Constant value = Constants.of("constant", parts[2]);
      Proof p = EquivalenceProof.of(f, value).orElseThrow(() -> new AssertionError(text));
      assertThat(p.method()).contains("matrix field");
      assertThat(p.proves(f, value)).isTrue();
      assertThat(p.proves(f, Constants.of("constant", "zeta3"))).isFalse();
      assertThat(p.proves(f.from(1), value)).isFalse();
      assertThat(p.chain()).hasSize(12).anyMatch(step -> step.startsWith("M_x = "));
      assertThat(EquivalenceProof.of(f, Constants.of("constant", parts[2] + " + 1"))).isEmpty();
      if (pari) {
        assertThat(OtherSystem.run(folder, p.pari(), "gp", "-q").lines())
            .hasSize(3)
            .containsOnly("proved");
        for (String changed : List.of("U = [%s", "f = %s", "h1 = inx(%s", "A = %s", "y0 = %s")) {
          String part = changed.formatted("");
          String wrong = p.pari().replace("\n" + part, "\n" + changed.formatted("1 + "));
          wrong = wrong.replace("; " + part, "; " + changed.formatted("1 + "));
          assertThat(OtherSystem.run(folder, wrong, "gp", "-q")).as(changed).contains("FAILS");
        }
      }
    }
  }

  @Test
  void conditionsOnAFieldAreChecked() {
    Pair zeta3 = Pair.parse("x^3 + 2*x^2*y + 2*x*y^2 + y^3", "-x^3 + 2*x^2*y - 2*x*y^2 + y^3");
    DominatedField field = DominatedField.of(zeta3).orElseThrow();
    assertThat(field.holds()).isTrue();
    IntegerPolynomial h = field.h1();
    assertThat(
            List.of(
                new DominatedField(zeta3, 0, h, h),
                new DominatedField(zeta3, 2, h, h),
                new DominatedField(zeta3, 1, h.negate(), h.negate()),
                new DominatedField(zeta3, 1, IntegerPolynomial.of(1), h.multiply(h)),
                new DominatedField(Pair.parse("x + y", "x - y"), 1, h, h),
                new DominatedField(Pair.parse("x + y", "x^2"), 1, h, h)))
        .noneMatch(DominatedField::holds);
    // b > 0, and an axis that is no sum of products.
    assertThat(DominatedField.of(Pair.parse("x + y", "x - y"))).isEmpty();
    assertThat(DominatedField.of(Pair.parse("x + y", "x^2"))).isEmpty();
  }

  /** What the theorem says, looked at: walks in several directions agree with the axis. */
  @Test
  void walksThroughADominatedFieldHaveOneLimit() {
    DominatedField field =
        DominatedField.of(Pair.parse("2*x^2 + 2*x*y + y^2", "-2*x^2 + 2*x*y - y^2")).orElseThrow();
    for (int[] d : new int[][] {{1, 1}, {1, 3}, {3, 1}, {2, 3}, {1, 0}}) {
      FieldProof p = FieldProof.of(field, d[0], d[1]).orElseThrow();
      Constant value = Constants.of("value", p.value().orElseThrow().formula());
      assertThat(p.proves(p.fraction(), value)).isTrue();
      Enclosure limit = ((Limit.Finite) Limit.of(p.fraction(), 200)).value();
      Enclosure known = value.enclosure(limit.bits());
      assertThat(limit.add(known.negate()).containsZero()).isTrue();
    }
  }

  /** By a sum that is proved here: its proof is part of the chain. */
  @Test
  void whatIsEquivalentToASumIsProved() {
    String text = "4*n^2 + 10*n + 5; -4*n^2 - 2*n + 2; 2/(e - 2) + 2";
    Proof p = proof(text).orElseThrow();
    assertThat(p.method()).isEqualTo("equivalence to the fraction e_c, by a sum");
    assertThat(p.chain())
        .hasSize(8)
        .containsSequence(
            "K = 1/(e-2) is the value of the fraction a = n + 1, b = n, because:",
            "h1 = -1, h2 = n, f = n + 2: b(n) = -h1(n)*h2(n), f(n)*a(n) = f(n-1)*h1(n) +"
                + " f(n+1)*h2(n+1)");
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
      assertThat(OtherSystem.run(folder, wrong, "gp", "-q")).as(text).endsWith("NOT PROVED");
      String other = program.replace("check(abs(", "check(abs(1e-20 + ");
      assertThat(OtherSystem.run(folder, other, "gp", "-q")).as(text).endsWith("NOT PROVED");
    }
  }
}
