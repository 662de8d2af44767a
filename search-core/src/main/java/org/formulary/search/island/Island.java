package org.formulary.search.island;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.formulary.hashing.Fingerprint;
import org.formulary.search.domain.Encoding;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Problem;
import org.formulary.search.engine.Evolution;
import org.formulary.search.engine.Individual;

/**
 * One independent population: the unit of determinism. Its course depends only on the problem, the
 * campaign's seed, its number and what migrates to it at barriers. Used by one thread at a time.
 *
 * <p>Island 0 keeps: the best of the others migrate to it, and it never starts anew. The others
 * explore: each starts anew from an empty population when it has found nothing better for a while,
 * because every population settles on one family per niche and then only tries its neighbours
 * again.
 */
public final class Island<P> {
  /** Refined per niche and epoch, at most. */
  private static final int REFINED_PER_EPOCH = 6;

  /**
   * Only individuals within this factor of their niche's best are refined: fits are not minimax.
   */
  private static final double REFINE_FACTOR = 4;

  /** A behaviour is refined again when its error fell by this factor. */
  private static final double REFINE_AGAIN = 0.97;

  /** One that could not be refined, as constraints may forbid, when it fell by this factor. */
  private static final double REJECTED_AGAIN = 0.5;

  /** So many that cannot be refined are looked at in a niche and epoch. */
  private static final int REJECTED_PER_EPOCH = 24;

  /** Generations an epoch may take where nearly all offspring are known already. */
  private static final int MAX_GENERATIONS = 160;

  /** An explorer starts anew after so many evaluations without progress. */
  private static final long STAGNANT = 262_144;

  /** Progress is a niche's best error falling by this factor. */
  private static final double PROGRESS = 0.98;

  private final Problem<P> problem;
  private final int number;
  private final Evolution<P> evolution;
  private final SortedMap<Integer, Lead<P>> leads = new TreeMap<>();

  /** The error that a behaviour was refined at; its negative, if that failed. */
  private final SortedMap<Fingerprint, Double> refined = new TreeMap<>();

  private long evaluationsBefore;
  private long refineNanos;
  private List<Double> mark;
  private long markedAt;

  private Island(Problem<P> problem, Encoding<P> encoding, int number, long seed) {
    this.problem = problem;
    this.number = number;
    this.evolution =
        new Evolution<>(problem, encoding, generation -> SeedTree.random(seed, number, generation));
  }

  /** A new island with its start population evaluated. */
  public static <P> Island<P> start(
      Problem<P> problem, Encoding<P> encoding, int number, long seed, List<P> startFrom) {
    Island<P> island = new Island<>(problem, encoding, number, seed);
    island.evolution.start(startFrom);
    island.evolution.settle();
    island.mark();
    return island;
  }

  /** An island as it was when {@link #state} was taken. */
  public static <P> Island<P> restore(
      Problem<P> problem, Encoding<P> encoding, long seed, IslandState<P> state) {
    Island<P> island = new Island<>(problem, encoding, state.number(), seed);
    island.evolution.restore(
        state.generation(),
        state.population(),
        state.nicheBest(),
        state.doublings(),
        state.cache().bytes(),
        state.sample());
    island.evaluationsBefore = state.evaluations();
    island.leads.putAll(state.leads());
    island.refined.putAll(state.refined());
    island.mark = state.mark();
    island.markedAt = state.markedAt();
    return island;
  }

  /**
   * Evolves for at least so many evaluations or until it is late (whole generations), refines the
   * best, and starts anew if it explores and stagnates.
   */
  public void epoch(long evaluations, BooleanSupplier late) {
    long before = evaluations();
    for (int g = 0;
        g < MAX_GENERATIONS && evaluations() - before < evaluations && !late.getAsBoolean();
        g++) {
      evolution.evolve();
    }
    evolution.settle();
    refineBest();
    if (progressed()) {
      mark();
    } else if (explores() && evaluations() - markedAt > STAGNANT) {
      evolution.restart();
      evolution.settle();
      mark();
    }
  }

  /** Whether it starts anew when it stagnates, and takes no migrants. */
  public boolean explores() {
    return number > 0;
  }

  private void mark() {
    mark = evolution.nicheBest();
    markedAt = evaluations();
  }

  private boolean progressed() {
    List<Double> best = evolution.nicheBest();
    for (int n = 0; n < best.size(); n++) {
      if (best.get(n) < PROGRESS * mark.get(n)) {
        return true;
      }
    }
    return false;
  }

  private void refineBest() {
    Map<Integer, Integer> done = new HashMap<>();
    Map<Integer, Integer> failed = new HashMap<>();
    Map<Integer, Double> best = new HashMap<>(); // of those that may be refined
    for (Individual<P> i : evolution.survivors()) {
      int niche = i.fitness().niche();
      double error = i.fitness().error();
      double before = refined.getOrDefault(i.fitness().behaviour(), Double.POSITIVE_INFINITY);
      if (before < 0 && error > -REJECTED_AGAIN * before) {
        continue;
      }
      best.putIfAbsent(niche, error);
      if (done.getOrDefault(niche, 0) >= REFINED_PER_EPOCH
          || failed.getOrDefault(niche, 0) >= REJECTED_PER_EPOCH
          || error > REFINE_FACTOR * best.get(niche)
          || before > 0 && error > REFINE_AGAIN * before) {
        continue;
      }
      if (refine(i)) {
        done.merge(niche, 1, Integer::sum);
      } else {
        failed.merge(niche, 1, Integer::sum);
        best.remove(niche, error);
      }
    }
  }

  /** Whether that could be done. */
  private boolean refine(Individual<P> i) {
    long start = System.nanoTime();
    Evaluation<P> better = problem.refine(i.candidate());
    refineNanos += System.nanoTime() - start;
    double error = i.fitness().error();
    boolean scored = better instanceof Evaluation.Scored<P>;
    refined.put(i.fitness().behaviour(), scored ? error : -error);
    if (better instanceof Evaluation.Scored<P>(P candidate, var scores, var _)) {
      int niche = i.fitness().niche();
      Lead<P> lead = new Lead<>(candidate, scores, niche, number, i.born(), i.parent());
      leads.merge(niche, lead, Lead::better);
    }
    return scored;
  }

  /** The best of each niche, copies of which go to the keeper. */
  public List<Individual<P>> emigrants(int perNiche) {
    Map<Integer, Integer> taken = new HashMap<>();
    List<Individual<P>> out = new ArrayList<>();
    for (Individual<P> i : evolution.survivors()) {
      if (taken.merge(i.fitness().niche(), 1, Integer::sum) <= perNiche) {
        out.add(i);
      }
    }
    return out;
  }

  /** Takes in individuals from explorers. */
  public void admit(List<Individual<P>> migrants) {
    evolution.admit(migrants);
    evolution.settle();
  }

  /** The best refined candidate of each niche, by niche. */
  public List<Lead<P>> leads() {
    return leads.values().stream().sorted(Comparator.comparingInt(Lead::niche)).toList();
  }

  /** Everything that steers the island, at a barrier. */
  public IslandState<P> state() {
    return new IslandState<>(
        number,
        evolution.generation(),
        evaluations(),
        evolution.survivors(),
        leads,
        refined,
        evolution.nicheBest(),
        evolution.doublings(),
        mark,
        markedAt,
        new IslandState.Cache(evolution.cache().write()),
        evolution.evaluator().sample().state());
  }

  public long evaluations() {
    return evaluationsBefore + evolution.evaluator().evaluations();
  }

  /** What happened since the process started; for reports only. */
  public Counters counters() {
    return new Counters(
        evolution.evaluator().evaluations(),
        evolution.evaluator().rejected(),
        evolution.cache().hits(),
        evolution.cache().misses(),
        evolution.evaluator().sample().agreed(),
        evolution.evaluator().sample().disagreed(),
        evolution.evaluator().nanosInside() + refineNanos);
  }

  /**
   * Counters for reports.
   *
   * @param rejected evaluations that rejected the candidate
   * @param trueHits of those sampled
   * @param falseHits of those sampled
   * @param evaluateNanos time inside {@link Problem#evaluate} and {@link Problem#refine}
   */
  public record Counters(
      long evaluations,
      long rejected,
      long cacheHits,
      long cacheMisses,
      long trueHits,
      long falseHits,
      long evaluateNanos) {
    public static final Counters NONE = new Counters(0, 0, 0, 0, 0, 0, 0);

    Counters plus(Counters c) {
      return new Counters(
          evaluations + c.evaluations,
          rejected + c.rejected,
          cacheHits + c.cacheHits,
          cacheMisses + c.cacheMisses,
          trueHits + c.trueHits,
          falseHits + c.falseHits,
          evaluateNanos + c.evaluateNanos);
    }

    /** What was counted since {@code before}. */
    public Counters minus(Counters before) {
      return new Counters(
          evaluations - before.evaluations,
          rejected - before.rejected,
          cacheHits - before.cacheHits,
          cacheMisses - before.cacheMisses,
          trueHits - before.trueHits,
          falseHits - before.falseHits,
          evaluateNanos - before.evaluateNanos);
    }

    /** The sums over islands. */
    public static Counters sum(List<Counters> counters) {
      return counters.stream().reduce(NONE, Counters::plus);
    }
  }
}
