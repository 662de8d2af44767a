package org.formulary.benchmarks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.formulary.continuedfractions.conjecture.Conjecture;
import org.formulary.continuedfractions.conjecture.ConjectureProblem;
import org.formulary.continuedfractions.mitm.Match;
import org.formulary.continuedfractions.mitm.MitmSweep;
import org.formulary.continuedfractions.mitm.Rules;
import org.formulary.continuedfractions.polynomial.Family;
import org.formulary.search.domain.Progress;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;

/** The published searches by meeting in the middle, by their rules and by ours, and their speed. */
final class MitmDomains implements Benchmark<MitmDomains.Data> {
  private static final double ASKED_RATE = 20e6;
  private static final long NANOS = 8_000_000_000L;

  private static final String ZETA3_A = "(2*n + 1)*(x*n*(n + 1) + y)";

  /**
   * A domain whose count is published (arXiv 1907.00205, the test suite of its code).
   *
   * @param asked results by the published rules
   * @param askedClasses of those by inflation and shift; 0 where not published
   */
  private record Domain(
      String name, String constant, int largest, Family family, int asked, int askedClasses) {}

  private static final Domain E = new Domain("e", "e", 5, Family.ofBox(1, 1, 5, 5), 20, 0);
  private static final Domain PI = new Domain("pi", "pi", 20, Family.ofBox(1, 2, 13, 11), 46, 0);
  private static final List<Domain> DOMAINS =
      List.of(
          E,
          PI,
          new Domain("zeta(3), small", "zeta3", 14, zeta3("x=1..17,y=1..5,z=-16..-1"), 3, 0),
          new Domain("zeta(3), large", "zeta3", 20, zeta3("x=1..100,y=1..100,z=-50..-1"), 7, 3));

  private static Family zeta3(String ranges) {
    return Family.parse(ZETA3_A, "z*n^6", ranges);
  }

  /**
   * What was found in a domain.
   *
   * @param published results by the published rules
   * @param full results by ours
   * @param missing of the published ones that ours lack
   * @param verified of ours that agree to 1,000 digits
   * @param seconds by our rules, one thread
   */
  record Found(
      String name,
      int asked,
      int askedClasses,
      Count published,
      Count full,
      int missing,
      int verified,
      double seconds) {}

  /** Results, and into how many classes they merge. */
  record Count(int rows, int classes) {
    @Override
    public String toString() {
      return "%d in %d classes".formatted(rows, classes);
    }
  }

  /**
   * What was measured.
   *
   * @param rate fractions a second of the box of pi, 0 where not measured
   */
  record Data(List<Found> found, double rate) {}

  @Override
  public String name() {
    return "mitm";
  }

  @Override
  public String question() {
    return "the counts 20, 46, 3, 7 of the published searches by their rules, the 7 in 3 classes;"
        + " ours find all of these and more, each verified; 20 million fractions a second on one"
        + " thread over the box of pi, 32 terms and three keys each, against its table";
  }

  @Override
  public Data measure(Log log) {
    List<Found> found = new ArrayList<>();
    DOMAINS.forEach(d -> found.add(find(log, d)));
    return new Data(found, rate(log));
  }

  @Override
  public Data quick(Log log) {
    return new Data(List.of(find(log, E)), 0);
  }

  private static Found find(Log log, Domain domain) {
    Constant constant = Constants.of("constant", domain.constant());
    MitmSweep published =
        new MitmSweep(constant, domain.largest(), domain.family(), Rules.PUBLISHED);
    List<Match> expected = rows(published);
    MitmSweep sweep = new MitmSweep(constant, domain.largest(), domain.family(), Rules.FULL);
    long start = System.nanoTime();
    List<Match> rows = rows(sweep);
    double seconds = (System.nanoTime() - start) * 1e-9;
    log.say(
        String.format(
            Locale.ROOT,
            "%s: %d by the published rules, %d by ours in %.1f s",
            domain.name(),
            expected.size(),
            rows.size(),
            seconds));
    ConjectureProblem problem = new ConjectureProblem(List.of(constant), sweep);
    int verified = 0;
    for (Match match : rows) {
      Conjecture c = sweep.conjecture(match);
      verified += problem.verify(c, Progress.NONE).confirms() ? 1 : 0;
    }
    Set<Match> missing = new HashSet<>(expected);
    rows.forEach(missing::remove);
    return new Found(
        domain.name(),
        domain.asked(),
        domain.askedClasses(),
        new Count(expected.size(), sweep.shortest(expected).size()),
        new Count(rows.size(), sweep.shortest(rows).size()),
        missing.size(),
        verified,
        seconds);
  }

  private static List<Match> rows(MitmSweep sweep) {
    List<Match> rows = new ArrayList<>();
    for (int unit = 0; unit < sweep.units(); unit++) {
      rows.addAll(sweep.hits(unit, Progress.NONE).matches());
    }
    return rows;
  }

  /**
   * Over the box again and again, all that a search does included: reading the family, looking up,
   * and the exact checks of what is found; the first half of the time is not counted.
   */
  private static double rate(Log log) {
    Constant pi = Constants.of("constant", PI.constant());
    MitmSweep sweep = new MitmSweep(pi, PI.largest(), PI.family(), Rules.PUBLISHED);
    long begun = System.nanoTime();
    long start = begun;
    long fractions = 0;
    for (int unit = 0; System.nanoTime() - begun < NANOS; unit++) {
      fractions += sweep.hits(unit % sweep.units(), Progress.NONE).fractions();
      if (start == begun && System.nanoTime() - begun > NANOS / 2) {
        start = System.nanoTime();
        fractions = 0;
      }
    }
    double rate = fractions / ((System.nanoTime() - start) * 1e-9);
    log.say(String.format(Locale.ROOT, "%.1f million fractions a second", rate / 1e6));
    return rate;
  }

  @Override
  public Data plant(Data data) {
    Found first = data.found().getFirst();
    List<Found> planted = new ArrayList<>(data.found());
    planted.set(
        0,
        new Found(
            first.name(),
            first.asked(),
            first.askedClasses(),
            first.published(),
            first.full(),
            1,
            first.verified(),
            first.seconds()));
    return new Data(planted, data.rate());
  }

  @Override
  public String defect() {
    return "one of the published results is not found";
  }

  @Override
  public List<Row> judge(Data data) {
    List<Row> rows = new ArrayList<>();
    for (Found f : data.found()) {
      boolean classes = f.askedClasses() == 0 || f.published().classes() == f.askedClasses();
      rows.add(
          new Row(
              f.name() + ", published rules",
              f.askedClasses() == 0
                  ? Integer.toString(f.asked())
                  : "%d in %d classes".formatted(f.asked(), f.askedClasses()),
              f.published().toString(),
              f.published().rows() == f.asked() && classes));
      rows.add(
          new Row(
              f.name() + ", all rules",
              "all of these, each verified",
              String.format(
                  Locale.ROOT,
                  "%s in %.1f s, %d missing, %d to 1,000 digits",
                  f.full(),
                  f.seconds(),
                  f.missing(),
                  f.verified()),
              f.missing() == 0 && f.verified() == f.full().rows()));
    }
    if (data.rate() > 0) {
      rows.add(
          new Row(
              "fractions a second, one thread",
              String.format(Locale.ROOT, "≥ %.0f", ASKED_RATE),
              String.format(Locale.ROOT, "%.0f", data.rate()),
              data.rate() >= ASKED_RATE));
    }
    return rows;
  }
}
