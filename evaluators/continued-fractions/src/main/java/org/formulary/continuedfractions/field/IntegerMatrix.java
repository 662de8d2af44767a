package org.formulary.continuedfractions.field;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A square matrix of whole numbers.
 *
 * @param rows the entries by row
 */
public record IntegerMatrix(List<List<BigInteger>> rows) {
  public IntegerMatrix {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** [[a, b], [c, d]]. */
  public static IntegerMatrix of(BigInteger a, BigInteger b, BigInteger c, BigInteger d) {
    return new IntegerMatrix(List.of(List.of(a, b), List.of(c, d)));
  }

  static IntegerMatrix identity(int rank) {
    List<List<BigInteger>> rows = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      List<BigInteger> row = new ArrayList<>();
      for (int j = 0; j < rank; j++) {
        row.add(i == j ? BigInteger.ONE : BigInteger.ZERO);
      }
      rows.add(row);
    }
    return new IntegerMatrix(rows);
  }

  public BigInteger entry(int row, int column) {
    return rows.get(row).get(column);
  }

  int rank() {
    return rows.size();
  }

  public IntegerMatrix multiply(IntegerMatrix that) {
    List<List<BigInteger>> product = new ArrayList<>();
    for (int i = 0; i < rank(); i++) {
      List<BigInteger> row = new ArrayList<>();
      for (int j = 0; j < rank(); j++) {
        BigInteger sum = BigInteger.ZERO;
        for (int k = 0; k < rank(); k++) {
          sum = sum.add(entry(i, k).multiply(that.entry(k, j)));
        }
        row.add(sum);
      }
      product.add(row);
    }
    return new IntegerMatrix(product);
  }

  IntegerMatrix multiply(BigInteger factor) {
    return new IntegerMatrix(
        rows.stream().map(r -> r.stream().map(factor::multiply).toList()).toList());
  }

  /** Divided by a whole number that divides every entry. */
  public IntegerMatrix divide(BigInteger divisor) {
    return new IntegerMatrix(
        rows.stream().map(r -> r.stream().map(e -> e.divide(divisor)).toList()).toList());
  }

  /** The inverse by the determinant, of rank 2. */
  public IntegerMatrix adjugate() {
    return of(entry(1, 1), entry(0, 1).negate(), entry(1, 0).negate(), entry(0, 0));
  }

  /** The determinant, of rank 2. */
  public BigInteger determinant() {
    return entry(0, 0).multiply(entry(1, 1)).subtract(entry(0, 1).multiply(entry(1, 0)));
  }

  /** Without the common divisor of the entries. */
  public IntegerMatrix primitive() {
    BigInteger content = content();
    return content.signum() == 0 ? this : divide(content);
  }

  /** The greatest common divisor of the entries. */
  public BigInteger content() {
    return rows.stream().flatMap(List::stream).reduce(BigInteger.ZERO, BigInteger::gcd);
  }

  /**
   * As a Möbius transformation: such as {@code (2*K - 10)/5} for [[2, −10], [0, 5]], the leading
   * coefficient below positive.
   *
   * @param variable such as K
   */
  public String moebius(String variable) {
    String plain = quotient(variable, 1);
    String negated = quotient(variable, -1);
    return minuses(negated) < minuses(plain) ? negated : plain;
  }

  private static long minuses(String text) {
    return text.chars().filter(c -> c == '-').count();
  }

  private String quotient(String variable, int sign) {
    String above = linear(0, sign, variable).toString();
    String below = linear(1, sign, variable).toString();
    return below.equals("1")
        ? above
        : (above.contains(" ") ? "(" + above + ")" : above)
            + "/"
            + (below.matches("\\w+") ? below : "(" + below + ")");
  }

  private MultivariatePolynomial linear(int row, int sign, String variable) {
    MultivariatePolynomial linear =
        MultivariatePolynomial.of(entry(row, 0))
            .multiply(MultivariatePolynomial.variable(variable))
            .add(MultivariatePolynomial.of(entry(row, 1)));
    return sign < 0 ? linear.negate() : linear;
  }
}
