package org.formulary.truth.proof;

import org.formulary.expressions.Program;
import org.formulary.expressions.eval.Interpreter;
import org.formulary.expressions.parse.Formula;
import org.formulary.truth.ErrorKind;

/** The signed error of a program against a target: p − f, or p/f − 1 computed as (p − f)/f. */
record ErrorFunction(Program program, Formula target, ErrorKind kind) {
  private static final String MISSED_ZERO = "a zero of the target that the program misses";

  /**
   * A Taylor model of the error on a patch. Throws {@link NoEnclosureException}, definite only
   * where the program has a pole or a NaN or misses a zero of the target.
   */
  TaylorModel on(Patch patch) {
    Fraction x = Fraction.of(TaylorModel.variable(patch));
    TaylorModel p =
        Interpreter.evaluate(program, new FractionArithmetic(patch), x)
            .plain("a pole of the program");
    TaylorModel f = targetOn(patch);
    TaylorModel difference = p.subtract(f);
    return switch (kind) {
      case ABSOLUTE -> difference;
      case RELATIVE -> Fraction.of(difference).divide(Fraction.of(f)).plain(MISSED_ZERO);
    };
  }

  private TaylorModel targetOn(Patch patch) {
    try {
      return FormulaModel.of(target, patch).plain();
    } catch (NoEnclosureException e) {
      // A singular sub-expression of the target proves nothing against the program.
      throw NoEnclosureException.unclear("target: " + e.getMessage());
    }
  }
}
