package org.formulary.continuedfractions.polynomial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IntegerPolynomialTest {
  private static final IntegerPolynomial A = IntegerPolynomial.of(-1, 2);
  private static final IntegerPolynomial B = IntegerPolynomial.of(1, 0, 1);
  private static final IntegerPolynomial C = IntegerPolynomial.of(3, 5, 7);

  @Test
  void dividesExactlyOrNot() {
    assertThat(A.multiply(C).quotient(A)).contains(C);
    assertThat(A.multiply(C).add(IntegerPolynomial.of(1)).quotient(A)).isEmpty();
    assertThat(C.quotient(IntegerPolynomial.of(2))).isEmpty();
    assertThat(IntegerPolynomial.ZERO.quotient(A)).contains(IntegerPolynomial.ZERO);
    assertThat(A.quotient(C)).isEmpty();
  }

  @Test
  void commonDivisorsHoldTheContent() {
    IntegerPolynomial six = IntegerPolynomial.of(6);
    IntegerPolynomial four = IntegerPolynomial.of(-4);
    assertThat(six.multiply(A).multiply(B).commonDivisor(four.multiply(A).multiply(C)))
        .isEqualTo(IntegerPolynomial.of(2).multiply(A));
    assertThat(IntegerPolynomial.ZERO.commonDivisor(C)).isEqualTo(C);
    assertThat(B.commonDivisor(C)).isEqualTo(IntegerPolynomial.of(1));
  }

  @Test
  void splitsOffLinearFactors() {
    IntegerPolynomial p = A.multiply(A).multiply(B).multiply(IntegerPolynomial.of(-18, 3));
    assertThat(RationalRoots.factors(p))
        .containsExactlyInAnyOrder(A, A, B, IntegerPolynomial.of(-6, 1));
    assertThat(RationalRoots.afterSmallZeros(p, 2)).isEqualTo(7);
    assertThat(RationalRoots.afterSmallZeros(p, 9)).isEqualTo(9);
    assertThat(RationalRoots.afterWholeZeros(p, 2)).isEqualTo(7);
    assertThatThrownBy(() -> RationalRoots.afterWholeZeros(IntegerPolynomial.of(-200_000, 1), 0))
        .isInstanceOf(ArithmeticException.class);
    assertThat(RationalRoots.factors(IntegerPolynomial.of(12))).isEmpty();
    IntegerPolynomial far = IntegerPolynomial.of(-5001, 1).multiply(IntegerPolynomial.of(7000, 3));
    assertThat(RationalRoots.factors(far)).hasSize(2);
    assertThat(RationalRoots.factors(IntegerPolynomial.of(0, 0, 5)))
        .containsExactly(IntegerPolynomial.N, IntegerPolynomial.N);
  }
}
