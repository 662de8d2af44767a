/**
 * Polynomial fractions by evolution, without a constant: {@link
 * org.formulary.continuedfractions.blind.BlindProblem} searches for classes whose denominators, in
 * lowest terms, are small for what they approximate; what their limits are is asked afterwards.
 *
 * <pre>{@code
 * Problem<PolynomialFraction> problem = new BlindProblem();
 * Evaluation<PolynomialFraction> e = problem.refine(fraction); // the asymptotic δ, or why not
 * Optional<Conjecture> formula = Finding.identified(fraction, Progress.NONE); // such as 6/zeta3
 * LowDegree.of(fraction); // whether it can come from degrees (1, 2)
 * }</pre>
 */
package org.formulary.continuedfractions.blind;
