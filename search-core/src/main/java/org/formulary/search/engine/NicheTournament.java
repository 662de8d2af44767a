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
 * Selection of parents: a living niche n with weight (n + 1)², because the number of programs grows
 * with their size and the small niches are soon explored; then the better of two uniform draws
 * within it.
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
    List<Integer> niches = new ArrayList<>();
    for (int i = 0; i < alive.size(); i++) {
      int niche = alive.get(i).fitness().niche();
      if (i == 0 || niche != niches.getLast()) {
        starts.add(i);
        niches.add(niche);
      }
    }
    double[] cumulative = cumulativeWeights(niches);
    List<Phenotype<CandidateGene<P>, Fitness>> parents = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      double u = random.nextDouble() * cumulative[cumulative.length - 1];
      int niche = 0;
      while (cumulative[niche] <= u) {
        niche++;
      }
      int from = starts.get(niche);
      int to = niche + 1 < starts.size() ? starts.get(niche + 1) : alive.size();
      parents.add(alive.get(Math.min(random.nextInt(from, to), random.nextInt(from, to))));
    }
    return ISeq.of(parents);
  }

  /** Sums of (niche + 1)². */
  private static double[] cumulativeWeights(List<Integer> niches) {
    double[] sums = new double[niches.size()];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      double weight = niches.get(i) + 1.0;
      sum += weight * weight;
      sums[i] = sum;
    }
    return sums;
  }
}
