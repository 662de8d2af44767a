package org.formulary.continuedfractions.survey;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;

/** The fractions of members by the numbers of their polynomials. */
record FractionLookup(
    int degree, List<IntegerPolynomial> denominators, List<IntegerPolynomial> numerators) {
  PolynomialFraction fraction(Member m) {
    return new PolynomialFraction(denominators.get(m.unit()), numerators.get(m.numerator()));
  }

  /** The sum of the squares of the coefficients. */
  long size(Member m) {
    PolynomialFraction f = fraction(m);
    return Stream.concat(f.a().coefficients().stream(), f.b().coefficients().stream())
        .map(c -> c.multiply(c))
        .reduce(BigInteger.ZERO, BigInteger::add)
        .longValue();
  }

  /** The coefficients of a and of b, ascending. */
  List<Long> vector(Member m) {
    PolynomialFraction f = fraction(m);
    return Stream.of(f.a(), f.b())
        .flatMap(p -> Stream.iterate(0, k -> k <= degree, k -> k + 1).map(p::coefficient))
        .map(BigInteger::longValueExact)
        .toList();
  }
}
