package org.formulary.search.engine;

import io.jenetics.Phenotype;
import io.jenetics.engine.Evaluator;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.formulary.hashing.EquivalenceCache;
import org.formulary.hashing.Fingerprint;
import org.formulary.hashing.HitSample;
import org.formulary.search.domain.Encoding;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Evaluation.Scored;
import org.formulary.search.domain.Problem;

/**
 * Judges the individuals of one island: looks each behaviour up in the cache, evaluates what is
 * worth it, and writes improved candidates back into the genotype. One per island, used by one
 * thread at a time.
 */
public final class PopulationEvaluator<P> implements Evaluator<CandidateGene<P>, Fitness> {
  private final Problem<P> problem;
  private final Encoding<P> encoding;
  private final EquivalenceCache cache;
  private final double[] nicheBest;
  private final Effort effort;
  private final HitSample sample = new HitSample();
  private long evaluations;
  private long rejected;
  private long nanosInside;

  PopulationEvaluator(
      Problem<P> problem, Encoding<P> encoding, EquivalenceCache cache, double[] nicheBest) {
    this.problem = problem;
    this.encoding = encoding;
    this.cache = cache;
    this.nicheBest = nicheBest;
    this.effort = new Effort(cache, nicheBest);
  }

  /** True and false hits, by sampling. */
  public HitSample sample() {
    return sample;
  }

  /** What this evaluator would evaluate, for alterers. */
  Effort effort() {
    return effort;
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
    // An alterer that knows the behaviour has asked for its worth already.
    Fingerprint behaviour = gene.behaviour().orElse(null);
    if (behaviour == null) {
      behaviour = problem.fingerprint(candidate);
      if (!effort.trying(behaviour, niche, Double.POSITIVE_INFINITY)) {
        return p.withFitness(Fitness.WORST);
      }
    }
    if (sample.takes(behaviour)) {
      sample.compare(behaviour, problem.secondFingerprint(candidate));
    }
    Optional<Scored<P>> first = evaluate(candidate, behaviour);
    if (first.isEmpty()) {
      return p.withFitness(Fitness.WORST);
    }
    Scored<P> best = restarted(first.get(), niche, behaviour);
    double error = best.scores().get(0);
    nicheBest[niche] = Math.min(nicheBest[niche], error);
    return Phenotype.of(
        CandidateChromosome.genotype(gene.improved(best.candidate())),
        p.generation(),
        new Fitness(error, niche, behaviour));
  }

  /** The best of the first and of evaluations from other starts. */
  private Scored<P> restarted(Scored<P> first, int niche, Fingerprint behaviour) {
    Scored<P> best = first;
    double error = first.scores().get(0);
    for (int done = 1; !best.settled() && done < effort.tries(error, niche); done++) {
      // Around the end of a fit that went wrong others mostly go wrong too.
      boolean near = done % 2 == 0 || effort.promising(error, niche);
      Optional<P> start = encoding.restart(best.candidate(), near, RandomRegistry.random());
      Optional<Scored<P>> next = start.flatMap(s -> evaluate(s, behaviour));
      if (next.isPresent() && next.get().scores().get(0) < error) {
        best = next.get();
        error = best.scores().get(0);
      }
    }
    return best;
  }

  private Optional<Scored<P>> evaluate(P candidate, Fingerprint behaviour) {
    long start = System.nanoTime();
    Evaluation<P> evaluation = problem.evaluate(candidate);
    nanosInside += System.nanoTime() - start;
    evaluations++;
    return switch (evaluation) {
      case Evaluation.Rejected<P> _ -> {
        rejected++;
        cache.record(behaviour, Double.POSITIVE_INFINITY);
        yield Optional.empty();
      }
      case Scored<P> scored -> {
        cache.record(behaviour, scored.scores().get(0));
        if (scored.settled()) {
          cache.settle(behaviour);
        }
        yield Optional.of(scored);
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
