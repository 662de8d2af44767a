/**
 * Fractions whose partial numerators and denominators are polynomials. {@link
 * org.formulary.continuedfractions.polynomial.PolynomialFraction} is the fraction, {@link
 * org.formulary.continuedfractions.polynomial.Family} many of them; the terms of an {@link
 * org.formulary.continuedfractions.polynomial.InterlacedFraction} are given by different
 * polynomials for even and odd indices.
 */
package org.formulary.continuedfractions.polynomial;
