package org.formulary.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Fronts of 2^x from an empty start against the best errors known. */
final class Exp2Quick implements Benchmark<Exp2Quick.Data> {
  private static final double WITHIN = 1.05;
  private static final double AT_EIGHT = 1.1e-9;

  /** Fronts by seed, and the operation counts that count. */
  record Data(Map<Integer, Front> fronts, List<Integer> operations, boolean eight) {}

  @Override
  public String name() {
    return "exp2-quick";
  }

  @Override
  public String question() {
    return "2^x on [0,1], 60 s, seeds 1 to 5: 2 to 6 operations within 5 % of the best known, 8"
        + " operations at most 1.1e-9, proved";
  }

  @Override
  public Data measure(Log log) throws Exception {
    Map<Integer, Front> fronts = new TreeMap<>();
    for (int seed = 1; seed <= 5; seed++) {
      fronts.put(seed, Exp2.search(log, seed, 8, "--time", "60s"));
    }
    return new Data(fronts, List.of(2, 3, 4, 5, 6), true);
  }

  @Override
  public Data quick(Log log) throws Exception {
    return new Data(
        Map.of(1, Exp2.search(log, 1, 3, "--evaluations", "20000")), List.of(2, 3), false);
  }

  @Override
  public Data plant(Data data) {
    Map<Integer, Front> fronts = new TreeMap<>(data.fronts());
    fronts.replaceAll((seed, front) -> front.withFalseEntry());
    return new Data(fronts, data.operations(), data.eight());
  }

  @Override
  public String defect() {
    return "the largest program of each front has another constant than the one proved";
  }

  @Override
  public List<Row> judge(Data data) {
    List<Row> rows = new ArrayList<>();
    data.fronts()
        .forEach(
            (seed, front) -> {
              for (int n : data.operations()) {
                rows.add(row(seed, front, n, Exp2.best(n) * WITHIN));
              }
              if (data.eight()) {
                rows.add(row(seed, front, 8, AT_EIGHT));
              }
            });
    return rows;
  }

  private static Row row(int seed, Front front, int operations, double asked) {
    String what = "seed %d, %d operations".formatted(seed, operations);
    String most = String.format(Locale.ROOT, "≤ %.4g", asked);
    return front
        .at(operations)
        .map(
            line -> {
              boolean proved = Exp2.proved(line).isPresent();
              String measured =
                  String.format(
                      Locale.ROOT, "%.4g%s", line.error(), proved ? " proved" : " NOT PROVED");
              return new Row(what, most, measured, proved && line.error() <= asked);
            })
        .orElse(new Row(what, most, "none", false));
  }
}
