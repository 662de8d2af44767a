package org.formulary.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.formulary.search.archive.EntryId;
import org.formulary.search.domain.ProblemId;
import org.formulary.truth.Interval;
import org.formulary.truth.proof.ErrorProof;

/** Proofs of a found front: time, tightness, and that a changed constant loses its claim. */
final class VerifyFront implements Benchmark<VerifyFront.Data> {
  private static final Interval UNIT = Interval.of(0, 1);
  private static final String FUNCTION = "exp2(x)";
  private static final double CHANGE = 1e-6;
  private static final double BELOW = 1e-4;
  private static final ProblemId PROBLEM =
      new ProblemId("approximation target=exp2 interval=0,1 error=relative", 1);

  /**
   * One entry.
   *
   * @param bound proved; infinite if none was
   * @param changedBound of the program with one constant changed; infinite if none was proved
   */
  record Item(
      int operations,
      double bound,
      double slack,
      double seconds,
      String id,
      String changedId,
      double changedBound) {}

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
    return prove(log, search(log, "60s", 8));
  }

  @Override
  public Data quick(Log log) throws Exception {
    return prove(log, search(log, "5s", 5));
  }

  private static Front search(Log log, String time, int maxOps) throws Exception {
    log.say("searching for a front, " + time);
    return Front.parse(
        Cli.run(
                "search",
                "approximation",
                "--target",
                "exp2",
                "--max-ops",
                Integer.toString(maxOps),
                "--time",
                time,
                "--db",
                Cli.database().toString(),
                "--json")
            .orThrow()
            .out(),
        "maxRelativeError");
  }

  private static Data prove(Log log, Front front) {
    List<Item> items = new ArrayList<>();
    for (Front.Line line : front.lines()) {
      long start = System.nanoTime();
      ErrorProof proof = Proofs.relative(line.parsed(), FUNCTION, UNIT);
      double seconds = (System.nanoTime() - start) * 1e-9;
      Front.Line changed = line.perturbed(CHANGE);
      ErrorProof other = Proofs.relative(changed.parsed(), FUNCTION, UNIT);
      items.add(
          new Item(
              line.operations(),
              bound(proof),
              proof instanceof ErrorProof.Proved p ? p.slack() : Double.POSITIVE_INFINITY,
              seconds,
              EntryId.of(PROBLEM, line.program()).hex(),
              EntryId.of(PROBLEM, changed.program()).hex(),
              bound(other)));
      log.say(String.format(Locale.ROOT, "%d operations, %.2f s", line.operations(), seconds));
    }
    return new Data(items);
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
                        i.id(),
                        i.id(),
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
      if (i.bound() < BELOW) {
        rows.add(
            new Row(
                i.operations() + " operations, first constant changed by 1e-6",
                "another id and a larger bound",
                String.format(Locale.ROOT, "≤ %.6e", i.changedBound()),
                !i.id().equals(i.changedId()) && i.changedBound() > i.bound()));
      }
    }
    boolean some = data.items().stream().anyMatch(i -> i.bound() < BELOW);
    rows.add(new Row("entries below 1e-4", "at least one", some ? "yes" : "none", some));
    return rows;
  }
}
