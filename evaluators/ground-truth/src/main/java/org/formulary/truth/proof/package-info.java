/**
 * Proofs of error bounds in arithmetic of our own: balls, Taylor models, adaptive subdivision.
 *
 * <pre>{@code
 * ErrorProof proof =
 *     ErrorProver.standard().prove(program, formula, Interval.of(0, 1), ErrorKind.RELATIVE, Progress.NONE);
 * if (proof instanceof ErrorProof.Proved proved) {
 *   System.out.println("max relative error <= " + proved.upperBound());
 * }
 * }</pre>
 *
 * Nothing here shares arithmetic with the code that fits constants: numbers are {@link Ball}s on
 * {@link java.math.BigInteger}, functions are summed here from their series.
 */
package org.formulary.truth.proof;
