package org.formulary.approximation.classical;

import java.util.ArrayList;
import java.util.List;
import org.formulary.expressions.eval.DoubleDouble;
import org.formulary.truth.ErrorKind;

/**
 * A quotient and what becomes of it.
 *
 * @param source what the quotient approximates
 * @param composition how the function is made of it
 */
record Approximant(Target source, Quotient quotient, Composition composition) {
  /**
   * The approximant by a best quotient, of error {@code level} in units of the source.
   *
   * <p>Relative errors ±E of a root become (1 ± E)^K − 1 of its power K, which are level when the
   * root is first multiplied by δ with δ^K·((1 + E)^K + (1 − E)^K) = 2.
   */
  static Approximant minimax(Target source, Quotient r, double level, Composition composition) {
    boolean relative = source.measure().kind() == ErrorKind.RELATIVE;
    boolean scales = composition.symmetry() != Symmetry.RECIPROCAL;
    if (composition.squarings() == 0 || !relative || !scales || !(level < 1)) {
      return new Approximant(source, r, composition);
    }
    double power = 1 << composition.squarings();
    double sum = StrictMath.pow(1 + level, power) + StrictMath.pow(1 - level, power);
    DoubleDouble factor = DoubleDouble.of(StrictMath.pow(2 / sum, 1 / power));
    List<DoubleDouble> numerator = new ArrayList<>();
    r.numerator().forEach(c -> numerator.add(DoubleDouble.multiply(c, factor)));
    return new Approximant(source, new Quotient(numerator, r.denominator()), composition);
  }

  /** The value at x of the function over its zeros. */
  DoubleDouble core(DoubleDouble x) {
    return composition.core(source, quotient, x);
  }

  /** The degrees, with the zeros where they are factors of a polynomial in x. */
  String detail() {
    int p = quotient.p() + (composition.inSquare() ? 0 : composition.zeros().size());
    return quotient.q() == 0 ? "degree " + p : "(%d,%d)".formatted(p, quotient.q());
  }
}
