package org.formulary.continuedfractions.blind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.formulary.continuedfractions.polynomial.Fraction;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.InterlacedFraction;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.search.domain.Encoding;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Strategy;
import org.formulary.search.domain.Verification;
import org.formulary.search.engine.CandidateChromosome;
import org.formulary.search.engine.CandidateGene;
import org.formulary.search.engine.Fitness;
import org.formulary.search.island.Island;
import org.formulary.search.island.IslandState;
import org.junit.jupiter.api.Test;

class InterlacedSearchTest {
  private static final BlindProblem PROBLEM = new BlindProblem();

  /** Apéry's fraction of ζ(2) as an even part. */
  private static final String APERY = "a = [1, 11*n^2 + 48*n + 53]; b = [-(n + 2)^2, (n + 1)^2]";

  private static Fraction parse(String text) {
    return PROBLEM.notation().parse(text);
  }

  private static Encoding<Fraction> encoding(BlindProblem problem) {
    return ((Strategy.Evolve<Fraction>) problem.strategy()).encoding();
  }

  @Test
  void isJudgedByItsEvenPart() {
    PolynomialFraction even = parse("a = 11*n^2 + 11*n + 3; b = n^4").contracted();
    assertThat(PROBLEM.fingerprint(parse(APERY))).isEqualTo(PROBLEM.fingerprint(even));
    assertThat(PROBLEM.refine(parse(APERY)))
        .isInstanceOfSatisfying(
            Evaluation.Scored.class,
            s -> {
              assertThat(s.scores().get(1)).isEqualTo(0.09216, within(1e-5));
              assertThat(s.candidate()).isEqualTo(even);
            });
  }

  @Test
  void theShorterOfTheClassIsKept() {
    Fraction longer = parse(APERY);
    assertThat(BlindProblem.shorter(longer).size()).isLessThan(longer.size());
    Fraction shorter = parse("a = [n + 1, 7*n]; b = [n^2, -2*n^2]");
    assertThat(shorter.size()).isLessThan(shorter.contracted().size());
    assertThat(BlindProblem.shorter(shorter)).isEqualTo(shorter);
  }

  @Test
  void isVerifiedAndPresentedByItsEvenPart() {
    Verification v = PROBLEM.verify(parse(APERY), Progress.NONE);
    assertThat(v.outcome()).isEqualTo(Verification.Outcome.PROVED);
    assertThat(v.claim()).startsWith("even part: proved: ");
    assertThat(v.facts())
        .containsEntry("evenPart", "a = 11*n^2 + 55*n + 69; b = n^4 + 8*n^3 + 24*n^2 + 32*n + 16");
    assertThat(PROBLEM.presentation().attributes(parse(APERY)).get("value"))
        .matches("\\(-?[0-9*K +-]+\\)/\\(-?[0-9*K +-]+\\) for K = .*pi\\^2.*");
    assertThat(PROBLEM.presentation().latex(parse(APERY))).contains("n\\text{ even}");
    assertThat(PROBLEM.presentation().export(parse(APERY), "pari")).contains("11*n^2");
  }

  @Test
  void notationRoundTripsAndRefuses() {
    Fraction f = parse("a = [2, 6*n + 3]; b = [n, n]");
    assertThat(PROBLEM.notation().print(f)).isEqualTo("a = [2, 6*n + 3]; b = [n, n]");
    assertThat(parse(PROBLEM.notation().print(f))).isEqualTo(f);
    assertThatThrownBy(() -> parse("a = [2, 3]; b = n")).isInstanceOf(InvalidSpecException.class);
    assertThatThrownBy(() -> parse("a = [2, 0]; b = [n, n]"))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("must not be 0");
    assertThatThrownBy(() -> parse("a = [2, n]; b = [n - 3000000, n]"))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("may be large");
    assertThatThrownBy(() -> parse("a = [1, 1]; b = [1, -2]"))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("a of the even part is 0");
  }

  @Test
  void evenPartsWithoutDenominatorsAreRejected() {
    IntegerPolynomial one = IntegerPolynomial.of(1);
    Fraction f = new InterlacedFraction(one, one, one, IntegerPolynomial.of(-2));
    assertThat(f.contracted().a().isZero()).isTrue();
    assertThat(PROBLEM.fingerprint(f)).isNotNull();
    assertThat(encoding(PROBLEM).niche(f)).isNegative();
    assertThat(PROBLEM.evaluate(f)).isInstanceOf(Evaluation.Rejected.class);
  }

  @Test
  void unfoldingKeepsTheClass() {
    Random random = new Random(2);
    int unfolded = 0;
    for (int i = 0; i < 200; i++) {
      PolynomialFraction f = Moves.random(random);
      Fraction next = InterlacedMoves.unfolded(f, random);
      assertThat(next.contracted().classKey()).isEqualTo(f.classKey());
      unfolded += next instanceof InterlacedFraction ? 1 : 0;
    }
    assertThat(unfolded).isGreaterThan(150);
  }

  @Test
  void evolvesAndReproduces() {
    IslandState<Fraction> state = searched();
    assertThat(state.population())
        .anyMatch(i -> i.candidate() instanceof InterlacedFraction)
        .anyMatch(i -> i.candidate() instanceof PolynomialFraction);
    assertThat(searched().population()).isEqualTo(state.population());
  }

  private static IslandState<Fraction> searched() {
    Island<Fraction> island = Island.start(PROBLEM, encoding(PROBLEM), 1, 5, List.of());
    island.epoch(100, () -> false);
    return island.state();
  }

  @Test
  void withoutEvolutionNothingIsInherited() {
    BlindProblem problem = new BlindProblem(new SearchParts(true, false));
    assertThat(offspring(problem, "a = 11*n^2 + 11*n + 3; b = n^4"))
        .isEqualTo(offspring(problem, "a = 2*n^2 + 1; b = n^4"));
    assertThat(offspring(PROBLEM, "a = 11*n^2 + 11*n + 3; b = n^4"))
        .isNotEqualTo(offspring(PROBLEM, "a = 2*n^2 + 1; b = n^4"));
  }

  private static List<Fraction> offspring(BlindProblem problem, String parent) {
    ISeq<Phenotype<CandidateGene<Fraction>, Fitness>> parents =
        IntStream.range(0, 64)
            .mapToObj(
                i ->
                    Phenotype.<CandidateGene<Fraction>, Fitness>of(
                        CandidateChromosome.genotype(
                            CandidateGene.of(parse(parent), 0, () -> parse(parent))),
                        0))
            .collect(ISeq.toISeq());
    return RandomRegistry.with(new Random(3))
        .call(
            () ->
                encoding(problem)
                    .alterers((behaviour, niche, reachable) -> true)
                    .getFirst()
                    .alter(parents, 1)
                    .population()
                    .stream()
                    .map(p -> p.genotype().gene().allele())
                    .toList());
  }
}
