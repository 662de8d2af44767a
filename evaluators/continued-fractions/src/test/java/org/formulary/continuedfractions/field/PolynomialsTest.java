package org.formulary.continuedfractions.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.junit.jupiter.api.Test;

class PolynomialsTest {
  private static final IntegerPolynomial A = IntegerPolynomial.of(-1, 2);
  private static final IntegerPolynomial B = IntegerPolynomial.of(1, 0, 1);
  private static final IntegerPolynomial C = IntegerPolynomial.of(3, 5, 7);

  @Test
  void dividesExactlyOrNot() {
    assertThat(Polynomials.divide(A.multiply(C), A)).contains(C);
    assertThat(Polynomials.divide(A.multiply(C).add(IntegerPolynomial.of(1)), A)).isEmpty();
    assertThat(Polynomials.divide(C, IntegerPolynomial.of(2))).isEmpty();
    assertThat(Polynomials.divide(IntegerPolynomial.ZERO, A)).contains(IntegerPolynomial.ZERO);
    assertThat(Polynomials.divide(A, C)).isEmpty();
  }

  @Test
  void commonDivisorsHoldTheContent() {
    IntegerPolynomial six = IntegerPolynomial.of(6);
    IntegerPolynomial four = IntegerPolynomial.of(-4);
    assertThat(Polynomials.gcd(six.multiply(A).multiply(B), four.multiply(A).multiply(C)))
        .isEqualTo(IntegerPolynomial.of(2).multiply(A));
    assertThat(Polynomials.gcd(IntegerPolynomial.ZERO, C)).isEqualTo(C);
    assertThat(Polynomials.gcd(B, C)).isEqualTo(IntegerPolynomial.of(1));
  }

  @Test
  void splitsOffLinearFactors() {
    IntegerPolynomial p = A.multiply(A).multiply(B).multiply(IntegerPolynomial.of(-18, 3));
    assertThat(Polynomials.factors(p))
        .containsExactlyInAnyOrder(A, A, B, IntegerPolynomial.of(-6, 1));
    assertThat(Polynomials.afterRoots(p, 2)).isEqualTo(7);
    assertThat(Polynomials.afterRoots(p, 9)).isEqualTo(9);
    assertThat(Polynomials.factors(IntegerPolynomial.of(12))).isEmpty();
    IntegerPolynomial far = IntegerPolynomial.of(-5001, 1).multiply(IntegerPolynomial.of(7000, 3));
    assertThat(Polynomials.factors(far)).hasSize(2);
    assertThat(Polynomials.factors(IntegerPolynomial.of(0, 0, 5)))
        .containsExactly(IntegerPolynomial.N, IntegerPolynomial.N);
  }
}
