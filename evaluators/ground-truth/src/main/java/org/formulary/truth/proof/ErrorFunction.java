package org.formulary.truth.proof;

import java.util.Optional;
import org.formulary.expressions.Program;
import org.formulary.expressions.eval.Interpreter;
import org.formulary.expressions.parse.Formula;
import org.formulary.truth.ErrorKind;

/**
 * The signed error of a program against a target: p − f, or p/f − 1 computed as (p − f)/f; times a
 * weight where there is one.
 */
record ErrorFunction(Program program, Formula target, ErrorKind kind, Optional<Formula> weight) {
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
    TaylorModel f = formulaOn(patch, target, "target");
    TaylorModel difference = p.subtract(f);
    TaylorModel error =
        switch (kind) {
          case ABSOLUTE -> difference;
          case RELATIVE -> Fraction.of(difference).divide(Fraction.of(f)).plain(MISSED_ZERO);
        };
    return weight.map(w -> error.multiply(formulaOn(patch, w, "weight"))).orElse(error);
  }

  private static TaylorModel formulaOn(Patch patch, Formula formula, String what) {
    try {
      return FormulaModel.of(formula, patch).plain();
    } catch (NoEnclosureException e) {
      // A singular sub-expression of a formula proves nothing against the program.
      throw NoEnclosureException.unclear(what + ": " + e.getMessage());
    }
  }
}
