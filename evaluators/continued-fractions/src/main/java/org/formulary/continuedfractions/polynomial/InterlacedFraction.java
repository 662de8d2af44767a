package org.formulary.continuedfractions.polynomial;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.formulary.continuedfractions.convergent.Convergents;
import org.formulary.continuedfractions.polynomial.RationalRoots.Root;

/**
 * A fraction whose terms are given by different polynomials in n for even and for odd n; none of
 * them is 0.
 *
 * @param evenA a(n) for even n
 * @param oddA a(n) for odd n
 * @param evenB b(n) for even n
 * @param oddB b(n) for odd n
 */
public record InterlacedFraction(
    IntegerPolynomial evenA,
    IntegerPolynomial oddA,
    IntegerPolynomial evenB,
    IntegerPolynomial oddB)
    implements Fraction {

  /**
   * Its even part: a polynomial fraction of which each convergent is one of even index of this one.
   *
   * <p>Numerators and denominators X(n) = a(n) X(n − 1) + b(n) X(n − 2) of even index obey, the odd
   * ones eliminated and Z(m) = a(2m − 2) a(2m − 4) … X(2m),
   *
   * <pre>
   * Z(m) = a'(m) Z(m − 1) + b'(m) Z(m − 2)
   * a'(m) = a(2m) a(2m − 2) a(2m − 1) + a(2m − 2) b(2m) + a(2m) b(2m − 1)
   * b'(m) = −a(2m) a(2m − 4) b(2m − 1) b(2m − 2)
   * </pre>
   *
   * from the index on from which no a(2m) vanishes. The fraction (a', b') is taken from two steps
   * later, and deflated by constants and by linear factors.
   *
   * @param fraction of value K
   * @param map the value of the interlaced fraction is (p K + p')/(q K + q'), and so are its
   *     convergents of index 2 (first + k) those of index k
   * @param first half the index of the convergent that the first one of the fraction is
   */
  public record EvenPart(PolynomialFraction fraction, Convergents map, int first) {}

  public InterlacedFraction {
    if (List.of(evenA, oddA, evenB, oddB).stream().anyMatch(IntegerPolynomial::isZero)) {
      throw new IllegalArgumentException("the polynomials of a and b must not be 0");
    }
  }

  /** a(n), n ≥ 0. */
  public BigInteger a(int n) {
    return (n % 2 == 0 ? evenA : oddA).at(n);
  }

  /** b(n), n ≥ 1. */
  public BigInteger b(int n) {
    return (n % 2 == 0 ? evenB : oddB).at(n);
  }

  /** The convergent of an index ≥ 0, as it comes from the recurrence. */
  public PolynomialFraction.Convergent convergent(int index) {
    Convergents all = Convergents.of(this::a, this::b, index + 1);
    return new PolynomialFraction.Convergent(index, all.p(), all.q());
  }

  /** The even part, without common factors. */
  public EvenPart evenPart() {
    int begin = begin();
    Convergents before = Convergents.of(this::a, this::b, 2 * begin + 1);
    Convergents after = Convergents.of(this::a, this::b, 2 * begin + 3);
    PolynomialFraction f = recurrence().from(begin + 2L);
    BigInteger a = a(2 * begin);
    BigInteger b = f.b().at(0);
    Convergents map =
        new Convergents(
            after.p().multiply(a),
            before.p().multiply(b),
            after.q().multiply(a),
            before.q().multiply(b));
    PolynomialFraction deflated = f;
    BigInteger factor = BigInteger.ONE;
    if (f.a().isZero()) {
      return new EvenPart(f, scaled(map, factor), begin + 2);
    }
    for (Root r : RationalRoots.of(f.b()).roots()) {
      // A factor that vanishes at a term is no inflation.
      PolynomialFraction next = r.d() > 1 || r.k() < 0 ? deflated.deflated(r.factor()) : deflated;
      factor = next == deflated ? factor : factor.multiply(r.factor().at(0));
      deflated = next;
    }
    PolynomialFraction last = deflated.deflated();
    factor = factor.multiply(deflated.a().leading().divide(last.a().leading()));
    return new EvenPart(last, scaled(map, factor), begin + 2);
  }

  /** The first index m from which on a(2m) has no zero, as far as its zeros are seen. */
  private int begin() {
    long begin = 0;
    for (Root r : RationalRoots.of(evenA).roots()) {
      boolean even = r.d() == 1 && r.k() >= 0 && r.k() % 2 == 0;
      begin = even ? Math.max(begin, r.k() / 2 + 1) : begin;
    }
    return Math.toIntExact(begin);
  }

  /** (a', b'). */
  private PolynomialFraction recurrence() {
    IntegerPolynomial a = ofBlock(evenA, 0);
    IntegerPolynomial aBefore = ofBlock(evenA, -2);
    IntegerPolynomial odd = ofBlock(oddB, -1);
    IntegerPolynomial sum =
        aBefore.multiply(a.multiply(ofBlock(oddA, -1)).add(ofBlock(evenB, 0))).add(a.multiply(odd));
    IntegerPolynomial product =
        a.multiply(ofBlock(evenA, -4)).multiply(odd).multiply(ofBlock(evenB, -2));
    return new PolynomialFraction(sum, product.negate());
  }

  /** p(2m + shift) as a polynomial in m. */
  private static IntegerPolynomial ofBlock(IntegerPolynomial p, int shift) {
    IntegerPolynomial shifted = p.shifted(shift);
    List<BigInteger> coefficients = new ArrayList<>();
    for (int k = 0; k <= shifted.degree(); k++) {
      coefficients.add(shifted.coefficient(k).shiftLeft(k));
    }
    return new IntegerPolynomial(coefficients);
  }

  /** The map from K/factor, without what its numbers have in common. */
  private static Convergents scaled(Convergents m, BigInteger factor) {
    BigInteger p = m.p().multiply(factor);
    BigInteger q = m.q().multiply(factor);
    BigInteger common = p.gcd(q).gcd(m.pBefore()).gcd(m.qBefore());
    return common.signum() == 0
        ? m
        : new Convergents(
            p.divide(common),
            m.pBefore().divide(common),
            q.divide(common),
            m.qBefore().divide(common));
  }

  @Override
  public PolynomialFraction contracted() {
    return evenPart().fraction();
  }

  @Override
  public int size() {
    return evenA.size() + oddA.size() + evenB.size() + oddB.size();
  }

  @Override
  public String toString() {
    return "a = [%s, %s], b = [%s, %s]".formatted(evenA, oddA, evenB, oddB);
  }
}
