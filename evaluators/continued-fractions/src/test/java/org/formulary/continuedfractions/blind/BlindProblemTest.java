package org.formulary.continuedfractions.blind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import org.formulary.continuedfractions.ContinuedFractionDomain;
import org.formulary.continuedfractions.equivalence.Contraction;
import org.formulary.continuedfractions.field.Asymptotics;
import org.formulary.continuedfractions.polynomial.Fraction;
import org.formulary.continuedfractions.polynomial.LocalSpread;
import org.formulary.continuedfractions.polynomial.LowDegree;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.search.domain.Encoding;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Strategy;
import org.formulary.search.domain.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlindProblemTest {
  private static final BlindProblem PROBLEM = new BlindProblem();

  private static PolynomialFraction parse(String text) {
    return PROBLEM.notation().parse(text).contracted();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a = 11*n^2 + 11*n + 3; b = n^4 | 0.09216 | 30/pi^2",
        "a = 34*n^3 + 51*n^2 + 27*n + 5; b = -n^6 | 0.08053 | 6/zeta3"
      })
  void refinesToTheAsymptoticDelta(String text, double delta, String value) {
    PolynomialFraction f = parse(text);
    assertThat(PROBLEM.refine(f))
        .isInstanceOfSatisfying(
            Evaluation.Scored.class,
            s -> assertThat(s.scores().get(1)).isEqualTo(delta, within(1e-5)));
    assertThat(Finding.identified(f, Progress.NONE).orElseThrow().value().name()).isEqualTo(value);
    Verification v = PROBLEM.verify(f, Progress.NONE);
    assertThat(v.outcome()).isEqualTo(Verification.Outcome.PROVED);
    assertThat(v.method()).contains("matrix field");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a = 2*n + 1; b = n^2 | does not reduce",
        "a = 11*n^2 + 11*n + 4; b = n^4 | does not reduce",
        "a = 7*n^2 + 7*n + 2; b = 8*n^4 | denominators are too large",
        "a = 2*n^2 + 2*n + 1; b = -n^4 | does not reduce"
      })
  void rejects(String text, String reason) {
    assertThat(PROBLEM.refine(parse(text)))
        .isInstanceOfSatisfying(
            Evaluation.Rejected.class, r -> assertThat(r.reason()).contains(reason));
  }

  @Test
  void asymptoticsOfFractionsAgreeWithThoseOfTheirFields() {
    Asymptotics ln2 = BlindProblem.asymptotics(parse("a = 6*n + 3; b = -n^2"));
    assertThat(ln2.delta()).isEqualTo(0.2761, within(1e-4));
  }

  /** H. Cohen's and W. Zudilin's recurrence for ζ(4), whose law has two different heights. */
  @Test
  void asymptoticsOfARecurrenceForZeta4() {
    PolynomialFraction f =
        parse("a = 270*n^5 + 675*n^4 + 702*n^3 + 378*n^2 + 105*n + 12; b = 27*n^10 - 3*n^8");
    assertThat(BlindProblem.asymptotics(f).delta()).isEqualTo(-0.10793, within(1e-5));
    assertThat(LocalSpread.largest(f)).isEqualTo(8);
    assertThat(Finding.identified(f, Progress.NONE).orElseThrow().value().name())
        .isEqualTo("13/zeta4");
  }

  @Test
  void unidentifiedLimitsAreNoResults() {
    Verification v = PROBLEM.verify(parse("a = 11*n^2 + 11*n + 4; b = n^4"), Progress.NONE);
    assertThat(v.outcome()).isEqualTo(Verification.Outcome.INCOMPLETE);
    assertThat(v.claim()).contains("no formula");
  }

  @Test
  void notationRoundTripsAndRefuses() {
    PolynomialFraction f = parse("a = 3*n^2 - 1; b = (n - 1)^4");
    assertThat(parse(PROBLEM.notation().print(f))).isEqualTo(f);
    assertThatThrownBy(() -> parse("a = n"))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("examples are");
    assertThatThrownBy(() -> parse("a = 0; b = n")).hasMessageContaining("must not be 0");
  }

  @Test
  void movesStayWithinTheDegreesAndReproduce() {
    Encoding<Fraction> encoding = ((Strategy.Evolve<Fraction>) PROBLEM.strategy()).encoding();
    Random random = new Random(5);
    Random again = new Random(5);
    Fraction f = encoding.start(random);
    Fraction g = encoding.start(again);
    for (int i = 0; i < 2000; i++) {
      f = FractionMoves.altered(f, encoding.start(random), random);
      g = FractionMoves.altered(g, encoding.start(again), again);
      assertThat(f).isEqualTo(g);
      assertThat(f.contracted().isBalanced()).isTrue();
      assertThat(encoding.niche(f)).isBetween(-1, encoding.niches() - 1);
      assertThat(encoding.read(encoding.write(f))).isEqualTo(f);
    }
  }

  @Test
  void reductionAtSomePrimesIsBetterThanNone() {
    double reducing = Growth.at(parse("a = 11*n^2 + 11*n + 3; b = n^4"), 60).orElseThrow();
    double near = Growth.at(parse("a = 11*n^2 + 11*n + 4; b = n^4"), 60).orElseThrow();
    assertThat(reducing).isLessThan(1).isLessThan(near);
  }

  /** Large partial denominators make up for a factorial that is left, at a small depth. */
  @Test
  void theSearchIsSteeredByWhatDenominatorsGrowTo() {
    PolynomialFraction reducing = parse("a = 11*n^2 + 11*n + 3; b = n^4");
    PolynomialFraction large = parse("a = 244*n^2 + 185*n + 100; b = -n*(n + 3)*(n + 4)^2");
    assertThat(Growth.at(large, 60).orElseThrow())
        .isLessThan(Growth.at(reducing, 60).orElseThrow());
    assertThat(Growth.foretold(large, 60).orElseThrow())
        .isGreaterThan(1.2 * Growth.foretold(reducing, 60).orElseThrow());
    assertThat(Growth.foretold(parse("a = n^2 + 1; b = n^3*(n - 7)"), 60)).isEmpty();
  }

  /** Partial sums of Σ 1/(n n!) approximate as well as 1/n! for denominators n! do: δ = 0. */
  @Test
  void unbalancedFractionsOfSumsHaveDeltaZero() {
    PolynomialFraction sum = parse("a = n^2 + 3*n + 1; b = -n^3");
    assertThat(LowDegree.of(sum)).isInstanceOf(LowDegree.Excluded.class);
    assertThat(BlindProblem.asymptotics(sum).delta()).isEqualTo(0, within(1e-9));
    assertThat(PROBLEM.evaluate(sum)).isInstanceOf(Evaluation.Rejected.class);
  }

  @Test
  void presentsTheValueAndWhatIsKnownOfTheClass() {
    PolynomialFraction f = parse("a = 11*n^2 + 11*n + 3; b = n^4");
    assertThat(PROBLEM.presentation().attributes(f))
        .containsEntry("value", "30/pi^2")
        .containsEntry("delta", "0.09216")
        .containsEntry("lowDegree", "not equivalent to degrees (1, 2): spread 4 at 0/1");
    assertThat(PROBLEM.presentation().latex(f)).contains("\\cfrac");
    assertThat(PROBLEM.presentation().export(f, "pari")).contains("30/(Pi^2)");
  }

  @Test
  void relatesToKnownFractions() {
    assertThat(Relation.of(parse("a = 11*n^2 + 33*n + 25; b = (n + 1)^4")))
        .extracting(Relation::toString)
        .contains("z2_apery: the same class", "z2_a: the same constant, another class")
        .noneMatch(r -> r.contains("z3"));
  }

  @Test
  void everySecondConvergentOfAKnownFractionIsNothingNew() {
    PolynomialFraction f = Contraction.of(parse("a = 11*n^2 + 11*n + 3; b = n^4"), 2).orElseThrow();
    assertThat(Relation.of(f)).extracting(Relation::toString).contains("z2_apery: equivalent");
  }

  @Test
  void takesNoConstant() {
    ProblemSpec spec =
        ProblemSpec.of("continued-fraction", Map.of("strategy", "evolve", "constant", "pi"));
    assertThatThrownBy(() -> new ContinuedFractionDomain().problem(spec, Progress.NONE))
        .hasMessageContaining("the strategy evolve takes no further options");
  }
}
