package org.formulary.approximation.evolve;

import io.jenetics.AbstractAlterer;
import io.jenetics.AltererResult;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.formulary.approximation.Candidate;
import org.formulary.hashing.Fingerprint;
import org.formulary.search.domain.Worth;
import org.formulary.search.engine.CandidateChromosome;
import org.formulary.search.engine.CandidateGene;
import org.formulary.search.engine.Fitness;

/**
 * Alters each offspring by {@link Move}s and reduces it, or moves its constants. Where the result
 * has no behaviour worth trying, moves accumulate on it until it has, up to {@link #PATIENCE}
 * times; then the offspring is its parent again, which the next selection drops.
 */
final class ProgramAlterer extends AbstractAlterer<CandidateGene<Candidate>, Fitness> {
  static final int PATIENCE = 6;

  /** One offspring in so many begins a new line from a random start. */
  private static final int IMMIGRANT = 128;

  /** One offspring in so many of an old parent is that parent from constants near its own. */
  private static final int REFIT = 4;

  /** Generations after which a parent is old: before, there is more to gain elsewhere. */
  private static final long OLD = 16;

  private final ProgramEncoding encoding;
  private final Worth worth;
  private final Probes probes = new Probes();
  private final Reducer reducer = new Reducer();
  private final Draft draft = Draft.identity();

  ProgramAlterer(ProgramEncoding encoding, Worth worth) {
    super(1.0);
    this.encoding = encoding;
    this.worth = worth;
  }

  @Override
  public AltererResult<CandidateGene<Candidate>, Fitness> alter(
      Seq<Phenotype<CandidateGene<Candidate>, Fitness>> population, long generation) {
    RandomGenerator random = RandomRegistry.random();
    List<Phenotype<CandidateGene<Candidate>, Fitness>> altered = new ArrayList<>(population.size());
    int count = 0;
    for (Phenotype<CandidateGene<Candidate>, Fitness> p : population) {
      CandidateGene<Candidate> parent = p.genotype().gene();
      double error = p.isEvaluated() ? p.fitness().error() : Double.POSITIVE_INFINITY;
      CandidateGene<Candidate> child =
          refitted(p, generation, random).orElseGet(() -> child(parent, error, generation, random));
      count += child == parent ? 0 : 1;
      altered.add(
          child == parent ? p : Phenotype.of(CandidateChromosome.genotype(child), generation));
    }
    return new AltererResult<>(ISeq.of(altered), count);
  }

  /**
   * Now and then an old parent, or one that such a fit has just improved, from other constants:
   * fits of narrow valleys go on where the last one got stuck, as often as it survives.
   */
  private Optional<CandidateGene<Candidate>> refitted(
      Phenotype<CandidateGene<Candidate>, Fitness> p, long generation, RandomGenerator random) {
    CandidateGene<Candidate> parent = p.genotype().gene();
    boolean gains = generation - p.generation() >= OLD || isRefit(parent);
    if (random.nextInt(REFIT) != 0 || !p.isEvaluated() || !gains) {
      return Optional.empty();
    }
    Fingerprint behaviour = p.fitness().behaviour();
    return worth.settled(behaviour)
        ? Optional.empty()
        : encoding.restart(parent.allele(), true, random).map(c -> parent.child(c, behaviour));
  }

  private static boolean isRefit(CandidateGene<Candidate> gene) {
    return gene.parent().filter(p -> p.skeleton().equals(gene.allele().skeleton())).isPresent();
  }

  /** A child worth evaluating; the parent itself where none was found. */
  private CandidateGene<Candidate> child(
      CandidateGene<Candidate> parent, double error, long generation, RandomGenerator random) {
    if (random.nextInt(IMMIGRANT) == 0) {
      Candidate start = encoding.start(random);
      return CandidateGene.of(start, generation, () -> start);
    }
    draft.load(parent.allele());
    int niche = encoding.niche(draft);
    for (int attempt = 0; attempt < PATIENCE; attempt++) {
      int altered = encoding.alter(draft, reducer, random);
      if (!worth.spent(altered)) {
        Fingerprint behaviour = probes.of(draft);
        // A larger program has mostly grown from its parent, and contains it.
        double reachable = altered > niche ? error : Double.POSITIVE_INFINITY;
        if (worth.trying(behaviour, altered, reachable)) {
          return parent.child(draft.candidate(probes), behaviour);
        }
      }
      if (altered < niche) {
        draft.load(parent.allele());
      } else {
        draft.compact();
      }
    }
    return parent;
  }
}
