package org.formulary.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The box of arXiv 2412.16818, explored by one command that is killed once and called again. */
final class ExploreBox implements Benchmark<ExploreBox.Data> {
  private static final long ASKED_SECONDS = 7_200;
  private static final double MOST_UNRESOLVED = 0.01;
  private static final double LEAST_IDENTIFIED = 0.9;
  private static final double LEAST_PURITY = 0.9;
  private static final int DIGITS = 40;
  private static final List<String> SLOW_LAWS = List.of("logarithmic", "polynomial");
  private static final int POLL_MILLIS = 50;

  /** The constants that the paper names; a small box has two of them. */
  private static final List<String> PUBLISHED = List.of("pi", "ln2", "gauss", "lemniscate");

  /**
   * What is explored.
   *
   * @param killAfter the command is killed when so many units are there
   */
  private record Box(int degree, int size, int killAfter, List<String> constants) {
    long fractions() {
      long polynomials = Math.round(Math.pow(2 * size + 1, degree + 1)) - 1;
      return polynomials * polynomials;
    }
  }

  /** Clusters with one label. */
  record Labelled(long clusters, double purity, double captured) {}

  /**
   * What was measured.
   *
   * @param counts of the summary
   * @param lost files of units that were there before the kill and are not, or are others
   * @param kept files of units that were there before the kill
   */
  record Data(
      long fractions,
      double seconds,
      Map<String, Long> counts,
      Map<String, Labelled> constants,
      SlowLimits.Checked slow,
      int lost,
      int kept) {
    long count(String what) {
      return counts.getOrDefault(what, 0L);
    }
  }

  @Override
  public String name() {
    return "explore-box";
  }

  @Override
  public String question() {
    return "all 1,768,900 fractions of degrees ≤ 2, coefficients -5…5: one resumable command, ≤ 2 h"
        + " on 2 cores; each classified, ≤ 1 % unresolved; ≥ 90 % of the irrational ones of degrees ≤"
        + " (1, 2) identified by closed forms; clusters that separate pi, ln 2, Gauss's and the"
        + " lemniscate constant; limits of the slow ones by extrapolation";
  }

  @Override
  public Data measure(Log log) throws Exception {
    return run(log, new Box(2, 5, 40, PUBLISHED));
  }

  @Override
  public Data quick(Log log) throws Exception {
    return run(log, new Box(2, 2, 5, PUBLISHED.subList(0, 2)));
  }

  private static Data run(Log log, Box box) throws Exception {
    Path folder = Cli.folder().resolve("box");
    String[] command = {
      "explore",
      "fractions",
      "--degree",
      Integer.toString(box.degree),
      "--box",
      Integer.toString(box.size),
      "--out",
      folder.toString(),
      "--threads",
      "2",
      "--json"
    };
    long start = System.nanoTime();
    Map<Path, Long> before = killed(log, box, folder, command);
    JsonNode report = JsonMapper.shared().readTree(Cli.run(command).orThrow().out());
    double seconds = (System.nanoTime() - start) * 1e-9;
    log.say(String.format(Locale.ROOT, "done in %.0f s", seconds));
    Map<Path, Long> after = units(folder);
    int lost =
        (int)
            before.entrySet().stream()
                .filter(e -> !e.getValue().equals(after.get(e.getKey())))
                .count();
    Map<String, Long> counts = new TreeMap<>();
    report
        .path("summary")
        .forEach(r -> counts.put(r.path("what").asString(), r.path("count").asLong()));
    Map<String, Labelled> constants = new TreeMap<>();
    for (String name : box.constants) {
      constants.put(name, labelled(report.path("constants"), name));
    }
    SlowLimits.Checked slow = SlowLimits.check(folder, box.degree, box.size, SLOW_LAWS);
    return new Data(box.fractions(), seconds, counts, constants, slow, lost, before.size());
  }

  /** The units that were there when the command was killed. */
  private static Map<Path, Long> killed(Log log, Box box, Path folder, String... command)
      throws Exception {
    Cli.Running running = Cli.start(command);
    while (running.process().isAlive() && units(folder).size() < box.killAfter) {
      Thread.sleep(POLL_MILLIS);
    }
    running.process().destroyForcibly().waitFor();
    Map<Path, Long> there = units(folder);
    log.say("killed with %d units done".formatted(there.size()));
    return there;
  }

  /** Files of units and when they were written. */
  private static Map<Path, Long> units(Path folder) throws IOException {
    Map<Path, Long> found = new TreeMap<>();
    Path units = folder.resolve("units");
    if (Files.isDirectory(units)) {
      try (Stream<Path> files = Files.list(units)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".gz")).toList()) {
          found.put(file, Files.getLastModifiedTime(file).toMillis());
        }
      }
    }
    return found;
  }

  private static Labelled labelled(JsonNode constants, String name) {
    for (JsonNode row : constants) {
      if (row.path("constant").asString().equals(name)) {
        return new Labelled(
            row.path("clusters").asLong(),
            row.path("purity").asDouble(0),
            row.path("captured").asDouble(0));
      }
    }
    return new Labelled(0, 0, 0);
  }

  @Override
  public Data plant(Data d) {
    Map<String, Long> counts = new TreeMap<>(d.counts);
    counts.put("kind: unresolved", d.fractions / 50);
    return new Data(d.fractions, d.seconds, counts, d.constants, d.slow, d.lost, d.kept);
  }

  @Override
  public String defect() {
    return "one fraction of fifty is unresolved";
  }

  @Override
  public List<Row> judge(Data d) {
    List<Row> rows = new ArrayList<>();
    long classified =
        d.counts.entrySet().stream()
            .filter(e -> e.getKey().startsWith("kind: ") && !e.getKey().endsWith("unresolved"))
            .mapToLong(Map.Entry::getValue)
            .sum();
    long unresolved = d.count("kind: unresolved");
    rows.add(
        row(
            "fractions",
            "%,d".formatted(d.fractions),
            "%,d, %,d of them classified".formatted(d.count("fractions"), classified),
            d.count("fractions") == d.fractions
                && classified >= (1 - MOST_UNRESOLVED) * d.fractions));
    rows.add(
        row(
            "unresolved",
            "≤ 1 %",
            String.format(Locale.ROOT, "%d, %.4f %%", unresolved, 100.0 * unresolved / d.fractions),
            unresolved <= MOST_UNRESOLVED * d.fractions));
    rows.add(
        row(
            "seconds on 2 threads, killed once and called again",
            "≤ " + ASKED_SECONDS,
            "%.0f".formatted(d.seconds),
            d.seconds <= ASKED_SECONDS));
    rows.add(
        row(
            "units lost by the kill",
            "0",
            "%d of %d".formatted(d.lost, d.kept),
            d.lost == 0 && d.kept > 0));
    rows.addAll(identified(d));
    return rows;
  }

  private static List<Row> identified(Data d) {
    List<Row> rows = new ArrayList<>();
    rows.add(
        row(
            "irrational without δ",
            "0",
            Long.toString(d.count("irrational without delta")),
            d.count("irrational without delta") == 0));
    double all = d.count("irrational of degrees (1, 2) or less");
    double known = d.count("of these with a closed form that agrees to 40 digits");
    rows.add(
        row(
            "irrational of degrees ≤ (1, 2), closed form agrees to 40 digits",
            "≥ 90 %",
            String.format(Locale.ROOT, "%.0f of %.0f, %.1f %%", known, all, 100 * known / all),
            known >= LEAST_IDENTIFIED * all));
    d.constants.forEach(
        (name, c) ->
            rows.add(
                row(
                    "clusters of " + name,
                    "purity ≥ %.2f".formatted(LEAST_PURITY),
                    String.format(
                        Locale.ROOT,
                        "%d, purity %.3f, with %.1f %% of its fractions",
                        c.clusters,
                        c.purity,
                        100 * c.captured),
                    c.clusters > 0 && c.purity >= LEAST_PURITY)));
    rows.add(
        row(
            "logarithmically slow, with a limit",
            "all",
            "%d of %d".formatted(d.count("logarithmic with a limit"), d.count("logarithmic")),
            d.count("logarithmic with a limit") == d.count("logarithmic")));
    rows.add(
        row(
            "slow ones summed a second way, agree to %d digits".formatted(DIGITS),
            "all",
            "%d of %d".formatted(d.slow.agreeing(), d.slow.tried()),
            d.slow.agreeing() == d.slow.tried()));
    return rows;
  }

  private static Row row(String what, String asked, String measured, boolean passed) {
    return new Row(what, asked, measured, passed);
  }
}
