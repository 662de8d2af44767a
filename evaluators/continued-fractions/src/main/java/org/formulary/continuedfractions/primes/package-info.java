/**
 * Exponents of primes in large numbers, and laws of how they depend on the prime: {@link
 * org.formulary.continuedfractions.primes.StepLawFit} reads a law off exponents, {@link
 * org.formulary.continuedfractions.primes.PrimeLaw#integral} is the growth that follows from it.
 */
package org.formulary.continuedfractions.primes;
