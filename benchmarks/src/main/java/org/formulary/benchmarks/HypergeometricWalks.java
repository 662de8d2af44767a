package org.formulary.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.formulary.continuedfractions.conjecture.Conjecture;
import org.formulary.continuedfractions.conjecture.HypergeometricSweep;
import org.formulary.continuedfractions.field.Asymptotics;
import org.formulary.continuedfractions.field.FormSearch;
import org.formulary.continuedfractions.field.HypergeometricField.Argument;
import org.formulary.continuedfractions.field.HypergeometricSearch;
import org.formulary.continuedfractions.field.Trajectory.Approximation;
import org.formulary.continuedfractions.polynomial.PolynomialFraction.Convergent;
import org.formulary.search.domain.Progress;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;

/**
 * What walks through fields of hypergeometric functions find: polynomial fractions where the rank
 * is 2, and quotients of linear forms where it is larger.
 */
final class HypergeometricWalks {
  /** Periods, or terms, after which digits are counted. */
  private static final int PERIODS = 300;

  /**
   * The best that was found for a constant.
   *
   * @param where the function, such as 3F2(1)
   * @param rank of its fields
   * @param found how many findings there are
   * @param what it is
   * @param delta asymptotic; NaN where unknown
   * @param deltaText where it comes from
   * @param digits to which it agrees with the constant
   */
  record Best(
      String constant,
      String where,
      int rank,
      int found,
      String what,
      double delta,
      String deltaText,
      int digits) {}

  /** A function pFq with whole parameters and an argument. */
  private record Function(int p, int q, int above, int below) {
    HypergeometricSearch search() {
      return new HypergeometricSearch(p, q, Argument.of(above, below), 1, 1);
    }

    @Override
    public String toString() {
      return "%dF%d(%s)".formatted(p, q, below == 1 ? above : above + "/" + below);
    }
  }

  private HypergeometricWalks() {}

  static List<Best> full(Benchmark.Log log) {
    List<Best> best = new ArrayList<>();
    best.add(fractions(new Function(3, 2, 1, 1), "zeta2", 2000));
    log.say("fractions of 3F2(1)");
    best.addAll(forms(new Function(4, 3, 1, 1), List.of("zeta2", "zeta3"), 6, 2000));
    log.say("forms of 4F3(1)");
    return best;
  }

  static List<Best> quick() {
    List<Best> best = new ArrayList<>();
    best.add(fractions(new Function(2, 1, -1, 1), "ln2", 1000));
    best.addAll(forms(new Function(3, 2, 1, 2), List.of("ln2"), 2, 800));
    return best;
  }

  private static Best fractions(Function f, String name, int depth) {
    Constant constant = Constants.find(name).orElseThrow();
    HypergeometricSearch search = f.search();
    HypergeometricSweep sweep = new HypergeometricSweep(search, List.of(constant));
    List<Best> all = new ArrayList<>();
    for (int unit = 0; unit < sweep.units(); unit++) {
      for (Conjecture c : sweep.run(unit, Progress.NONE).leads()) {
        Asymptotics a = Asymptotics.of(c.fraction(), depth);
        Convergent k = c.fraction().convergent(PERIODS);
        all.add(
            new Best(
                name,
                f.toString(),
                search.rank(),
                0,
                c.value().name() + ": " + c.fraction(),
                a.delta(),
                a.text(),
                new Approximation(k.p(), k.q()).digits(c.value())));
      }
    }
    return best(all, f, search.rank(), name);
  }

  private static List<Best> forms(Function f, List<String> names, int best, int depth) {
    List<Constant> constants =
        names.stream().map(name -> Constants.find(name).orElseThrow()).toList();
    HypergeometricSearch fields = f.search();
    FormSearch search = new FormSearch(fields, constants, best, depth);
    List<Best> all = new ArrayList<>();
    for (HypergeometricSearch.Unit unit : fields.units()) {
      for (FormSearch.Found found : search.find(unit, () -> false)) {
        all.add(
            new Best(
                found.constant().name(),
                f.toString(),
                fields.rank(),
                0,
                "%s along %s from %s / %s"
                    .formatted(
                        found.rows(),
                        found.trajectory().direction().values(),
                        unit.upper(),
                        unit.lower().stream().map(k -> k + unit.rise()).toList()),
                found.asymptotics().delta(),
                found.asymptotics().text(),
                found.digits(PERIODS)));
      }
    }
    return names.stream().map(name -> best(all, f, fields.rank(), name)).toList();
  }

  /** The one of largest δ, of equal ones the first; of nothing found one that fails. */
  private static Best best(List<Best> all, Function f, int rank, String name) {
    List<Best> of = all.stream().filter(b -> b.constant.equals(name)).toList();
    return of.stream()
        .max(Comparator.comparingDouble(b -> Double.isNaN(b.delta) ? -2 : Math.rint(b.delta * 1e9)))
        .map(
            b ->
                new Best(
                    b.constant, b.where, b.rank, of.size(), b.what, b.delta, b.deltaText, b.digits))
        .orElse(new Best(name, f.toString(), rank, 0, "none", Double.NaN, "", 0));
  }
}
