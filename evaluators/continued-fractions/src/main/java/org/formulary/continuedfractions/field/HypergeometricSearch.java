package org.formulary.continuedfractions.field;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Walks through the fields of a pFq with parameters of one denominator. Each parameter above begins
 * in (0, 1] or in (−2, −1], those below begin all in (0, 1], (1, 2] or (2, 3], so that there are
 * walks away from the points where matrices are singular on either side of them. From there
 * directions are ranked by δ. What differs by the order of parameters is looked at once. Where a
 * walk meets a singular matrix or a pole, it is left out.
 *
 * @param p how many parameters are above
 * @param q and below
 * @param unit the parameters are multiples of 1/unit
 * @param farthest the largest size of an entry of a direction
 */
public record HypergeometricSearch(
    int p, int q, HypergeometricField.Argument argument, int unit, int farthest) {
  /** Parameters below begin at so much above (0, 1]. */
  private static final List<Integer> RISES = List.of(0, 1, 2);

  /** And those above at so much below it. */
  private static final int FALL = 2;

  /**
   * A field and where its walks begin.
   *
   * @param upper numerators of the parameters above where walks begin, ascending
   * @param lower the same below, from 1 to the unit, but for what they begin higher
   * @param rise of all parameters below
   */
  public record Unit(List<Integer> upper, List<Integer> lower, int rise) {
    public Unit {
      upper = List.copyOf(upper);
      lower = List.copyOf(lower);
    }

    private List<Integer> start() {
      List<Integer> start = new ArrayList<>(Collections.nCopies(upper.size(), 0));
      start.addAll(Collections.nCopies(lower.size(), rise));
      return start;
    }
  }

  /** The rank of the fields. */
  public int rank() {
    return of(units().getFirst()).rank();
  }

  /** All fields and starts. */
  public List<Unit> units() {
    List<Integer> high = IntStream.rangeClosed(1, unit).boxed().toList();
    List<Integer> all =
        Stream.concat(high.stream().map(part -> part - FALL * unit), high.stream()).toList();
    List<Unit> units = new ArrayList<>();
    for (List<Integer> upper : ascending(p, all)) {
      for (List<Integer> lower : ascending(q, high)) {
        for (int rise : q == 0 ? List.of(0) : RISES) {
          units.add(new Unit(upper, lower, rise));
        }
      }
    }
    return units;
  }

  private static List<List<Integer>> ascending(int length, List<Integer> numbers) {
    List<List<Integer>> lists = List.of(List.of());
    for (int k = 0; k < length; k++) {
      lists =
          lists.stream()
              .flatMap(
                  list ->
                      numbers.stream()
                          .filter(n -> list.isEmpty() || n >= list.getLast())
                          .map(n -> with(list, n)))
              .toList();
    }
    return lists;
  }

  private static List<Integer> with(List<Integer> list, int last) {
    List<Integer> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }

  /** The field of a unit. */
  public MatrixField field(Unit of) {
    return of(of).field();
  }

  private HypergeometricField of(Unit of) {
    return new HypergeometricField(of.upper, of.lower, unit, argument);
  }

  /** The trajectories of a unit, as {@link DirectionSearch} ranks them. */
  public List<DirectionSearch.Ranked> rank(
      Unit of, DirectionSearch.Effort effort, BooleanSupplier stop) {
    List<List<Integer>> directions =
        DirectionSearch.primitive(p + q, -farthest, farthest, v -> isFirst(of, v));
    return new DirectionSearch(field(of), List.of(of.start()), directions).rank(effort, stop);
  }

  /** Whether a direction does not fall along axes of which only the order can differ. */
  private boolean isFirst(Unit of, List<Integer> direction) {
    int last = direction.size() - 1;
    if (last == 0 || last == p) {
      return true;
    }
    List<Integer> parts = last < p ? of.upper : of.lower;
    int at = last < p ? last : last - p;
    boolean alike = parts.get(at).equals(parts.get(at - 1));
    return !alike || direction.get(last) >= direction.get(last - 1);
  }
}
