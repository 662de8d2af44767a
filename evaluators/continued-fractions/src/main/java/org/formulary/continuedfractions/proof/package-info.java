/**
 * Proofs of the values of polynomial fractions, {@link
 * org.formulary.continuedfractions.proof.Proof}: of sums in disguise, of quotients of moments, and
 * of Lambert's.
 */
package org.formulary.continuedfractions.proof;
