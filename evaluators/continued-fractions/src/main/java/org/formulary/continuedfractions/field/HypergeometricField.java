package org.formulary.continuedfractions.field;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The field of a hypergeometric function pFq, with an axis for every parameter. On F, θF, θ²F, …,
 * where θ = z d/dz, the operator θ acts by the companion matrix C of
 *
 * <pre>
 * θ Π (θ + y_j − 1) − z Π (θ + x_i)
 * </pre>
 *
 * and (θ + x_i)F = x_i F(x_i + 1), (θ + y_j − 1)F = (y_j − 1) F(y_j − 1). So a step along x_i is I
 * + Cᵗ/x_i, and a step along y_j the inverse of I + Cᵗ/(y_j − 1) at y_j + 1. The rank is max(p, q +
 * 1), less where the leading coefficient vanishes. A walk tends to −θF/F at its start where the
 * functions along it are the smallest solution of their recurrence.
 *
 * @param upper of each x_i the part beside the whole coordinate, in units
 * @param lower of each y_j the same
 * @param unit the parameters are multiples of 1/unit
 * @param argument z; it may contain variables, and the field is then one for all their values
 */
public record HypergeometricField(
    List<Integer> upper, List<Integer> lower, int unit, Argument argument) {
  /** A quotient of polynomials. */
  public record Argument(MultivariatePolynomial above, MultivariatePolynomial below) {
    /** A rational number. */
    public static Argument of(long above, long below) {
      return new Argument(MultivariatePolynomial.of(above), MultivariatePolynomial.of(below));
    }
  }

  public HypergeometricField {
    upper = List.copyOf(upper);
    lower = List.copyOf(lower);
    if (unit < 1 || argument.below().isZero() || argument.above().isZero()) {
      throw new IllegalArgumentException(
          "unit must be ≥ 1 and z a number other than 0, were %d and %s".formatted(unit, argument));
    }
  }

  /** Of parameters that are whole, and z = above/below. */
  public static HypergeometricField of(int p, int q, Argument z) {
    return new HypergeometricField(Collections.nCopies(p, 0), Collections.nCopies(q, 0), 1, z);
  }

  /** The rank of the field: the order of the operator. */
  public int rank() {
    return operator().size() - 1;
  }

  /** The field, with axes x0, x1, …, y0, y1, … for the parameters. */
  public MatrixField field() {
    List<MultivariatePolynomial> operator = operator();
    SortedMap<String, FieldMatrix> axes = new TreeMap<>();
    for (int i = 0; i < upper.size(); i++) {
      axes.put("x" + i, contiguous(operator, parameter("x" + i, upper.get(i))));
    }
    for (int j = 0; j < lower.size(); j++) {
      String axis = "y" + j;
      List<MultivariatePolynomial> next = operator.stream().map(k -> k.shifted(axis, 1)).toList();
      axes.put(axis, inverse(next, parameter(axis, lower.get(j))));
    }
    return new MatrixField(axes);
  }

  /** unit times the parameter of an axis. */
  private MultivariatePolynomial parameter(String axis, int part) {
    return MultivariatePolynomial.of(unit)
        .multiply(MultivariatePolynomial.variable(axis))
        .add(MultivariatePolynomial.of(part));
  }

  /** The coefficients of powers of θ, ascending, without vanishing leading ones. */
  private List<MultivariatePolynomial> operator() {
    List<MultivariatePolynomial> left = List.of(MultivariatePolynomial.ZERO, argument.below());
    for (int j = 0; j < lower.size(); j++) {
      left =
          timesLinear(
              left, parameter("y" + j, lower.get(j)).subtract(MultivariatePolynomial.of(unit)));
    }
    List<MultivariatePolynomial> right = List.of(argument.above().negate());
    for (int i = 0; i < upper.size(); i++) {
      right = timesLinear(right, parameter("x" + i, upper.get(i)));
    }
    MultivariatePolynomial scale = MultivariatePolynomial.of(unit);
    MultivariatePolynomial ofLeft = scale.power(Math.max(0, upper.size() - lower.size()));
    MultivariatePolynomial ofRight = scale.power(Math.max(0, lower.size() - upper.size()));
    List<MultivariatePolynomial> sum = new ArrayList<>();
    for (int k = 0; k < Math.max(left.size(), right.size()); k++) {
      MultivariatePolynomial l = k < left.size() ? left.get(k) : MultivariatePolynomial.ZERO;
      MultivariatePolynomial r = k < right.size() ? right.get(k) : MultivariatePolynomial.ZERO;
      sum.add(l.multiply(ofLeft).add(r.multiply(ofRight)));
    }
    while (sum.getLast().isZero()) {
      sum.removeLast();
    }
    return sum;
  }

  /** Times unit · θ + c. */
  private List<MultivariatePolynomial> timesLinear(
      List<MultivariatePolynomial> p, MultivariatePolynomial c) {
    List<MultivariatePolynomial> product = new ArrayList<>();
    for (int k = 0; k <= p.size(); k++) {
      MultivariatePolynomial low =
          k < p.size() ? p.get(k).multiply(c) : MultivariatePolynomial.ZERO;
      product.add(k == 0 ? low : low.add(p.get(k - 1).multiply(MultivariatePolynomial.of(unit))));
    }
    return product;
  }

  /** I + unit Cᵗ/c. */
  private FieldMatrix contiguous(List<MultivariatePolynomial> operator, MultivariatePolynomial c) {
    int rank = operator.size() - 1;
    MultivariatePolynomial leading = operator.getLast();
    MultivariatePolynomial scale = MultivariatePolynomial.of(unit);
    List<List<MultivariatePolynomial>> rows = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      List<MultivariatePolynomial> row = new ArrayList<>();
      for (int j = 0; j < rank; j++) {
        MultivariatePolynomial entry = i == j ? leading.multiply(c) : MultivariatePolynomial.ZERO;
        if (i == j + 1) {
          entry = entry.add(leading.multiply(scale));
        }
        if (j == rank - 1) {
          entry = entry.subtract(operator.get(i).multiply(scale));
        }
        row.add(entry);
      }
      rows.add(row);
    }
    return new FieldMatrix(rows, leading.multiply(c));
  }

  /**
   * The inverse of I + unit Cᵗ/c without the powers of the leading coefficient that its adjugate
   * and determinant share. For the operator P, t = −c/unit and (P(θ) − P(t))/(θ − t) = Σ q_k θ^k it
   * is t/P(t) times the matrix that has q_k t^i in row k of column i, and where k &lt; i less P(t)
   * t^(i − 1 − k): the coefficients of θ^i Σ q_k θ^k modulo P.
   */
  private FieldMatrix inverse(List<MultivariatePolynomial> operator, MultivariatePolynomial c) {
    int rank = operator.size() - 1;
    MultivariatePolynomial scale = MultivariatePolynomial.of(unit);
    MultivariatePolynomial minus = c.negate();
    // unit^(rank − 1 − k) q_k, and unit^rank P(t).
    MultivariatePolynomial[] q = new MultivariatePolynomial[rank];
    MultivariatePolynomial value = operator.getLast();
    for (int k = rank - 1; k >= 0; k--) {
      q[k] = value;
      value = operator.get(k).multiply(scale.power(rank - k)).add(minus.multiply(value));
    }
    List<List<MultivariatePolynomial>> rows = new ArrayList<>();
    for (int k = 0; k < rank; k++) {
      List<MultivariatePolynomial> row = new ArrayList<>();
      for (int i = 0; i < rank; i++) {
        MultivariatePolynomial entry = minus.power(i).multiply(q[k]);
        if (k < i) {
          entry = entry.subtract(value.multiply(minus.power(i - 1 - k)));
        }
        row.add(entry.multiply(minus).multiply(scale.power(rank - 1 + k - i)));
      }
      rows.add(row);
    }
    return new FieldMatrix(rows, value.multiply(scale.power(rank - 1)));
  }
}
