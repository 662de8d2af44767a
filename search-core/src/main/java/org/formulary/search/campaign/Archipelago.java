package org.formulary.search.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.formulary.search.domain.Encoding;
import org.formulary.search.domain.Problem;
import org.formulary.search.island.Island;
import org.formulary.search.island.IslandState;
import org.formulary.search.island.Lead;

/** The islands of a campaign, which evolve apart from one barrier to the next. */
final class Archipelago<P> {
  /** Evaluations of an island between two barriers where evaluations are the budget. */
  static final long EPOCH = 16_384;

  /** An island gets at least this part of its turn. */
  private static final int LEAST_PART = 4;

  /** The search space is spent when an epoch makes less than this share of its evaluations. */
  private static final double EXHAUSTED = 0.01;

  private static final int MIGRANTS_PER_NICHE = 2;

  private final CampaignSpec spec;
  private final Campaign.Ports ports;
  private final List<Island<P>> islands = new ArrayList<>();
  private final Map<Island<P>, Long> epochNanos = new ConcurrentHashMap<>();
  private boolean exhausted;

  private Archipelago(CampaignSpec spec, Campaign.Ports ports) {
    this.spec = spec;
    this.ports = ports;
  }

  /** New islands that all start from these candidates too. */
  static <P> Archipelago<P> start(
      CampaignSpec spec,
      Problem<P> problem,
      Encoding<P> encoding,
      Campaign.Ports ports,
      List<P> startFrom) {
    Archipelago<P> all = new Archipelago<>(spec, ports);
    List<Runnable> starts = new ArrayList<>();
    for (int i = 0; i < spec.islands(); i++) {
      all.islands.add(null);
      int number = i;
      starts.add(
          () ->
              all.islands.set(
                  number, Island.start(problem, encoding, number, spec.seed(), startFrom)));
    }
    ports.runner().runAll(starts);
    return all;
  }

  /** Islands as they were when {@link #states} was taken. */
  static <P> Archipelago<P> restore(
      CampaignSpec spec,
      Problem<P> problem,
      Encoding<P> encoding,
      Campaign.Ports ports,
      List<IslandState<P>> states) {
    Archipelago<P> all = new Archipelago<>(spec, ports);
    states.forEach(s -> all.islands.add(Island.restore(problem, encoding, spec.seed(), s)));
    return all;
  }

  List<IslandState<P>> states() {
    return islands.stream().map(Island::state).toList();
  }

  /** Whether hardly anything new was found to evaluate. */
  boolean exhausted() {
    return exhausted;
  }

  /** Whether every island has made so many evaluations. */
  boolean spent(long perIsland) {
    return islands.stream().allMatch(i -> i.evaluations() >= perIsland);
  }

  /** The best refined candidates of each island, in the order of islands. */
  List<Lead<P>> leads() {
    return islands.stream().flatMap(i -> i.leads().stream()).toList();
  }

  long evaluations() {
    return islands.stream().mapToLong(Island::evaluations).sum();
  }

  Island.Counters counters() {
    return Island.Counters.sum(islands.stream().map(Island::counters).toList());
  }

  /**
   * Runs all islands until the next barrier, then lets copies of the explorers' best go to the
   * keeper.
   *
   * @param nanos what the epoch may take
   */
  void epoch(long nanos) {
    AtomicLong asked = new AtomicLong();
    long began = ports.nanoTime().getAsLong();
    long before = evaluations();
    long turnNanos = nanos / Math.ceilDiv(islands.size(), ports.threads());
    List<Runnable> work = new ArrayList<>();
    for (Island<P> island : slowestFirst()) {
      long size =
          switch (spec.budget()) {
            case Budget.Evaluations(long perIsland) ->
                Math.min(EPOCH, perIsland - island.evaluations());
            case Budget.Time _ -> Long.MAX_VALUE;
          };
      if (size > 0) {
        int turn = work.size() / ports.threads();
        long end = began + (turn + 1) * turnNanos;
        work.add(() -> asked.addAndGet(timed(island, size, turnNanos, end)));
      }
    }
    ports.runner().runAll(work);
    exhausted = evaluations() - before < EXHAUSTED * asked.get();
    migrate();
  }

  /** The order of starting, so that threads end together; it decides nothing else. */
  private List<Island<P>> slowestFirst() {
    return islands.stream()
        .sorted(Comparator.comparingLong((Island<P> i) -> -epochNanos.getOrDefault(i, 0L)))
        .toList();
  }

  /**
   * Runs an island until the end of its turn, so that all threads end together; at least for a part
   * of a turn, so that it is not left out for ever where another's generations are long.
   *
   * @return the evaluations that were asked for, or those made where time ended the epoch
   */
  private long timed(Island<P> island, long size, long nanos, long end) {
    LongSupplier clock = ports.nanoTime();
    long start = clock.getAsLong();
    long length = Math.max(end - start, nanos / LEAST_PART);
    boolean stoppable = spec.budget() instanceof Budget.Time;
    BooleanSupplier late =
        () -> clock.getAsLong() - start >= length || stoppable && ports.monitor().stopRequested();
    long before = island.evaluations();
    island.epoch(size, late);
    epochNanos.put(island, clock.getAsLong() - start);
    return late.getAsBoolean() ? island.evaluations() - before : Math.min(size, EPOCH);
  }

  private void migrate() {
    for (Island<P> island : islands) {
      if (island.explores()) {
        islands.getFirst().admit(island.emigrants(MIGRANTS_PER_NICHE));
      }
    }
  }
}
