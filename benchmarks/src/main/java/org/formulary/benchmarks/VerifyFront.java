package org.formulary.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.formulary.results.store.Archive;
import org.formulary.results.store.ArchiveException;
import org.formulary.search.archive.EntryId;
import org.formulary.search.domain.ProblemId;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.Interval;
import org.formulary.truth.proof.ErrorProof;

/** Proofs of a found front: time, tightness, and that a changed constant loses its claim. */
final class VerifyFront implements Benchmark<VerifyFront.Data> {
  private static final Interval UNIT = Interval.of(0, 1);
  private static final String FUNCTION = "exp2(x)";
  private static final double CHANGE = 1e-6;
  private static final double BELOW = 1e-4;

  /**
   * One entry.
   *
   * @param bound proved; infinite if none was
   * @param id of problem and program, computed here
   * @param printedId the id the command printed
   * @param sampled the largest error seen at points of this benchmark's own
   * @param changedId of the program with one constant changed
   * @param changedKept whether the archive has an entry under that id
   * @param changedBound of the program with one constant changed; infinite if none was proved
   */
  record Item(
      int operations,
      double bound,
      double slack,
      double seconds,
      double sampled,
      String id,
      String printedId,
      String changedId,
      boolean changedKept,
      double changedBound) {}

  /** A front and the archive it is in. */
  private record Found(Front front, Path db) {}

  record Data(List<Item> items) {}

  @Override
  public String name() {
    return "verify-front";
  }

  @Override
  public String question() {
    return "every entry of a front proved in under 20 s, bound within 1e-3 of the observed error; a"
        + " constant changed by 1e-6 loses the claim";
  }

  @Override
  public Data measure(Log log) throws Exception {
    return prove(log, search(log, 8, "--time", "60s"));
  }

  @Override
  public Data quick(Log log) throws Exception {
    return prove(log, search(log, 5, "--evaluations", "40000"));
  }

  private static Found search(Log log, int maxOps, String budget, String amount) throws Exception {
    log.say("searching for a front, " + budget + " " + amount);
    Path db = Cli.database();
    Front front =
        Front.parse(
            Cli.search(
                    db, "--target", "exp2", "--max-ops", Integer.toString(maxOps), budget, amount)
                .orThrow()
                .out(),
            "maxRelativeError");
    return new Found(front, db);
  }

  private static Data prove(Log log, Found found) {
    try (Archive archive = Archive.openReadOnly(found.db())) {
      return prove(log, found.front(), archive);
    }
  }

  private static Data prove(Log log, Front front, Archive archive) {
    List<Item> items = new ArrayList<>();
    Samples samples = Samples.of(FUNCTION, 0, 1);
    for (Front.Line line : front.lines()) {
      ProblemId problem = archive.entry(line.id()).entry().problem();
      long start = System.nanoTime();
      ErrorProof proof = Proofs.relative(line.parsed(), FUNCTION, UNIT);
      double seconds = (System.nanoTime() - start) * 1e-9;
      Front.Line changed = line.perturbed(CHANGE);
      ErrorProof other = Proofs.relative(changed.parsed(), FUNCTION, UNIT);
      String changedId = EntryId.of(problem, changed.program()).hex();
      items.add(
          new Item(
              line.operations(),
              bound(proof),
              proof instanceof ErrorProof.Proved p ? p.slack() : Double.POSITIVE_INFINITY,
              seconds,
              samples.error(line.parsed(), ErrorKind.RELATIVE),
              EntryId.of(problem, line.program()).hex(),
              line.id(),
              changedId,
              kept(archive, changedId),
              bound(other)));
      log.say(String.format(Locale.ROOT, "%d operations, %.2f s", line.operations(), seconds));
    }
    return new Data(items);
  }

  private static boolean kept(Archive archive, String id) {
    try {
      archive.entry(id);
      return true;
    } catch (ArchiveException e) {
      if (e.reason() == ArchiveException.Reason.UNKNOWN_ID) {
        return false;
      }
      throw e;
    }
  }

  private static double bound(ErrorProof proof) {
    return proof instanceof ErrorProof.Proved p ? p.upperBound() : Double.POSITIVE_INFINITY;
  }

  @Override
  public Data plant(Data data) {
    return new Data(
        data.items().stream()
            .map(
                i ->
                    new Item(
                        i.operations(),
                        i.bound(),
                        i.slack(),
                        i.seconds(),
                        i.sampled(),
                        i.id(),
                        i.printedId(),
                        i.id(),
                        true,
                        i.bound()))
            .toList());
  }

  @Override
  public String defect() {
    return "the changed program keeps the certificate of the original";
  }

  @Override
  public List<Row> judge(Data data) {
    List<Row> rows = new ArrayList<>();
    for (Item i : data.items()) {
      rows.add(
          new Row(
              i.operations() + " operations",
              "proved in < 20 s, slack ≤ 1e-3",
              String.format(
                  Locale.ROOT, "≤ %.6e in %.2f s, slack %.1e", i.bound(), i.seconds(), i.slack()),
              i.bound() < Double.POSITIVE_INFINITY && i.seconds() < 20 && i.slack() <= 1e-3));
      rows.add(
          new Row(
              i.operations() + " operations, at " + Samples.POINTS + " points",
              "error seen ≤ bound",
              String.format(Locale.ROOT, "%.6e", i.sampled()),
              i.sampled() <= i.bound()));
      rows.add(
          new Row(
              i.operations() + " operations, id",
              "that of problem and program, " + i.id().substring(0, 8),
              i.printedId().substring(0, 8),
              i.printedId().equals(i.id())));
      if (i.bound() < BELOW) {
        rows.add(
            new Row(
                i.operations() + " operations, first constant changed by 1e-6",
                "another id, not in the archive, a larger bound",
                String.format(
                    Locale.ROOT,
                    "%s, ≤ %.6e",
                    i.changedKept() ? "IN THE ARCHIVE" : "not there",
                    i.changedBound()),
                !i.changedKept() && !i.id().equals(i.changedId()) && i.changedBound() > i.bound()));
      }
    }
    boolean some = data.items().stream().anyMatch(i -> i.bound() < BELOW);
    rows.add(new Row("entries below 1e-4", "at least one", some ? "yes" : "none", some));
    return rows;
  }
}
