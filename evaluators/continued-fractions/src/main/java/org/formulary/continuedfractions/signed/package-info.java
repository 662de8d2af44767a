/**
 * Signed fractions, whose partial numerators are periodic signs, and the search for those with
 * linearly recurrent terms. {@link org.formulary.continuedfractions.signed.SignedProblem} is the
 * entry, {@link org.formulary.continuedfractions.signed.Esma} the search for one pair of an image
 * and signs.
 */
package org.formulary.continuedfractions.signed;
