package org.formulary.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Whole fronts of 2^x, to twelve operations, against the best errors known. */
final class Exp2Front implements Benchmark<Exp2Front.Data> {
  private static final double WITHIN = 1.05;
  private static final int LONG_SEEDS = 3;

  /**
   * The fronts of a sweep of seeds.
   *
   * @param wanted what must be reached: in so many of these fronts
   */
  record Sweep(String name, SortedMap<Integer, Front> fronts, List<Wanted> wanted) {}

  /** So many fronts with a proved error of at most {@code error} at {@code operations}. */
  record Wanted(int operations, double error, int fronts) {}

  record Data(List<Sweep> sweeps) {}

  @Override
  public String name() {
    return "exp2-front";
  }

  @Override
  public String question() {
    return "2^x on [0,1], 5 minutes, seeds 1 to 5: 2 to 9 operations within 5 % of the best known"
        + " in 4 seeds of 5, 10 operations ≤ 2.4e-15 in 4 and ≤ 1.76e-15 in one; 15 minutes: 11"
        + " and 12 operations within 5 % in one seed; all proved";
  }

  @Override
  public Data measure(Log log) throws Exception {
    SortedMap<Integer, Front> fronts = new TreeMap<>();
    for (int seed = 1; seed <= 5; seed++) {
      fronts.put(seed, Exp2.search(log, seed, 10, "--time", "5m"));
    }
    List<Wanted> wanted = new ArrayList<>();
    IntStream.rangeClosed(2, 9).forEach(n -> wanted.add(within(n, 4)));
    wanted.add(new Wanted(10, 2.4e-15, 4));
    wanted.add(new Wanted(10, 1.76e-15, 1));
    return new Data(List.of(new Sweep("5 min", fronts, wanted), longer(log)));
  }

  /** Searches with one seed after the other until what is wanted is reached. */
  private static Sweep longer(Log log) throws Exception {
    Sweep sweep = new Sweep("15 min", new TreeMap<>(), List.of(within(11, 1), within(12, 1)));
    for (int seed = 1; seed <= LONG_SEEDS; seed++) {
      sweep.fronts().put(seed, Exp2.search(log, seed, 12, "--time", "15m"));
      if (rows(sweep).stream().allMatch(Row::passed)) {
        break;
      }
    }
    return sweep;
  }

  private static Wanted within(int operations, int fronts) {
    return new Wanted(operations, Exp2.best(operations) * WITHIN, fronts);
  }

  @Override
  public Data quick(Log log) throws Exception {
    SortedMap<Integer, Front> fronts = new TreeMap<>();
    fronts.put(1, Exp2.search(log, 1, 3, "--evaluations", "20000"));
    return new Data(List.of(new Sweep("quick", fronts, List.of(within(2, 1), within(3, 1)))));
  }

  @Override
  public Data plant(Data data) {
    return new Data(
        data.sweeps().stream()
            .map(
                s -> {
                  SortedMap<Integer, Front> fronts = new TreeMap<>(s.fronts());
                  fronts.replaceAll((seed, front) -> front.withFalseEntry());
                  return new Sweep(s.name(), fronts, s.wanted());
                })
            .toList());
  }

  @Override
  public String defect() {
    return "the largest program of each front has another constant than the one proved";
  }

  @Override
  public List<Row> judge(Data data) {
    List<Row> rows = new ArrayList<>();
    data.sweeps().forEach(s -> rows.addAll(rows(s)));
    data.sweeps().forEach(s -> rows.addAll(records(s)));
    return rows;
  }

  private static List<Row> rows(Sweep sweep) {
    return sweep.wanted().stream().map(w -> row(sweep, w)).toList();
  }

  private static Row row(Sweep sweep, Wanted wanted) {
    Map<Integer, Double> proved = proved(sweep, wanted.operations());
    long reached = proved.values().stream().filter(e -> e <= wanted.error()).count();
    return new Row(
        "%s, %d operations".formatted(sweep.name(), wanted.operations()),
        String.format(
            Locale.ROOT,
            "≤ %.4g proved in ≥ %d of %d",
            wanted.error(),
            wanted.fronts(),
            sweep.fronts().size()),
        "in %d: %s".formatted(reached, listed(proved)),
        reached >= wanted.fronts());
  }

  private static String listed(Map<Integer, Double> errors) {
    return String.join(
        " ", errors.values().stream().map(e -> String.format(Locale.ROOT, "%.4g", e)).toList());
  }

  /** Errors proved at an operation count, by seed. */
  private static SortedMap<Integer, Double> proved(Sweep sweep, int operations) {
    SortedMap<Integer, Double> errors = new TreeMap<>();
    sweep
        .fronts()
        .forEach(
            (seed, front) ->
                front
                    .at(operations)
                    .flatMap(Exp2::proved)
                    .ifPresent(error -> errors.put(seed, error)));
    return errors;
  }

  /** The best at each operation count that is clearly better than the best known. */
  private static List<Row> records(Sweep sweep) {
    List<Row> rows = new ArrayList<>();
    for (int n = 2; n <= 12; n++) {
      int operations = n;
      double known = Exp2.best(n);
      sweep.fronts().values().stream()
          .flatMap(front -> front.at(operations).stream())
          .filter(line -> line.error() < known / WITHIN && Exp2.proved(line).isPresent())
          .min(Comparator.comparingDouble(Front.Line::error))
          .ifPresent(
              line ->
                  rows.add(
                      new Row(
                          "%s, NEW at %d operations".formatted(sweep.name(), operations),
                          String.format(Locale.ROOT, "best known %.4g", known),
                          String.format(
                              Locale.ROOT, "%.4g proved: %s", line.error(), line.program()),
                          true)));
    }
    return rows;
  }
}
