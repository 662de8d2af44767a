/**
 * Möbius images of a constant. {@link org.formulary.continuedfractions.image.Image} is all of it.
 */
package org.formulary.continuedfractions.image;
