package org.formulary.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.formulary.benchmarks.Benchmark.Row;

/** What is asked of matrix fields, beside what was measured. */
final class MatrixFieldRows {
  /** Apéry's (1979), of ζ(3). */
  private static final String APERY = "a = 34*n^3 + 51*n^2 + 27*n + 5, b = -n^6";

  /** Asymptotic δ of the literature, by constant; for π there is none. */
  private static final Map<String, Double> DELTA =
      Map.of("e", 1.0, "ln2", 0.2761, "zeta2", 0.0922, "zeta3", 0.0805);

  /** Half a unit of the last digit above. */
  private static final double PRINTED = 5e-5;

  private static final int DIGITS = 100;

  /** Of the published software, for 500 periods of (2, 1) through the field of ζ(3). */
  private static final double MILLIS = 180;

  private MatrixFieldRows() {}

  static List<Row> of(MatrixFields.Data data) {
    List<Row> rows = new ArrayList<>();
    for (MatrixFields.Family f : data.families()) {
      rows.add(
          proof(
              "family of %s, %d free coefficients".formatted(f.name(), f.coefficients()),
              f.conservative(),
              "conservative for all of them, by expansion"));
    }
    for (MatrixFields.Hypergeometric h : data.hypergeometric()) {
      rows.add(
          proof(
              "field of " + h.name(),
              h.conservative(),
              "conservative, %d axes of rank %d".formatted(h.axes(), h.rank())));
    }
    rows.add(
        new Row(
            "constants with a field, of " + data.members() + " members",
            Integer.toString(data.asked()),
            "%d; fields of others: %s".formatted(data.best().size(), data.others()),
            data.best().size() == data.asked()));
    data.best().forEach(b -> rows.addAll(of(b)));
    data.walks().forEach(w -> rows.add(of(w)));
    if (data.millis() > 0) {
      rows.add(
          new Row(
              "zeta3, limit after 500 periods of (2, 1), one thread",
              String.format(Locale.ROOT, "≤ %.0f ms", MILLIS),
              String.format(Locale.ROOT, "%.1f ms", data.millis()),
              data.millis() <= MILLIS));
    }
    return rows;
  }

  private static Row proof(String what, boolean passed, String claim) {
    return new Row(what, "conservative", passed ? claim : "not conservative", passed);
  }

  private static List<Row> of(MatrixFields.Best b) {
    String name = b.constant();
    MatrixFields.Walked w = b.walked();
    return List.of(
        new Row(
            name + ", field found",
            "≥ %d digits".formatted(DIGITS),
            "%s; diagonal tends to %s, %d digits; fields found: %d"
                .formatted(w.pair(), w.limit(), w.digits(), b.fields()),
            w.digits() >= DIGITS),
        proof(name + ", field", b.conservative(), "conservative, by expansion"),
        new Row(
            name + ", products along paths",
            "equal",
            b.pathIndependent() ? "equal, exactly" : "differ",
            b.pathIndependent()),
        delta(b),
        new Row(
            name + ", fraction",
            name.equals("zeta3") ? APERY : "derived",
            b.fraction(),
            name.equals("zeta3") ? b.fraction().equals(APERY) : !b.fraction().isEmpty()),
        new Row(
            name + ", limit from the fraction",
            "≥ %d digits".formatted(DIGITS),
            "%s, %d digits".formatted(b.moebius(), b.tied()),
            b.tied() >= DIGITS));
  }

  private static Row of(HypergeometricWalks.Best w) {
    return new Row(
        "%s, best δ of %d %s of %s, rank %d"
            .formatted(
                w.constant(),
                w.found(),
                w.rank() == 2 ? "fractions" : "walks",
                w.where(),
                w.rank()),
        String.format(Locale.ROOT, "%.4f, ≥ %d digits", DELTA.get(w.constant()), DIGITS),
        String.format(
            Locale.ROOT, "%.4f, %d digits: %s; %s", w.delta(), w.digits(), w.what(), w.deltaText()),
        Math.abs(w.delta() - DELTA.get(w.constant())) <= PRINTED && w.digits() >= DIGITS);
  }

  private static Row delta(MatrixFields.Best b) {
    Double asked = DELTA.get(b.constant());
    return new Row(
        "%s, best δ of %d trajectories".formatted(b.constant(), b.walked().directions()),
        asked == null ? "known" : String.format(Locale.ROOT, "%.4f", asked),
        String.format(
            Locale.ROOT, "%.4f for %s: %s", b.delta(), b.walked().direction(), b.deltaText()),
        asked == null ? Double.isFinite(b.delta()) : Math.abs(b.delta() - asked) <= PRINTED);
  }
}
