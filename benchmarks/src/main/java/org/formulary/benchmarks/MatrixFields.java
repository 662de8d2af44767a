package org.formulary.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.formulary.continuedfractions.field.DerivedFraction;
import org.formulary.continuedfractions.field.DirectionSearch;
import org.formulary.continuedfractions.field.FieldSearch;
import org.formulary.continuedfractions.field.HypergeometricField;
import org.formulary.continuedfractions.field.HypergeometricField.Argument;
import org.formulary.continuedfractions.field.MatrixField;
import org.formulary.continuedfractions.field.MultivariatePolynomial;
import org.formulary.continuedfractions.field.Pair;
import org.formulary.continuedfractions.field.PairFamily;
import org.formulary.continuedfractions.field.PathIndependence;
import org.formulary.continuedfractions.field.Trajectory;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;

/**
 * Fields of constants found among the members of families, their best directions and fractions.
 * What is asked stands in {@link MatrixFieldRows}, for comparison alone.
 */
final class MatrixFields implements Benchmark<MatrixFields.Data> {
  private static final String ZETA3 = "zeta3";

  private static final int BITS = 700;

  /** How far a search goes. */
  private record Scope(
      List<String> constants, int bound, int direction, DirectionSearch.Effort effort) {}

  private static final Scope FULL =
      new Scope(
          List.of("e", "ln2", "pi", "zeta2", ZETA3),
          2,
          4,
          new DirectionSearch.Effort(240, 2, 2000));

  private static final Scope QUICK =
      new Scope(List.of("e", ZETA3), 1, 2, new DirectionSearch.Effort(160, 1, 1000));

  /** A family, and whether the identities hold with its coefficients as variables. */
  record Family(String name, int coefficients, boolean conservative) {}

  /**
   * The best trajectory found for a constant.
   *
   * @param fields of the constant that were found
   * @param delta asymptotic; NaN where unknown
   * @param deltaText where it comes from
   * @param moebius the limit in terms of the value K of the fraction
   * @param tied digits to which the fraction, so transformed, agrees with the walk
   */
  record Best(
      String constant,
      int fields,
      boolean conservative,
      boolean pathIndependent,
      Walked walked,
      double delta,
      String deltaText,
      String fraction,
      String moebius,
      int tied) {}

  /** A field and a direction in words, and how well the relation with the constant is confirmed. */
  record Walked(String pair, String limit, int digits, int directions, String direction) {}

  /** A hypergeometric field. */
  record Hypergeometric(String name, int rank, int axes, boolean conservative) {}

  /**
   * What was measured.
   *
   * @param asked how many constants were asked for
   * @param others numbers of fields of other named constants
   * @param walks the best through fields of hypergeometric functions
   * @param millis for 500 periods of (2, 1) through the field of ζ(3); 0 where not measured
   */
  record Data(
      List<Family> families,
      int members,
      int asked,
      String others,
      List<Best> best,
      List<Hypergeometric> hypergeometric,
      List<HypergeometricWalks.Best> walks,
      double millis) {}

  @Override
  public String name() {
    return "matrix-fields";
  }

  @Override
  public String question() {
    return "conservative matrix fields of e, ln 2, pi, zeta(2), zeta(3) found in families, proved"
        + " conservative, paths independent; Apéry's fraction and delta 0.0805 by search over"
        + " directions, and again in a field of rank 3 of 4F3(1)";
  }

  @Override
  public Data measure(Log log) {
    return new Search(log, FULL).data();
  }

  @Override
  public Data quick(Log log) {
    return new Search(log, QUICK).data();
  }

  /** One measurement. */
  private static final class Search {
    private final Log log;
    private final Scope scope;

    Search(Log log, Scope scope) {
      this.log = log;
      this.scope = scope;
    }

    Data data() {
      // Whatever has a name may be found, not only what is asked for.
      List<Constant> constants =
          scope == FULL
              ? Constants.all()
              : scope.constants.stream().map(n -> Constants.find(n).orElseThrow()).toList();
      FieldSearch search = new FieldSearch(PairFamily.ALL, scope.bound, constants);
      List<FieldSearch.Found> found = search.find(() -> false);
      log.say("%d fields among %d members".formatted(found.size(), search.members().size()));
      List<Best> best = new ArrayList<>();
      for (String name : scope.constants) {
        List<FieldSearch.Found> of =
            found.stream().filter(f -> f.constant().name().equals(name)).toList();
        best(of).ifPresent(best::add);
      }
      double millis =
          scope == FULL
              ? found.stream()
                  .filter(f -> f.constant().name().equals(ZETA3))
                  .findFirst()
                  .map(f -> millis(f.conditions().field()))
                  .orElse(Double.POSITIVE_INFINITY)
              : 0;
      return new Data(
          families(),
          search.members().size(),
          scope.constants.size(),
          others(found),
          best,
          hypergeometric(scope == FULL),
          scope == FULL ? HypergeometricWalks.full(log) : HypergeometricWalks.quick(),
          millis);
    }

    private String others(List<FieldSearch.Found> found) {
      Map<String, Integer> counts = new TreeMap<>();
      found.stream()
          .map(f -> f.constant().name())
          .filter(n -> !scope.constants.contains(n))
          .forEach(n -> counts.merge(n, 1, Integer::sum));
      return counts.toString();
    }

    /** The trajectory of largest δ in all fields of a constant, of equal ones the first. */
    private Optional<Best> best(List<FieldSearch.Found> fields) {
      FieldSearch.Found bestField = null;
      DirectionSearch.Ranked best = null;
      int directions = 0;
      for (FieldSearch.Found f : fields) {
        DirectionSearch search =
            new DirectionSearch(
                f.conditions().field(), List.of(List.of(1, 1)), -scope.direction, scope.direction);
        List<DirectionSearch.Ranked> ranked = search.rank(scope.effort);
        directions += ranked.size();
        if (!ranked.isEmpty() && (best == null || delta(ranked.getFirst()) > delta(best) + 1e-9)) {
          bestField = f;
          best = ranked.getFirst();
        }
      }
      if (best == null) {
        return Optional.empty();
      }
      log.say(bestField.constant().name() + ": " + best.trajectory().direction());
      return Optional.of(best(fields.size(), bestField, best, directions));
    }

    private static Best best(
        int fields, FieldSearch.Found field, DirectionSearch.Ranked best, int directions) {
      Trajectory t = best.trajectory();
      Optional<DerivedFraction> fraction = DerivedFraction.of(t);
      return new Best(
          field.constant().name(),
          fields,
          field.conditions().field().isConservative(),
          PathIndependence.holds(Trajectory.of(t.field(), List.of(1, 1), List.of(1, 1)), 20, 10, 1)
              && PathIndependence.holds(t, 12, 10, 2),
          new Walked(
              field.member().pair().toString(),
              field.limitText(),
              field.digits(BITS),
              directions,
              t.direction() + " from " + t.start()),
          delta(best),
          "%s; at depth %d %s"
              .formatted(
                  best.asymptotics().orElseThrow().text(), best.periods(), number(best.delta())),
          fraction.map(f -> f.fraction().toString()).orElse(""),
          fraction.map(DerivedFraction::limitText).orElse(""),
          fraction.map(f -> digits(t, f)).orElse(0));
    }

    private static double delta(DirectionSearch.Ranked r) {
      double delta = r.asymptotics().map(a -> a.delta()).orElse(Double.NaN);
      return Double.isNaN(delta) ? Double.NEGATIVE_INFINITY : delta;
    }

    private static int digits(Trajectory t, DerivedFraction f) {
      double bits = f.approximation(700).log2Distance(t.approximation(700));
      return (int) Math.min(1_000_000, -bits * Math.log10(2));
    }
  }

  private static List<Family> families() {
    return PairFamily.ALL.stream()
        .map(
            f ->
                new Family(
                    f.name(),
                    f.coefficients().size(),
                    f.pair().check() instanceof Pair.Conservative c && c.field().isConservative()))
        .toList();
  }

  private static List<Hypergeometric> hypergeometric(boolean all) {
    Argument any = new Argument(MultivariatePolynomial.variable("z"), MultivariatePolynomial.ONE);
    List<Hypergeometric> fields = new ArrayList<>();
    fields.add(of("1F1, any z", HypergeometricField.of(1, 1, any)));
    fields.add(of("2F1, any z", HypergeometricField.of(2, 1, any)));
    if (all) {
      fields.add(of("2F2, any z", HypergeometricField.of(2, 2, any)));
      fields.add(of("3F2, any z", HypergeometricField.of(3, 2, any)));
      fields.add(of("3F2, z = 1", HypergeometricField.of(3, 2, Argument.of(1, 1))));
    }
    return fields;
  }

  private static Hypergeometric of(String name, HypergeometricField h) {
    MatrixField field = h.field();
    return new Hypergeometric(name, field.rank(), field.axes().size(), field.isConservative());
  }

  /** The best of five, compiled by then. */
  private static double millis(MatrixField field) {
    double best = Double.POSITIVE_INFINITY;
    for (int n = 0; n < 5; n++) {
      long start = System.nanoTime();
      Trajectory.of(field, List.of(1, 1), List.of(2, 1)).limit(500, 10_000).orElseThrow();
      best = Math.min(best, (System.nanoTime() - start) * 1e-6);
    }
    return best;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  @Override
  public Data plant(Data data) {
    List<Best> best = new ArrayList<>(data.best());
    Best last = best.removeLast();
    best.add(
        new Best(
            last.constant(),
            last.fields(),
            last.conservative(),
            last.pathIndependent(),
            last.walked(),
            last.delta() + 2e-4,
            last.deltaText(),
            last.fraction(),
            last.moebius(),
            last.tied()));
    return new Data(
        data.families(),
        data.members(),
        data.asked(),
        data.others(),
        best,
        data.hypergeometric(),
        data.walks(),
        data.millis());
  }

  @Override
  public String defect() {
    return "the asymptotic delta of the last constant is off by 0.0002";
  }

  @Override
  public List<Row> judge(Data data) {
    return MatrixFieldRows.of(data);
  }
}
