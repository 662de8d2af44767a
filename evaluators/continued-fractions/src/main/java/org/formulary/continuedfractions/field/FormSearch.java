package org.formulary.continuedfractions.field;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.formulary.truth.constant.Constant;

/**
 * Looks for approximations of constants by walks of any rank: for walks in the order of their δ it
 * asks which quotients of linear forms of the last column tend to which constant ({@link
 * ColumnIdentification}), and what becomes of δ for those ({@link Asymptotics}).
 *
 * @param constants that are asked for
 * @param best how many walks of a unit are asked
 * @param depth periods from which asymptotics are inferred
 */
public record FormSearch(
    HypergeometricSearch fields, List<Constant> constants, int best, int depth) {
  /** Unit steps walked in every direction. */
  private static final int STEPS = 120;

  /** Binary places of the limits of entries. */
  private static final int BITS = 500;

  private static final int FEWEST_BITS = 200;

  /** Forms of a constant whose asymptotics are told, of one unit. */
  private static final int FOLLOWED = 2;

  /** Periods walked for them. */
  private static final int WALKED = 300;

  public FormSearch {
    constants = List.copyOf(constants);
  }

  /**
   * A quotient of linear forms of a walk that tends to a constant: a conjecture, significant among
   * all attempts.
   *
   * @param rows the forms
   */
  public record Found(
      Trajectory trajectory, Constant constant, Rows rows, Asymptotics asymptotics) {
    /** The digits to which the approximation of a depth agrees with the constant. */
    public int digits(int periods) {
      Walk walk = trajectory.step().primitive().product(0, periods);
      return rows.approximation(walk.matrix()).digits(constant);
    }
  }

  /** Forms of a walk, and their δ at a depth. */
  private record Candidate(Trajectory walk, Constant constant, Rows rows, double delta) {}

  /**
   * What is found in one unit: of each constant the forms of the largest asymptotic δ among the two
   * with the largest δ at a depth, in the order of constants; an unknown one only where there is no
   * other.
   *
   * @param stop asked before each walk
   */
  public List<Found> find(HypergeometricSearch.Unit unit, BooleanSupplier stop) {
    List<Candidate> candidates = new ArrayList<>();
    var effort = new DirectionSearch.Effort(STEPS, 0, 1);
    List<DirectionSearch.Ranked> ranked = fields.rank(unit, effort, stop);
    for (DirectionSearch.Ranked r : ranked.subList(0, Math.min(best, ranked.size()))) {
      if (!stop.getAsBoolean()) {
        candidates.addAll(candidates(r));
      }
    }
    return constants.stream().flatMap(c -> best(candidates, c).stream()).toList();
  }

  private List<Candidate> candidates(DirectionSearch.Ranked r) {
    long attempts = (long) fields.units().size() * best * constants.size();
    Trajectory t = r.trajectory();
    Optional<ColumnIdentification> column =
        ColumnIdentification.of(t, WALKED, BITS, attempts).filter(c -> c.knownBits() > FEWEST_BITS);
    List<Candidate> candidates = new ArrayList<>();
    if (column.isPresent()) {
      for (Constant constant : constants) {
        column
            .get()
            .rows(constant, attempts)
            .map(rows -> new Candidate(t, constant, rows, t.deltaAtDepth(rows, r.periods())))
            .ifPresent(candidates::add);
      }
    }
    return candidates;
  }

  private Optional<Found> best(List<Candidate> candidates, Constant constant) {
    return candidates.stream()
        .filter(c -> c.constant.equals(constant))
        .sorted(Comparator.comparingDouble((Candidate c) -> known(c.delta)).reversed())
        .limit(FOLLOWED)
        .map(c -> new Found(c.walk, constant, c.rows, Asymptotics.of(c.walk, c.rows, depth)))
        .max(Comparator.comparingDouble(f -> known(f.asymptotics().delta())));
  }

  private static double known(double delta) {
    return Double.isNaN(delta) ? Double.NEGATIVE_INFINITY : delta;
  }
}
