package org.formulary.truth.reference;

import java.math.BigDecimal;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.eval.Arithmetic;

/**
 * Decimal floating point of a fixed number of digits.
 *
 * <p>Each operation errs by a few units of its last digit at most; where a subtraction cancels,
 * {@link Apfloat#precision()} of the result says how many digits are left. fma rounds its product
 * too. Special cases: division by zero and the root of a negative number throw {@link
 * ArithmeticException}; there are no infinities. Two numbers that agree in all digits differ by an
 * exact 0.
 *
 * @param digits at least 1
 */
public record ApfloatArithmetic(int digits) implements Arithmetic<Apfloat> {
  public ApfloatArithmetic {
    if (digits < 1) {
      throw new IllegalArgumentException("digits must be ≥ 1, was " + digits);
    }
  }

  /** The decimal value as it stands; Apfloat's own conversion to double rounds wrongly. */
  public static BigDecimal toBigDecimal(Apfloat value) {
    return Real.decimal(value);
  }

  @Override
  public Apfloat of(BinaryRational value) {
    return new Apfloat(value.toBigDecimal(), digits);
  }

  @Override
  public Apfloat add(Apfloat a, Apfloat b) {
    return rounded(a.add(b));
  }

  @Override
  public Apfloat subtract(Apfloat a, Apfloat b) {
    return rounded(a.subtract(b));
  }

  @Override
  public Apfloat multiply(Apfloat a, Apfloat b) {
    return rounded(a.multiply(b));
  }

  @Override
  public Apfloat divide(Apfloat a, Apfloat b) {
    return rounded(a.divide(b));
  }

  @Override
  public Apfloat negate(Apfloat a) {
    return a.negate();
  }

  @Override
  public Apfloat sqrt(Apfloat a) {
    return rounded(ApfloatMath.sqrt(a));
  }

  @Override
  public Apfloat fma(Apfloat a, Apfloat b, Apfloat c) {
    return rounded(a.multiply(b).add(c));
  }

  private Apfloat rounded(Apfloat value) {
    return value.signum() != 0 && value.precision() > digits ? value.precision(digits) : value;
  }
}
