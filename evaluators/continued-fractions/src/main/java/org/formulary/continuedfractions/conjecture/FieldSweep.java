package org.formulary.continuedfractions.conjecture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.formulary.continuedfractions.field.DerivedFraction;
import org.formulary.continuedfractions.field.DirectionSearch;
import org.formulary.continuedfractions.field.DirectionSearch.Effort;
import org.formulary.continuedfractions.field.FieldSearch;
import org.formulary.continuedfractions.field.PairFamily;
import org.formulary.continuedfractions.polynomial.Limit;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Strategy;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;

/**
 * The polynomial fractions of walks through conservative matrix fields (arXiv 2303.09318,
 * 2308.11829). A unit is one member of the families of fields: if its diagonal tends to an image of
 * one of the constants, its directions are ranked by δ, and from the unit go the fractions of the
 * best.
 */
public final class FieldSweep implements Strategy.Sweep<Conjecture> {
  /** Unit steps walked in every direction. */
  private static final int STEPS = 120;

  /** Directions whose fractions are derived. */
  private static final int BEST = 12;

  private static final int BITS = 400;
  private static final List<Integer> START = List.of(1, 1);

  /** Fractions of higher degrees are known to no more than their field. */
  private static final int MOST_DEGREE = 12;

  private final List<Constant> constants;
  private final FieldSearch search;
  private final List<PairFamily.Member> members;
  private final int farthest;

  /**
   * The sweep of all families.
   *
   * @param constants of which fields are looked for
   * @param bound of the sizes of the coefficients of the families
   * @param farthest the largest size of an entry of a direction
   */
  public FieldSweep(List<Constant> constants, int bound, int farthest) {
    this.constants = List.copyOf(constants);
    this.search = new FieldSearch(PairFamily.ALL, bound, constants);
    this.members = search.members();
    this.farthest = farthest;
  }

  @Override
  public int units() {
    return members.size();
  }

  @Override
  public Strategy.Slice<Conjecture> run(int unit, Progress progress) {
    Optional<FieldSearch.Found> found =
        search.find(members.get(unit), members.size() * constants.size());
    if (found.isEmpty() || progress.cancelled()) {
      return new Strategy.Slice<>(List.of(), 1);
    }
    DirectionSearch directions =
        new DirectionSearch(found.get().conditions().field(), List.of(START), -farthest, farthest);
    List<DirectionSearch.Ranked> ranked = directions.rank(new Effort(STEPS, 0, 1));
    Map<String, Conjecture> classes = new TreeMap<>();
    for (DirectionSearch.Ranked r : ranked.subList(0, Math.min(BEST, ranked.size()))) {
      if (progress.cancelled()) {
        break;
      }
      DerivedFraction.of(r.trajectory())
          .filter(d -> !d.fraction().a().isZero() && !d.fraction().b().isZero())
          .filter(d -> d.fraction().b().degree() <= MOST_DEGREE)
          .flatMap(d -> conjecture(d.fraction().deflated(), found.get().constant()))
          .ifPresent(
              c ->
                  classes.merge(
                      c.fraction().classKey(),
                      c,
                      (old, other) -> other.size() < old.size() ? other : old));
    }
    List<Conjecture> leads = new ArrayList<>(classes.values());
    leads.sort(Comparator.comparingInt(Conjecture::size));
    return new Strategy.Slice<>(leads, ranked.size());
  }

  /** The value of the fraction as an image of the constant, found anew from its limit. */
  private Optional<Conjecture> conjecture(PolynomialFraction f, Constant constant) {
    if (!(Limit.of(f, BITS) instanceof Limit.Finite limit)) {
      return Optional.empty();
    }
    int attempts = members.size() * constants.size() * BEST;
    return FieldSearch.relation(limit.value(), constant, attempts)
        .map(relation -> FieldSearch.image(relation, constant.factor()))
        .map(value -> new Conjecture(f, Constants.of("constant", value)));
  }
}
