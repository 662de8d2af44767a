package org.formulary.search.engine;

import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.Selector;
import io.jenetics.util.ISeq;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.formulary.hashing.Fingerprint;

/**
 * Survival by niche. Each niche (operation count) keeps its own individuals, ranked by error, so
 * that a good program of one size never displaces one of another size.
 *
 * <p>Within a niche there is one place per behaviour: one per fingerprint, and one per cell of
 * width {@link #CELL} in the logarithm of the error, because programs of one family that differ
 * only by a change of constants are fitted to the same error. A share of the places is kept for
 * young lines (age layers), which would otherwise lose against an established family before they
 * are fitted to it.
 *
 * <p>NSGA-II is not used: its ranking is quadratic, and an operation count whose best individual is
 * dominated would die out.
 */
final class NicheSelector<P> implements Selector<CandidateGene<P>, Fitness> {
  static final double CELL = 0.01;
  private static final double YOUNG_SHARE = 0.25;

  private final int niches;
  private final int capacity;
  private final long youngSince;
  private Seq<Phenotype<CandidateGene<P>, Fitness>> lastPopulation = ISeq.empty();
  private List<Phenotype<CandidateGene<P>, Fitness>> lastSurvivors = List.of();

  /**
   * @param capacity places per niche
   * @param youngSince lines born in this generation or later are young
   */
  NicheSelector(int niches, int capacity, long youngSince) {
    this.niches = niches;
    this.capacity = capacity;
    this.youngSince = youngSince;
  }

  @Override
  public ISeq<Phenotype<CandidateGene<P>, Fitness>> select(
      Seq<Phenotype<CandidateGene<P>, Fitness>> population, int count, Optimize optimize) {
    List<Phenotype<CandidateGene<P>, Fitness>> kept = survivors(population);
    List<Phenotype<CandidateGene<P>, Fitness>> filled = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      // Jenetics wants exactly count individuals; copies vanish at the next selection.
      filled.add(
          kept.isEmpty() ? population.get(i % population.size()) : kept.get(i % kept.size()));
    }
    return ISeq.of(filled);
  }

  /** The distinct survivors, by niche and then by error. */
  List<Phenotype<CandidateGene<P>, Fitness>> survivors(
      Seq<Phenotype<CandidateGene<P>, Fitness>> population) {
    // Both selectors of a generation see the same population.
    if (population == lastPopulation) {
      return lastSurvivors;
    }
    List<List<Phenotype<CandidateGene<P>, Fitness>>> byNiche = new ArrayList<>();
    for (int n = 0; n < niches; n++) {
      byNiche.add(new ArrayList<>());
    }
    for (Phenotype<CandidateGene<P>, Fitness> p : population) {
      if (p.isEvaluated() && p.fitness().viable()) {
        byNiche.get(p.fitness().niche()).add(p);
      }
    }
    List<Phenotype<CandidateGene<P>, Fitness>> kept = new ArrayList<>();
    byNiche.forEach(niche -> keep(niche, kept));
    lastPopulation = population;
    lastSurvivors = kept;
    return kept;
  }

  private void keep(
      List<Phenotype<CandidateGene<P>, Fitness>> niche,
      List<Phenotype<CandidateGene<P>, Fitness>> kept) {
    // The sort is stable, so equal errors keep the order of the population: the older first.
    niche.sort(Comparator.comparing(Phenotype::fitness));
    Set<Fingerprint> behaviours = new HashSet<>();
    long lastCell = Long.MIN_VALUE;
    int free = capacity - (int) (capacity * YOUNG_SHARE);
    int young = capacity - free;
    for (Phenotype<CandidateGene<P>, Fitness> p : niche) {
      long cell = cell(p.fitness().error());
      if (cell == lastCell || behaviours.contains(p.fitness().behaviour())) {
        continue;
      }
      if (free > 0) {
        free--;
      } else if (young > 0 && p.genotype().gene().birth() >= youngSince) {
        young--;
      } else {
        continue;
      }
      lastCell = cell;
      behaviours.add(p.fitness().behaviour());
      kept.add(p);
    }
  }

  static long cell(double error) {
    return error > 0 ? Math.round(StrictMath.log(error) / CELL) : Long.MIN_VALUE + 1;
  }
}
