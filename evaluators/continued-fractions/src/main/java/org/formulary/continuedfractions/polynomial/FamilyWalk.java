package org.formulary.continuedfractions.polynomial;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.formulary.search.domain.InvalidSpecException;

/**
 * Visits the fractions of a family fast: along its widest parameter the coefficients are
 * polynomials of some degree, so that each follows from the one before by as many additions.
 * Fractions are numbered with that parameter running fastest.
 *
 * <p>One per thread; no allocation between two rows of the widest parameter.
 */
public final class FamilyWalk {
  private final Family family;
  private final Family.Parameter widest;
  private final long rows;

  /** Differences of order 0, 1, … of the coefficients of a, then those of b. */
  private final long[][] differences;

  private final int degreeOfA;

  /** Takes one fraction: the coefficients of n^0, n^1, …, which change afterwards. */
  @FunctionalInterface
  public interface Visitor {
    void visit(long number, long[] a, long[] b);
  }

  /**
   * A walk through a family.
   *
   * @throws InvalidSpecException if the coefficients have more than 63 bits
   */
  public FamilyWalk(Family family) {
    this.family = family;
    this.widest =
        family.parameters().stream()
            .max(Comparator.comparingLong(Family.Parameter::count))
            .orElse(new Family.Parameter("", 0, 0));
    this.rows = family.size() / widest.count();
    this.degreeOfA = family.degreeOfA();
    int coefficients = degreeOfA + 1 + family.degreeOfB() + 1;
    this.differences = new long[family.degreeIn(widest.name()) + 1][coefficients];
  }

  /** Visits the fractions from a number to before another. */
  public void visit(long from, long to, Visitor visitor) {
    long[] a = new long[degreeOfA + 1];
    long[] b = new long[differences[0].length - a.length];
    for (long number = from; number < to; ) {
      long row = number / widest.count();
      long end = Math.min(to, (row + 1) * widest.count());
      start(row, widest.least() + number % widest.count());
      for (; number < end; number++) {
        System.arraycopy(differences[0], 0, a, 0, a.length);
        System.arraycopy(differences[0], a.length, b, 0, b.length);
        visitor.visit(number, a, b);
        advance();
      }
    }
  }

  /** The parameters of the fraction of a number. */
  public Map<String, Long> values(long number) {
    Map<String, Long> values = valuesOfRow(number / widest.count());
    values.put(widest.name(), widest.least() + number % widest.count());
    return values;
  }

  private Map<String, Long> valuesOfRow(long row) {
    Map<String, Long> values = new TreeMap<>();
    long rest = row;
    for (Family.Parameter p : family.parameters().reversed()) {
      if (!p.equals(widest)) {
        values.put(p.name(), p.least() + rest % p.count());
        rest /= p.count();
      }
    }
    return values;
  }

  private void start(long row, long value) {
    Map<String, Long> values = valuesOfRow(row);
    values.put(widest.name(), widest.most());
    coefficients(values);
    int orders = differences.length;
    for (int i = 0; i < orders; i++) {
      values.put(widest.name(), value + i);
      System.arraycopy(coefficients(values), 0, differences[i], 0, differences[i].length);
    }
    for (int order = 1; order < orders; order++) {
      for (int i = orders - 1; i >= order; i--) {
        for (int k = 0; k < differences[i].length; k++) {
          differences[i][k] -= differences[i - 1][k];
        }
      }
    }
  }

  private long[] coefficients(Map<String, Long> values) {
    PolynomialFraction f = family.fraction(values);
    try {
      return LongStream.concat(
              Arrays.stream(f.a().toLongs(degreeOfA)),
              Arrays.stream(f.b().toLongs(differences[0].length - degreeOfA - 2)))
          .toArray();
    } catch (ArithmeticException e) {
      throw new InvalidSpecException(
          "ranges", "ranges: coefficients at %s have more than 63 bits".formatted(values));
    }
  }

  private void advance() {
    for (int i = 0; i + 1 < differences.length; i++) {
      for (int k = 0; k < differences[i].length; k++) {
        differences[i][k] += differences[i + 1][k];
      }
    }
  }

  /** The number of rows times the count of the widest parameter: all fractions. */
  public long size() {
    return rows * widest.count();
  }
}
