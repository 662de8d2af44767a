package org.formulary.continuedfractions.conjecture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.formulary.continuedfractions.polynomial.Family;
import org.formulary.continuedfractions.polynomial.FamilyWalk;
import org.formulary.continuedfractions.polynomial.Limit;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.continuedfractions.polynomial.ReductionFilter;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Strategy;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;
import org.formulary.truth.relation.Identification;
import org.formulary.truth.relation.Identified;

/**
 * The fractions of a family that have factorial reduction and a limit that is a formula in some
 * constants (arXiv 2308.11829). A unit has some hundred thousand fractions; from it go those whose
 * limits are identified, with their formulas.
 */
public final class ReductionSweep implements Strategy.Sweep<Conjecture> {
  /** Fractions of a unit: a fraction of a second. */
  private static final long UNIT = 1 << 18;

  /** Bits to which limits are identified. */
  private static final int BITS = 400;

  private final Family family;
  private final Identification identification;

  /**
   * The sweep of a family.
   *
   * @param constants of which limits are sought, all together
   */
  public ReductionSweep(Family family, List<Constant> constants) {
    this.family = family;
    this.identification = Identification.with(constants);
  }

  @Override
  public int units() {
    return Math.toIntExact(Math.ceilDiv(family.size(), UNIT));
  }

  @Override
  public Strategy.Slice<Conjecture> run(int unit, Progress progress) {
    long from = unit * UNIT;
    long to = Math.min(from + UNIT, family.size());
    List<Conjecture> found = new ArrayList<>();
    for (PolynomialFraction f : reducing(from, to, progress)) {
      if (progress.cancelled()) {
        break;
      }
      identified(f, progress).ifPresent(found::add);
    }
    return new Strategy.Slice<>(found, to - from);
  }

  /** The fractions that pass the filter, without inflations of one another. */
  Set<PolynomialFraction> reducing(long from, long to, Progress progress) {
    Set<PolynomialFraction> reducing = new LinkedHashSet<>();
    FamilyWalk walk = new FamilyWalk(family);
    ReductionFilter[] filters = new ReductionFilter[ReductionFilter.MOST_DEGREE + 1];
    walk.visit(
        from,
        to,
        (number, a, b) -> {
          int degree = a.length - 1;
          if (2 * degree != b.length - 1 || a[degree] == 0 || b[2 * degree] == 0) {
            return; // of another degree: the filter does not apply
          }
          if (filters[degree] == null) {
            filters[degree] = new ReductionFilter(degree);
          }
          if (!progress.cancelled() && filters[degree].accepts(a, b)) {
            reducing.add(family.fraction(walk.values(number)).deflated());
          }
        });
    return reducing;
  }

  private Optional<Conjecture> identified(PolynomialFraction f, Progress progress) {
    if (!(Limit.of(f, BITS) instanceof Limit.Finite limit)
        || Identification.isRational(limit.value())) {
      return Optional.empty();
    }
    return identification
        .identify(limit.value(), family.size(), progress::cancelled)
        .best()
        .flatMap(Identified::value)
        .map(value -> new Conjecture(f, Constants.of("constant", value)));
  }
}
