/**
 * Fractions whose partial numerators and denominators are polynomials. {@link
 * org.formulary.continuedfractions.polynomial.PolynomialFraction} is the fraction, {@link
 * org.formulary.continuedfractions.polynomial.Family} many of them.
 */
package org.formulary.continuedfractions.polynomial;
