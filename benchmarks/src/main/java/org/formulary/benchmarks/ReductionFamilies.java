package org.formulary.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.formulary.continuedfractions.polynomial.Family;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.continuedfractions.polynomial.ReductionFilter;

/** The families of ζ(3) and ζ(5) through the filter for factorial reduction, and its speed. */
final class ReductionFamilies implements Benchmark<ReductionFamilies.Data> {
  private static final String CUBIC = "x*((n + 1)^3 + n^3) + y*(2*n + 1)";
  private static final String QUINTIC = "(n + 1)^5 + n^5 + x*(n^3 + (n + 1)^3) + y*(2*n + 1)";

  private static final Family ZETA3 = Family.parse(CUBIC, "-(z^2)*n^6", "x=1..3,y=-20..20,z=1..2");
  private static final Family ZETA5 = Family.parse(QUINTIC, "-n^10", "x=0..20,y=-5..5");

  /** The published hits of the family of ζ(3), (x, y, z) (arXiv 2308.11829). */
  private static final List<String> PUBLISHED =
      List.of("1 0 1", "1 4 1", "1 12 1", "2 -1 2", "2 3 2", "2 13 2", "2 15 2", "3 -2 1");

  private static final int ZETA3_SIZE = 184;
  private static final int ZETA5_HITS = 4;
  private static final double ASKED_RATE = 2e6;
  private static final int[] DEPTHS = {1250, 2500, 5000};

  /** Where denominators reduce, the growth a term hardly depends on the depth. */
  private static final double STEADY = 0.1;

  /**
   * A fraction about which the filter and the publication may differ.
   *
   * @param prime that rejects it, 0 if it is accepted
   * @param growths bits a term by which reduced denominators grow up to each depth, over its second
   *     half
   */
  record Case(String parameters, boolean published, int prime, List<Double> growths) {
    boolean accepted() {
      return prime == 0;
    }

    /** Whether the denominators bear the filter out. */
    boolean settled() {
      double rise = growths.getLast() - growths.getFirst();
      return accepted() ? Math.abs(rise) < STEADY : rise > STEADY;
    }
  }

  /**
   * What was measured.
   *
   * @param zeta5 hits of the family of ζ(5)
   * @param rates fractions a second, by degree; empty where not measured
   */
  record Data(int zeta3Size, List<Case> zeta3, int zeta5, List<Rate> rates) {}

  /** Fractions a second. */
  record Rate(int degree, double fractions) {}

  @Override
  public String name() {
    return "factorial-reduction";
  }

  @Override
  public String question() {
    return "the 4 published hits of the zeta(5) family; of the zeta(3) family what is accepted, each"
        + " difference from the publication settled by denominators to depth 5,000; 2 million"
        + " fractions a second";
  }

  @Override
  public Data measure(Log log) {
    return new Data(
        members().size(), zeta3(log), zeta5(), List.of(rate(log, 3, CUBIC), rate(log, 5, QUINTIC)));
  }

  @Override
  public Data quick(Log log) {
    return new Data(members().size(), zeta3(log), zeta5(), List.of());
  }

  /** The numbers of the fractions of the family of ζ(3) that are no inflation of another. */
  private static List<Long> members() {
    List<Long> members = new ArrayList<>();
    for (long i = 0; i < ZETA3.size(); i++) {
      var v = ZETA3.values(i);
      long gcd = gcd(gcd(v.get("x"), Math.abs(v.get("y"))), v.get("z"));
      if (v.get("z") <= v.get("x") && gcd == 1) {
        members.add(i);
      }
    }
    return members;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  private static List<Case> zeta3(Log log) {
    List<Case> cases = new ArrayList<>();
    for (long i : members()) {
      var v = ZETA3.values(i);
      String parameters = "%d %d %d".formatted(v.get("x"), v.get("y"), v.get("z"));
      PolynomialFraction f = ZETA3.fraction(i);
      int prime = ReductionFilter.deciding(f);
      boolean published = PUBLISHED.contains(parameters);
      if (prime == 0 || published) {
        log.say(parameters + (prime == 0 ? " accepted" : " rejected at " + prime));
        cases.add(new Case(parameters, published, prime, growths(f)));
      }
    }
    return cases;
  }

  private static List<Double> growths(PolynomialFraction f) {
    List<Double> growths = new ArrayList<>();
    for (int depth : DEPTHS) {
      double bits = f.convergent(depth).reducedBits() - f.convergent(depth / 2).reducedBits();
      growths.add(bits / (depth - depth / 2));
    }
    return growths;
  }

  private static int zeta5() {
    int hits = 0;
    for (long i = 0; i < ZETA5.size(); i++) {
      hits += ReductionFilter.deciding(ZETA5.fraction(i)) == 0 ? 1 : 0;
    }
    return hits;
  }

  /** Of fractions of these families with parameters up to 1,000. */
  private static Rate rate(Log log, int degree, String a) {
    SplittableRandom random = new SplittableRandom(1);
    Family wide = Family.parse(a, "-n^" + 2 * degree, "x=1..1000,y=1..1000");
    long[][] denominators =
        random
            .longs(4096, 0, wide.size())
            .mapToObj(i -> wide.fraction(i).a().toLongs(degree))
            .toArray(long[][]::new);
    long[] b = wide.fraction(0).b().toLongs(2 * degree);
    ReductionFilter filter = new ReductionFilter(degree);
    long accepted = 0;
    long count = 0;
    long start = System.nanoTime();
    long seconds = 0;
    for (int round = 0; seconds < 5; round++) {
      for (long[] partial : denominators) {
        accepted += filter.accepts(partial, b) ? 1 : 0;
      }
      count += denominators.length;
      seconds = (System.nanoTime() - start) / 1_000_000_000L;
      if (round == 200) { // compiled by now
        start = System.nanoTime();
        count = 0;
      }
    }
    double rate = count / ((System.nanoTime() - start) * 1e-9);
    log.say(
        String.format(
            Locale.ROOT, "degree %d: %.0f a second, %d accepted in all", degree, rate, accepted));
    return new Rate(degree, rate);
  }

  @Override
  public Data plant(Data data) {
    List<Case> cases = new ArrayList<>(data.zeta3());
    Case first = cases.getFirst();
    cases.set(
        0,
        new Case(
            first.parameters(), first.published(), first.accepted() ? 11 : 0, first.growths()));
    return new Data(data.zeta3Size(), cases, data.zeta5(), data.rates());
  }

  @Override
  public String defect() {
    return "the filter decides the other way about one fraction";
  }

  @Override
  public List<Row> judge(Data data) {
    List<Row> rows = new ArrayList<>();
    rows.add(
        new Row(
            "fractions of the zeta(3) family",
            Integer.toString(ZETA3_SIZE),
            Integer.toString(data.zeta3Size()),
            data.zeta3Size() == ZETA3_SIZE));
    for (Case c : data.zeta3()) {
      StringBuilder growths = new StringBuilder();
      for (int i = 0; i < DEPTHS.length; i++) {
        growths.append(String.format(Locale.ROOT, " %.3f to %d,", c.growths().get(i), DEPTHS[i]));
      }
      rows.add(
          new Row(
              "zeta(3), %s, %s"
                  .formatted(c.parameters(), c.published() ? "published" : "not published"),
              "settled by its denominators",
              "%s; bits a term%s"
                  .formatted(
                      c.accepted() ? "accepted" : "rejected at " + c.prime(),
                      growths.substring(0, growths.length() - 1)),
              c.settled()));
    }
    rows.add(
        new Row(
            "zeta(5) family, accepted",
            Integer.toString(ZETA5_HITS),
            Integer.toString(data.zeta5()),
            data.zeta5() == ZETA5_HITS));
    for (Rate r : data.rates()) {
      rows.add(
          new Row(
              "fractions a second, degree %d, one thread".formatted(r.degree()),
              String.format(Locale.ROOT, "≥ %.0f", ASKED_RATE),
              String.format(Locale.ROOT, "%.0f", r.fractions()),
              r.fractions() >= ASKED_RATE));
    }
    return rows;
  }
}
