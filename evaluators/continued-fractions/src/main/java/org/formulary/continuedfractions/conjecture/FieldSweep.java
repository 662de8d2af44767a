package org.formulary.continuedfractions.conjecture;

import java.util.List;
import java.util.Optional;
import org.formulary.continuedfractions.field.DirectionSearch;
import org.formulary.continuedfractions.field.DirectionSearch.Effort;
import org.formulary.continuedfractions.field.FieldSearch;
import org.formulary.continuedfractions.field.PairFamily;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Strategy;
import org.formulary.truth.constant.Constant;

/**
 * The polynomial fractions of walks through conservative matrix fields (arXiv 2303.09318,
 * 2308.11829). A unit is one member of the families of fields: if its diagonal tends to an image of
 * one of the constants, its directions are ranked by δ, and from the unit go the fractions of the
 * best.
 */
public final class FieldSweep implements Strategy.Sweep<Conjecture> {
  /** Unit steps walked in every direction. */
  private static final int STEPS = 120;

  private static final List<Integer> START = List.of(1, 1);

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
    List<DirectionSearch.Ranked> ranked =
        directions.rank(new Effort(STEPS, 0, 1), progress::cancelled);
    int attempts = members.size() * constants.size() * WalkConjectures.BEST;
    WalkConjectures conjectures = new WalkConjectures(List.of(found.get().constant()), attempts);
    return new Strategy.Slice<>(conjectures.of(ranked, progress), ranked.size());
  }
}
