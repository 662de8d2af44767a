package org.formulary.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.formulary.results.store.Archive;
import org.formulary.results.store.ArchiveException;

/** kill -9 at random moments of a search: nothing announced is lost, and it can be resumed. */
final class KillResume implements Benchmark<KillResume.Data> {
  private static final Pattern ANNOUNCED = Pattern.compile("(?m)^verified ([0-9a-f]{8,32}) ");

  /** When a search is killed. */
  enum Moment {
    RANDOM("at random"),
    ANNOUNCEMENT("at the first announcement"),
    CHECKPOINT("at the first checkpoint");

    private final String text;

    Moment(String text) {
      this.text = text;
    }
  }

  /**
   * One kill.
   *
   * @param opened whether the database opened afterwards, or did not exist yet
   * @param announced ids announced as verified before the kill
   * @param present those of them that have a certificate in the database
   * @param midSearch whether there was a checkpoint and part of the search was still to do
   * @param resumed how the resumption ended; "nothing to resume" where no campaign was recorded
   */
  record Round(
      Moment moment,
      long milliseconds,
      boolean opened,
      List<String> announced,
      List<String> present,
      boolean midSearch,
      String resumed) {}

  /**
   * The kills.
   *
   * @param midSearch how many of them, at least, must come in the middle of a search
   */
  record Data(List<Round> rounds, int midSearch) {}

  @Override
  public String name() {
    return "kill-resume";
  }

  @Override
  public String question() {
    return "kill -9 at ten random moments, at an announcement and at a checkpoint: the database opens, every entry announced as verified is"
        + " there, --resume finishes";
  }

  @Override
  public Data measure(Log log) throws Exception {
    return kill(log, 10, "6s", 7, 4);
  }

  @Override
  public Data quick(Log log) throws Exception {
    return kill(log, 1, "3s", 4, 1);
  }

  private static Data kill(Log log, int rounds, String time, int maxOps, int midSearch)
      throws Exception {
    long start = System.nanoTime();
    search(Cli.database(), time, maxOps).finish().orThrow();
    long whole = (System.nanoTime() - start) / 1_000_000;
    log.say("an uninterrupted run takes " + whole + " ms");
    SplittableRandom random = new SplittableRandom(System.nanoTime());
    List<Round> done = new ArrayList<>();
    // One kill comes as soon as something was announced, so that one round always has some; one
    // comes as soon as there is a checkpoint to go on from.
    done.add(round(time, maxOps, Moment.ANNOUNCEMENT, 0));
    done.add(round(time, maxOps, Moment.CHECKPOINT, 0));
    for (int i = 0; i < rounds; i++) {
      done.add(round(time, maxOps, Moment.RANDOM, random.nextLong(whole / 5, whole)));
    }
    done.forEach(r -> log.say(r.toString()));
    return new Data(done, midSearch);
  }

  private static Cli.Running search(Path db, String time, int maxOps) throws Exception {
    return Cli.start(
        Recorded.OFTEN,
        "search",
        "approximation",
        "--target",
        "exp2",
        "--max-ops",
        Integer.toString(maxOps),
        "--time",
        time,
        "--db",
        db.toString());
  }

  private static Round round(String time, int maxOps, Moment moment, long milliseconds)
      throws Exception {
    Path db = Cli.database();
    long start = System.nanoTime();
    Cli.Running running = search(db, time, maxOps);
    switch (moment) {
      case RANDOM -> running.process().waitFor(milliseconds, TimeUnit.MILLISECONDS);
      case CHECKPOINT -> Recorded.awaitCheckpoint(running.process(), db);
      case ANNOUNCEMENT -> {
        while (running.process().isAlive() && announced(running.errSoFar()).isEmpty()) {
          Thread.onSpinWait();
        }
      }
    }
    running.process().destroyForcibly().waitFor();
    long killedAt = (System.nanoTime() - start) / 1_000_000;
    List<String> announced = announced(running.errSoFar());
    List<String> present = new ArrayList<>();
    Optional<Recorded> recorded = Optional.empty();
    boolean opened = true;
    if (Files.exists(db)) {
      try (Archive archive = Archive.openExisting(db)) {
        recorded = Recorded.in(archive);
        for (String id : announced) {
          if (!archive.entry(id).attestations().isEmpty()) {
            present.add(id);
          }
        }
      } catch (ArchiveException e) {
        // A kill before the schema was complete leaves nothing that was announced.
        opened = announced.isEmpty() && e.reason() == ArchiveException.Reason.FOREIGN;
      }
    }
    boolean midSearch = recorded.filter(Recorded::midSearch).isPresent();
    String resumed = recorded.isEmpty() ? "nothing to resume" : resume(db, recorded.get());
    return new Round(moment, killedAt, opened, announced, present, midSearch, resumed);
  }

  private static List<String> announced(String err) {
    return ANNOUNCED.matcher(err).results().map((MatchResult m) -> m.group(1)).toList();
  }

  private static String resume(Path db, Recorded recorded) throws Exception {
    if (recorded.finished()) {
      return "finished before the kill";
    }
    String id = recorded.campaign().id();
    Cli.Result result =
        Cli.run("search", "approximation", "--resume", id, "--db", db.toString(), "--json");
    return result.exitCode() == 0 ? "finished" : "exit code " + result.exitCode() + result.err();
  }

  @Override
  public Data plant(Data data) {
    List<Round> rounds = new ArrayList<>(data.rounds());
    Round r = rounds.getFirst();
    rounds.set(
        0,
        new Round(
            r.moment(),
            r.milliseconds(),
            r.opened(),
            r.announced(),
            r.present().subList(0, Math.max(0, r.present().size() - 1)),
            r.midSearch(),
            r.resumed()));
    return new Data(rounds, data.midSearch());
  }

  @Override
  public String defect() {
    return "an entry announced as verified is missing from the database";
  }

  @Override
  public List<Row> judge(Data data) {
    List<Row> rows = new ArrayList<>();
    for (Round r : data.rounds()) {
      boolean all = r.present().equals(r.announced());
      rows.add(
          new Row(
              "killed %s, after %d ms".formatted(r.moment().text, r.milliseconds()),
              "opens, all announced there, resumes",
              "%s, %d of %d there, %s%s"
                  .formatted(
                      r.opened() ? "opens" : "DOES NOT OPEN",
                      r.present().size(),
                      r.announced().size(),
                      r.midSearch() ? "mid-search, " : "",
                      r.resumed()),
              r.opened() && all && !r.resumed().startsWith("exit")));
    }
    long announced = data.rounds().stream().mapToLong(r -> r.announced().size()).sum();
    rows.add(
        new Row(
            "entries announced before the kills",
            "at least one",
            Long.toString(announced),
            announced > 0));
    long midSearch = data.rounds().stream().filter(Round::midSearch).count();
    rows.add(
        new Row(
            "kills after a checkpoint, before the search was over",
            "≥ " + data.midSearch(),
            Long.toString(midSearch),
            midSearch >= data.midSearch()));
    return rows;
  }
}
