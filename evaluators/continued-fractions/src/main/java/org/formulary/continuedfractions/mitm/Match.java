package org.formulary.continuedfractions.mitm;

import org.formulary.continuedfractions.image.Image;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;

/** A fraction and the image of the constant that it tends to. */
public record Match(PolynomialFraction fraction, Image image) {}
