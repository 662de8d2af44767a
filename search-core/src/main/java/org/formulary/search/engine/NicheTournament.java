package org.formulary.search.engine;

import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.Selector;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Selection of parents: a niche uniformly among those that live, then the better of two uniform
 * draws within it. Small and large programs get the same number of offspring.
 */
final class NicheTournament<P> implements Selector<CandidateGene<P>, Fitness> {
  private final NicheSelector<P> survival;

  NicheTournament(NicheSelector<P> survival) {
    this.survival = survival;
  }

  @Override
  public ISeq<Phenotype<CandidateGene<P>, Fitness>> select(
      Seq<Phenotype<CandidateGene<P>, Fitness>> population, int count, Optimize optimize) {
    RandomGenerator random = RandomRegistry.random();
    List<Phenotype<CandidateGene<P>, Fitness>> alive = survival.survivors(population);
    if (alive.isEmpty()) {
      return ISeq.of(Collections.nCopies(count, population.get(0)));
    }
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < alive.size(); i++) {
      if (i == 0 || alive.get(i).fitness().niche() != alive.get(i - 1).fitness().niche()) {
        starts.add(i);
      }
    }
    List<Phenotype<CandidateGene<P>, Fitness>> parents = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int niche = random.nextInt(starts.size());
      int from = starts.get(niche);
      int to = niche + 1 < starts.size() ? starts.get(niche + 1) : alive.size();
      parents.add(alive.get(Math.min(random.nextInt(from, to), random.nextInt(from, to))));
    }
    return ISeq.of(parents);
  }
}
