/**
 * Proofs of the values of polynomial fractions that are sums in disguise: {@link
 * org.formulary.continuedfractions.proof.Proof}.
 */
package org.formulary.continuedfractions.proof;
