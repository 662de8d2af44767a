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

  static IntegerMatrix of(BigInteger a, BigInteger b, BigInteger c, BigInteger d) {
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

  IntegerMatrix multiply(IntegerMatrix that) {
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
  IntegerMatrix divide(BigInteger divisor) {
    return new IntegerMatrix(
        rows.stream().map(r -> r.stream().map(e -> e.divide(divisor)).toList()).toList());
  }

  /** The greatest common divisor of the entries. */
  BigInteger content() {
    return rows.stream().flatMap(List::stream).reduce(BigInteger.ZERO, BigInteger::gcd);
  }
}
