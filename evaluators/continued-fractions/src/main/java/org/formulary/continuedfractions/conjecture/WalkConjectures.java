package org.formulary.continuedfractions.conjecture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.formulary.continuedfractions.field.DerivedFraction;
import org.formulary.continuedfractions.field.DirectionSearch.Ranked;
import org.formulary.continuedfractions.field.FieldSearch;
import org.formulary.continuedfractions.polynomial.Limit;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.search.domain.Progress;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;

/**
 * The polynomial fractions of walks of rank 2, with the constants that their limits are images of.
 *
 * @param constants that limits are asked for, the first that fits is taken
 * @param attempts how many relations are sought in a search as a whole
 */
record WalkConjectures(List<Constant> constants, int attempts) {
  /** Directions whose fractions are derived. */
  static final int BEST = 12;

  private static final int BITS = 400;

  /** Fractions of higher degrees are known to no more than their field. */
  private static final int MOST_DEGREE = 12;

  /** Of the first walks, the shortest of each class, by size. */
  List<Conjecture> of(List<Ranked> ranked, Progress progress) {
    Map<String, Conjecture> classes = new TreeMap<>();
    for (Ranked r : ranked.subList(0, Math.min(BEST, ranked.size()))) {
      if (progress.cancelled()) {
        break;
      }
      DerivedFraction.of(r.trajectory())
          .filter(d -> !d.fraction().a().isZero() && !d.fraction().b().isZero())
          .filter(d -> d.fraction().b().degree() <= MOST_DEGREE)
          .flatMap(d -> conjecture(d.fraction().deflated()))
          .ifPresent(
              c ->
                  classes.merge(
                      c.fraction().classKey(),
                      c,
                      (old, other) -> other.size() < old.size() ? other : old));
    }
    List<Conjecture> leads = new ArrayList<>(classes.values());
    leads.sort(Comparator.comparingInt(Conjecture::size));
    return leads;
  }

  /** The value of the fraction as an image of a constant, found anew from its limit. */
  private Optional<Conjecture> conjecture(PolynomialFraction f) {
    if (!(Limit.of(f, BITS) instanceof Limit.Finite limit)) {
      return Optional.empty();
    }
    return constants.stream()
        .flatMap(
            constant ->
                FieldSearch.relation(limit.value(), constant, attempts)
                    .map(relation -> FieldSearch.image(relation, constant.factor()))
                    .stream())
        .findFirst()
        .map(value -> new Conjecture(f, Constants.of("constant", value)));
  }
}
