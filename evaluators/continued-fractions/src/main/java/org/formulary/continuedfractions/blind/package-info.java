/**
 * Polynomial and interlaced fractions by evolution, without a constant: {@link
 * org.formulary.continuedfractions.blind.BlindProblem} searches for classes whose denominators, in
 * lowest terms, are small for what they approximate; what their limits are is asked afterwards.
 *
 * <pre>{@code
 * Problem<Fraction> problem = new BlindProblem();
 * Evaluation<Fraction> e = problem.refine(fraction); // the asymptotic δ, or why not
 * PolynomialFraction f = fraction.contracted(); // itself, or its even part
 * Optional<Conjecture> formula = Finding.identified(f, Progress.NONE); // such as 6/zeta3
 * LowDegree.of(f); // whether it can come from degrees (1, 2)
 * }</pre>
 */
package org.formulary.continuedfractions.blind;
