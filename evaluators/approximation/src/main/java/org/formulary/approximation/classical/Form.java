package org.formulary.approximation.classical;

import java.util.List;
import org.formulary.expressions.BinaryRational;

/** A polynomial or quotient with its way of evaluation and exact constants. */
sealed interface Form permits HornerForm, ContinuedFraction, PreconditionedForm {
  /** The same with constants rounded to {@code bits} significant bits. */
  Form rounded(int bits);

  /**
   * The value in program notation, empty for the constant 1; appends the bindings that it needs,
   * whose names start with that of the variable.
   */
  String text(String variable, StringBuilder bindings);

  /** {@code " + c"}, or {@code " - |c|"}; empty for 0, which needs no operation. */
  static String plus(BinaryRational c) {
    return c.signum() == 0 ? "" : c.signum() < 0 ? " - " + c.negate() : " + " + c;
  }

  /** Horner's scheme, coefficients from the constant up; empty for the constant 1. */
  static String horner(List<BinaryRational> c, String variable) {
    String text = c.getLast().equals(BinaryRational.ONE) ? "" : c.getLast().toString();
    for (int k = c.size() - 2; k >= 0; k--) {
      text = text.isEmpty() ? variable : "(" + text + ")*" + variable;
      text += plus(c.get(k));
    }
    return text;
  }
}
