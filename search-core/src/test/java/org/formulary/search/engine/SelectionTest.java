package org.formulary.search.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.formulary.hashing.Fingerprint;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private static final long OLD = 1;
  private static final long YOUNG = 100;

  private static Phenotype<CandidateGene<String>, Fitness> individual(
      String name, double error, int niche, long behaviour, long birth) {
    return Phenotype.of(
        CandidateChromosome.genotype(CandidateGene.of(name, birth, () -> name)),
        birth,
        new Fitness(error, niche, new Fingerprint(0, behaviour)));
  }

  private static List<String> names(
      Iterable<Phenotype<CandidateGene<String>, Fitness>> individuals) {
    List<String> names = new ArrayList<>();
    individuals.forEach(p -> names.add(p.genotype().gene().allele()));
    return names;
  }

  private static NicheSelector<String> selector(int capacity) {
    return new NicheSelector<>(4, capacity, YOUNG);
  }

  @Test
  void eachNicheKeepsItsOwnByError() {
    assertThat(
            names(
                selector(4)
                    .survivors(
                        ISeq.of(
                            individual("c", 5, 2, 1, OLD),
                            individual("b", 2, 1, 2, OLD),
                            individual("a", 1, 1, 3, OLD),
                            individual("d", 100, 3, 4, OLD)))))
        .containsExactly("a", "b", "c", "d");
  }

  @Test
  void oneOfEachBehaviourAndErrorCellSurvives() {
    assertThat(
            names(
                selector(16)
                    .survivors(
                        ISeq.of(
                            individual("best", 1, 1, 1, OLD),
                            individual("sameError", 1.0001, 1, 2, OLD),
                            individual("sameBehaviour", 7, 1, 1, OLD),
                            individual("other", 1.02, 1, 3, OLD)))))
        .containsExactly("best", "other");
  }

  @Test
  void amongEqualsTheOlderInThePopulationStays() {
    assertThat(
            names(
                selector(4)
                    .survivors(
                        ISeq.of(
                            individual("first", 1, 1, 1, OLD),
                            individual("second", 1, 1, 2, OLD)))))
        .containsExactly("first");
  }

  @Test
  void theDroppedAndRejectedDoNotSurvive() {
    assertThat(
            names(
                selector(4)
                    .survivors(
                        ISeq.of(
                            individual("infinite", Double.POSITIVE_INFINITY, 1, 1, OLD),
                            individual("nowhere", 1, -1, 2, OLD),
                            individual("zero", 0, 0, 3, OLD)))))
        .containsExactly("zero");
  }

  @Test
  void aQuarterOfThePlacesIsKeptForYoungLines() {
    List<Phenotype<CandidateGene<String>, Fitness>> population = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      population.add(individual("old" + i, 1 + i, 1, i, OLD));
      population.add(individual("young" + i, 1000 + i * 20, 1, 100 + i, YOUNG));
    }
    assertThat(names(selector(8).survivors(ISeq.of(population))))
        .containsExactly("old0", "old1", "old2", "old3", "old4", "old5", "young0", "young1");
  }

  @Test
  void selectingAgainKeepsAll() {
    SplittableRandom random = new SplittableRandom(1);
    List<Phenotype<CandidateGene<String>, Fitness>> population = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      population.add(
          individual(
              "p" + i,
              StrictMath.exp(random.nextDouble(-9, 0)),
              random.nextInt(4),
              random.nextInt(500),
              random.nextBoolean() ? OLD : YOUNG));
    }
    var once = selector(24).survivors(ISeq.of(population));
    assertThat(once).hasSize(4 * 24);
    assertThat(names(selector(24).survivors(ISeq.of(once)))).isEqualTo(names(once));
  }

  @Test
  void selectFillsUpToTheCountAsked() {
    var population = ISeq.of(individual("a", 1, 1, 1, OLD), individual("b", 9, 1, 2, OLD));
    assertThat(names(selector(4).select(population, 5, Optimize.MINIMUM)))
        .containsExactly("a", "b", "a", "b", "a");
  }

  @Test
  void parentsComeByTheSquareOfTheirNicheAndTheBetterOfTwo() {
    var population =
        ISeq.of(
            individual("1 best", 1, 1, 1, OLD),
            individual("1 worst", 2, 1, 2, OLD),
            individual("3 best", 1, 3, 3, OLD),
            individual("3 middle", 2, 3, 4, OLD),
            individual("3 worst", 3, 3, 5, OLD));
    int draws = 100_000;
    NicheTournament<String> tournament = new NicheTournament<>(selector(8));
    List<String> parents =
        RandomRegistry.with(new SplittableRandom(7))
            .call(() -> names(tournament.select(population, draws, Optimize.MINIMUM)));
    double[] expected = {4 / 20.0 * 3 / 4, 4 / 20.0 / 4, 0.8 * 5 / 9, 0.8 * 3 / 9, 0.8 / 9};
    for (int i = 0; i < expected.length; i++) {
      String name = names(population).get(i);
      double share = parents.stream().filter(name::equals).count() / (double) draws;
      double deviation = Math.sqrt(expected[i] * (1 - expected[i]) / draws);
      assertThat(share).as(name).isCloseTo(expected[i], within(5 * deviation));
    }
  }

  @Test
  void aDeadPopulationStillGivesParents() {
    var population = ISeq.of(individual("dead", Double.POSITIVE_INFINITY, -1, 1, OLD));
    assertThat(
            names(new NicheTournament<String>(selector(4)).select(population, 2, Optimize.MINIMUM)))
        .containsExactly("dead", "dead");
  }
}
