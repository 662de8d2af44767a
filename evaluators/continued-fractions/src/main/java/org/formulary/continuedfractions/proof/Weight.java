package org.formulary.continuedfractions.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.formulary.continuedfractions.polynomial.Fractions;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.LinearEquations;

/**
 * The weight W(x) = (1 − x/λ1)^p1 (1 − x/λ2)^p2, where λ1 and λ2 are the zeros of T = c + e x − x²
 * and |λ1| &gt; |λ2| &gt; 0, or λ1 = −λ2 &gt; 0 where e is 0; it is positive between 0 and λ2.
 *
 * @param c not 0, and e² + 4c &gt; 0
 * @param p1 the same as p2, unless e² + 4c is a square
 * @param p2 above −1, or not whole: then integrals up to λ2 are finite parts
 */
record Weight(BigInteger e, BigInteger c, BigFraction p1, BigFraction p2) {
  private static final BigFraction HALF = BigFraction.of(1, 2);

  /**
   * λ1 − λ2, which has the sign of e or is positive, if it is rational; then it is whole, and so
   * are λ1, λ2.
   */
  Optional<BigInteger> gap() {
    return Elementary.root(discriminant()).map(s -> e.signum() < 0 ? s.negate() : s);
  }

  BigInteger discriminant() {
    return e.multiply(e).add(c.shiftLeft(2));
  }

  /** Whether it is as said above. */
  boolean isValid() {
    return c.signum() != 0
        && discriminant().signum() > 0
        && (p2.compareTo(BigFraction.of(-1)) > 0 || !Fractions.isWhole(p2))
        && (isSymmetric() || gap().isPresent());
  }

  boolean isSymmetric() {
    return p1.equals(p2);
  }

  IntegerPolynomial t() {
    return new IntegerPolynomial(List.of(c, e, BigInteger.ONE.negate()));
  }

  /** λ1, if it is whole. */
  Optional<BigInteger> larger() {
    return gap().map(s -> e.add(s).shiftRight(1));
  }

  /** λ2, if it is whole. */
  Optional<BigInteger> smaller() {
    return gap().map(s -> e.subtract(s).shiftRight(1));
  }

  /** The constant in T W'/W = constant − (p1 + p2) x: p1 λ2 + p2 λ1. */
  BigFraction constant() {
    BigFraction mean = p1.add(p2).multiply(e);
    return isSymmetric()
        ? mean.multiply(HALF)
        : mean.subtract(p1.subtract(p2).multiply(gap().orElseThrow())).multiply(HALF);
  }

  /** 2 (T' + T W'/W), where 2 p1 and 2 p2 are whole. */
  private IntegerPolynomial derivative() {
    return new IntegerPolynomial(
        List.of(
            Fractions.numerator(constant().add(e).multiply(2)),
            Fractions.numerator(p1.add(p2).add(2).multiply(-2))));
  }

  /** The weight by another with exponents that are not above these and differ by whole numbers. */
  Quotient by(Weight lower) {
    int k1 = p1.subtract(lower.p1).intValue();
    int k2 = p2.subtract(lower.p2).intValue();
    IntegerPolynomial product = IntegerPolynomial.of(1);
    for (int k = 0; k < Math.min(k1, k2); k++) {
      product = product.multiply(t());
    }
    for (int k = k2; k < k1; k++) {
      product = product.multiply(factor(larger().orElseThrow()));
    }
    for (int k = k1; k < k2; k++) {
      product = product.multiply(factor(smaller().orElseThrow()));
    }
    return new Quotient(product, product.at(0));
  }

  private static IntegerPolynomial factor(BigInteger zero) {
    return new IntegerPolynomial(List.of(zero, BigInteger.ONE.negate()));
  }

  /** above/below. */
  record Quotient(IntegerPolynomial above, BigInteger below) {}

  /**
   * The weight of the same kind, modulo 1 and up to which of them is chosen, whose integral from 0
   * to λ2 is known.
   */
  Weight base() {
    BigFraction q2 = Fractions.isWhole(p2) ? BigFraction.ZERO : HALF.negate();
    boolean half = !Fractions.isWhole(p1);
    return new Weight(e, c, half ? HALF.negate() : BigFraction.of(-1), q2);
  }

  /** With the smaller one of both exponents. */
  Weight meet(Weight that) {
    return new Weight(e, c, least(p1, that.p1), least(p2, that.p2));
  }

  private static BigFraction least(BigFraction x, BigFraction y) {
    return x.compareTo(y) < 0 ? x : y;
  }

  /**
   * The integral from 0 to λ2 of a {@link #base}. With s = λ1 − λ2 and the even function A(y²) =
   * artanh(y)/y it is
   *
   * <ul>
   *   <li>−2 (c/e) A(−4c/e²) for exponents −1/2, −1/2, as arcsin((2x − e)/√(e² + 4c)) and, for c
   *       &lt; 0, log|2x − e + 2√−T| have the derivatives 1/√T, 1/√−T; −√c π/2 where e is 0;
   *   <li>2 (λ1 λ2/s) A(−λ2/s) for −1, −1/2, by x = λ2 (1 − y²);
   *   <li>2 λ1 (1 − √(s/λ1)) for −1/2, 0;
   *   <li>λ1 log(λ1/s) for −1, 0.
   * </ul>
   */
  Optional<Symbolic> integral() {
    if (isSymmetric() && e.signum() == 0) {
      return Elementary.root(BigFraction.of(c, BigInteger.valueOf(4)))
          .map(root -> root.times(Symbolic.of("pi")).negate());
    }
    if (isSymmetric()) {
      BigFraction t = BigFraction.of(c.shiftLeft(2).negate(), e.multiply(e));
      return Elementary.arc(t).map(a -> a.times(BigFraction.of(c.shiftLeft(1).negate(), e)));
    }
    BigInteger s = gap().orElseThrow();
    BigInteger l1 = larger().orElseThrow();
    BigInteger l2 = smaller().orElseThrow();
    if (!Fractions.isWhole(p2)) {
      return Elementary.arc(BigFraction.of(l2.negate(), s))
          .map(a -> a.times(BigFraction.of(l1.multiply(l2).shiftLeft(1), s)));
    }
    BigFraction ratio = BigFraction.of(s, l1);
    return Fractions.isWhole(p1)
        ? Symbolic.logarithm(ratio).map(log -> log.times(BigFraction.of(l1.negate())))
        : Elementary.root(ratio)
            .map(r -> Symbolic.of(BigFraction.ONE).plus(r.negate()))
            .map(x -> x.times(BigFraction.of(l1.shiftLeft(1))));
  }

  /**
   * d · above = κ · known + 2 (S' T + S (T' + T W'/W)), so that the integral of above W from 0 to
   * λ2, where T W vanishes, is (κ J − 2 c S(0))/d with the integral J of known W.
   */
  record Reduction(
      Weight weight,
      IntegerPolynomial above,
      IntegerPolynomial known,
      BigInteger kappa,
      IntegerPolynomial s,
      BigInteger d) {
    boolean holds() {
      IntegerPolynomial sum = known.multiply(new IntegerPolynomial(List.of(kappa)));
      for (int j = 0; j <= s.degree(); j++) {
        IntegerPolynomial c = new IntegerPolynomial(List.of(s.coefficient(j)));
        sum = sum.add(weight.ofPower(j).multiply(c));
      }
      return d.signum() != 0 && sum.equals(above.multiply(new IntegerPolynomial(List.of(d))));
    }

    /** The integral of above W, from that of known W. */
    Symbolic integral(Symbolic ofKnown) {
      BigInteger boundary = weight.c.shiftLeft(1).multiply(s.coefficient(0)).negate();
      return ofKnown
          .times(BigFraction.of(kappa))
          .plus(Symbolic.of(BigFraction.of(boundary)))
          .times(BigFraction.of(BigInteger.ONE, d));
    }
  }

  /** 2 (S' T + S (T' + T W'/W)) for S = x^j. */
  private IntegerPolynomial ofPower(int j) {
    IntegerPolynomial product = power(j).multiply(derivative());
    return j == 0
        ? product
        : product.add(power(j - 1).multiply(t()).multiply(IntegerPolynomial.of(2L * j)));
  }

  private static IntegerPolynomial power(int exponent) {
    long[] coefficients = new long[exponent + 1];
    coefficients[exponent] = 1;
    return IntegerPolynomial.of(coefficients);
  }

  /** How the integral of above W follows from that of known W, if it does. */
  Optional<Reduction> reduction(IntegerPolynomial above, IntegerPolynomial known) {
    List<IntegerPolynomial> columns = new ArrayList<>();
    columns.add(known);
    for (int j = 0; j < Math.max(above.degree(), known.degree()); j++) {
      columns.add(ofPower(j));
    }
    columns.add(above.negate());
    return LinearEquations.kernel(columns)
        .map(
            k ->
                new Reduction(
                    this,
                    above,
                    known,
                    k.getFirst(),
                    new IntegerPolynomial(k.subList(1, k.size() - 1)),
                    k.getLast()))
        .filter(Reduction::holds);
  }
}
