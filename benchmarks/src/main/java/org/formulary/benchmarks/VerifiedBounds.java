package org.formulary.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.formulary.results.store.Archive;
import org.formulary.results.store.StoredEntry;
import org.formulary.search.domain.Verification;
import org.formulary.search.domain.Verification.Outcome;
import org.formulary.truth.Target;
import org.formulary.truth.Targets;

/** Certificates of all entries of fronts, and their bounds as binary64 evaluates them. */
final class VerifiedBounds implements Benchmark<List<VerifiedBounds.Item>> {
  /** Apfloat is the only source of these: no proof, so no bound either. */
  private static final List<String> SAMPLED = List.of("besselJ0");

  private static final double SLACK = 1e-3;

  /**
   * An entry.
   *
   * @param bound claimed for the stored constants in exact arithmetic; infinite if none
   * @param observed stated with the claim
   * @param binary64Bound claimed for binary64; infinite if none
   * @param seen the largest error at points of this benchmark's own
   * @param binary64Seen the same as binary64 evaluates the entry
   */
  record Item(
      String target,
      int operations,
      String outcome,
      double bound,
      double observed,
      double binary64Bound,
      double seen,
      double binary64Seen) {
    boolean isProved() {
      return outcome.equals(Outcome.PROVED.name()) && bound <= observed * (1 + SLACK);
    }
  }

  @Override
  public String name() {
    return "verified-bounds";
  }

  @Override
  public String question() {
    return "fronts of eleven functions, 20 s each: every entry proved for the stored constants (or"
        + " sampled, where Apfloat is the only source), bound within 1e-3 of the observed error;"
        + " where proved, also a bound as evaluated in binary64; no claim below an error seen";
  }

  @Override
  public List<Item> measure(Log log) throws Exception {
    List<Item> items = new ArrayList<>();
    for (String name :
        Stream.concat(Stream.of("exp2"), TargetsVsClassical.TARGETS.stream()).toList()) {
      log.say(name);
      items.addAll(items(name, 10, "--time", "20s"));
    }
    return items;
  }

  @Override
  public List<Item> quick(Log log) throws Exception {
    return items("expm1", 4, "--evaluations", "30000");
  }

  private static List<Item> items(String name, int maxOps, String budget, String amount)
      throws Exception {
    Path db = Cli.database();
    Target target = Targets.named(name);
    String json =
        Cli.search(db, "--target", name, "--max-ops", Integer.toString(maxOps), budget, amount)
            .front();
    String objective =
        switch (target.errorKind()) {
          case RELATIVE -> "maxRelativeError";
          case ABSOLUTE -> "maxAbsoluteError";
        };
    Samples samples =
        Samples.of(
            target.formula(),
            target.interval().lower().doubleValue(),
            target.interval().upper().doubleValue());
    List<Item> items = new ArrayList<>();
    try (Archive archive = Archive.openReadOnly(db)) {
      for (Front.Line line : Front.parse(json, objective).lines()) {
        items.add(item(target, line, archive.entry(line.id()), samples));
      }
    }
    return items;
  }

  private static Item item(Target target, Front.Line line, StoredEntry stored, Samples samples) {
    Verification v = stored.certificate().orElseThrow().verification();
    return new Item(
        target.name(),
        line.operations(),
        v.outcome().name(),
        v.bound().orElse(Double.POSITIVE_INFINITY),
        fact(v, "observed"),
        fact(v, "binary64Bound"),
        samples.error(line.parsed(), target.errorKind()),
        samples.binary64Error(line.parsed(), target.errorKind()));
  }

  private static double fact(Verification v, String name) {
    String text = v.facts().get(name);
    return text == null ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
  }

  @Override
  public List<Item> plant(List<Item> data) {
    return data.stream()
        .map(
            i ->
                new Item(
                    i.target(),
                    i.operations(),
                    i.outcome(),
                    i.bound(),
                    i.observed(),
                    0.9 * i.binary64Seen(),
                    i.seen(),
                    i.binary64Seen()))
        .toList();
  }

  @Override
  public String defect() {
    return "bounds in binary64 are a tenth below the error seen";
  }

  @Override
  public List<Row> judge(List<Item> data) {
    List<Row> rows = new ArrayList<>();
    for (String target : data.stream().map(Item::target).distinct().toList()) {
      List<Item> items = data.stream().filter(i -> i.target().equals(target)).toList();
      rows.add(claims(target, items));
      if (!SAMPLED.contains(target)) {
        rows.add(binary64(target, items));
      }
    }
    return rows;
  }

  private static Row claims(String target, List<Item> items) {
    boolean sampled = SAMPLED.contains(target);
    long shown =
        items.stream()
            .filter(i -> sampled ? i.outcome().equals(Outcome.SAMPLED.name()) : i.isProved())
            .count();
    long below = items.stream().filter(i -> i.seen() > i.bound() * (1 + SLACK)).count();
    return new Row(
        "%s, %d entries".formatted(target, items.size()),
        "all %s, no claim below an error seen".formatted(sampled ? "sampled" : "proved"),
        "%d %s, %d below".formatted(shown, sampled ? "sampled" : "proved", below),
        !items.isEmpty() && shown == items.size() && below == 0);
  }

  private static Row binary64(String target, List<Item> items) {
    long bounded = items.stream().filter(i -> i.binary64Bound() < Double.POSITIVE_INFINITY).count();
    long below = items.stream().filter(i -> i.binary64Seen() > i.binary64Bound()).count();
    Item last = items.getLast();
    for (Item i : items) {
      last = i.bound() < last.bound() ? i : last;
    }
    return new Row(
        "%s, as evaluated in binary64".formatted(target),
        "all bounded, no bound below an error seen",
        String.format(
            Locale.ROOT,
            "%d bounded, %d below; %d operations: exact %.3e, binary64 ≤ %.3e, seen %.3e",
            bounded,
            below,
            last.operations(),
            last.bound(),
            last.binary64Bound(),
            last.binary64Seen()),
        bounded == items.size() && below == 0);
  }
}
