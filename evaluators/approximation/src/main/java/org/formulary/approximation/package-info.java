/**
 * The domain {@code approximation}: programs that approximate a real function. Start with {@link
 * org.formulary.approximation.ApproximationProblem}.
 */
package org.formulary.approximation;
