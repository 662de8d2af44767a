package org.formulary.continuedfractions.conjecture;

import java.util.List;
import org.formulary.continuedfractions.field.DirectionSearch.Effort;
import org.formulary.continuedfractions.field.DirectionSearch.Ranked;
import org.formulary.continuedfractions.field.HypergeometricSearch;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Strategy;
import org.formulary.truth.constant.Constant;

/**
 * The polynomial fractions of walks through the fields of hypergeometric functions, of rank 2. A
 * unit is one field with one start: its directions are ranked by δ, and from the unit go those
 * fractions of the best whose limits are images of one of the constants. Which field belongs to
 * which constant is found, never listed.
 */
public final class HypergeometricSweep implements Strategy.Sweep<Conjecture> {
  /** Unit steps walked in every direction. */
  private static final int STEPS = 120;

  private final HypergeometricSearch search;
  private final List<HypergeometricSearch.Unit> units;
  private final WalkConjectures conjectures;

  /**
   * The sweep of all fields of a search.
   *
   * @param search of rank 2
   * @param constants of which fractions are looked for
   */
  public HypergeometricSweep(HypergeometricSearch search, List<Constant> constants) {
    if (search.rank() != 2) {
      throw new IllegalArgumentException("rank must be 2, was " + search.rank());
    }
    this.search = search;
    this.units = search.units();
    int attempts = units.size() * constants.size() * WalkConjectures.BEST;
    this.conjectures = new WalkConjectures(constants, attempts);
  }

  @Override
  public int units() {
    return units.size();
  }

  @Override
  public Strategy.Slice<Conjecture> run(int unit, Progress progress) {
    List<Ranked> ranked =
        search.rank(units.get(unit), new Effort(STEPS, 0, 1), progress::cancelled);
    return new Strategy.Slice<>(conjectures.of(ranked, progress), Math.max(1, ranked.size()));
  }
}
