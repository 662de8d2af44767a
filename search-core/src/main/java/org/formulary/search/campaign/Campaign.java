package org.formulary.search.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.formulary.search.archive.ArchiveSink;
import org.formulary.search.archive.Entry;
import org.formulary.search.domain.Candidates;
import org.formulary.search.domain.Encoding;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.Strategy;
import org.formulary.search.domain.Strategy.Sweep;
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
  /** Longer than any epoch whose budget is evaluations. */
  private static final long NO_END = Duration.ofDays(365).toNanos();

  private static final Duration CHECKPOINT_EVERY =
      Duration.ofSeconds(Long.getLong("formulary.checkpoint.seconds", 60));

  /** Time between two barriers where time is the budget: threads end together. */
  private static final long EPOCH_NANOS =
      Math.min(Duration.ofSeconds(4).toNanos(), CHECKPOINT_EVERY.toNanos());

  private final CampaignSpec spec;
  private final Problem<P> problem;
  private final Optional<Enumeration<P>> enumeration;
  private final Optional<Encoding<P>> encoding;
  private final Ports ports;
  private final Leads<P> leads;
  private Optional<Archipelago<P>> islands = Optional.empty();
  private CampaignRecord record;
  private long epoch;
  private long nanosBefore;
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

  private Campaign(CampaignRecord record, Problem<P> problem, Ports ports) {
    this.record = record;
    this.spec = record.spec();
    this.problem = problem;
    this.ports = ports;
    this.leads = new Leads<>(record, problem, ports);
    switch (problem.strategy()) {
      case Strategy.Evolve<P>(Encoding<P> e) -> {
        this.enumeration = Optional.empty();
        this.encoding = Optional.of(e);
      }
      case Strategy.Enumerate<P>(Sweep<P> s, _) -> {
        this.enumeration = Optional.of(new Enumeration<>(problem, s, ports));
        this.encoding = Optional.empty();
      }
      case Strategy.EnumerateThenEvolve<P>(Sweep<P> s, Encoding<P> e) -> {
        this.enumeration = Optional.of(new Enumeration<>(problem, s, ports));
        this.encoding = Optional.of(e);
      }
    }
  }

  /** A new campaign. */
  public static <P> Campaign<P> start(
      String id, CampaignSpec spec, Problem<P> problem, Ports ports, Instant now) {
    CampaignRecord record =
        new CampaignRecord(id, spec, CampaignRecord.State.RUNNING, now, Duration.ZERO, 0);
    Campaign<P> campaign = new Campaign<>(record, problem, ports);
    List<P> startFrom = campaign.startFrom();
    if (campaign.enumeration.isEmpty()) {
      campaign.startIslands(startFrom);
    }
    return campaign;
  }

  private List<P> startFrom() {
    return spec.startFrom().stream().map(this::startCandidate).toList();
  }

  private void startIslands(List<P> startFrom) {
    islands = encoding.map(e -> Archipelago.start(spec, problem, e, ports, startFrom));
  }

  private P startCandidate(String text) {
    P candidate = problem.notation().parse(text);
    Encoding<P> e =
        encoding.orElseThrow(
            () ->
                new InvalidSpecException(
                    "seed-from", "seed-from: an enumeration starts from nothing"));
    int niche = e.niche(candidate);
    if (niche < 0 || niche >= e.niches()) {
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
    Campaign<P> campaign = new Campaign<>(record, problem, ports);
    CheckpointText.Checkpoint<P> c = newest(checkpoints, problem.strategy().candidates());
    if (!c.spec().equals(CampaignSpecJson.print(record.spec()))
        || !c.problem().equals(problem.id().toString())) {
      throw new InvalidSpecException(
          "resume",
          "resume: the checkpoint of campaign %s is of another specification: %s"
              .formatted(record.id(), c.problem()));
    }
    campaign.enumeration.ifPresent(e -> c.enumeration().ifPresent(e::restore));
    if (!c.islands().isEmpty()) {
      campaign.islands =
          campaign.encoding.map(
              e -> Archipelago.restore(record.spec(), problem, e, ports, c.islands()));
    }
    campaign.leads.restore(c.archived());
    campaign.epoch = c.epoch();
    campaign.nanosBefore = c.searchedNanos();
    return campaign;
  }

  /** The newest checkpoint that can be read. */
  private static <P> CheckpointText.Checkpoint<P> newest(
      List<String> checkpoints, Candidates<P> candidates) {
    CheckpointText<P> text = new CheckpointText<>(candidates);
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
    boolean done = spent(start) && finish();
    return record(
        done ? CampaignRecord.State.FINISHED : CampaignRecord.State.INTERRUPTED, searched);
  }

  private boolean finish() {
    leads.shorten();
    return leads.verifyFront();
  }

  private boolean spent(long start) {
    return enumeration.map(Enumeration::complete).orElse(true) && encoding.isEmpty()
        || islands.filter(Archipelago::exhausted).isPresent()
        || switch (spec.budget()) {
          case Budget.Evaluations(long perIsland) ->
              islands.isPresent()
                  ? islands.get().spent(perIsland)
                  : evaluations() >= perIsland * spec.islands();
          case Budget.Time(Duration duration) -> nanosLeft(duration, start) <= 0;
        };
  }

  private long nanosLeft(Duration duration, long start) {
    return duration.toNanos() - nanosBefore - (ports.nanoTime().getAsLong() - start);
  }

  /** What the search may take until the next barrier, so that the last one is in time. */
  private long epochNanos(long start) {
    return switch (spec.budget()) {
      case Budget.Evaluations _ -> NO_END;
      case Budget.Time(Duration d) -> Math.min(EPOCH_NANOS, nanosLeft(d, start));
    };
  }

  private void runEpoch(long start) {
    Optional<Enumeration<P>> unfinished = enumeration.filter(e -> !e.complete());
    if (unfinished.isPresent()) {
      unfinished.get().epoch(spec.budget(), () -> late(start));
      if (unfinished.get().complete()) {
        List<P> from = new ArrayList<>(startFrom());
        unfinished.get().leads().forEach(lead -> from.add(lead.candidate()));
        startIslands(from);
      }
    } else {
      islands.orElseThrow().epoch(epochNanos(start));
    }
    epoch++;
  }

  private boolean late(long start) {
    return spec.budget() instanceof Budget.Time(Duration d) && nanosLeft(d, start) <= 0;
  }

  private void archiveLeads() {
    enumeration.ifPresent(e -> leads.offer(e.leads()));
    islands.ifPresent(i -> leads.offer(i.leads()));
  }

  /** The non-dominated leads. */
  public List<Entry> front() {
    return leads.front();
  }

  private void save(long searchedNanos) {
    String text =
        new CheckpointText<>(problem.strategy().candidates())
            .write(
                new CheckpointText.Checkpoint<>(
                    CampaignSpecJson.print(spec),
                    problem.id().toString(),
                    epoch,
                    searchedNanos,
                    leads.all(),
                    enumeration.map(Enumeration::state),
                    islands.map(Archipelago::states).orElse(List.of())));
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
    return enumeration.map(Enumeration::evaluations).orElse(0L)
        + islands.map(Archipelago::evaluations).orElse(0L);
  }

  private Island.Counters counters() {
    return Island.Counters.sum(
        List.of(
            enumeration
                .map(e -> new Island.Counters(e.evaluations(), 0, 0, 0, 0, 0, e.nanos()))
                .orElse(Island.Counters.NONE),
            islands.map(Archipelago::counters).orElse(Island.Counters.NONE)));
  }

  private CampaignMonitor.Status status(long nanos) {
    Island.Counters c = counters().minus(counted);
    TreeMap<Integer, Double> best = new TreeMap<>();
    leads.all().forEach(lead -> best.put(lead.niche(), lead.scores().get(0)));
    return new CampaignMonitor.Status(
        Duration.ofNanos(nanosBefore + nanos),
        Duration.ofNanos(nanos),
        c,
        c.evaluateNanos() / Math.max(1, (double) nanos * ports.threads()),
        enumeration.map(Enumeration::unitsDone).orElse(0),
        enumeration.map(Enumeration::units).orElse(0),
        best);
  }
}
