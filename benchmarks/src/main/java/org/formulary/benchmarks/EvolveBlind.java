package org.formulary.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.formulary.continuedfractions.blind.BlindProblem;
import org.formulary.continuedfractions.blind.Finding;
import org.formulary.continuedfractions.blind.Relation;
import org.formulary.continuedfractions.conjecture.Conjecture;
import org.formulary.continuedfractions.field.Asymptotics;
import org.formulary.continuedfractions.polynomial.LowDegree;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.search.campaign.Budget;
import org.formulary.search.campaign.Campaign;
import org.formulary.search.campaign.CampaignSpec;
import org.formulary.search.campaign.LocalRunner;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.domain.Progress;

/** Searches for polynomial fractions without a constant, from a random start. */
final class EvolveBlind implements Benchmark<EvolveBlind.Data> {
  private static final int THREADS = 2;
  private static final int ISLANDS = 4;
  private static final int ASKED = 2;

  /** None of these was looked at while the search was made; the self-check takes another. */
  private static final int FIRST_SEED = 11;

  private static final int LAST_SEED = 13;
  private static final Duration MOST = Duration.ofMinutes(10);
  private static final Duration QUICK = Duration.ofSeconds(90);

  /**
   * A fraction that was found.
   *
   * @param seconds of the search until it was seen
   * @param excluded the spread by which it is proved to have no equivalent of degrees (1, 2); 0
   *     where that is not proved
   * @param value the formula of its limit that was verified to a thousand digits; empty where none
   */
  record Found(
      PolynomialFraction fraction,
      double seconds,
      double delta,
      int excluded,
      Optional<String> value,
      List<String> relations) {
    boolean counts() {
      return delta > BlindProblem.LEAST_DELTA && excluded > 2 && value.isPresent();
    }

    /** What equivalent fractions have in common; those that have it are counted once. */
    String invariants() {
      return String.format(Locale.ROOT, "%d %.4f", excluded, delta);
    }

    private Found(
        PolynomialFraction f, double seconds, Asymptotics asymptotics, Optional<Conjecture> c) {
      this(
          f,
          seconds,
          asymptotics.delta(),
          LowDegree.of(f) instanceof LowDegree.Excluded(var s) ? s.spread() : 0,
          c.map(known -> known.value().name()),
          Relation.of(f).stream().map(Relation::toString).toList());
    }
  }

  /**
   * What the searches found.
   *
   * @param asked classes that each must find
   * @param bySeed in the order in which they were seen
   */
  record Data(int asked, Duration most, Map<Integer, List<Found>> bySeed) {}

  @Override
  public String name() {
    return "evolve-blind";
  }

  @Override
  public String question() {
    return "10 minutes, no constant, random start, seeds 11 to 13: at least two classes with asymptotic"
        + " delta > -0.2, proved to have no equivalent of degrees (1, 2), the limits identified and"
        + " verified to 1,000 digits; a search ends when it has them";
  }

  @Override
  public Data measure(Log log) {
    Map<Integer, List<Found>> bySeed = new TreeMap<>();
    for (int seed = FIRST_SEED; seed <= LAST_SEED; seed++) {
      bySeed.put(seed, search(log, seed, ASKED, MOST));
    }
    return new Data(ASKED, MOST, bySeed);
  }

  @Override
  public Data quick(Log log) {
    return new Data(1, QUICK, Map.of(1, search(log, 1, 1, QUICK)));
  }

  /** Until so many classes are counted, or time is up. */
  private static List<Found> search(Log log, int seed, int asked, Duration most) {
    BlindProblem problem = new BlindProblem();
    List<Found> found = new ArrayList<>();
    AtomicBoolean enough = new AtomicBoolean();
    long start = System.nanoTime();
    Leads leads =
        new Leads(
            entry -> {
              double seconds = (System.nanoTime() - start) * 1e-9;
              found.add(judged(problem.notation().parse(entry.notation()), seconds));
              log.say("seed %d: %s".formatted(seed, text(found.getLast())));
              enough.set(classes(found).size() >= asked);
            });
    ProblemSpec spec = ProblemSpec.of("continued-fraction", Map.of("strategy", "evolve"));
    Unrecorded.Last monitor = new Unrecorded.Last(enough::get);
    try (LocalRunner runner = new LocalRunner(THREADS)) {
      Campaign.Ports ports = Unrecorded.ports(runner, THREADS, monitor);
      Campaign.start(
              "0".repeat(32),
              new CampaignSpec(spec, seed, ISLANDS, new Budget.Time(most), List.of()),
              problem,
              new Campaign.Ports(
                  leads, ports.checkpoints(), runner, THREADS, monitor, System::nanoTime),
              Instant.EPOCH)
          .run();
    }
    return found;
  }

  private static Found judged(PolynomialFraction f, double seconds) {
    Optional<Conjecture> c =
        Finding.identified(f, Progress.NONE).filter(known -> Finding.verify(known).confirms());
    return new Found(f, seconds, BlindProblem.asymptotics(f), c);
  }

  /** The first of each class that counts. */
  private static List<Found> classes(List<Found> found) {
    List<Found> classes = new ArrayList<>();
    for (Found f : found) {
      if (f.counts() && classes.stream().noneMatch(c -> c.invariants().equals(f.invariants()))) {
        classes.add(f);
      }
    }
    return classes;
  }

  @Override
  public Data plant(Data data) {
    Map<Integer, List<Found>> planted = new TreeMap<>(data.bySeed());
    planted.replaceAll(
        (_, all) ->
            all.stream()
                .map(
                    f ->
                        new Found(
                            f.fraction(), f.seconds(), f.delta(), 2, f.value(), f.relations()))
                .toList());
    return new Data(data.asked(), data.most(), planted);
  }

  @Override
  public String defect() {
    return "all spreads are 2, so that nothing excludes an equivalent of degrees (1, 2)";
  }

  @Override
  public List<Row> judge(Data data) {
    List<Row> rows = new ArrayList<>();
    data.bySeed()
        .forEach(
            (seed, found) -> {
              List<Found> classes = classes(found);
              double seconds = classes.isEmpty() ? 0 : classes.getLast().seconds();
              rows.add(
                  new Row(
                      "seed %d".formatted(seed),
                      "≥ %d classes in %d s".formatted(data.asked(), data.most().toSeconds()),
                      String.format(
                          Locale.ROOT,
                          "%d, the last after %.0f s; %d fractions in all",
                          classes.size(),
                          seconds,
                          found.size()),
                      classes.size() >= data.asked()));
              classes.forEach(c -> rows.add(row(seed, c)));
            });
    return rows;
  }

  private static Row row(int seed, Found f) {
    return new Row(
        "seed %d, %s".formatted(seed, f.fraction()),
        "delta > -0.2, spread > 2",
        text(f),
        f.counts());
  }

  private static String text(Found f) {
    return String.format(
        Locale.ROOT,
        "%s: limit %s, delta %.5f, %s, after %.1f s; %s",
        f.fraction(),
        f.value().orElse("unidentified"),
        f.delta(),
        f.excluded() > 2
            ? "spread %d, so not from degrees (1, 2)".formatted(f.excluded())
            : "perhaps from degrees (1, 2)",
        f.seconds(),
        f.relations().isEmpty()
            ? "no known entry has its constant"
            : String.join(", ", f.relations()));
  }
}
