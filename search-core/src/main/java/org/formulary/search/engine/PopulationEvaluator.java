package org.formulary.search.engine;

import io.jenetics.Phenotype;
import io.jenetics.engine.Evaluator;
import io.jenetics.util.ISeq;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.List;
import org.formulary.hashing.EquivalenceCache;
import org.formulary.hashing.Fingerprint;
import org.formulary.search.domain.Encoding;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Problem;

/**
 * Judges the individuals of one island: looks each behaviour up in the cache, evaluates what is
 * worth it, and writes improved candidates back into the genotype. One per island, used by one
 * thread at a time.
 */
public final class PopulationEvaluator<P> implements Evaluator<CandidateGene<P>, Fitness> {
  /** Tries that any behaviour gets. */
  private static final int TRIES = 5;

  /** Tries that a promising behaviour gets: narrow valleys need many starts. */
  private static final int PROMISING_TRIES = 24;

  /** A behaviour is promising while its best error is within this factor of its niche's best. */
  private static final double PROMISING_FACTOR = 30;

  private final Problem<P> problem;
  private final Encoding<P> encoding;
  private final EquivalenceCache cache;
  private final double[] nicheBest;
  private long evaluations;
  private long rejected;
  private long nanosInside;

  PopulationEvaluator(
      Problem<P> problem, Encoding<P> encoding, EquivalenceCache cache, double[] nicheBest) {
    this.problem = problem;
    this.encoding = encoding;
    this.cache = cache;
    this.nicheBest = nicheBest;
  }

  /** Whether a behaviour would be evaluated: new, or promising, or tried rarely. */
  boolean worthTrying(Fingerprint behaviour, int niche) {
    if (niche < 0 || niche >= encoding.niches()) {
      return false;
    }
    EquivalenceCache.Known known = cache.look(behaviour);
    return known.tries() < TRIES
        || known.tries() < PROMISING_TRIES && known.best() < PROMISING_FACTOR * nicheBest[niche];
  }

  @Override
  public ISeq<Phenotype<CandidateGene<P>, Fitness>> eval(
      Seq<Phenotype<CandidateGene<P>, Fitness>> population) {
    if (population.forAll(Phenotype::isEvaluated)) {
      return population.asISeq();
    }
    List<Phenotype<CandidateGene<P>, Fitness>> judged = new ArrayList<>(population.size());
    for (Phenotype<CandidateGene<P>, Fitness> p : population) {
      judged.add(p.isEvaluated() ? p : judge(p));
    }
    return ISeq.of(judged);
  }

  private Phenotype<CandidateGene<P>, Fitness> judge(Phenotype<CandidateGene<P>, Fitness> p) {
    CandidateGene<P> gene = p.genotype().gene();
    P candidate = gene.allele();
    int niche = encoding.niche(candidate);
    Fingerprint behaviour = gene.behaviour().orElseGet(() -> problem.fingerprint(candidate));
    if (!worthTrying(behaviour, niche)) {
      return p.withFitness(Fitness.WORST);
    }
    long start = System.nanoTime();
    Evaluation<P> evaluation = problem.evaluate(candidate);
    nanosInside += System.nanoTime() - start;
    evaluations++;
    return switch (evaluation) {
      case Evaluation.Rejected<P> _ -> {
        rejected++;
        cache.record(behaviour, Double.POSITIVE_INFINITY);
        yield p.withFitness(Fitness.WORST);
      }
      case Evaluation.Scored<P>(P improved, var scores) -> {
        double error = scores.get(0);
        cache.record(behaviour, error);
        nicheBest[niche] = Math.min(nicheBest[niche], error);
        yield Phenotype.of(
            CandidateChromosome.genotype(gene.improved(improved)),
            p.generation(),
            new Fitness(error, niche, behaviour));
      }
    };
  }

  /** Calls of {@link Problem#evaluate}. */
  public long evaluations() {
    return evaluations;
  }

  /** Those of them that were rejected. */
  public long rejected() {
    return rejected;
  }

  /** Time spent inside {@link Problem#evaluate}; for reports only. */
  public long nanosInside() {
    return nanosInside;
  }
}
