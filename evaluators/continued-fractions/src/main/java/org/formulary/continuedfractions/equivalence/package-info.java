/**
 * Whether two polynomial fractions are one in disguise, and how: {@link
 * org.formulary.continuedfractions.equivalence.EquivalenceSearch#between} constructs the
 * transformation.
 */
package org.formulary.continuedfractions.equivalence;
