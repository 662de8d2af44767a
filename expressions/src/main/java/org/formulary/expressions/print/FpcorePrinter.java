package org.formulary.expressions.print;

import java.math.BigInteger;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Program;
import org.formulary.expressions.Skeleton;

/**
 * FPCore 2.0 (fpbench.org), precision binary64. Constants are exact rationals p/q, which every
 * reader of FPCore knows; hexadecimal literals are not read by all. The interval becomes {@code
 * :pre}.
 */
final class FpcorePrinter implements Printer {
  @Override
  public String print(Program program, CodeContext context) {
    Skeleton s = program.skeleton();
    Layout layout = new Layout(s, "t");
    StringBuilder out = new StringBuilder(StraightLine.header(";", program, context));
    String name = context.title().isEmpty() ? context.function() : context.title().getFirst();
    out.append("(FPCore ").append(context.function()).append(" (x)\n :name \"");
    out.append(name.replaceAll("\\p{Cntrl}", " ").replace("\\", "\\\\").replace("\"", "\\\""));
    out.append("\"\n :precision binary64\n");
    precondition(out, context);
    String indent = " ";
    if (!layout.named().isEmpty()) {
      out.append(" (let* (");
      String separator = "";
      for (int v : layout.named()) {
        out.append(separator).append('(').append(layout.name(v)).append(' ');
        out.append(compute(program, layout, v)).append(')');
        separator = "\n        ";
      }
      out.append(")\n");
      indent = "  ";
    }
    out.append(indent).append(expression(program, layout, s.output()));
    return out.append(layout.named().isEmpty() ? ")\n" : "))\n").toString();
  }

  private static void precondition(StringBuilder out, CodeContext context) {
    boolean low = Double.isFinite(context.low());
    boolean high = Double.isFinite(context.high());
    if (low || high) {
      out.append(" :pre (<=").append(low ? " " + rational(BinaryRational.of(context.low())) : "");
      out.append(" x").append(high ? " " + rational(BinaryRational.of(context.high())) : "");
      out.append(")\n");
    }
  }

  private static String expression(Program program, Layout layout, int value) {
    Skeleton s = program.skeleton();
    if (s.isInput(value)) {
      return Layout.input(s, value);
    }
    if (s.isConstant(value)) {
      return rational(program.constants().get(value - s.inputs()));
    }
    return layout.name(value) == null ? compute(program, layout, value) : layout.name(value);
  }

  private static String compute(Program program, Layout layout, int value) {
    Instruction in = program.skeleton().instruction(value);
    String operator =
        switch (in.op()) {
          case ADD, SUB, MUL, DIV, SQRT, FMA -> in.op().symbol();
          case NEG -> "-";
        };
    StringBuilder out = new StringBuilder("(").append(operator);
    for (int i = 0; i < in.op().arity(); i++) {
      out.append(' ').append(expression(program, layout, in.operand(i)));
    }
    return out.append(')').toString();
  }

  private static String rational(BinaryRational value) {
    return value.exponent() >= 0
        ? value.significand().shiftLeft(value.exponent()).toString()
        : value.significand() + "/" + BigInteger.ONE.shiftLeft(-value.exponent());
  }
}
