package org.formulary.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.formulary.results.store.Archive;
import org.formulary.results.store.EntryFilter;
import org.formulary.search.archive.Entry;

/** The same archive from one thread, from two, and from an interrupted and resumed run. */
final class Determinism implements Benchmark<Determinism.Data> {
  /** Each archive as text: notation, scores, parents, generation of every entry, by run. */
  record Data(Map<String, List<String>> archives, boolean interrupted, boolean killed) {}

  private static final String FIRST = "1 thread";
  private static final String TWO = "2 threads";

  /** Exit codes of a command that Ctrl-C or SIGTERM stopped. */
  private static final Set<Integer> STOPPED = Set.of(130, 143);

  @Override
  public String name() {
    return "determinism";
  }

  @Override
  public String question() {
    return "the same specification, seed and evaluations with 1 and 2 threads, and interrupted"
        + " (SIGTERM, SIGKILL) and resumed: identical archives";
  }

  @Override
  public Data measure(Log log) throws Exception {
    return run(log, "200000", 8);
  }

  @Override
  public Data quick(Log log) throws Exception {
    return run(log, "60000", 6);
  }

  private static Data run(Log log, String evaluations, int maxOps) throws Exception {
    Map<String, List<String>> archives = new TreeMap<>();
    for (String threads : List.of("1", "2")) {
      Path db = Cli.database();
      log.say(threads + " threads");
      search(db, evaluations, maxOps, threads).finish().orThrow();
      archives.put(threads.equals("1") ? FIRST : TWO, entries(db));
    }
    log.say("2 threads, SIGTERM");
    Path stopped = Cli.database();
    Cli.Running running = search(stopped, evaluations, maxOps, "2");
    Recorded.awaitCheckpoint(running.process(), stopped);
    running.process().destroy();
    boolean interrupted = STOPPED.contains(running.finish().exitCode());
    resume(stopped);
    archives.put("stopped by SIGTERM, resumed", entries(stopped));
    log.say("2 threads, SIGKILL");
    Path dead = Cli.database();
    running = search(dead, evaluations, maxOps, "2");
    Recorded.awaitCheckpoint(running.process(), dead);
    running.process().destroyForcibly().waitFor();
    boolean killed = recorded(dead).midSearch();
    resume(dead);
    archives.put("killed by SIGKILL, resumed", entries(dead));
    return new Data(archives, interrupted, killed);
  }

  private static Recorded recorded(Path db) {
    try (Archive archive = Archive.openExisting(db)) {
      return Recorded.in(archive).orElseThrow();
    }
  }

  private static void resume(Path db) throws Exception {
    Recorded recorded = recorded(db);
    if (!recorded.finished()) {
      String id = recorded.campaign().id();
      Cli.run("search", "approximation", "--resume", id, "--threads", "2", "--db", db.toString())
          .orThrow();
    }
  }

  private static Cli.Running search(Path db, String evaluations, int maxOps, String threads)
      throws Exception {
    return Cli.start(
        Recorded.OFTEN,
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
    List<String> changed = new ArrayList<>(archives.get(TWO));
    changed.set(0, changed.getFirst().replaceFirst("generation \\d+", "generation 999999"));
    archives.put(TWO, changed);
    return new Data(archives, data.interrupted(), data.killed());
  }

  @Override
  public String defect() {
    return "one entry of one archive was born in another generation";
  }

  @Override
  public List<Row> judge(Data data) {
    List<String> one = data.archives().get(FIRST);
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(FIRST + ", entries", "> 0", Integer.toString(one.size()), !one.isEmpty()));
    data.archives()
        .forEach(
            (run, entries) -> {
              if (!run.equals(FIRST)) {
                boolean same = entries.equals(one);
                String measured =
                    entries.size() + " entries, " + (same ? "identical" : "DIFFERENT");
                rows.add(new Row(run, "the archive of " + FIRST, measured, same));
              }
            });
    rows.add(yes("stopped by SIGTERM (exit code 143 or 130)", data.interrupted()));
    rows.add(yes("killed after a checkpoint, before the search was over", data.killed()));
    return rows;
  }

  private static Row yes(String what, boolean is) {
    return new Row(what, "yes", is ? "yes" : "no", is);
  }
}
