package org.formulary.expressions.print;

import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Program;
import org.formulary.expressions.Skeleton;

/**
 * The parts of code with one statement per value: the input is x, constants are c1, c2, …, the
 * instructions t1, t2, ….
 */
final class StraightLine {
  private static final int DECIMAL_DIGITS = 20;

  private final Program program;

  StraightLine(Program program) {
    this.program = program;
  }

  String name(int value) {
    Skeleton s = program.skeleton();
    if (s.isInput(value)) {
      return Layout.input(s, value);
    }
    return s.isConstant(value)
        ? "c" + (value - s.inputs() + 1)
        : "t" + (value - s.firstInstruction() + 1);
  }

  String output() {
    return name(program.skeleton().output());
  }

  /** What stands beside a constant: the decimal, and the exact value where binary64 rounds it. */
  static String remark(BinaryRational constant) {
    double nearest = constant.doubleValue();
    boolean exact = Double.isFinite(nearest) && BinaryRational.of(nearest).equals(constant);
    return exact
        ? Literals.shortest(nearest)
        : "about " + Literals.decimal(constant, DECIMAL_DIGITS) + ", exactly " + constant;
  }

  /**
   * A title line as the text of a one-line comment: nothing in it ends or continues the comment.
   */
  static String comment(String mark, String line) {
    String text =
        line.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ")
            .replace('\\', '/')
            .replaceAll("\\?{2,}", "?");
    return (mark + " " + text).stripTrailing() + "\n";
  }

  /** The comment on top of a file. */
  static String header(String mark, Program program, CodeContext context) {
    StringBuilder out = new StringBuilder();
    context.title().forEach(line -> out.append(comment(mark, line)));
    out.append(comment(mark, "Program: " + InfixPrinter.print(program)));
    return out.toString();
  }
}
