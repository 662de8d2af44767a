package org.formulary.continuedfractions.field;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constant;

/**
 * A walk through a field: from a start s along a direction t to s + t, s + 2t, …. The product of
 * the matrices so far is T(0) · … · T(n − 1), where T(n) is the product over one period from s + n
 * t, taken near the diagonal. The approximation after n periods is the entry in the first row of
 * the last column by that in the second row.
 *
 * @param start of every axis a whole number
 * @param direction of every axis a whole number, not all 0; negative ones walk by the inverse
 */
public record Trajectory(
    MatrixField field, SortedMap<String, Integer> start, SortedMap<String, Integer> direction) {
  public Trajectory {
    start = Collections.unmodifiableSortedMap(new TreeMap<>(start));
    direction = Collections.unmodifiableSortedMap(new TreeMap<>(direction));
    if (!start.keySet().equals(field.axes().keySet())
        || !direction.keySet().equals(field.axes().keySet())) {
      throw new IllegalArgumentException(
          "start %s and direction %s must have the axes %s"
              .formatted(start, direction, field.variables()));
    }
    if (direction.values().stream().allMatch(t -> t == 0)) {
      throw new IllegalArgumentException("a direction must lead somewhere, was " + direction);
    }
  }

  /** Of numbers in the order of the axes. */
  public static Trajectory of(MatrixField field, List<Integer> start, List<Integer> direction) {
    SortedMap<String, Integer> from = new TreeMap<>();
    SortedMap<String, Integer> along = new TreeMap<>();
    List<String> names = field.variables();
    for (int i = 0; i < names.size(); i++) {
      from.put(names.get(i), start.get(i));
      along.put(names.get(i), direction.get(i));
    }
    return new Trajectory(field, from, along);
  }

  /**
   * T(n), exactly, in lowest terms: one step along each axis in turn, as long as the direction has
   * steps along it left.
   */
  public StepMatrix step() {
    Map<String, IntegerPolynomial> line = new TreeMap<>();
    start.forEach((v, s) -> line.put(v, IntegerPolynomial.of(s, direction.get(v))));
    StepMatrix product = StepMatrix.identity(field.rank());
    int longest = direction.values().stream().mapToInt(Math::abs).max().orElse(0);
    for (int round = 0; round < longest; round++) {
      for (String axis : field.variables()) {
        int wanted = direction.get(axis);
        if (round < Math.abs(wanted)) {
          int sign = Integer.signum(wanted);
          product = product.then(field.step(axis, sign, line));
          line.merge(axis, IntegerPolynomial.of(sign), IntegerPolynomial::add);
        }
      }
    }
    return product;
  }

  /** The product of the matrices of so many periods, exactly. */
  public Walk walk(int periods) {
    return step().product(0, periods);
  }

  /**
   * An approximation p/q of the limit.
   *
   * @param p and q, which may have common divisors
   */
  public record Approximation(BigInteger p, BigInteger q) {
    /** log2 of the denominator in lowest terms; −∞ where it is 0. */
    public double reducedBits() {
      return q.signum() == 0 ? Double.NEGATIVE_INFINITY : Enclosure.log2(q.divide(p.gcd(q)).abs());
    }

    /** log2 of the distance to another; −∞ where they are equal. */
    public double log2Distance(Approximation that) {
      BigInteger above = p.multiply(that.q).subtract(that.p.multiply(q)).abs();
      return Enclosure.log2(above) - Enclosure.log2(q.abs()) - Enclosure.log2(that.q.abs());
    }

    /** The decimal places to which p/q, with q other than 0, is a constant; at most those of q³. */
    public int digits(Constant constant) {
      int bits = 3 * q.abs().bitLength() + 64;
      Enclosure multiple = constant.enclosure(bits).multiply(q);
      Enclosure error = multiple.add(new Enclosure(p, p, 0).withBits(bits).negate());
      double log2 = Enclosure.log2(error.magnitude()) - bits - Enclosure.log2(q.abs());
      return (int) Enclosure.digitsOf(-log2);
    }
  }

  /** The approximation after so many periods. */
  public Approximation approximation(int periods) {
    return approximation(step().primitive().product(0, periods));
  }

  /** The approximation of a walk. */
  static Approximation approximation(Walk walk) {
    return Rows.first(walk.matrix().rank()).approximation(walk.matrix());
  }

  /** What the first entry of the last column by the second tends to. */
  public Optional<Enclosure> limit(int depth, int mostBits) {
    return limit(Rows.first(field.rank()), depth, mostBits);
  }

  /**
   * What approximations tend to, as far as two depths tell: around the approximation of the depth,
   * eight times as wide on either side as its distance to the one of nine tenths of it. An
   * estimate: it holds where the error falls steadily.
   *
   * @param mostBits no more binary places than this
   * @return empty where a denominator vanishes, where the two are equal, or where they do not agree
   *     to any bit
   */
  public Optional<Enclosure> limit(Rows rows, int depth, int mostBits) {
    return LastSteps.of(this, depth).limit(rows, mostBits);
  }

  /** δ at a depth of the first entry of the last column by the second. */
  public double deltaAtDepth(int depth) {
    return deltaAtDepth(step().primitive(), Rows.first(field.rank()), depth);
  }

  /** δ at a depth of other approximations. */
  public double deltaAtDepth(Rows rows, int depth) {
    return deltaAtDepth(step().primitive(), rows, depth);
  }

  /**
   * δ at a depth: that of |L − p/q| = q^−(1 + δ), p/q the approximation of the depth in lowest
   * terms, with the one of twice the depth for L. It is what a walk shows, and for denominators
   * with slowly settling growth well above the asymptotic value, for which see {@link Asymptotics}.
   *
   * @param step T(n), or a multiple
   * @return NaN where a denominator vanishes or is 1, or where both approximations are equal
   */
  static double deltaAtDepth(StepMatrix step, Rows rows, int depth) {
    Walk half = step.product(0, depth);
    Approximation p = rows.approximation(half.matrix());
    Approximation limit = rows.approximation(half.then(step.product(depth, 2L * depth)).matrix());
    if (p.q().signum() == 0 || limit.q().signum() == 0 || p.reducedBits() <= 0) {
      return Double.NaN;
    }
    double distance = p.log2Distance(limit);
    return distance == Double.NEGATIVE_INFINITY ? Double.NaN : -distance / p.reducedBits() - 1;
  }
}
