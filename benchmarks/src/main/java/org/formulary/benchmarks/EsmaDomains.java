package org.formulary.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.formulary.continuedfractions.image.Image;
import org.formulary.continuedfractions.signed.EsmaSweep;
import org.formulary.continuedfractions.signed.SignWord;
import org.formulary.continuedfractions.signed.SignedFraction;
import org.formulary.continuedfractions.signed.SignedProblem;
import org.formulary.search.domain.Progress;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;

/** Signed fractions of e and others, and none of constants that have none, and how fast. */
final class EsmaDomains implements Benchmark<EsmaDomains.Data> {
  private static final int DEPTH = 105;
  private static final int LARGEST = 2;
  private static final double ASKED_RATE = 20_000;
  private static final long NANOS = 5_000_000_000L;

  /** The values of the published test on e (arXiv 2212.09470, its test suite). */
  private static final List<String> PUBLISHED =
      List.of(
          "e - 1",
          "e/(e - 1)",
          "e/(e - 2)",
          "1/(e - 1)",
          "2/(e - 1)",
          "1/(e - 2)",
          "(e - 1)/(e - 2)",
          "(e + 1)/(e - 1)",
          "(2*e + 2)/(e - 1)",
          "(e + 1)/(2*e - 2)",
          "(e + 1)/2",
          "(e + 1)/e",
          "(2*e - 2)/e");

  private static final List<String> POSITIVE = List.of("e", "e2", "tan(1/2)", "sqrt2");
  private static final List<String> NEGATIVE = List.of("pi", "ln2", "zeta3", "catalan");

  /**
   * What was found of a constant.
   *
   * @param values images that have a fraction
   * @param hits pairs of an image and signs that have one
   * @param confirmed of the hits, those that agree to 1,000 digits
   */
  record Found(
      String constant, List<String> values, int hits, int confirmed, int classes, long pairs) {}

  /**
   * What was measured.
   *
   * @param rates pairs a second on one thread, by constant; empty where not measured
   */
  record Data(List<Found> found, List<Rate> rates) {}

  /** Pairs a second. */
  record Rate(String constant, double pairs) {}

  @Override
  public String name() {
    return "esma";
  }

  @Override
  public String question() {
    return "signed fractions with recurrent terms: the 13 published values of e and e itself, e^2,"
        + " tan(1/2), sqrt(2), none of pi, ln 2, zeta(3), Catalan; every hit to 1,000 digits;"
        + " 20,000 pairs a second on one thread";
  }

  @Override
  public Data measure(Log log) {
    List<Found> found = new ArrayList<>();
    for (String name : POSITIVE) {
      found.add(find(log, name, SignWord.ofPeriods(1, 2)));
    }
    for (String name : NEGATIVE) {
      found.add(find(log, name, SignWord.ofPeriods(1, 3)));
    }
    return new Data(found, List.of(rate(log, "e"), rate(log, "pi")));
  }

  @Override
  public Data quick(Log log) {
    List<SignWord> plus = List.of(SignWord.parse("+"), SignWord.parse("+-"));
    return new Data(
        List.of(find(log, "e", plus), find(log, "e2", plus), find(log, "pi", plus)), List.of());
  }

  private static Found find(Log log, String name, List<SignWord> words) {
    Constant constant = Constants.of("constant", name);
    List<SignedFraction> hits = new ArrayList<>();
    EsmaSweep sweep = new EsmaSweep(constant, LARGEST, words, DEPTH);
    long pairs = 0;
    for (int unit = 0; unit < sweep.units(); unit++) {
      EsmaSweep.Hits of = sweep.hits(unit, Progress.NONE);
      hits.addAll(of.fractions());
      pairs += of.pairs();
    }
    log.say("%s: %d hits among %d pairs".formatted(name, hits.size(), pairs));
    SignedProblem problem = new SignedProblem(constant, LARGEST, words, DEPTH);
    int confirmed = 0;
    TreeSet<String> values = new TreeSet<>();
    for (SignedFraction f : hits) {
      confirmed += problem.verify(f, Progress.NONE).confirms() ? 1 : 0;
      values.add(f.image().text(name));
    }
    return new Found(
        name, List.copyOf(values), hits.size(), confirmed, EsmaSweep.shortest(hits).size(), pairs);
  }

  /**
   * Of the images with numbers up to twice the size, unit by unit, the first second not counted.
   */
  private static Rate rate(Log log, String name) {
    EsmaSweep sweep =
        new EsmaSweep(Constants.of("constant", name), 2 * LARGEST, SignWord.ofPeriods(1, 2), DEPTH);
    long begun = System.nanoTime();
    long start = begun;
    long pairs = 0;
    for (int unit = 0; System.nanoTime() - begun < NANOS; unit++) {
      pairs += sweep.hits(unit % sweep.units(), Progress.NONE).pairs();
      if (start == begun && System.nanoTime() - begun > NANOS / 5) {
        start = System.nanoTime();
        pairs = 0;
      }
    }
    double rate = pairs / ((System.nanoTime() - start) * 1e-9);
    log.say(String.format(Locale.ROOT, "%s: %.0f pairs a second", name, rate));
    return new Rate(name, rate);
  }

  @Override
  public Data plant(Data data) {
    Found last = data.found().getLast();
    List<Found> planted = new ArrayList<>(data.found());
    planted.set(
        planted.size() - 1,
        new Found(last.constant(), List.of(last.constant()), 1, 1, 1, last.pairs()));
    return new Data(planted, data.rates());
  }

  @Override
  public String defect() {
    return "a constant without a fraction is given one";
  }

  @Override
  public List<Row> judge(Data data) {
    List<Row> rows = new ArrayList<>();
    for (Found f : data.found()) {
      if (NEGATIVE.contains(f.constant())) {
        rows.add(row(f.constant() + ", hits", "none", f, f.hits() == 0));
        continue;
      }
      String itself = new Image(0, 1, 1, 0).text(f.constant());
      rows.add(row(f.constant() + " itself", "found", f, f.values().contains(itself)));
      rows.add(row(f.constant() + ", hits to 1,000 digits", "all", f, f.confirmed() == f.hits()));
      if (f.constant().equals("e")) {
        long published = PUBLISHED.stream().filter(f.values()::contains).count();
        rows.add(
            new Row(
                "published values of e",
                "13 of 13",
                published + " of " + PUBLISHED.size(),
                published == PUBLISHED.size()));
      }
    }
    for (Rate r : data.rates()) {
      rows.add(
          new Row(
              "pairs a second at %d terms, %s, one thread".formatted(DEPTH, r.constant()),
              String.format(Locale.ROOT, "≥ %.0f", ASKED_RATE),
              String.format(Locale.ROOT, "%.0f", r.pairs()),
              r.pairs() >= ASKED_RATE));
    }
    return rows;
  }

  private static Row row(String what, String asked, Found f, boolean passed) {
    return new Row(
        what,
        asked,
        "%d hits, %d to 1,000 digits, %d values, %d classes, of %d pairs"
            .formatted(f.hits(), f.confirmed(), f.values().size(), f.classes(), f.pairs()),
        passed);
  }
}
