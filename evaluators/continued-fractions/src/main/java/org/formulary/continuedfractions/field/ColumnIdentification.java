package org.formulary.continuedfractions.field;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.relation.IntegerRelation;
import org.formulary.truth.relation.RelationSearch;

/**
 * Which quotients of linear forms of a column tend to a constant c. For the limits v_i of its
 * entries, up to a factor, a relation Σ k_i v_i c − Σ m_i v_i = 0 says that c = (m · v)/(k · v).
 * One relation is sought between all entries and all their products with c at once; entries that
 * are rational combinations of others are left out before, or they would be found instead.
 *
 * @param entries the limits, one of them 1, in one unit
 * @param independent which of them are kept
 */
record ColumnIdentification(List<Enclosure> entries, List<Integer> independent) {
  /**
   * Of the limits of the last column of a walk.
   *
   * @param bits binary places, if so many are known
   * @param attempts of which each relation is one
   * @return empty where there are no limits, or all are rational
   */
  static Optional<ColumnIdentification> of(Trajectory t, int depth, int bits, long attempts) {
    return LastSteps.of(t, depth)
        .entries(bits)
        .map(entries -> new ColumnIdentification(entries, independent(entries, attempts)))
        .filter(column -> column.independent.size() > 1);
  }

  private static List<Integer> independent(List<Enclosure> entries, long attempts) {
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      List<Enclosure> terms = new ArrayList<>(kept.stream().map(entries::get).toList());
      terms.add(entries.get(i));
      if (!entries.get(i).containsZero() && (kept.isEmpty() || !related(terms, attempts))) {
        kept.add(i);
      }
    }
    return kept;
  }

  private static boolean related(List<Enclosure> terms, long attempts) {
    return RelationSearch.search(terms, m -> m.getLast().signum() != 0, attempts, () -> false)
        .relation()
        .filter(r -> r.isSignificant(attempts))
        .isPresent();
  }

  /** Leading bits to which the least known of the entries is known. */
  double knownBits() {
    return entries.stream().mapToDouble(Enclosure::knownBits).min().orElseThrow();
  }

  /**
   * The forms whose quotient tends to a constant, if there is a relation that is no accident.
   *
   * @param attempts of which this is one
   */
  Optional<Rows> rows(Constant constant, long attempts) {
    int size = independent.size();
    Enclosure c = constant.enclosure(entries.getFirst().bits());
    List<Enclosure> terms = new ArrayList<>();
    independent.forEach(i -> terms.add(entries.get(i)));
    independent.forEach(i -> terms.add(entries.get(i).multiply(c)));
    return RelationSearch.search(terms, m -> isQuotient(m, size), attempts, () -> false)
        .relation()
        .filter(r -> r.isSignificant(attempts))
        .map(IntegerRelation::coefficients)
        .map(
            m ->
                new Rows(
                    row(m.subList(0, size).stream().map(BigInteger::negate).toList()),
                    row(m.subList(size, 2 * size))));
  }

  private static boolean isQuotient(List<BigInteger> m, int size) {
    return m.subList(0, size).stream().anyMatch(k -> k.signum() != 0)
        && m.subList(size, 2 * size).stream().anyMatch(k -> k.signum() != 0);
  }

  /** With zeros for the entries that were left out. */
  private List<BigInteger> row(List<BigInteger> kept) {
    List<BigInteger> row = new ArrayList<>(Collections.nCopies(entries.size(), BigInteger.ZERO));
    for (int k = 0; k < kept.size(); k++) {
      row.set(independent.get(k), kept.get(k));
    }
    return row;
  }
}
