package org.formulary.expressions.print;

import java.util.List;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Program;
import org.formulary.expressions.Skeleton;

/**
 * C99 on binary64. One statement per instruction, contraction to fma off, so that every IEEE 754
 * machine computes the bits of {@code DoubleArithmetic}. Constants are the nearest binary64.
 *
 * <p>With {@code FORMULARY_SELF_TEST} defined the file is a program that compares its bits at the
 * test inputs, prints {@code ok N} or the first difference, and exits with 0 or 1.
 */
final class CPrinter implements Printer {
  @Override
  public String print(Program program, CodeContext context) {
    List<SelfTest> tests = SelfTest.of(program, context);
    return StraightLine.header("//", program, context)
        + """
        #include <math.h>

        #ifdef __FAST_MATH__
        #error "compile without -ffast-math: this code relies on IEEE 754 arithmetic"
        #endif
        #if defined(__FLT_EVAL_METHOD__) && __FLT_EVAL_METHOD__ == 2
        #error "compile with -msse2 -mfpmath=sse: x87 arithmetic rounds twice"
        #endif
        #if defined(__GNUC__) && !defined(__clang__)
        #pragma GCC optimize("fp-contract=off")
        #else
        #pragma STDC FP_CONTRACT OFF
        #endif

        """
        + function(program, context)
        + (tests.isEmpty() ? "" : "\n" + selfTest(context.function(), tests));
  }

  private static String function(Program program, CodeContext context) {
    Skeleton s = program.skeleton();
    StraightLine names = new StraightLine(program);
    StringBuilder out = new StringBuilder();
    out.append("double ").append(context.function()).append("(double x) {\n");
    for (int v = s.inputs(); v < s.values(); v++) {
      out.append("  const double ").append(names.name(v)).append(" = ");
      if (s.isConstant(v)) {
        BinaryRational c = program.constants().get(v - s.inputs());
        out.append(literal(c.doubleValue())).append("; // ").append(StraightLine.remark(c));
      } else {
        out.append(expression(s.instruction(v), names)).append(';');
      }
      out.append('\n');
    }
    return out.append("  return ").append(names.output()).append(";\n}\n").toString();
  }

  private static String literal(double value) {
    return Double.isInfinite(value) ? (value < 0 ? "-INFINITY" : "INFINITY") : Literals.hex(value);
  }

  private static String expression(Instruction in, StraightLine names) {
    String a = names.name(in.a());
    return switch (in.op()) {
      case ADD, SUB, MUL, DIV -> a + " " + in.op().symbol() + " " + names.name(in.b());
      case NEG -> "-" + a;
      case SQRT -> "sqrt(" + a + ")";
      case FMA -> "fma(%s, %s, %s)".formatted(a, names.name(in.b()), names.name(in.c()));
    };
  }

  private static String selfTest(String function, List<SelfTest> tests) {
    StringBuilder cases = new StringBuilder();
    for (SelfTest t : tests) {
      cases.append("    {%s, UINT64_C(%s)},\n".formatted(t.inputLiteral(), t.bitsLiteral()));
    }
    return """
    #ifdef FORMULARY_SELF_TEST
    #include <inttypes.h>
    #include <stdint.h>
    #include <stdio.h>
    #include <string.h>

    int main(void) {
      static const struct { double x; uint64_t bits; } cases[] = {
    CASES  };
      const int count = (int)(sizeof cases / sizeof cases[0]);
      for (int i = 0; i < count; i++) {
        /* volatile: the compiler must not evaluate at compile time */
        volatile double x = cases[i].x;
        const double y = FUNCTION(x);
        uint64_t bits;
        memcpy(&bits, &y, sizeof bits);
        if (y != y) bits = UINT64_C(0x7ff8000000000000);
        if (bits != cases[i].bits) {
          printf("FUNCTION(%a) is %a, bits 0x%016" PRIx64 ", expected 0x%016" PRIx64 "\\n",
                 x, y, bits, cases[i].bits);
          return 1;
        }
      }
      printf("ok %d\\n", count);
      return 0;
    }
    #endif
    """
        .replace("CASES", cases)
        .replace("FUNCTION", function);
  }
}
