package org.formulary.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.formulary.results.store.Archive;
import org.formulary.results.store.ArchiveException;
import org.formulary.search.campaign.CampaignRecord;

/** kill -9 at random moments of a search: nothing announced is lost, and it can be resumed. */
final class KillResume implements Benchmark<KillResume.Data> {
  private static final Pattern ANNOUNCED = Pattern.compile("(?m)^verified ([0-9a-f]{8,32}) ");

  /**
   * One kill.
   *
   * @param opened whether the database opened afterwards, or did not exist yet
   * @param announced ids announced as verified before the kill
   * @param present those of them that have a certificate in the database
   * @param resumed how the resumption ended; "nothing to resume" where no campaign was recorded
   */
  record Round(
      long milliseconds,
      boolean opened,
      List<String> announced,
      List<String> present,
      String resumed) {}

  record Data(List<Round> rounds) {}

  @Override
  public String name() {
    return "kill-resume";
  }

  @Override
  public String question() {
    return "kill -9 at ten random moments: the database opens, every entry announced as verified is"
        + " there, --resume finishes";
  }

  @Override
  public Data measure(Log log) throws Exception {
    return kill(log, 10, "6s", 7);
  }

  @Override
  public Data quick(Log log) throws Exception {
    return kill(log, 2, "2s", 4);
  }

  private static Data kill(Log log, int rounds, String time, int maxOps) throws Exception {
    long start = System.nanoTime();
    search(Cli.database(), time, maxOps).finish().orThrow();
    long whole = (System.nanoTime() - start) / 1_000_000;
    log.say("an uninterrupted run takes " + whole + " ms");
    SplittableRandom random = new SplittableRandom(System.nanoTime());
    List<Round> done = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      // The first kill comes as soon as something was announced, so that one round always has some.
      done.add(round(time, maxOps, i == 0 ? -1 : random.nextLong(whole / 5, whole)));
      log.say(done.getLast().toString());
    }
    return new Data(done);
  }

  private static Cli.Running search(Path db, String time, int maxOps) throws Exception {
    return Cli.start(
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

  private static Round round(String time, int maxOps, long milliseconds) throws Exception {
    Path db = Cli.database();
    long start = System.nanoTime();
    Cli.Running running = search(db, time, maxOps);
    if (milliseconds < 0) {
      while (running.process().isAlive() && announced(running.errSoFar()).isEmpty()) {
        Thread.onSpinWait();
      }
    } else {
      running.process().waitFor(milliseconds, TimeUnit.MILLISECONDS);
    }
    running.process().destroyForcibly().waitFor();
    long killedAt = (System.nanoTime() - start) / 1_000_000;
    List<String> announced = announced(running.errSoFar());
    List<String> present = new ArrayList<>();
    boolean campaign = false;
    boolean opened = true;
    if (Files.exists(db)) {
      try (Archive archive = Archive.openExisting(db)) {
        campaign = !archive.campaigns().isEmpty();
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
    return new Round(killedAt, opened, announced, present, resume(db, campaign));
  }

  private static List<String> announced(String err) {
    return ANNOUNCED.matcher(err).results().map((MatchResult m) -> m.group(1)).toList();
  }

  private static String resume(Path db, boolean campaign) throws Exception {
    if (!campaign) {
      return "nothing to resume";
    }
    try (Archive archive = Archive.openExisting(db)) {
      if (archive.campaigns().getFirst().record().state() == CampaignRecord.State.FINISHED) {
        return "finished before the kill";
      }
    }
    String id;
    try (Archive archive = Archive.openExisting(db)) {
      id = archive.campaigns().getFirst().record().id();
    }
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
            r.milliseconds(),
            r.opened(),
            r.announced(),
            r.present().subList(0, Math.max(0, r.present().size() - 1)),
            r.resumed()));
    return new Data(rounds);
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
              "killed after " + r.milliseconds() + " ms",
              "opens, all announced there, resumes",
              "%s, %d of %d there, %s"
                  .formatted(
                      r.opened() ? "opens" : "DOES NOT OPEN",
                      r.present().size(),
                      r.announced().size(),
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
    return rows;
  }
}
