/**
 * Polynomial fractions with formulas for their limits: {@link
 * org.formulary.continuedfractions.conjecture.ConjectureProblem}, and how they are found.
 */
package org.formulary.continuedfractions.conjecture;
