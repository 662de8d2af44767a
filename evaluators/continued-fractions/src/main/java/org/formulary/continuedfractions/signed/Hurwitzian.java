package org.formulary.continuedfractions.signed;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.formulary.continuedfractions.field.DerivedFraction;
import org.formulary.continuedfractions.field.IntegerMatrix;
import org.formulary.continuedfractions.field.StepMatrix;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;

/**
 * A signed fraction whose terms after a head are linear polynomials in turn: term h + L m + i is
 * laws(i) at m (A. Hurwitz, Über die Kettenbrüche, deren Teilnenner arithmetische Reihen bilden,
 * 1896). Every L-th convergent is then one of a polynomial fraction.
 *
 * @param laws polynomials in m, as many as a multiple of the period of the signs
 * @param walk the fraction of the products of L matrices each, and how the value K of that gives
 *     the value of the terms after the head
 */
record Hurwitzian(SignedFraction fraction, List<IntegerPolynomial> laws, DerivedFraction walk) {
  private static final int LONGEST = 48;

  /** A signed fraction of this kind, where it is one; its terms may repeat for ever. */
  static Optional<Hurwitzian> of(SignedFraction f) {
    int period = f.signs().period();
    return IntStream.rangeClosed(1, LONGEST / period)
        .map(k -> k * period)
        .boxed()
        .flatMap(length -> laws(f, length).stream())
        .findFirst()
        .flatMap(laws -> DerivedFraction.of(product(f, laws)).map(d -> new Hurwitzian(f, laws, d)));
  }

  /**
   * The linear polynomials that the terms are. Both sequences obey recurrences, so that their
   * difference obeys one whose order is the sum of the orders; it is 0 if its first terms are.
   */
  private static Optional<List<IntegerPolynomial>> laws(SignedFraction f, int length) {
    int head = f.head();
    int compared = f.recurrence().order() + 2 * length;
    List<BigInteger> terms = f.terms(head + compared + 2 * length);
    List<IntegerPolynomial> laws = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      BigInteger first = terms.get(head + i);
      BigInteger step = terms.get(head + length + i).subtract(first);
      laws.add(new IntegerPolynomial(List.of(first, step)));
    }
    for (int n = 0; n < compared + 2 * length; n++) {
      if (!laws.get(n % length).at(n / length).equals(terms.get(head + n))) {
        return Optional.empty();
      }
    }
    return Optional.of(laws);
  }

  /**
   * Whether the terms are at least 1, and 2 before a minus, from some on: then the fraction
   * converges (H. Tietze, Math. Annalen 70, 1911), and not only the convergents of every L-th term.
   */
  boolean converges() {
    return IntStream.range(0, laws.size())
        .allMatch(
            i -> {
              IntegerPolynomial law = laws.get(i);
              int least = fraction.signs().sign((long) fraction.head() + i) < 0 ? 2 : 1;
              return law.degree() == 1
                  ? law.leading().signum() > 0
                  : law.at(0).compareTo(BigInteger.valueOf(least)) >= 0;
            });
  }

  /** The product of [[a, s], [1, 0]] over one turn, as polynomials in m. */
  private static StepMatrix product(SignedFraction f, List<IntegerPolynomial> laws) {
    IntegerPolynomial zero = IntegerPolynomial.ZERO;
    IntegerPolynomial one = IntegerPolynomial.of(1);
    List<IntegerPolynomial> rows = List.of(one, zero, zero, one);
    for (int i = 0; i < laws.size(); i++) {
      IntegerPolynomial a = laws.get(i);
      IntegerPolynomial sign = IntegerPolynomial.of(f.signs().sign((long) f.head() + i));
      rows =
          List.of(
              rows.get(0).multiply(a).add(rows.get(1)),
              rows.get(0).multiply(sign),
              rows.get(2).multiply(a).add(rows.get(3)),
              rows.get(2).multiply(sign));
    }
    return new StepMatrix(
        List.of(List.of(rows.get(0), rows.get(1)), List.of(rows.get(2), rows.get(3))), one);
  }

  /** The polynomial fraction whose value is K. */
  PolynomialFraction polynomial() {
    return walk.fraction().from(walk.first());
  }

  /** The whole fraction is the image by this of K; its determinant must not be 0. */
  IntegerMatrix toValue() {
    IntegerMatrix m =
        IntegerMatrix.of(BigInteger.ONE, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ONE);
    for (int i = 0; i < fraction.head(); i++) {
      m =
          m.multiply(
              IntegerMatrix.of(
                  fraction.first().get(i),
                  BigInteger.valueOf(fraction.signs().sign(i)),
                  BigInteger.ONE,
                  BigInteger.ZERO));
    }
    return m.multiply(walk.toLimit());
  }

  /** What K is in terms of the constant, if the fraction is the image that it is said to be. */
  String claim(String constant) {
    var image = fraction.image();
    IntegerMatrix ofConstant =
        IntegerMatrix.of(
            BigInteger.valueOf(image.q()),
            BigInteger.valueOf(image.p()),
            BigInteger.valueOf(image.s()),
            BigInteger.valueOf(image.r()));
    return toValue().adjugate().multiply(ofConstant).moebius(constant);
  }
}
