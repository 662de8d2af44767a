package org.formulary.continuedfractions.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.LinearEquations;

/**
 * The sum of a form without f in the denominators. With C(k) = h1(1) … h1(k)/(h2(1) … h2(k + 1))
 *
 * <p>d = r(k) f(k) f(k + 1) + h1(k + 1) g(k + 1) f(k) − h2(k + 1) g(k) f(k + 1)
 *
 * <p>has a solution with polynomials r, g and a whole number d (modulo f both conditions on g say
 * the same, as f(n) divides f(n − 1) h1(n) + f(n + 1) h2(n + 1)), so that C(k)/(f(k) f(k + 1)) is
 * C(k) r(k)/d and a difference of U(k) = h1(1) … h1(k)/(h2(1) … h2(k)) g(k)/(d f(k)) at k + 1 and
 * k. Where U tends to 0 the sum is −g(0)/(d f(0)) + Σ C(k) r(k)/d.
 */
record Telescoped(EulerForm form, IntegerPolynomial r, IntegerPolynomial g, BigInteger d) {
  static Optional<Telescoped> of(EulerForm form) {
    int unknowns = form.f().degree();
    int degree = Math.max(1, Math.max(form.h1().degree(), form.h2().degree()));
    IntegerPolynomial after = form.f().shifted(1);
    IntegerPolynomial h1 = form.h1().shifted(1);
    IntegerPolynomial h2 = form.h2().shifted(1).negate();
    List<IntegerPolynomial> columns = new ArrayList<>();
    for (int j = 0; j < unknowns; j++) {
      IntegerPolynomial power = power(j);
      columns.add(
          h1.multiply(power.shifted(1)).multiply(form.f()).add(h2.multiply(power).multiply(after)));
    }
    for (int i = 0; i < degree; i++) {
      columns.add(power(i).multiply(form.f()).multiply(after));
    }
    columns.add(IntegerPolynomial.of(-1));
    return LinearEquations.kernel(columns)
        .map(
            c ->
                new Telescoped(
                    form,
                    new IntegerPolynomial(c.subList(unknowns, unknowns + degree)),
                    new IntegerPolynomial(c.subList(0, unknowns)),
                    c.getLast()))
        .filter(t -> t.holds() && t.vanishes());
  }

  private static IntegerPolynomial power(int exponent) {
    long[] coefficients = new long[exponent + 1];
    coefficients[exponent] = 1;
    return IntegerPolynomial.of(coefficients);
  }

  /** Whether the identity of polynomials holds. */
  boolean holds() {
    IntegerPolynomial after = form.f().shifted(1);
    IntegerPolynomial right =
        r.multiply(form.f())
            .multiply(after)
            .add(form.h1().shifted(1).multiply(g.shifted(1)).multiply(form.f()))
            .add(form.h2().shifted(1).multiply(g).multiply(after).negate());
    return right.equals(new IntegerPolynomial(List.of(d)));
  }

  /**
   * Whether U(k) tends to 0: it is like 1/k!, or like z^k k^e with z and −e the quotient of the
   * leading coefficients and the difference of the sums of zeros of h1 and h2.
   */
  private boolean vanishes() {
    if (g.isZero() || form.h1().degree() < form.h2().degree()) {
      return true;
    }
    if (form.h1().degree() > form.h2().degree()) {
      return false;
    }
    int size = form.h1().leading().abs().compareTo(form.h2().leading().abs());
    BigFraction exponent =
        sumOfZeros(form.h2()).subtract(sumOfZeros(form.h1())).add(g.degree() - form.f().degree());
    return size < 0 || size == 0 && exponent.signum() < 0;
  }

  private static BigFraction sumOfZeros(IntegerPolynomial p) {
    return p.degree() < 1
        ? BigFraction.ZERO
        : BigFraction.of(p.coefficient(p.degree() - 1).negate(), p.leading());
  }

  /** −g(0)/(d f(0)). */
  BigFraction boundary() {
    return BigFraction.of(g.at(0).negate(), d.multiply(form.f().at(0)));
  }
}
