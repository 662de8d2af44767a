package org.formulary.expressions.print;

import java.util.List;
import java.util.Locale;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Program;
import org.formulary.expressions.Skeleton;

/**
 * Java (17 or later, where floating point is always strict): one final class with one static
 * method, named like the function with a capital. Constants are the nearest binary64. Its {@code
 * main} is the self-test: it prints {@code ok N}, or the first difference and exits with 1.
 */
final class JavaPrinter implements Printer {
  @Override
  public String print(Program program, CodeContext context) {
    String function = context.function();
    String type = function.substring(0, 1).toUpperCase(Locale.ROOT) + function.substring(1);
    List<SelfTest> tests = SelfTest.of(program, context);
    return StraightLine.header("//", program, context)
        + "public final class %s {\n  private %s() {}\n\n".formatted(type, type)
        + method(program, function)
        + (tests.isEmpty() ? "" : "\n" + selfTest(function, tests))
        + "}\n";
  }

  private static String method(Program program, String function) {
    Skeleton s = program.skeleton();
    StraightLine names = new StraightLine(program);
    StringBuilder out = new StringBuilder();
    out.append("  public static double ").append(function).append("(double x) {\n");
    for (int v = s.inputs(); v < s.values(); v++) {
      out.append("    final double ").append(names.name(v)).append(" = ");
      if (s.isConstant(v)) {
        BinaryRational c = program.constants().get(v - s.inputs());
        out.append(literal(c.doubleValue())).append("; // ").append(StraightLine.remark(c));
      } else {
        out.append(expression(s.instruction(v), names)).append(';');
      }
      out.append('\n');
    }
    return out.append("    return ").append(names.output()).append(";\n  }\n").toString();
  }

  private static String literal(double value) {
    if (Double.isInfinite(value)) {
      return value < 0 ? "Double.NEGATIVE_INFINITY" : "Double.POSITIVE_INFINITY";
    }
    return Literals.hex(value);
  }

  private static String expression(Instruction in, StraightLine names) {
    String a = names.name(in.a());
    return switch (in.op()) {
      case ADD, SUB, MUL, DIV -> a + " " + in.op().symbol() + " " + names.name(in.b());
      case NEG -> "-" + a;
      case SQRT -> "Math.sqrt(" + a + ")";
      case FMA -> "Math.fma(%s, %s, %s)".formatted(a, names.name(in.b()), names.name(in.c()));
    };
  }

  private static String selfTest(String function, List<SelfTest> tests) {
    StringBuilder inputs = new StringBuilder();
    StringBuilder bits = new StringBuilder();
    for (SelfTest t : tests) {
      inputs.append("      ").append(t.inputLiteral()).append(",\n");
      bits.append("      ").append(t.bitsLiteral()).append("L,\n");
    }
    return """
      public static void main(String[] args) {
        double[] inputs = {
    INPUTS    };
        long[] expected = {
    BITS    };
        for (int i = 0; i < inputs.length; i++) {
          double y = FUNCTION(inputs[i]);
          if (Double.doubleToLongBits(y) != expected[i]) {
            System.out.printf(
                java.util.Locale.ROOT,
                "FUNCTION(%a) is %a, bits 0x%016x, expected 0x%016x%n",
                inputs[i],
                y,
                Double.doubleToLongBits(y),
                expected[i]);
            System.exit(1);
          }
        }
        System.out.println("ok " + inputs.length);
      }
    """
        .replace("INPUTS", inputs)
        .replace("BITS", bits)
        .replace("FUNCTION", function);
  }
}
