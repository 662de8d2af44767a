/**
 * Convergents of continued fractions, on whole numbers. {@link
 * org.formulary.continuedfractions.convergent.Convergents} is all of it.
 */
package org.formulary.continuedfractions.convergent;
