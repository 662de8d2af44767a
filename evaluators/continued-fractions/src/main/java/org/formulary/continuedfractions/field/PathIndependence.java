package org.formulary.continuedfractions.field;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Products along different lattice paths between the same points, compared exactly. */
public final class PathIndependence {
  private PathIndependence() {}

  /**
   * Whether all of some paths between the start of a trajectory and its point after some periods
   * have equal products: the trajectory itself, one axis after the other in either order, and
   * random orders of the same steps. Not where one of them meets a pole.
   *
   * @param random how many random ones
   * @param seed of their generator
   */
  public static boolean holds(Trajectory t, int periods, int random, long seed) {
    List<String> steps = new ArrayList<>();
    t.direction()
        .forEach(
            (axis, k) -> {
              for (int i = 0; i < Math.abs(k) * periods; i++) {
                steps.add(axis);
              }
            });
    Walk expected = t.walk(periods);
    boolean equal = expected.isEqual(product(t, steps));
    equal &= expected.isEqual(product(t, steps.reversed()));
    SplittableRandom generator = new SplittableRandom(seed);
    for (int n = 0; n < random && equal; n++) {
      List<String> shuffled = new ArrayList<>(steps);
      for (int i = shuffled.size() - 1; i > 0; i--) {
        Collections.swap(shuffled, i, generator.nextInt(i + 1));
      }
      equal = expected.isEqual(product(t, shuffled));
    }
    return equal;
  }

  /** The product along a path, each step in the sense of the direction. */
  private static Walk product(Trajectory t, List<String> steps) {
    MatrixField field = t.field();
    Map<String, FieldMatrix> matrices = new TreeMap<>();
    SortedMap<String, BigInteger> point = new TreeMap<>();
    t.start().forEach((v, s) -> point.put(v, BigInteger.valueOf(s)));
    t.direction().forEach((v, k) -> matrices.put(v, field.step(v, k < 0 ? -1 : 1)));
    Walk product = Walk.identity(field.rank());
    for (String axis : steps) {
      product = product.then(at(matrices.get(axis), point));
      point.merge(
          axis, BigInteger.valueOf(Integer.signum(t.direction().get(axis))), BigInteger::add);
    }
    return product;
  }

  private static Walk at(FieldMatrix m, Map<String, BigInteger> point) {
    return new Walk(
        new IntegerMatrix(
            m.numerators().stream().map(r -> r.stream().map(p -> p.at(point)).toList()).toList()),
        BigInteger.ONE,
        m.denominator().at(point));
  }
}
