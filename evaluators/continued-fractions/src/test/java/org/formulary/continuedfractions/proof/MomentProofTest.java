package org.formulary.continuedfractions.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.commons.numbers.fraction.BigFraction;
import org.formulary.continuedfractions.export.OtherSystem;
import org.formulary.continuedfractions.polynomial.Family;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.Limit;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.testkit.Property;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentProofTest {
  /** a; b; value. */
  private static final List<String> TRUE =
      List.of(
          "2*n + 1; n^2; 4/pi",
          "-2*n - 1; n^2; -4/pi",
          "2*n + 5; n^2 + 4*n; 8/(3*pi - 8)",
          "6*n + 3; -n^2; 2/ln2",
          "7*n + 4; 8*n^2 - 4*n; 3/ln2",
          "4*n + 2; n^2; 1/atan(1/2)",
          "5*n + 2; -4*n^2 + 2*n; 9/(pi*sqrt(3))",
          "2*n + 5; 3*n^2; 3/(6 - pi*sqrt(3))",
          "6*n + 3; -8*n^2; 2/(sqrt(2)*log(1 + sqrt(2)))",
          "n + 3; 2*n^2 + 7*n + 3; 3*sqrt(3)*log(2 + sqrt(3))/(6 - 2*sqrt(3)*log(2 + sqrt(3)))",
          "4*n; -3*n^2; 9/(sqrt(3)*log(2 + sqrt(3)) - 6)",
          "2; n^2; 2/(4 - pi)",
          "3; n^2 + n; 2/(10 - 3*pi)",
          "2*n + 2; n^2 + n; sqrt(2) + 1",
          "4*n + 2; 4*n^2 - 1; sqrt(2) + 1");

  private static PolynomialFraction fraction(String text) {
    String[] parts = text.split(";");
    return Family.parse(parts[0], parts[1], "").fraction(0);
  }

  private static Constant value(String text) {
    return Constants.of("constant", text.split(";")[2]);
  }

  private static MomentProof proof(String text) {
    return MomentProof.of(fraction(text), value(text)).orElseThrow();
  }

  @Test
  void gaussianFractionsAreProvedAndTheirStepsHold() {
    for (String text : TRUE) {
      MomentProof p = proof(text);
      assertThat(p.proves(fraction(text), value(text))).as(text).isTrue();
      assertThat(p.proves(fraction(text), Constants.of("constant", "pi + 1"))).as(text).isFalse();
      assertThat(p.proves(fraction(text).from(1), value(text))).as(text).isFalse();
      assertThat(p.chain()).as(text).hasSizeGreaterThan(4).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2*n + 1; n^2; 4/pi + 1/10^60",
        "2*n + 1; n^2; 4/(pi + 1)",
        "2*n + 1; n^2 - 4; 4/pi", // ends: b(2) = 0
        "2*n + 1; -n^2; 1/ln2", // λ1 = λ2
        "n; -n^2; 1", // complex
        "-2; n^2; 2/(4 - pi)", // the negative of a true one
        "6*n + 3; -n^2; 2/log(3)",
        "2*n + 2; n^2 + n; 1 - sqrt(2)",
        "3*n + 1; n^2 + n + 1; 1",
      })
  void whatIsFalseIsNotProved(String text) {
    assertThat(MomentProof.of(fraction(text), value(text))).isEmpty();
  }

  @Test
  void aChangedPartIsRefused() {
    String text = "2*n + 5; 3*n^2; 3/(6 - pi*sqrt(3))";
    MomentProof p = proof(text);
    Moments.Reduced m = (Moments.Reduced) p.moments();
    Weight.Reduction first = m.reductions().getFirst();
    Weight.Reduction second = m.reductions().getLast();
    Weight w = m.form().weight();
    BigFraction one = BigFraction.ONE;
    assertThat(refused(text, m)).isFalse();
    assertThat(new MomentProof(p.fraction(), 1, m).proves(fraction(text), value(text))).isFalse();
    assertThat(
            refused(
                text,
                new Moments.Reduced(m.form(), m.integral().times(m.integral()), m.reductions())))
        .isTrue();
    assertThat(refused(text, new Moments.Reduced(m.form(), m.integral(), List.of(second, first))))
        .isTrue();
    for (UnaryOperator<Weight.Reduction> change : CHANGES) {
      assertThat(
              refused(
                  text,
                  new Moments.Reduced(
                      m.form(), m.integral(), List.of(change.apply(first), second))))
          .isTrue();
      assertThat(
              refused(
                  text,
                  new Moments.Reduced(
                      m.form(), m.integral(), List.of(first, change.apply(second)))))
          .isTrue();
    }
    for (Weight other :
        List.of(
            new Weight(w.e(), w.c(), w.p1().add(one), w.p2()),
            new Weight(w.e(), w.c(), w.p1().subtract(one), w.p2().add(one)),
            new Weight(w.e(), w.c().negate(), w.p1(), w.p2()))) {
      MomentForm form = new MomentForm(p.fraction(), m.form().r1(), m.form().r2(), other);
      assertThat(form.holds()).isFalse();
      assertThat(refused(text, new Moments.Reduced(form, m.integral(), m.reductions()))).isTrue();
    }
    MomentForm form = new MomentForm(p.fraction(), one, one.negate(), w);
    assertThat(form.holds()).isFalse();
  }

  private static final List<UnaryOperator<Weight.Reduction>> CHANGES =
      List.of(
          r ->
              new Weight.Reduction(
                  r.weight(), r.above(), r.known(), r.kappa().add(BigInteger.ONE), r.s(), r.d()),
          r ->
              new Weight.Reduction(
                  r.weight(),
                  r.above(),
                  r.known(),
                  r.kappa(),
                  r.s().add(IntegerPolynomial.N),
                  r.d()),
          r ->
              new Weight.Reduction(
                  r.weight(), r.above(), r.known(), r.kappa(), r.s(), r.d().negate()),
          r ->
              new Weight.Reduction(
                  r.weight(), r.above(), r.above(), r.d(), IntegerPolynomial.ZERO, r.d()),
          r ->
              new Weight.Reduction(
                  r.weight(),
                  r.known(),
                  r.known(),
                  BigInteger.ONE,
                  IntegerPolynomial.ZERO,
                  BigInteger.ONE));

  private static boolean refused(String text, Moments moments) {
    return !new MomentProof(fraction(text), 0, moments).proves(fraction(text), value(text));
  }

  @Test
  void aChangedRootIsRefused() {
    String text = "2*n + 2; n^2 + n; sqrt(2) + 1";
    Moments.Powers m = (Moments.Powers) proof(text).moments();
    assertThat(refused(text, m)).isFalse();
    assertThat(refused(text, new Moments.Powers(m.form(), m.root().times(m.root())))).isTrue();
    // The other zero of T, and so the value of the other sign.
    Moments.Powers other = new Moments.Powers(m.form(), m.root().negate());
    assertThat(refused(text, other)).isTrue();
    Constant conjugate = Constants.of("constant", "1 - sqrt(2)");
    assertThat(new MomentProof(fraction(text), 0, other).proves(fraction(text), conjugate))
        .isFalse();
  }

  private record Parts(int e, int d, int c, int r, int denominator) {}

  /** b has a zero at 0: whatever form is found, its value is the limit to 40 digits. */
  @Test
  void valuesAreLimits() {
    int[] found = new int[1];
    Property.forAll(
            random ->
                new Parts(
                    random.nextInt(-3, 8),
                    random.nextInt(-4, 12),
                    random.nextInt(-8, 9),
                    random.nextInt(-6, 10),
                    random.nextInt(1, 3)))
        .cases(400)
        .check(
            p ->
                found[0] +=
                    areLimits(
                        IntegerPolynomial.of(p.d(), p.e()),
                        IntegerPolynomial.of(0, p.c())
                            .multiply(IntegerPolynomial.of(p.r(), p.denominator())),
                        Moments.Reduced.class));
    assertThat(found[0]).isGreaterThan(15);
  }

  private record Exponents(int larger, int smaller, int r, int twiceP1, int twiceP2) {}

  /** Whole λ1 and λ2, exponents from −5/2 to 2 and zeros of b from −r1. */
  @Test
  void valuesOfAnyExponentsAreLimits() {
    int[] found = new int[1];
    Property.forAll(
            random ->
                new Exponents(
                    random.nextInt(1, 5) * (random.nextBoolean() ? 1 : -1),
                    random.nextInt(-4, 5),
                    random.nextInt(0, 4),
                    random.nextInt(-5, 5),
                    random.nextInt(-5, 5)))
        .cases(40)
        .check(
            p -> {
              long e = 2L * (p.larger() + p.smaller());
              long c = -4L * p.larger() * p.smaller();
              long skew = (long) p.twiceP1() * p.smaller() + (long) p.twiceP2() * p.larger();
              int twice = 2 * p.r() + 2 + p.twiceP1() + p.twiceP2();
              IntegerPolynomial b = IntegerPolynomial.of(p.r(), 1);
              found[0] +=
                  areLimits(
                      IntegerPolynomial.of(e * (p.r() + 1) + skew, e),
                      b.multiply(IntegerPolynomial.of(c * twice / 2, c)),
                      Moments.Reduced.class);
            });
    assertThat(found[0]).isGreaterThan(20);
  }

  /** b = c (n + k/q)(n + k/q + 1 + p) and a that makes the weight T^p. */
  @Test
  void valuesOfPolynomialWeightsAreLimits() {
    int[] found = new int[1];
    Property.forAll(
            random ->
                new Parts(
                    random.nextInt(1, 4) * (random.nextBoolean() ? 1 : -1),
                    random.nextInt(0, 4),
                    random.nextInt(-3, 6),
                    random.nextInt(-5, 6),
                    random.nextInt(1, 4)))
        .cases(100)
        .check(
            p -> {
              int q = p.denominator();
              IntegerPolynomial first = IntegerPolynomial.of(p.r(), q);
              IntegerPolynomial second = IntegerPolynomial.of(p.r() + q * (1 + p.d()), q);
              IntegerPolynomial a =
                  first
                      .add(second)
                      .add(IntegerPolynomial.of(q))
                      .multiply(IntegerPolynomial.of(p.e()));
              IntegerPolynomial b = first.multiply(second).multiply(IntegerPolynomial.of(p.c()));
              found[0] += areLimits(a, b, Moments.Powers.class);
            });
    assertThat(found[0]).isGreaterThan(20);
  }

  private static int areLimits(IntegerPolynomial a, IntegerPolynomial b, Class<?> kind) {
    PolynomialFraction f = new PolynomialFraction(a, b);
    int found = 0;
    for (MomentProof proof : MomentProof.of(f).toList()) {
      Optional<Symbolic> value = proof.value();
      if (value.isPresent()) {
        found += kind.isInstance(proof.moments()) ? 1 : 0;
        isLimit(f, value.get());
      }
    }
    return found;
  }

  private static void isLimit(PolynomialFraction f, Symbolic value) {
    String text = value.toString().replaceAll("log(\\d+)", "log($1)");
    assertThat(Limit.of(f, 150)).as("%s = %s", f, text).isInstanceOf(Limit.Finite.class);
    Enclosure limit = ((Limit.Finite) Limit.of(f, 150)).value();
    Enclosure expected = Constants.of("constant", text).enclosure(limit.bits());
    Enclosure difference = limit.add(expected.negate());
    assertThat(Enclosure.log2(difference.magnitude()) - limit.bits())
        .as("%s = %s", f, text)
        .isLessThan(-130);
  }

  @Test
  void pariChecksTheSteps(@TempDir Path folder) throws IOException, InterruptedException {
    assumeThat(OtherSystem.answers("gp", "--version")).as("PARI/GP (gp) is not installed").isTrue();
    for (String text : TRUE) {
      String program = proof(text).pari();
      assertThat(OtherSystem.run(folder, program, "gp", "-q")).as(text).isEqualTo("proved");
      for (String part : List.of("r1 = ", "p1 = ", "T = ")) {
        String wrong = program.replaceFirst(part, part + "1 + ");
        assertThat(OtherSystem.run(folder, wrong, "gp", "-q")).as(text).endsWith("NOT PROVED");
      }
    }
  }
}
