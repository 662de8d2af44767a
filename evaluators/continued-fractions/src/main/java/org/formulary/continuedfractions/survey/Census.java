package org.formulary.continuedfractions.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.formulary.search.survey.DataTable;

/** Counts what became of the fractions of a survey, and collects those that are irrational. */
final class Census {
  /** Digits to which a closed form must agree with the limit. */
  static final int ENOUGH_DIGITS = 40;

  private static final int LARGEST_CLOSED_A = 1;

  private final int degree;
  private final Map<String, String> texts = new HashMap<>();

  /** Closed forms by the class of a fraction. */
  private final Map<String, String> closedForms = new HashMap<>();

  private final List<Member> members = new ArrayList<>();
  private final SortedMap<String, Long> kinds = new TreeMap<>();
  private final SortedMap<String, Long> laws = new TreeMap<>();
  private final SortedMap<String, Long> unresolved = new TreeMap<>();
  private long rows;
  private long eligible;
  private long identified;
  private long inflated;
  private long irregular;
  private long withoutDelta;
  private long logarithmic;
  private long logarithmicKnown;

  Census(int degree) {
    this.degree = degree;
  }

  /**
   * Adds a unit; those of low degrees come first, so that others can be inflations of what is in
   * them. Every other row is the opposite of the one before.
   */
  void add(int unit, DataTable table) {
    Row row = new Row(table, degree);
    for (int r = 0; r < table.rows(); r++) {
      rows++;
      String kind = row.text(FractionRows.KIND, r);
      String law = row.text(FractionRows.LAW, r);
      kinds.merge(kind, 1L, Long::sum);
      if (kind.equals(Kind.UNRESOLVED.toString())) {
        unresolved.merge(row.text(FractionRows.DETAIL, r), 1L, Long::sum);
      }
      if (law.isEmpty()) {
        continue;
      }
      laws.merge(law, 1L, Long::sum);
      irregular += row.whole(FractionRows.REGULAR, r) == 0 ? 1 : 0;
      if (law.equals("logarithmic")) {
        logarithmic++;
        logarithmicKnown += row.text(FractionRows.VALUE, r).isEmpty() ? 0 : 1;
      }
      if (kind.equals(Kind.IRRATIONAL.toString())) {
        irrational(unit, r, row);
      }
    }
  }

  private void irrational(int unit, int r, Row row) {
    withoutDelta += Double.isNaN(row.real(FractionRows.DELTA, r)) ? 1 : 0;
    boolean agrees = row.whole(FractionRows.AGREED, r) >= ENOUGH_DIGITS;
    if (row.degreeOfA(r) <= LARGEST_CLOSED_A) {
      eligible++;
      identified += agrees ? 1 : 0;
    }
    String key = row.text(FractionRows.CLASS, r);
    String closed = agrees ? row.text(FractionRows.CLOSED, r) : closedForms.getOrDefault(key, "");
    if (agrees) {
      closedForms.putIfAbsent(key, closed);
    } else {
      inflated += closed.isEmpty() ? 0 : 1;
    }
    if (r % 2 == 0) {
      String dynamics =
          "%s %s, d = %s"
              .formatted(
                  row.text(FractionRows.LAW, r),
                  row.text(FractionRows.PARAMETER, r),
                  row.real(FractionRows.D, r));
      members.add(
          new Member(
              unit,
              r / 2,
              shared(dynamics),
              new Member.Denominators(
                  (float) row.real(FractionRows.C, r),
                  (float) row.real(FractionRows.MOD4, r),
                  (float) row.real(FractionRows.MOD3, r)),
              new Member.Rates(
                  (float) row.real(FractionRows.RATE, r), (float) row.real(FractionRows.DELTA, r)),
              shared(closed),
              closed.isEmpty() ? "" : row.text(FractionRows.VALUE, r)));
    }
  }

  private String shared(String text) {
    return texts.computeIfAbsent(text, t -> t);
  }

  /** Columns by name. */
  private record Row(DataTable table, int degree) {
    String text(String column, int row) {
      return table.text(table.index(column), row);
    }

    double real(String column, int row) {
      return table.real(table.index(column), row);
    }

    long whole(String column, int row) {
      return table.whole(table.index(column), row);
    }

    /** The coefficients of a come first. */
    int degreeOfA(int row) {
      int d = degree;
      while (d >= 0 && table.whole(d, row) == 0) {
        d--;
      }
      return d;
    }
  }

  /** Irrational fractions of which the leading coefficient of a is positive. */
  List<Member> members() {
    return members;
  }

  /** Names and counts, in the order of printing. */
  List<Map.Entry<String, Long>> counts() {
    List<Map.Entry<String, Long>> counts = new ArrayList<>();
    counts.add(Map.entry("fractions", rows));
    for (Kind kind : Kind.values()) {
      counts.add(Map.entry("kind: " + kind, kinds.getOrDefault(kind.toString(), 0L)));
    }
    unresolved.forEach((reason, n) -> counts.add(Map.entry("unresolved: " + reason, n)));
    laws.forEach((law, n) -> counts.add(Map.entry("law: " + law, n)));
    counts.add(Map.entry("logarithmic with a limit", logarithmicKnown));
    counts.add(Map.entry("logarithmic", logarithmic));
    counts.add(Map.entry("denominators without a law for all primes", irregular));
    counts.add(Map.entry("irrational without delta", withoutDelta));
    counts.add(Map.entry("irrational of degrees (1, 2) or less", eligible));
    counts.add(Map.entry("of these with a closed form that agrees to 40 digits", identified));
    counts.add(Map.entry("of others equal to one of these but for inflation", inflated));
    return counts;
  }
}
