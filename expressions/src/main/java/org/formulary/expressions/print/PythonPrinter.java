package org.formulary.expressions.print;

import java.util.List;
import java.util.stream.Collectors;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Op;
import org.formulary.expressions.Program;
import org.formulary.expressions.Skeleton;

/**
 * Python 3 without packages. Python raises where IEEE 754 divides by zero or takes the root of a
 * negative number, and has no fma before 3.13; small functions, printed only where they are needed,
 * give the IEEE results. Constants are the nearest binary64. Run as a script the file is its
 * self-test: it prints {@code ok N}, or the first difference and exits with 1.
 */
final class PythonPrinter implements Printer {
  private static final String DIVIDE =
      """
      def _div(a, b):
          \"""a / b as IEEE 754 has it; Python raises where b is 0.\"""
          if b != 0:
              return a / b
          if a == 0 or a != a:
              return math.nan
          return math.copysign(math.inf, a) * math.copysign(1.0, b)


      """;

  private static final String SQUARE_ROOT =
      """
      def _sqrt(a):
          \"""Square root as IEEE 754 has it; Python raises where a < 0.\"""
          return math.sqrt(a) if a >= 0 else math.nan


      """;

  private static final String FUSED =
      """
      def _fma(a, b, c):
          \"""a * b + c rounded once, by exact rational arithmetic.\"""
          if not (math.isfinite(a) and math.isfinite(b)):
              return a * b + c
          if not math.isfinite(c):
              return c
          exact = Fraction(a) * Fraction(b) + Fraction(c)
          if exact == 0:
              return a * b + c  # nothing is rounded, and this has the sign of zero right
          try:
              return float(exact)
          except OverflowError:
              return math.inf if exact > 0 else -math.inf


      """;

  @Override
  public String print(Program program, CodeContext context) {
    List<SelfTest> tests = SelfTest.of(program, context);
    var ops =
        program.skeleton().instructions().stream().map(Instruction::op).collect(Collectors.toSet());
    return StraightLine.header("#", program, context)
        + "import math\n"
        + (ops.contains(Op.FMA) ? "from fractions import Fraction\n" : "")
        + "\n\n"
        + (ops.contains(Op.DIV) ? DIVIDE : "")
        + (ops.contains(Op.SQRT) ? SQUARE_ROOT : "")
        + (ops.contains(Op.FMA) ? FUSED : "")
        + function(program, context)
        + (tests.isEmpty() ? "" : "\n\n" + selfTest(context.function(), tests));
  }

  private static String function(Program program, CodeContext context) {
    Skeleton s = program.skeleton();
    StraightLine names = new StraightLine(program);
    StringBuilder out = new StringBuilder();
    // A caller's integer must not lead into integer arithmetic.
    out.append("def ").append(context.function()).append("(x):\n    x = float(x)\n");
    for (int v = s.inputs(); v < s.values(); v++) {
      out.append("    ").append(names.name(v)).append(" = ");
      if (s.isConstant(v)) {
        BinaryRational c = program.constants().get(v - s.inputs());
        out.append(literal(c.doubleValue())).append("  # ").append(StraightLine.remark(c));
      } else {
        out.append(expression(s.instruction(v), names));
      }
      out.append('\n');
    }
    return out.append("    return ").append(names.output()).append('\n').toString();
  }

  private static String literal(double value) {
    if (Double.isInfinite(value)) {
      return value < 0 ? "-math.inf" : "math.inf";
    }
    return "float.fromhex(\"" + Literals.hex(value) + "\")";
  }

  private static String expression(Instruction in, StraightLine names) {
    String a = names.name(in.a());
    return switch (in.op()) {
      case ADD, SUB, MUL -> a + " " + in.op().symbol() + " " + names.name(in.b());
      case DIV -> "_div(%s, %s)".formatted(a, names.name(in.b()));
      case NEG -> "-" + a;
      case SQRT -> "_sqrt(" + a + ")";
      case FMA -> "_fma(%s, %s, %s)".formatted(a, names.name(in.b()), names.name(in.c()));
    };
  }

  private static String selfTest(String function, List<SelfTest> tests) {
    StringBuilder cases = new StringBuilder();
    for (SelfTest t : tests) {
      cases.append("        (\"%s\", %s),\n".formatted(t.inputLiteral(), t.bitsLiteral()));
    }
    return """
    if __name__ == "__main__":
        import struct
        import sys

        cases = [
    CASES    ]
        for text, expected in cases:
            y = FUNCTION(float.fromhex(text))
            bits = struct.unpack("<Q", struct.pack("<d", y))[0]
            if y != y:
                bits = 0x7FF8000000000000
            if bits != expected:
                print(f"FUNCTION({text}) is {y.hex()}, bits 0x{bits:016x}, expected 0x{expected:016x}")
                sys.exit(1)
        print(f"ok {len(cases)}")
    """
        .replace("CASES", cases)
        .replace("FUNCTION", function);
  }
}
