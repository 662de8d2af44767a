package org.formulary.expressions.print;

import java.util.List;
import java.util.Locale;
import org.formulary.expressions.Program;
import org.formulary.expressions.eval.DoubleArithmetic;
import org.formulary.expressions.eval.Interpreter;

/**
 * One case of an export's self-test: an input and the bits that the interpreter computes there.
 * Every NaN counts as the same, as its sign and payload differ between machines.
 */
record SelfTest(double input, long bits) {
  static List<SelfTest> of(Program program, CodeContext context) {
    return context.testInputs().stream().map(x -> new SelfTest(x, expected(program, x))).toList();
  }

  private static long expected(Program program, double x) {
    return Double.doubleToLongBits(Interpreter.evaluate(program, DoubleArithmetic.INSTANCE, x));
  }

  String inputLiteral() {
    return Literals.hex(input);
  }

  String bitsLiteral() {
    return String.format(Locale.ROOT, "0x%016x", bits);
  }
}
