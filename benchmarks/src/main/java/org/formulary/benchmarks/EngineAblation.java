package org.formulary.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.formulary.approximation.Candidate;
import org.formulary.approximation.EngineParts;
import org.formulary.approximation.evolve.ProgramEncoding;
import org.formulary.expressions.Op;
import org.formulary.search.campaign.Budget;
import org.formulary.search.campaign.Campaign;
import org.formulary.search.campaign.CampaignSpec;
import org.formulary.search.campaign.LocalRunner;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.Scores;

/** What each part of the engine is worth, and what simpler searches find in the same time. */
final class EngineAblation implements Benchmark<EngineAblation.Data> {
  /** The searches compared. */
  enum Search {
    FULL,
    NO_HASHING,
    NO_INHERITANCE,
    NO_NICHES,
    NO_GROWTH,
    BINARY64_ONLY,
    RANDOM,
    SYMBOLIC_REGRESSION;

    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** The lowest errors with at most so many operations, a map for each seed. */
  record Data(Map<Search, List<SortedMap<Integer, Double>>> errors) {
    double median(Search search, int operations) {
      double[] sorted =
          errors.get(search).stream().mapToDouble(e -> e.get(operations)).sorted().toArray();
      return sorted[sorted.length / 2];
    }
  }

  private static final int THREADS = 2;
  private static final int ISLANDS = 4;
  private static final int FROM = 2;
  private static final double AS_GOOD = 1.05;

  @Override
  public String name() {
    return "engine-ablation";
  }

  @Override
  public String question() {
    return "2^x on [0,1] to 10 operations, 60 s, 5 seeds, 2 threads: the full engine best or within"
        + " 5 % of the best at every operation count, beside itself with parts off, random search"
        + " and jenetics.prog";
  }

  @Override
  public Data measure(Log log) {
    return run(log, 5, Duration.ofSeconds(60), 10);
  }

  @Override
  public Data quick(Log log) {
    return run(log, 1, Duration.ofSeconds(2), 3);
  }

  private static Data run(Log log, int seeds, Duration time, int maxOps) {
    Map<Search, List<SortedMap<Integer, Double>>> errors = new EnumMap<>(Search.class);
    for (Search search : Search.values()) {
      for (int seed = 1; seed <= seeds; seed++) {
        log.say(search.label() + ", seed " + seed);
        errors
            .computeIfAbsent(search, _ -> new ArrayList<>())
            .add(errors(search, seed, time, maxOps));
        log.say("  at most n operations: " + errors.get(search).getLast());
      }
    }
    return new Data(errors);
  }

  private static SortedMap<Integer, Double> errors(
      Search search, int seed, Duration time, int maxOps) {
    return switch (search) {
      case SYMBOLIC_REGRESSION -> new SymbolicRegression(maxOps).run(seed, time);
      case RANDOM -> random(seed, time, maxOps);
      case FULL -> evolved(EngineParts.ALL, Optional.empty(), seed, time, maxOps);
      case NO_GROWTH -> evolved(new EngineParts(false, true), Optional.empty(), seed, time, maxOps);
      case BINARY64_ONLY ->
          evolved(new EngineParts(true, false), Optional.empty(), seed, time, maxOps);
      case NO_HASHING -> evolved(Ablation.Part.HASHING, seed, time, maxOps);
      case NO_INHERITANCE -> evolved(Ablation.Part.INHERITANCE, seed, time, maxOps);
      case NO_NICHES -> evolved(Ablation.Part.NICHES, seed, time, maxOps);
    };
  }

  private static SortedMap<Integer, Double> evolved(
      Ablation.Part off, int seed, Duration time, int maxOps) {
    return evolved(EngineParts.ALL, Optional.of(off), seed, time, maxOps);
  }

  private static SortedMap<Integer, Double> evolved(
      EngineParts parts, Optional<Ablation.Part> off, int seed, Duration time, int maxOps) {
    Problem<Candidate> problem = Exp2.problem(parts, maxOps);
    BestSeen best = new BestSeen(maxOps);
    try (LocalRunner runner = new LocalRunner(THREADS)) {
      Campaign.start(
              "0".repeat(32),
              new CampaignSpec(Exp2.spec(maxOps), seed, ISLANDS, new Budget.Time(time), List.of()),
              new Ablation(problem, best::offer, off),
              Unrecorded.ports(runner, THREADS),
              Instant.EPOCH)
          .run();
    }
    return best.refined(problem);
  }

  /** Random programs of all sizes, each from random constants, fitted as the engine fits. */
  private static SortedMap<Integer, Double> random(int seed, Duration time, int maxOps) {
    Problem<Candidate> problem = Exp2.problem(EngineParts.ALL, maxOps);
    ProgramEncoding encoding = new ProgramEncoding(List.of(Op.ADD, Op.SUB, Op.MUL, Op.DIV), maxOps);
    BestSeen best = new BestSeen(maxOps);
    List<Runnable> work = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      SplittableRandom random = new SplittableRandom(31L * seed + thread);
      work.add(
          () -> {
            long start = System.nanoTime();
            while (System.nanoTime() - start < time.toNanos()) {
              Candidate candidate = encoding.random(random.nextInt(1, maxOps + 1), random);
              if (problem.evaluate(candidate)
                  instanceof Evaluation.Scored<Candidate>(Candidate fitted, Scores scores, var _)) {
                best.offer(fitted, scores);
              }
            }
          });
    }
    try (LocalRunner runner = new LocalRunner(THREADS)) {
      runner.runAll(work);
    }
    return best.refined(problem);
  }

  @Override
  public Data plant(Data data) {
    Map<Search, List<SortedMap<Integer, Double>>> errors = new EnumMap<>(data.errors());
    errors.computeIfPresent(
        Search.FULL,
        (_, seeds) ->
            seeds.stream()
                .map(
                    e -> {
                      SortedMap<Integer, Double> worse = new TreeMap<>(e);
                      worse.replaceAll((_, error) -> 2 * error);
                      return worse;
                    })
                .toList());
    return new Data(errors);
  }

  @Override
  public String defect() {
    return "the errors of the full engine are doubled";
  }

  @Override
  public List<Row> judge(Data data) {
    List<Row> rows = new ArrayList<>();
    int most = data.errors().get(Search.FULL).getFirst().lastKey();
    for (int n = FROM; n <= most; n++) {
      rows.add(row(data, n));
    }
    return rows;
  }

  private static Row row(Data data, int operations) {
    double full = data.median(Search.FULL, operations);
    double least = Double.POSITIVE_INFINITY;
    List<String> all = new ArrayList<>();
    for (Search search : data.errors().keySet()) {
      double median = data.median(search, operations);
      least = Math.min(least, median);
      all.add(String.format(Locale.ROOT, "%s %.3e", search.label(), median));
    }
    return new Row(
        "median error, ≤ %d operations".formatted(operations),
        "full ≤ 1.05 × the least",
        String.join(", ", all),
        full <= AS_GOOD * least);
  }
}
