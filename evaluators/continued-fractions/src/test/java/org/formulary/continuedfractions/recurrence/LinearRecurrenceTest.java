package org.formulary.continuedfractions.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearRecurrenceTest {
  private static final IntegerPolynomial ZERO = IntegerPolynomial.ZERO;
  private static final IntegerPolynomial ONE = IntegerPolynomial.of(1);
  private static final IntegerPolynomial N = IntegerPolynomial.N;

  private static List<List<IntegerPolynomial>> random(int rank, SplittableRandom random) {
    List<List<IntegerPolynomial>> rows = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      List<IntegerPolynomial> row = new ArrayList<>();
      for (int j = 0; j < rank; j++) {
        row.add(
            IntegerPolynomial.of(
                random.nextInt(-5, 6), random.nextInt(-5, 6), random.nextInt(-2, 3)));
      }
      rows.add(row);
    }
    return rows;
  }

  /** A column of T(0) · … · T(n − 1) by multiplication from the right, the last matrix first. */
  private static BigInteger[] column(List<List<IntegerPolynomial>> t, int column, int n) {
    BigInteger[] v = new BigInteger[t.size()];
    for (int i = 0; i < v.length; i++) {
      v[i] = BigInteger.valueOf(i == column ? 1 : 0);
    }
    for (int k = n - 1; k >= 0; k--) {
      BigInteger[] next = new BigInteger[v.length];
      for (int i = 0; i < v.length; i++) {
        next[i] = BigInteger.ZERO;
        for (int j = 0; j < v.length; j++) {
          next[i] = next[i].add(t.get(i).get(j).at(k).multiply(v[j]));
        }
      }
      v = next;
    }
    return v;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void productsObeyIt(int rank) {
    SplittableRandom random = new SplittableRandom(rank);
    for (int trial = 0; trial < 5; trial++) {
      List<List<IntegerPolynomial>> t = random(rank, random);
      for (int column = 0; column < rank; column++) {
        LinearRecurrence r = LinearRecurrence.ofColumn(t, column).orElseThrow();
        assertThat(r.order()).isEqualTo(rank);
        for (int n = 0; n < 4; n++) {
          for (int row = 0; row < rank; row++) {
            BigInteger sum = BigInteger.ZERO;
            for (int k = 0; k <= rank; k++) {
              BigInteger u = column(t, column, n + k)[row];
              sum = sum.add(r.coefficient(k).at(n).multiply(u));
            }
            assertThat(sum).as("n = %d, row %d of %s", n, row, t).isZero();
          }
        }
      }
    }
  }

  /** The column of the third power is c(n + 2) times those of the first three. */
  @Test
  void companionMatricesShowTheirCoefficients() {
    List<List<IntegerPolynomial>> t =
        List.of(
            List.of(ZERO, ZERO, N.multiply(N)),
            List.of(ONE, ZERO, N.shifted(3).negate()),
            List.of(ZERO, ONE, IntegerPolynomial.of(7, 2)));
    assertThat(LinearRecurrence.ofColumn(t, 2).orElseThrow().coefficients())
        .containsExactly(
            N.shifted(2).multiply(N.shifted(2)).negate(),
            N.shifted(2 + 3),
            IntegerPolynomial.of(7 + 4, 2).negate(),
            ONE);
  }

  @Test
  void columnsOfASubspaceObeyALowerOrder() {
    List<List<IntegerPolynomial>> t =
        List.of(
            List.of(IntegerPolynomial.of(2), N, ZERO),
            List.of(ONE, IntegerPolynomial.of(3), ZERO),
            List.of(ZERO, ZERO, N.shifted(1)));
    assertThat(LinearRecurrence.ofColumn(t, 0).orElseThrow().order()).isEqualTo(2);
    assertThat(LinearRecurrence.ofColumn(t, 2).orElseThrow().coefficients())
        .containsExactly(N.shifted(1).negate(), ONE);
  }

  @Test
  void aColumnOfZerosObeysNone() {
    List<List<IntegerPolynomial>> t = List.of(List.of(ONE, ZERO), List.of(N, ZERO));
    assertThat(LinearRecurrence.ofColumn(t, 1)).isEmpty();
  }

  @Test
  void isInLowestTerms() {
    IntegerPolynomial common = IntegerPolynomial.of(6, -2);
    assertThat(new LinearRecurrence(List.of(common, ZERO, common.multiply(N))).coefficients())
        .containsExactly(ONE, ZERO, N);
    assertThatThrownBy(() -> new LinearRecurrence(List.of(ONE, ZERO)))
        .hasMessageStartingWith("no recurrence");
  }
}
