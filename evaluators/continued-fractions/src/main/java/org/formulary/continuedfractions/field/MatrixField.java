package org.formulary.continuedfractions.field;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;

/**
 * A matrix for a step along each axis of a lattice. The field is conservative where the product of
 * the matrices along a path depends on its ends alone, which holds if and only if around each
 * square M_x(x, y) M_y(x + 1, y) = M_y(x, y) M_x(x, y + 1) (arXiv 2303.09318).
 *
 * @param axes the matrix of a step by 1 along the axis, by the variable of the axis; all of one
 *     rank. Further variables are parameters
 */
public record MatrixField(SortedMap<String, FieldMatrix> axes) {
  public MatrixField {
    axes = Collections.unmodifiableSortedMap(new TreeMap<>(axes));
    if (axes.values().stream().map(FieldMatrix::rank).distinct().count() != 1) {
      throw new IllegalArgumentException("a field needs axes whose matrices have one rank");
    }
  }

  /** A field of two axes, x and y. */
  public static MatrixField of(FieldMatrix x, FieldMatrix y) {
    return new MatrixField(new TreeMap<>(Map.of("x", x, "y", y)));
  }

  public int rank() {
    return axes.firstEntry().getValue().rank();
  }

  /** The variables of the axes, in their order. */
  public List<String> variables() {
    return List.copyOf(axes.keySet());
  }

  /** What came of the proof. */
  public sealed interface Conservativity {}

  /** All squares commute, identically in all variables. */
  public record Proved() implements Conservativity {}

  /**
   * A square does not commute.
   *
   * @param difference the numerator of the difference of the two products in this entry
   */
  public record Violated(
      String first, String second, int row, int column, MultivariatePolynomial difference)
      implements Conservativity {
    @Override
    public String toString() {
      return "M_%s M_%s differs from M_%s M_%s in entry [%d][%d] by %s"
          .formatted(first, second, second, first, row, column, difference);
    }
  }

  /**
   * Whether the field is conservative: both products around the square of each pair of axes are
   * expanded, denominators multiplied out, and compared coefficient by coefficient. A proof, for
   * all values of all variables where no denominator vanishes.
   */
  public Conservativity conservativity() {
    List<String> names = variables();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        Conservativity square = square(names.get(i), names.get(j));
        if (square instanceof Violated) {
          return square;
        }
      }
    }
    return new Proved();
  }

  private Conservativity square(String x, String y) {
    FieldMatrix mx = axes.get(x);
    FieldMatrix my = axes.get(y);
    FieldMatrix right = mx.multiply(my.shifted(x, 1));
    FieldMatrix up = my.multiply(mx.shifted(y, 1));
    for (int row = 0; row < rank(); row++) {
      for (int column = 0; column < rank(); column++) {
        MultivariatePolynomial difference = right.difference(up, row, column);
        if (!difference.isZero()) {
          return new Violated(x, y, row, column, difference);
        }
      }
    }
    return new Proved();
  }

  public boolean isConservative() {
    return conservativity() instanceof Proved;
  }

  /** The field for values of parameters. */
  public MatrixField with(Map<String, Long> values) {
    Map<String, MultivariatePolynomial> constants = new TreeMap<>();
    values.forEach((v, c) -> constants.put(v, MultivariatePolynomial.of(c)));
    SortedMap<String, FieldMatrix> fixed = new TreeMap<>();
    axes.forEach((v, m) -> fixed.put(v, m.substitute(constants)));
    return new MatrixField(fixed);
  }

  /**
   * The matrix of a step by 1 or −1 from any point. A step back along an axis is the inverse of the
   * step forth from there.
   */
  FieldMatrix step(String axis, int sign) {
    FieldMatrix forth = axes.get(axis);
    return sign > 0 ? forth : forth.shifted(axis, -1).inverse();
  }

  /**
   * The matrix of a step by 1 or −1 from the points of a line, in lowest terms.
   *
   * @param line the coordinates as polynomials of n
   */
  StepMatrix step(String axis, int sign, Map<String, IntegerPolynomial> line) {
    Map<String, IntegerPolynomial> from = new TreeMap<>(line);
    if (sign < 0) {
      from.merge(axis, IntegerPolynomial.of(-1), IntegerPolynomial::add);
    }
    FieldMatrix forth = axes.get(axis);
    StepMatrix along =
        new StepMatrix(
                forth.numerators().stream()
                    .map(row -> row.stream().map(p -> p.along(from)).toList())
                    .toList(),
                forth.denominator().along(from))
            .lowest();
    return sign > 0 ? along : along.inverse().lowest();
  }
}
