/**
 * Evaluation of programs. {@link org.formulary.expressions.eval.Interpreter} is the specification,
 * the kernels are fast.
 */
package org.formulary.expressions.eval;
