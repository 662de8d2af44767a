package org.formulary.continuedfractions.field;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constant;

/**
 * Looks for approximations of constants by walks of any rank: for walks in the order of their δ it
 * asks which quotients of linear forms of the last column tend to which constant ({@link
 * ColumnIdentification}), and what becomes of δ for those ({@link Asymptotics}).
 *
 * @param constants that are asked for
 * @param best how many walks of a unit are followed
 * @param depth periods from which asymptotics are inferred
 */
public record FormSearch(
    HypergeometricSearch fields, List<Constant> constants, int best, int depth) {
  /** Unit steps walked in every direction. */
  private static final int STEPS = 120;

  /** Binary places of the limits of entries. */
  private static final int BITS = 500;

  private static final int FEWEST_BITS = 200;

  /** Periods walked for them. */
  private static final int WALKED = 300;

  public FormSearch {
    constants = List.copyOf(constants);
  }

  /**
   * A quotient of linear forms of a walk that tends to a constant, a conjecture: significant among
   * all attempts.
   *
   * @param rows the forms
   */
  public record Found(
      Trajectory trajectory, Constant constant, Rows rows, Asymptotics asymptotics) {
    /** The digits to which the approximation of a depth agrees with the constant. */
    public int digits(int periods) {
      Trajectory.Approximation p =
          rows.approximation(trajectory.step().primitive().product(0, periods).matrix());
      return FormSearch.digits(p, constant);
    }
  }

  private static int digits(Trajectory.Approximation p, Constant constant) {
    double size = Enclosure.log2(p.p().abs().max(p.q().abs()));
    int bits = 2 * (int) size + 64;
    Enclosure c = constant.enclosure(bits);
    Enclosure error = c.multiply(p.q()).add(new Enclosure(p.p(), p.p(), 0).withBits(bits).negate());
    double log2 = Enclosure.log2(error.magnitude()) - bits - Enclosure.log2(p.q().abs());
    return (int) Enclosure.digitsOf(-log2);
  }

  /**
   * What is found in one unit: of each constant the walk of the largest δ, in the order of
   * constants; one with an unknown δ only where there is no other.
   *
   * @param stop asked before each walk
   */
  public List<Found> find(HypergeometricSearch.Unit unit, BooleanSupplier stop) {
    long attempts = (long) fields.units().size() * best * constants.size();
    List<Found> found = new ArrayList<>();
    var effort = new DirectionSearch.Effort(STEPS, 0, 1);
    List<DirectionSearch.Ranked> ranked = fields.rank(unit, effort, stop);
    for (DirectionSearch.Ranked r : ranked.subList(0, Math.min(best, ranked.size()))) {
      if (!stop.getAsBoolean()) {
        found.addAll(find(r.trajectory(), attempts));
      }
    }
    return constants.stream().flatMap(c -> best(found, c).stream()).toList();
  }

  private static Optional<Found> best(List<Found> found, Constant constant) {
    return found.stream()
        .filter(f -> f.constant().equals(constant))
        .max(Comparator.comparingDouble(f -> known(f.asymptotics().delta())));
  }

  private static double known(double delta) {
    return Double.isNaN(delta) ? Double.NEGATIVE_INFINITY : delta;
  }

  private List<Found> find(Trajectory t, long attempts) {
    List<Found> found = new ArrayList<>();
    Optional<ColumnIdentification> column =
        ColumnIdentification.of(t, WALKED, BITS, attempts).filter(c -> c.knownBits() > FEWEST_BITS);
    if (column.isPresent()) {
      for (Constant constant : constants) {
        column
            .get()
            .rows(constant, attempts)
            .map(rows -> new Found(t, constant, rows, Asymptotics.of(t, rows, depth)))
            .ifPresent(found::add);
      }
    }
    return found;
  }
}
