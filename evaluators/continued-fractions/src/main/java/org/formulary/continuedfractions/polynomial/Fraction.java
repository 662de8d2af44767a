package org.formulary.continuedfractions.polynomial;

/**
 * A continued fraction a(0) + b(1)/(a(1) + b(2)/(a(2) + …)) whose terms are polynomials in their
 * index: one each, or one each for even and for odd indices.
 */
public sealed interface Fraction permits PolynomialFraction, InterlacedFraction {
  /**
   * The polynomial fraction that it is, or that its even part is: the values are Möbius images of
   * one another.
   */
  PolynomialFraction contracted();

  /** Bits that the coefficients take to write. */
  int size();
}
