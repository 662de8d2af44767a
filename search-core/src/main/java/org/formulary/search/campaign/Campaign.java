package org.formulary.search.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.formulary.search.archive.ArchiveSink;
import org.formulary.search.archive.Entry;
import org.formulary.search.domain.Encoding;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.Strategy;
import org.formulary.search.island.Island;

/**
 * Runs a campaign: islands in epochs with barriers between them. At a barrier new leads are
 * archived, individuals migrate to the island that keeps, and now and then a checkpoint is saved.
 * After the search the front is verified, entry by entry.
 *
 * <p>With a budget in evaluations the archive depends only on the specification: not on threads,
 * nor on interruptions, because all that crosses islands crosses at barriers in the order of
 * islands.
 */
public final class Campaign<P> {
  /** Evaluations of an island between two barriers where evaluations are the budget. */
  static final long EPOCH = 16_384;

  /** Longer than any epoch whose budget is evaluations. */
  private static final long NO_END = Duration.ofDays(365).toNanos();

  /** An island gets at least this part of its turn. */
  private static final int LEAST_PART = 4;

  /** The search space is spent when an epoch makes less than this share of its evaluations. */
  private static final double EXHAUSTED = 0.01;

  private static final int MIGRANTS_PER_NICHE = 2;

  private static final Duration CHECKPOINT_EVERY =
      Duration.ofSeconds(Long.getLong("formulary.checkpoint.seconds", 60));

  /** Time between two barriers where time is the budget: threads end together. */
  private static final long EPOCH_NANOS =
      Math.min(Duration.ofSeconds(4).toNanos(), CHECKPOINT_EVERY.toNanos());

  private final CampaignSpec spec;
  private final Problem<P> problem;
  private final Encoding<P> encoding;
  private final Ports ports;
  private final Leads<P> leads;
  private final List<Island<P>> islands = new ArrayList<>();
  private final Map<Island<P>, Long> epochNanos = new ConcurrentHashMap<>();
  private CampaignRecord record;
  private long epoch;
  private long nanosBefore;
  private boolean exhausted;
  private Island.Counters counted;

  /**
   * What a campaign works with.
   *
   * @param threads of the runner
   * @param nanoTime a monotonic clock
   */
  public record Ports(
      ArchiveSink archive,
      CheckpointStore checkpoints,
      WorkRunner runner,
      int threads,
      CampaignMonitor monitor,
      LongSupplier nanoTime) {}

  private Campaign(CampaignRecord record, Problem<P> problem, Encoding<P> encoding, Ports ports) {
    this.record = record;
    this.spec = record.spec();
    this.problem = problem;
    this.encoding = encoding;
    this.ports = ports;
    this.leads = new Leads<>(record, problem, ports);
  }

  /** A new campaign. Its problem must be one that evolves. */
  public static <P> Campaign<P> start(
      String id, CampaignSpec spec, Problem<P> problem, Ports ports, Instant now) {
    CampaignRecord record =
        new CampaignRecord(id, spec, CampaignRecord.State.RUNNING, now, Duration.ZERO, 0);
    Campaign<P> campaign = new Campaign<>(record, problem, encoding(problem), ports);
    List<P> startFrom = spec.startFrom().stream().map(campaign::startCandidate).toList();
    List<Runnable> starts = new ArrayList<>();
    for (int i = 0; i < spec.islands(); i++) {
      campaign.islands.add(null);
      int number = i;
      starts.add(
          () ->
              campaign.islands.set(
                  number,
                  Island.start(problem, campaign.encoding, number, spec.seed(), startFrom)));
    }
    ports.runner().runAll(starts);
    return campaign;
  }

  private P startCandidate(String text) {
    P candidate = problem.notation().parse(text);
    int niche = encoding.niche(candidate);
    if (niche < 0 || niche >= encoding.niches()) {
      throw new InvalidSpecException(
          "seed-from", "seed-from \"%s\" is larger than the search allows".formatted(text));
    }
    return candidate;
  }

  /**
   * A campaign as it was at its newest intact checkpoint; from the beginning where it has none.
   *
   * @throws InvalidSpecException if the checkpoint is of another specification
   */
  public static <P> Campaign<P> resume(CampaignRecord record, Problem<P> problem, Ports ports) {
    List<String> checkpoints = ports.checkpoints().load(record.id());
    if (checkpoints.isEmpty()) {
      return start(record.id(), record.spec(), problem, ports, record.submitted());
    }
    Campaign<P> campaign = new Campaign<>(record, problem, encoding(problem), ports);
    CheckpointText.Checkpoint<P> c = newest(checkpoints, campaign.encoding);
    if (!c.spec().equals(CampaignSpecJson.print(record.spec()))
        || !c.problem().equals(problem.id().toString())) {
      throw new InvalidSpecException(
          "resume",
          "resume: the checkpoint of campaign %s is of another specification: %s"
              .formatted(record.id(), c.problem()));
    }
    c.islands()
        .forEach(
            s ->
                campaign.islands.add(
                    Island.restore(problem, campaign.encoding, record.spec().seed(), s)));
    campaign.leads.restore(c.archived());
    campaign.epoch = c.epoch();
    campaign.nanosBefore = c.searchedNanos();
    return campaign;
  }

  /** The newest checkpoint that can be read. */
  private static <P> CheckpointText.Checkpoint<P> newest(
      List<String> checkpoints, Encoding<P> encoding) {
    CheckpointText<P> text = new CheckpointText<>(encoding);
    for (String checkpoint : checkpoints) {
      try {
        return text.read(checkpoint);
      } catch (IllegalArgumentException e) {
        // Of another version, or damaged: the one before may do.
      }
    }
    throw new InvalidSpecException(
        "resume", "resume: no checkpoint of the campaign can be read by this version");
  }

  private static <P> Encoding<P> encoding(Problem<P> problem) {
    return switch (problem.strategy()) {
      case Strategy.Evolve<P>(Encoding<P> encoding) -> encoding;
      case Strategy.Sweep<P> _ ->
          throw new IllegalArgumentException("a campaign of islands cannot sweep");
    };
  }

  /** Searches until the budget is spent or the monitor asks to stop, then verifies the front. */
  public CampaignRecord run() {
    ports.archive().problem(problem.id(), problem.objectives());
    record(CampaignRecord.State.RUNNING, nanosBefore);
    long start = ports.nanoTime().getAsLong();
    counted = counters(); // what came before, such as the start populations, is not search time
    long saved = start;
    boolean unsaved = true;
    archiveLeads();
    while (!spent(start) && !ports.monitor().stopRequested()) {
      runEpoch(start);
      archiveLeads();
      long now = ports.nanoTime().getAsLong();
      ports.monitor().barrier(status(now - start));
      unsaved = now - saved < CHECKPOINT_EVERY.toNanos();
      if (!unsaved) {
        save(nanosBefore + now - start);
        saved = now;
      }
    }
    long searched = nanosBefore + ports.nanoTime().getAsLong() - start;
    if (unsaved) {
      save(searched);
    }
    boolean done = spent(start) && leads.verifyFront();
    return record(
        done ? CampaignRecord.State.FINISHED : CampaignRecord.State.INTERRUPTED, searched);
  }

  private boolean spent(long start) {
    return exhausted
        || switch (spec.budget()) {
          case Budget.Evaluations(long perIsland) ->
              islands.stream().allMatch(i -> i.evaluations() >= perIsland);
          case Budget.Time(Duration duration) -> nanosLeft(duration, start) <= 0;
        };
  }

  private long nanosLeft(Duration duration, long start) {
    return duration.toNanos() - nanosBefore - (ports.nanoTime().getAsLong() - start);
  }

  /** What an island may take until the next barrier, so that the last one is in time. */
  private long epochNanos(long start) {
    int turns = Math.ceilDiv(islands.size(), ports.threads());
    return switch (spec.budget()) {
      case Budget.Evaluations _ -> NO_END;
      case Budget.Time(Duration d) -> Math.min(EPOCH_NANOS, nanosLeft(d, start)) / turns;
    };
  }

  private void runEpoch(long start) {
    AtomicLong asked = new AtomicLong();
    long nanos = epochNanos(start);
    long began = ports.nanoTime().getAsLong();
    long before = evaluations();
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
        long end = began + (turn + 1) * nanos;
        work.add(() -> asked.addAndGet(timed(island, size, nanos, end)));
      }
    }
    ports.runner().runAll(work);
    epoch++;
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

  /** Copies of the explorers' best go to the keeper. */
  private void migrate() {
    for (Island<P> island : islands) {
      if (island.explores()) {
        islands.getFirst().admit(island.emigrants(MIGRANTS_PER_NICHE));
      }
    }
  }

  private void archiveLeads() {
    leads.offer(islands.stream().flatMap(i -> i.leads().stream()).toList());
  }

  /** The non-dominated leads. */
  public List<Entry> front() {
    return leads.front();
  }

  private void save(long searchedNanos) {
    String text =
        new CheckpointText<>(encoding)
            .write(
                new CheckpointText.Checkpoint<>(
                    CampaignSpecJson.print(spec),
                    problem.id().toString(),
                    epoch,
                    searchedNanos,
                    leads.all(),
                    islands.stream().map(Island::state).toList()));
    ports.checkpoints().save(record.id(), epoch, text);
    record(CampaignRecord.State.RUNNING, searchedNanos);
  }

  private CampaignRecord record(CampaignRecord.State state, long searchedNanos) {
    record =
        new CampaignRecord(
            record.id(),
            spec,
            state,
            record.submitted(),
            Duration.ofNanos(searchedNanos),
            evaluations());
    ports.archive().campaign(record);
    return record;
  }

  private long evaluations() {
    return islands.stream().mapToLong(Island::evaluations).sum();
  }

  private Island.Counters counters() {
    return Island.Counters.sum(islands.stream().map(Island::counters).toList());
  }

  private CampaignMonitor.Status status(long nanos) {
    Island.Counters c = counters().minus(counted);
    TreeMap<Integer, Double> best = new TreeMap<>();
    leads.all().forEach(lead -> best.put(lead.niche(), lead.scores().get(0)));
    return new CampaignMonitor.Status(
        Duration.ofNanos(nanosBefore + nanos),
        Duration.ofNanos(nanos),
        c.evaluations(),
        c.rejected(),
        c.cacheHits(),
        c.cacheMisses(),
        c.evaluateNanos() / Math.max(1, (double) nanos * ports.threads()),
        best);
  }
}
