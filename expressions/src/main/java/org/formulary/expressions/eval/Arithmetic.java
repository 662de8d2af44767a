package org.formulary.expressions.eval;

import org.formulary.expressions.BinaryRational;

/**
 * Numbers a program can be evaluated in: one method per operation. Division by zero follows IEEE
 * 754 where the numbers have infinities; otherwise it throws {@link ArithmeticException}.
 *
 * @param <T> an immutable number
 */
public interface Arithmetic<T> {
  /** The number for an exact constant, rounded as this arithmetic rounds. */
  T of(BinaryRational value);

  T add(T a, T b);

  T subtract(T a, T b);

  T multiply(T a, T b);

  T divide(T a, T b);

  T negate(T a);

  T sqrt(T a);

  /** a · b + c, rounded once. */
  T fma(T a, T b, T c);
}
