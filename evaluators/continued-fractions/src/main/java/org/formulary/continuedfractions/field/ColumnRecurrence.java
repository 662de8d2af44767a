package org.formulary.continuedfractions.field;

import org.formulary.continuedfractions.polynomial.IntegerPolynomial;

/**
 * What a column of the products P(n) = T(0) · … · T(n − 1) of matrices of rank 2 obeys: s(n) u(n +
 * 2) = a(n) u(n + 1) + b(n) u(n), in both of its entries. For the column c and the other one o, the
 * unit vector of c eliminated,
 *
 * <pre>
 * s = T[o][c],  a = T[o][o](n) s(n + 1) + s(n) T[c][c](n + 1),  b = −det T(n) s(n + 1)
 * </pre>
 *
 * without the factor that is common to the three.
 *
 * @param column 0 or 1
 */
record ColumnRecurrence(int column, IntegerPolynomial s, IntegerPolynomial a, IntegerPolynomial b) {
  /**
   * Of the numerators of a matrix of rank 2. Throws {@link IllegalArgumentException} where the
   * column is multiplied by a scalar at each step (s = 0), and obeys no such recurrence.
   */
  static ColumnRecurrence of(StepMatrix t, int column) {
    int other = 1 - column;
    IntegerPolynomial s = t.entry(other, column);
    if (t.rank() != 2 || s.isZero()) {
      throw new IllegalArgumentException(
          "column %d of a matrix of rank %d is not cyclic".formatted(column, t.rank()));
    }
    IntegerPolynomial next = s.shifted(1);
    IntegerPolynomial a =
        t.entry(other, other).multiply(next).add(s.multiply(t.entry(column, column).shifted(1)));
    IntegerPolynomial b = t.determinant().multiply(next).negate();
    IntegerPolynomial common = Polynomials.gcd(s, Polynomials.gcd(a, b));
    return new ColumnRecurrence(
        column,
        Polynomials.divide(s, common).orElseThrow(),
        Polynomials.divide(a, common).orElseThrow(),
        Polynomials.divide(b, common).orElseThrow());
  }

  /** Whether the recurrence holds identically for the columns of T(n) and T(n) T(n + 1). */
  boolean holdsFor(StepMatrix t) {
    for (int row = 0; row < 2; row++) {
      IntegerPolynomial second =
          t.entry(row, 0)
              .multiply(t.entry(0, column).shifted(1))
              .add(t.entry(row, 1).multiply(t.entry(1, column).shifted(1)));
      IntegerPolynomial right = a.multiply(t.entry(row, column));
      if (row == column) {
        right = right.add(b);
      }
      if (!s.multiply(second).equals(right)) {
        return false;
      }
    }
    return true;
  }
}
