package org.formulary.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.formulary.truth.Interval;

/** Fronts of 2^x from an empty start against the best errors known. */
final class Exp2Quick implements Benchmark<Exp2Quick.Data> {
  private static final Interval UNIT = Interval.of(0, 1);
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
      fronts.put(seed, search(log, seed, 8, "--time", "60s"));
    }
    return new Data(fronts, List.of(2, 3, 4, 5, 6), true);
  }

  @Override
  public Data quick(Log log) throws Exception {
    return new Data(Map.of(1, search(log, 1, 3, "--evaluations", "20000")), List.of(2, 3), false);
  }

  private static Front search(Log log, int seed, int maxOps, String budget, String amount)
      throws Exception {
    log.say("seed " + seed + ", " + budget + " " + amount);
    return Front.parse(
        Cli.run(
                "search",
                "approximation",
                "--target",
                "exp2",
                "--interval",
                "0,1",
                "--max-ops",
                Integer.toString(maxOps),
                budget,
                amount,
                "--seed",
                Integer.toString(seed),
                "--db",
                Cli.database().toString(),
                "--json")
            .orThrow()
            .out(),
        "maxRelativeError");
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
                rows.add(row(seed, front, n, best(n) * WITHIN));
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
              boolean proved = line.verified() && Proofs.holds(line, "exp2(x)", UNIT);
              String measured =
                  String.format(
                      Locale.ROOT, "%.4g%s", line.error(), proved ? " proved" : " NOT PROVED");
              return new Row(what, most, measured, proved && line.error() <= asked);
            })
        .orElse(new Row(what, most, "none", false));
  }

  /** The best error known; see the provenance in the file. */
  static double best(int operations) {
    try (InputStream in = Exp2Quick.class.getResourceAsStream("exp2-front.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> l.startsWith(operations + ","))
          .mapToDouble(l -> Double.parseDouble(l.substring(l.indexOf(',') + 1)))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new IllegalStateException("exp2-front.csv", e);
    }
  }
}
