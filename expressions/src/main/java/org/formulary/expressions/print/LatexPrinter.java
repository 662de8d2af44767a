package org.formulary.expressions.print;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Program;
import org.formulary.expressions.Skeleton;

/**
 * LaTeX for people: an equation {@code f(x) = …}, or an {@code aligned} block where values are
 * shared. Constants are decimal with 20 digits; the other formats hold their exact values. A fused
 * multiply-add is written as product and sum.
 */
final class LatexPrinter implements Printer {
  private static final int DECIMAL_DIGITS = 20;
  private static final Pattern SCIENTIFIC = Pattern.compile("(.*)e([+-]\\d+)");

  private static final int SUM = 1;
  private static final int PRODUCT = 2;
  private static final int SIGN = 3;
  private static final int ATOM = 4;

  private record Piece(String text, int binding) {
    String atLeast(int wanted) {
      return binding < wanted ? "\\left(" + text + "\\right)" : text;
    }

    /** Behind an operator, where no minus may stand first. */
    String behind(int wanted) {
      return text.startsWith("-") ? "\\left(" + text + "\\right)" : atLeast(wanted);
    }
  }

  @Override
  public String print(Program program, CodeContext context) {
    StringBuilder out = new StringBuilder();
    context.title().forEach(line -> out.append(StraightLine.comment("%", line)));
    out.append(formula(program, context.function())).append('\n');
    return out.toString();
  }

  private static String formula(Program program, String function) {
    Layout layout = new Layout(program.skeleton(), "");
    String left = "\\mathrm{%s}(x)".formatted(function.replace("_", "\\_"));
    String right = piece(program, layout, program.skeleton().output()).text();
    if (layout.named().isEmpty()) {
      return left + " = " + right;
    }
    StringBuilder out = new StringBuilder("\\begin{aligned}\n");
    for (int v : layout.named()) {
      out.append(symbol(layout, v)).append(" &= ");
      out.append(compute(program, layout, v).text()).append(" \\\\\n");
    }
    return out.append(left).append(" &= ").append(right).append("\n\\end{aligned}").toString();
  }

  private static String symbol(Layout layout, int value) {
    return "t_{" + layout.name(value) + "}";
  }

  private static Piece piece(Program program, Layout layout, int value) {
    Skeleton s = program.skeleton();
    if (s.isInput(value)) {
      return new Piece("x", ATOM);
    }
    if (s.isConstant(value)) {
      return number(program.constants().get(value - s.inputs()));
    }
    return layout.name(value) == null
        ? compute(program, layout, value)
        : new Piece(symbol(layout, value), ATOM);
  }

  private static Piece number(BinaryRational value) {
    String text = Literals.decimal(value, DECIMAL_DIGITS);
    Matcher m = SCIENTIFIC.matcher(text);
    if (m.matches()) {
      int exponent = Integer.parseInt(m.group(2));
      return new Piece(m.group(1) + " \\cdot 10^{" + exponent + "}", PRODUCT);
    }
    return new Piece(text, text.startsWith("-") ? SIGN : ATOM);
  }

  private static Piece compute(Program program, Layout layout, int value) {
    Instruction in = program.skeleton().instruction(value);
    Piece a = piece(program, layout, in.a());
    Piece b = in.op().arity() > 1 ? piece(program, layout, in.b()) : a;
    return switch (in.op()) {
      case ADD -> new Piece(a.atLeast(SUM) + " + " + b.behind(SUM), SUM);
      case SUB -> new Piece(a.atLeast(SUM) + " - " + b.behind(PRODUCT), SUM);
      case MUL -> in.a() == in.b() ? square(a) : product(a, b);
      case DIV -> new Piece("\\frac{" + a.text() + "}{" + b.text() + "}", ATOM);
      case NEG -> new Piece("-" + a.behind(ATOM), SIGN);
      case SQRT -> new Piece("\\sqrt{" + a.text() + "}", ATOM);
      case FMA -> {
        Piece c = piece(program, layout, in.c());
        Piece ab = in.a() == in.b() ? square(a) : product(a, b);
        yield new Piece(ab.text() + " + " + c.behind(SUM), SUM);
      }
    };
  }

  // The operand has a name: it is used twice.
  private static Piece square(Piece a) {
    return new Piece(a.atLeast(ATOM) + "^{2}", ATOM);
  }

  private static Piece product(Piece a, Piece b) {
    return new Piece(a.atLeast(PRODUCT) + " \\cdot " + b.behind(PRODUCT), PRODUCT);
  }
}
