package org.formulary.continuedfractions.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.formulary.continuedfractions.polynomial.Fractions;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;

/**
 * A fraction of degrees (1, 2) or (0, 2) whose value is a quotient of moments: one of Gauss's, with
 * Euler's integrals for hypergeometric functions. With a = e n + d, b = c (n + r1)(n + r2) and T
 * W'/W = d − e (r1 + 1) − (r2 − r1 − 1) x ({@link Weight})
 *
 * <p>(m + r1 + 1) T + x T' + x T W'/W = c (m + r1 + 1) + a(m + 1) x − (m + r2 + 2) x²,
 *
 * <p>so that, by integration of the derivative of x^m |x|^(r1 + 1) T W, the moments v(m) = ∫ x^m
 * |x|^(r1 + 1) W dx from 0 to λ2 obey (m + r2 + 2) v(m + 1) = a(m + 1) v(m) + c (m + r1 + 1) v(m −
 * 1) for m ≥ 0. The value is a(0) − (1 + r2) v(0)/v(−1), if v(−1) is not 0.
 *
 * <p>Proof: u(m) = (2 + r2) … (m + r2 + 1) v(m), with u(−1) = v(−1)/(1 + r2), solves the recurrence
 * of the convergents p/q. v(m) is like Γ(p2 + 1) (1 − λ2/λ1)^p1 λ2^(m + 1) |λ2|^(r1 + 1) m^(−p2 −
 * 1): by Watson's lemma for p2 &gt; −1, and below, where the integrals are finite parts, by parts:
 * (p2 + 1) v(m)/λ2 is (m + r1 + 1) v(m − 1) for p2 + 1, less (p1/λ1) v(m) for p1 − 1 and p2 + 1.
 *
 * <p>If e ≠ 0, w(m) = q(m) u(m − 1) − q(m − 1) u(m) is −b(m) w(m − 1), and w(0) = u(−1). So the
 * differences w(m)/(u(m) u(m − 1)) of q/u have ratios that tend to −c/λ2² = λ1/λ2, which is larger
 * than 1 in size, and |q/u| increases without bound. As u is p u(−1) + q (u(0) − a(0) u(−1)), p/q
 * tends to a(0) − u(0)/u(−1).
 *
 * <p>If e = 0, a and b are positive from some n on, and the product of neighbours among the partial
 * quotients of the equal simple fraction is a²/b, so that their sum diverges and the fraction
 * converges (Seidel and Stern). As λ2 &lt; 0, the signs of u alternate in the end, while those of q
 * do not, if both begin there; so u is a multiple of p − q lim p/q.
 *
 * @param r1 above −1
 */
record MomentForm(PolynomialFraction fraction, BigFraction r1, BigFraction r2, Weight weight) {

  /** All forms of a fraction: none, one or two. */
  static List<MomentForm> of(PolynomialFraction f) {
    List<MomentForm> forms = new ArrayList<>();
    Optional<List<BigFraction>> zeros =
        f.a().degree() <= 1 && f.b().degree() == 2 ? Summand.zeros(f.b()) : Optional.empty();
    if (zeros.isPresent()) {
      BigFraction first = zeros.get().get(0).negate();
      BigFraction second = zeros.get().get(1).negate();
      of(f, first, second).ifPresent(forms::add);
      if (!first.equals(second)) {
        of(f, second, first).ifPresent(forms::add);
      }
    }
    return forms;
  }

  private static Optional<MomentForm> of(PolynomialFraction f, BigFraction r1, BigFraction r2) {
    BigInteger e = f.a().coefficient(1);
    BigInteger c = f.b().leading();
    BigFraction sum = r2.subtract(r1).subtract(1);
    // (p1 − p2)(λ1 − λ2)
    BigFraction skew =
        r1.add(r2).add(1).multiply(e).subtract(BigFraction.of(f.a().at(0).shiftLeft(1)));
    Optional<BigFraction> difference =
        skew.isZero()
            ? Optional.of(skew)
            : new Weight(e, c, sum, sum).gap().filter(s -> s.signum() != 0).map(skew::divide);
    return difference
        .map(delta -> new Weight(e, c, sum.add(delta).divide(2), sum.subtract(delta).divide(2)))
        .map(weight -> new MomentForm(f, r1, r2, weight))
        .filter(MomentForm::holds);
  }

  /**
   * Whether fraction and weight are as said above, and b has no zeros at n ≥ 1. The identity holds
   * if its coefficients of x and x² do: those are the conditions on T W'/W.
   */
  boolean holds() {
    BigFraction c = BigFraction.of(weight.c());
    IntegerPolynomial a = fraction.a();
    IntegerPolynomial b = fraction.b();
    return weight.isValid()
        && (a.degree() == 1 || a.degree() == 0 && a.leading().signum() > 0)
        && b.degree() == 2
        && a.coefficient(1).equals(weight.e())
        && b.leading().equals(weight.c())
        && c.multiply(r1.add(r2)).equals(BigFraction.of(b.coefficient(1)))
        && c.multiply(r1).multiply(r2).equals(BigFraction.of(b.coefficient(0)))
        && weight.p1().add(weight.p2()).equals(r2.subtract(r1).subtract(1))
        && weight
            .constant()
            .equals(BigFraction.of(a.at(0)).subtract(r1.add(1).multiply(weight.e())))
        && r1.compareTo(BigFraction.of(-1)) > 0
        && !isNatural(r1.negate())
        && !isNatural(r2.negate());
  }

  private static boolean isNatural(BigFraction x) {
    return Fractions.isWhole(x) && x.signum() > 0;
  }

  /** The steps, each of which can be checked by itself. */
  List<String> chain() {
    return List.of(
        "b(n) = (%s)*(n + r1)*(n + r2), r1 = %s, r2 = %s; T = %s has the zeros l1 and l2, %s"
                .formatted(
                    weight.c(),
                    Fractions.text(r1),
                    Fractions.text(r2),
                    Moments.x(weight.t()),
                    weight.e().signum() == 0 ? "l2 < 0" : "|l1| > |l2|")
            + "; W = (1 - x/l1)^p1*(1 - x/l2)^p2, p1 = %s, p2 = %s"
                .formatted(Fractions.text(weight.p1()), Fractions.text(weight.p2())),
        ("T*W'/W = %s - (p1 + p2)*x, so (m + r1 + 1)*T + x*T' + x*T*W'/W = c*(m + r1 + 1) +"
                    + " a(m + 1)*x - (m + r2 + 2)*x^2")
                .formatted(Fractions.text(weight.constant()))
            + (", and v(m), the integral of x^m*|x|^(r1 + 1)*W from 0 to l2%s, obeys"
                    + " (m + r2 + 2)*v(m + 1) = a(m + 1)*v(m) + c*(m + r1 + 1)*v(m - 1)")
                .formatted(weight.p2().compareTo(BigFraction.of(-1)) > 0 ? "" : " (finite part)"),
        "v(m + 1)/v(m) tends to l2, so "
            + (weight.e().signum() == 0
                ? "that the signs of v(m) alternate in the end, those of the denominators of the"
                    + " convergents do not, and the fraction converges (Seidel, Stern): it is"
                : "the denominators of the convergents outgrow (2 + r2)...(m + r2 + 1)*v(m), and"
                    + " the fraction is")
            + " a(0) - (1 + r2)*v(0)/v(-1)");
  }

  /** The value, from v(0)/v(−1). */
  Symbolic value(Symbolic ratio) {
    return Symbolic.of(BigFraction.of(fraction.a().at(0))).plus(ratio.times(r2.add(1)).negate());
  }
}
