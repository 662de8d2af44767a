package org.formulary.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.formulary.results.store.Archive;
import org.formulary.results.store.EntryFilter;
import org.formulary.search.archive.Entry;

/** The same archive from one thread, from two, and from an interrupted and resumed run. */
final class Determinism implements Benchmark<Determinism.Data> {
  /** Each archive as text: notation, scores, parents, generation of every entry, by run. */
  record Data(Map<String, List<String>> archives, boolean interrupted) {}

  @Override
  public String name() {
    return "determinism";
  }

  @Override
  public String question() {
    return "the same specification, seed and evaluations with 1 and 2 threads, and interrupted and"
        + " resumed: identical archives";
  }

  @Override
  public Data measure(Log log) throws Exception {
    return run(log, "200000", 8, 5);
  }

  @Override
  public Data quick(Log log) throws Exception {
    return run(log, "30000", 6, 1);
  }

  private static Data run(Log log, String evaluations, int maxOps, int seconds) throws Exception {
    Map<String, List<String>> archives = new TreeMap<>();
    for (String threads : List.of("1", "2")) {
      Path db = Cli.database();
      log.say(threads + " threads");
      search(db, evaluations, maxOps, threads).finish().orThrow();
      archives.put(threads + " threads", entries(db));
    }
    Path db = Cli.database();
    log.say("2 threads, interrupted");
    Cli.Running running = search(db, evaluations, maxOps, "2");
    running.process().waitFor(seconds, TimeUnit.SECONDS);
    running.process().destroy();
    boolean interrupted = running.finish().exitCode() != 0;
    String id;
    try (Archive archive = Archive.openExisting(db)) {
      id = archive.campaigns().getFirst().record().id();
    }
    if (interrupted) {
      Cli.run("search", "approximation", "--resume", id, "--threads", "2", "--db", db.toString())
          .orThrow();
    }
    archives.put("interrupted", entries(db));
    return new Data(archives, interrupted);
  }

  private static Cli.Running search(Path db, String evaluations, int maxOps, String threads)
      throws Exception {
    return Cli.start(
        "search",
        "approximation",
        "--target",
        "exp2",
        "--max-ops",
        Integer.toString(maxOps),
        "--evaluations",
        evaluations,
        "--seed",
        "7",
        "--threads",
        threads,
        "--db",
        db.toString());
  }

  private static List<String> entries(Path db) {
    try (Archive archive = Archive.openExisting(db)) {
      return archive.entries(EntryFilter.ALL).stream()
          .map(stored -> text(stored.entry()))
          .sorted()
          .toList();
    }
  }

  private static String text(Entry e) {
    return "%s %s %s island %d generation %d parents %s"
        .formatted(
            e.id(),
            e.notation(),
            e.scores(),
            e.provenance().island(),
            e.provenance().generation(),
            e.provenance().parents());
  }

  @Override
  public Data plant(Data data) {
    Map<String, List<String>> archives = new TreeMap<>(data.archives());
    List<String> changed = new ArrayList<>(archives.get("2 threads"));
    changed.set(0, changed.getFirst().replaceFirst("generation \\d+", "generation 999999"));
    archives.put("2 threads", changed);
    return new Data(archives, data.interrupted());
  }

  @Override
  public String defect() {
    return "one entry of one archive was born in another generation";
  }

  @Override
  public List<Row> judge(Data data) {
    List<String> one = data.archives().get("1 threads");
    List<Row> rows = new ArrayList<>();
    data.archives()
        .forEach(
            (run, entries) ->
                rows.add(
                    new Row(
                        run,
                        "the archive of 1 thread, not empty",
                        entries.size()
                            + " entries, "
                            + (entries.equals(one) ? "identical" : "DIFFERENT"),
                        !entries.isEmpty() && entries.equals(one))));
    rows.add(
        new Row(
            "the third run was interrupted",
            "yes",
            data.interrupted() ? "yes" : "no: it was over before",
            data.interrupted()));
    return rows;
  }
}
