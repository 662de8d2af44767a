package org.formulary.search.engine;

import io.jenetics.Phenotype;
import io.jenetics.engine.Evaluator;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.formulary.hashing.EquivalenceCache;
import org.formulary.hashing.Fingerprint;
import org.formulary.search.domain.Encoding;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Evaluation.Scored;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.Worth;

/**
 * Judges the individuals of one island: looks each behaviour up in the cache, evaluates what is
 * worth it, and writes improved candidates back into the genotype. One per island, used by one
 * thread at a time.
 */
public final class PopulationEvaluator<P> implements Evaluator<CandidateGene<P>, Fitness> {
  /** Evaluations that any behaviour gets, from starts of its own, at once. */
  private static final int TRIES = 6;

  /** Evaluations that a promising behaviour gets at once: narrow valleys need many starts. */
  private static final int PROMISING_TRIES = 17;

  /** Evaluations up to which a promising behaviour is worth another offspring. */
  private static final int MOST_TRIES = 24;

  /** A behaviour is promising while its best error is within this factor of its niche's best. */
  private static final double PROMISING_FACTOR = 30;

  /** A niche is spent when after so many questions fewer than this share were worth trying. */
  private static final int SPENT_AFTER = 64;

  private static final double SPENT_SHARE = 0.03;

  private final Problem<P> problem;
  private final Encoding<P> encoding;
  private final EquivalenceCache cache;
  private final double[] nicheBest;
  private final CacheWorth worth;
  private long evaluations;
  private long rejected;
  private long nanosInside;

  PopulationEvaluator(
      Problem<P> problem, Encoding<P> encoding, EquivalenceCache cache, double[] nicheBest) {
    this.problem = problem;
    this.encoding = encoding;
    this.cache = cache;
    this.nicheBest = nicheBest;
    this.worth = new CacheWorth();
  }

  private boolean promising(double error, int niche) {
    return error < PROMISING_FACTOR * nicheBest[niche];
  }

  /** What this evaluator would evaluate, for alterers. */
  Worth worth() {
    return worth;
  }

  /** Forgets which niches are spent, as a barrier does before it saves. */
  void settle() {
    worth.forget();
  }

  /** New, or promising, or tried rarely. */
  private final class CacheWorth implements Worth {
    private final int[] asked = new int[encoding.niches()];
    private final int[] worthy = new int[encoding.niches()];

    @Override
    public boolean trying(Fingerprint behaviour, int niche) {
      if (niche < 0 || niche >= encoding.niches()) {
        return false;
      }
      EquivalenceCache.Known known = cache.look(behaviour);
      boolean worthy =
          known.tries() < TRIES || known.tries() < MOST_TRIES && promising(known.best(), niche);
      asked[niche]++;
      this.worthy[niche] += worthy ? 1 : 0;
      return worthy;
    }

    @Override
    public boolean spent(int niche) {
      return niche < 0
          || niche >= encoding.niches()
          || asked[niche] >= SPENT_AFTER && worthy[niche] < SPENT_SHARE * asked[niche];
    }

    private void forget() {
      Arrays.fill(asked, 0);
      Arrays.fill(worthy, 0);
    }
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
      if (!worth.trying(behaviour, niche)) {
        return p.withFitness(Fitness.WORST);
      }
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
    for (int done = 1; done < tries(best.scores().get(0), niche); done++) {
      Optional<P> start = encoding.restart(best.candidate(), RandomRegistry.random());
      Optional<Scored<P>> next = start.flatMap(s -> evaluate(s, behaviour));
      if (next.isPresent() && next.get().scores().get(0) < best.scores().get(0)) {
        best = next.get();
      }
    }
    return best;
  }

  private int tries(double error, int niche) {
    return promising(error, niche) ? PROMISING_TRIES : TRIES;
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
