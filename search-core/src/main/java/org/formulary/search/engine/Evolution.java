package org.formulary.search.engine;

import io.jenetics.Alterer;
import io.jenetics.Phenotype;
import io.jenetics.engine.Engine;
import io.jenetics.engine.EvolutionStart;
import io.jenetics.util.Factory;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import org.formulary.hashing.EquivalenceCache;
import org.formulary.hashing.Fingerprint;
import org.formulary.hashing.HitSample;
import org.formulary.search.domain.Encoding;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.Worth;

/**
 * The evolution of one population by a Jenetics engine, one generation at a time.
 *
 * <p>Reproducible: the engine runs on the calling thread, and each generation draws from a
 * generator of its own, so that a population restored from a checkpoint goes on as if never
 * interrupted.
 *
 * @param <P> the candidate
 */
public final class Evolution<P> {
  private static final int PLACES_PER_NICHE = 128;
  private static final int OFFSPRING = 1024;
  private static final int CACHE_CAPACITY = 1 << 18;

  /** A line is young for so many generations. */
  private static final long YOUTH = 64;

  private final Problem<P> problem;
  private final Encoding<P> encoding;
  private final LongFunction<RandomGenerator> randomOfGeneration;
  private final List<Alterer<CandidateGene<P>, Fitness>> alterers;
  private final double[] nicheBest;
  private EquivalenceCache cache = new EquivalenceCache(CACHE_CAPACITY);
  private PopulationEvaluator<P> evaluator;
  private ISeq<Phenotype<CandidateGene<P>, Fitness>> population = ISeq.empty();
  private long generation = 1;

  /** An evolution without individuals; follow with {@link #start} or {@link #restore}. */
  public Evolution(
      Problem<P> problem, Encoding<P> encoding, LongFunction<RandomGenerator> randomOfGeneration) {
    this.problem = problem;
    this.encoding = encoding;
    this.randomOfGeneration = randomOfGeneration;
    this.nicheBest = new double[encoding.niches()];
    Arrays.fill(nicheBest, Double.POSITIVE_INFINITY);
    this.evaluator = new PopulationEvaluator<>(problem, encoding, cache, nicheBest);
    this.alterers = encoding.alterers(new CurrentWorth());
  }

  /** Fills the population from the encoding's start, and the user's candidates if there are any. */
  public void start(List<P> startFrom) {
    populate(startFrom, randomOfGeneration.apply(0));
  }

  /** Forgets everything and starts anew, with other random numbers. */
  public void restart() {
    Arrays.fill(nicheBest, Double.POSITIVE_INFINITY);
    cache.clear();
    evaluator.effort().clear();
    populate(List.of(), randomOfGeneration.apply(-generation));
    generation++;
  }

  private void populate(List<P> startFrom, RandomGenerator random) {
    List<Phenotype<CandidateGene<P>, Fitness>> first = new ArrayList<>();
    for (P given : startFrom) {
      first.add(individual(given));
    }
    while (first.size() < OFFSPRING) {
      first.add(individual(encoding.start(random)));
    }
    population = RandomRegistry.with(random).call(() -> evaluator.eval(ISeq.of(first)));
  }

  private Phenotype<CandidateGene<P>, Fitness> individual(P candidate) {
    return Phenotype.of(
        CandidateChromosome.genotype(CandidateGene.of(candidate, generation, () -> candidate)),
        generation);
  }

  /** Goes on from a barrier. */
  public void restore(
      long atGeneration,
      List<Individual<P>> individuals,
      List<Double> best,
      List<Integer> doublings,
      byte[] cacheBytes,
      HitSample.State sample) {
    generation = atGeneration;
    for (int i = 0; i < nicheBest.length; i++) {
      nicheBest[i] = best.get(i);
    }
    cache = EquivalenceCache.read(cacheBytes);
    evaluator = new PopulationEvaluator<>(problem, encoding, cache, nicheBest);
    evaluator.effort().restore(doublings);
    evaluator.sample().restore(sample);
    population = ISeq.of(individuals.stream().map(this::phenotype).toList());
  }

  private Phenotype<CandidateGene<P>, Fitness> phenotype(Individual<P> i) {
    CandidateGene<P> gene = CandidateGene.of(i.candidate(), i.lineBorn(), i::candidate);
    CandidateGene<P> known = i.parent().map(gene::withParent).orElse(gene);
    return Phenotype.of(CandidateChromosome.genotype(known), i.born(), i.fitness());
  }

  /** One generation: select, alter, evaluate. */
  public void evolve() {
    NicheSelector<P> survival =
        new NicheSelector<>(encoding.niches(), PLACES_PER_NICHE, generation - YOUTH);
    int survivors = Math.max(1, survival.survivors(population).size());
    RandomGenerator random = randomOfGeneration.apply(generation);
    Factory<io.jenetics.Genotype<CandidateGene<P>>> fresh =
        () -> individual(encoding.start(random)).genotype();
    Engine<CandidateGene<P>, Fitness> engine =
        new Engine.Builder<>(evaluator, fresh)
            .minimizing()
            .survivorsSelector(survival)
            .offspringSelector(new NicheTournament<>(survival))
            .alterers(alterers.getFirst(), rest())
            .populationSize(survivors + OFFSPRING)
            .survivorsSize(survivors)
            .constraint(io.jenetics.engine.Constraint.of(_ -> true))
            .maximalPhenotypeAge(Long.MAX_VALUE)
            .executor(Runnable::run)
            .build();
    EvolutionStart<CandidateGene<P>, Fitness> start = EvolutionStart.of(population, generation);
    population = RandomRegistry.with(random).call(() -> engine.evolve(start)).population();
    generation++;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Jenetics takes its alterers as varargs
  private Alterer<CandidateGene<P>, Fitness>[] rest() {
    return alterers.subList(1, alterers.size()).toArray(new Alterer[0]);
  }

  /** The distinct survivors, by niche and then by error. */
  public List<Individual<P>> survivors() {
    return new NicheSelector<P>(encoding.niches(), PLACES_PER_NICHE, generation - YOUTH)
        .survivors(population).stream().map(Evolution::individual).toList();
  }

  private static <P> Individual<P> individual(Phenotype<CandidateGene<P>, Fitness> p) {
    CandidateGene<P> gene = p.genotype().gene();
    return new Individual<>(
        gene.allele(), gene.parent(), p.generation(), gene.birth(), p.fitness());
  }

  /** Drops all but the distinct survivors, as a barrier does before it saves. */
  public void settle() {
    evaluator.effort().settle();
    population = ISeq.of(survivors().stream().map(this::phenotype).toList());
  }

  /** Adds migrants. */
  public void admit(List<Individual<P>> migrants) {
    population = population.append(migrants.stream().map(this::phenotype).toList());
  }

  /** The worth by the evaluator of the moment, which {@link #restore} replaces. */
  private final class CurrentWorth implements Worth {
    @Override
    public boolean trying(Fingerprint behaviour, int niche, double reachable) {
      return evaluator.effort().trying(behaviour, niche, reachable);
    }

    @Override
    public boolean spent(int niche) {
      return evaluator.effort().spent(niche);
    }

    @Override
    public boolean settled(Fingerprint behaviour) {
      return evaluator.effort().settled(behaviour);
    }
  }

  public long generation() {
    return generation;
  }

  /** The smallest error seen in each niche. */
  public List<Double> nicheBest() {
    return Arrays.stream(nicheBest).boxed().toList();
  }

  /** How often each niche was spent since the last start. */
  public List<Integer> doublings() {
    return evaluator.effort().doublings();
  }

  public EquivalenceCache cache() {
    return cache;
  }

  public PopulationEvaluator<P> evaluator() {
    return evaluator;
  }
}
