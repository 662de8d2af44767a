package org.formulary.continuedfractions.field;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.formulary.continuedfractions.field.Trajectory.Approximation;
import org.formulary.truth.Enclosure;

/**
 * The products at a depth and at nine tenths of it, from which limits are estimated: around the
 * approximation of the depth, eight times as wide on either side as the two are apart. It holds
 * where the error falls steadily.
 */
record LastSteps(IntegerMatrix earlier, IntegerMatrix last) {
  /** What an enclosure allows for beyond the distance of two approximations. */
  private static final int SPREAD = 3;

  static LastSteps of(Trajectory t, int depth) {
    StepMatrix step = t.step().primitive();
    int before = depth - Math.max(1, depth / 10);
    Walk first = step.product(0, before);
    return new LastSteps(first.matrix(), first.then(step.product(before, depth)).matrix());
  }

  /**
   * The limit of a quotient of linear forms of the last column.
   *
   * @return empty where a denominator vanishes, where the two approximations are equal, or where
   *     they do not agree to any bit
   */
  Optional<Enclosure> limit(Rows rows, int mostBits) {
    Approximation p = rows.approximation(last);
    Approximation q = rows.approximation(earlier);
    if (p.q().signum() == 0 || q.q().signum() == 0) {
      return Optional.empty();
    }
    double distance = p.log2Distance(q);
    if (distance == Double.NEGATIVE_INFINITY || distance > -2 * SPREAD) {
      return Optional.empty();
    }
    int bits = (int) Math.min(mostBits, Math.floor(-distance));
    return Optional.of(around(p, bits));
  }

  /** To so many places, and in the last of them as wide as it takes. */
  private static Enclosure around(Approximation p, int bits) {
    BigInteger units = p.p().shiftLeft(bits).divide(p.q());
    BigInteger radius = BigInteger.ONE.shiftLeft(SPREAD + 1);
    return new Enclosure(units.subtract(radius), units.add(radius), bits);
  }

  /**
   * The limits of all entries of the last column by the largest of them, in one unit; the largest
   * is 1.
   *
   * @return empty where all entries vanish, or two depths do not agree to any bit
   */
  Optional<List<Enclosure>> entries(int mostBits) {
    int rank = last.rank();
    int largest =
        IntStream.range(0, rank)
            .boxed()
            .max((i, j) -> entry(i).abs().compareTo(entry(j).abs()))
            .orElseThrow();
    List<Approximation> quotients = new ArrayList<>();
    double distance = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < rank; i++) {
      Rows rows = Rows.entries(i, largest, rank);
      Approximation before = rows.approximation(earlier);
      if (entry(largest).signum() == 0 || before.q().signum() == 0) {
        return Optional.empty();
      }
      quotients.add(rows.approximation(last));
      distance = Math.max(distance, quotients.getLast().log2Distance(before));
    }
    if (distance > -2 * SPREAD) {
      return Optional.empty();
    }
    int bits = (int) Math.min(mostBits, Math.floor(-distance));
    return Optional.of(
        IntStream.range(0, rank)
            .mapToObj(i -> i == largest ? Enclosure.of(1, bits) : around(quotients.get(i), bits))
            .toList());
  }

  private BigInteger entry(int row) {
    return last.entry(row, last.rank() - 1);
  }
}
