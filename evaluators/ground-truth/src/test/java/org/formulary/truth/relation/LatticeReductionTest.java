package org.formulary.truth.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.formulary.testkit.Property;
import org.formulary.truth.relation.LatticeReduction.Reduced;
import org.junit.jupiter.api.Test;

class LatticeReductionTest {
  private static BigInteger[][] rows(long[]... rows) {
    return Arrays.stream(rows)
        .map(r -> LongStream.of(r).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new))
        .toArray(BigInteger[][]::new);
  }

  private static BigInteger[][] draw(RandomGenerator random) {
    int n = 2 + random.nextInt(3);
    long[][] rows = new long[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        rows[i][j] = random.nextInt(-40, 41);
      }
    }
    return rows(rows);
  }

  private static BigInteger determinant(BigInteger[][] m) {
    if (m.length == 1) {
      return m[0][0];
    }
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < m.length; i++) {
      BigInteger[][] minor = new BigInteger[m.length - 1][];
      for (int r = 0; r < minor.length; r++) {
        BigInteger[] row = m[r < i ? r : r + 1];
        minor[r] = Arrays.copyOfRange(row, 1, row.length);
      }
      BigInteger term = m[i][0].multiply(determinant(minor));
      sum = i % 2 == 0 ? sum.add(term) : sum.subtract(term);
    }
    return sum;
  }

  private static BigInteger square(BigInteger[] v) {
    return Arrays.stream(v).map(x -> x.multiply(x)).reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** Whether v is a whole combination of rows, by Cramer's rule. */
  private static boolean isIn(BigInteger[][] rows, BigInteger[] v) {
    BigInteger d = determinant(rows);
    for (int i = 0; i < rows.length; i++) {
      BigInteger[][] other = rows.clone();
      other[i] = v;
      if (determinant(other).mod(d.abs()).signum() != 0) {
        return false;
      }
    }
    return true;
  }

  /** The square of the shortest of all small combinations of reduced rows. */
  private static BigInteger shortest(BigInteger[][] reduced) {
    BigInteger least = square(reduced[0]);
    int n = reduced.length;
    for (int code = 1; code < Math.pow(5, n); code++) {
      BigInteger[] v = new BigInteger[n];
      Arrays.fill(v, BigInteger.ZERO);
      int rest = code;
      for (int i = 0; i < n; i++, rest /= 5) {
        BigInteger factor = BigInteger.valueOf(rest % 5 - 2);
        for (int j = 0; j < n; j++) {
          v[j] = v[j].add(factor.multiply(reduced[i][j]));
        }
      }
      BigInteger square = square(v);
      least = square.signum() > 0 ? least.min(square) : least;
    }
    return least;
  }

  @Test
  void theLatticeStaysAndItsFirstRowIsShort() {
    Property.forAll(LatticeReductionTest::draw)
        .cases(400)
        .check(
            rows -> {
              if (determinant(rows).signum() == 0) {
                assertThatThrownBy(() -> LatticeReduction.reduce(rows, () -> false))
                    .isInstanceOf(IllegalArgumentException.class);
                return;
              }
              Reduced reduced = LatticeReduction.reduce(rows, () -> false);
              assertThat(determinant(reduced.rows()).abs()).isEqualTo(determinant(rows).abs());
              for (BigInteger[] row : reduced.rows()) {
                assertThat(isIn(rows, row)).isTrue();
              }
              double shortest = Math.sqrt(shortest(reduced.rows()).doubleValue());
              double first = Math.sqrt(square(reduced.rows()[0]).doubleValue());
              double factor = Math.pow(2, (rows.length - 1) / 2.0);
              assertThat(first).isLessThanOrEqualTo(shortest * factor * 1.000001);
              assertThat(Math.pow(2, reduced.log2Shortest()))
                  .isBetween(first / factor * 0.999999, shortest * 1.000001);
            });
  }

  @Test
  void aTextbookExample() {
    // Cohen, section 2.6: the vectors (1, 1, 1), (−1, 0, 2), (3, 5, 6).
    Reduced reduced =
        LatticeReduction.reduce(rows(new long[][] {{1, 1, 1}, {-1, 0, 2}, {3, 5, 6}}), () -> false);
    assertThat(reduced.rows()).isDeepEqualTo(rows(new long[][] {{0, 1, 0}, {1, 0, 1}, {-1, 0, 2}}));
  }

  @Test
  void stopsWithARightBound() {
    BigInteger[][] rows = rows(new long[][] {{1, 0, 314159}, {0, 1, 271828}});
    Reduced reduced = LatticeReduction.reduce(rows, () -> true);
    assertThat(reduced.rows()).isDeepEqualTo(rows);
    Reduced full = LatticeReduction.reduce(rows, () -> false);
    assertThat(Math.pow(2, reduced.log2Shortest()))
        .isLessThanOrEqualTo(Math.sqrt(square(full.rows()[0]).doubleValue()));
  }
}
