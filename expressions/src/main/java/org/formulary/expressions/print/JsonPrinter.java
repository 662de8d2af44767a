package org.formulary.expressions.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Program;
import org.formulary.expressions.Skeleton;

/**
 * JSON, format {@code formulary-program-1}: the values are numbered inputs first, then constants,
 * then instructions; {@code args} and {@code output} are such numbers. {@code hex} is exact, {@code
 * decimal} has 20 digits.
 */
final class JsonPrinter implements Printer {
  private static final int DECIMAL_DIGITS = 20;

  @Override
  public String print(Program program, CodeContext context) {
    Skeleton s = program.skeleton();
    List<String> constants = new ArrayList<>();
    for (BinaryRational c : program.constants()) {
      constants.add(
          "{\"hex\": %s, \"decimal\": %s}"
              .formatted(string(c.toString()), string(Literals.decimal(c, DECIMAL_DIGITS))));
    }
    List<String> instructions = new ArrayList<>();
    for (Instruction in : s.instructions()) {
      List<String> operands = new ArrayList<>();
      for (int i = 0; i < in.op().arity(); i++) {
        operands.add(Integer.toString(in.operand(i)));
      }
      instructions.add(
          "{\"op\": %s, \"args\": [%s]}"
              .formatted(string(in.op().symbol()), String.join(", ", operands)));
    }
    return """
    {
      "format": "formulary-program-1",
      "name": %s,
      "title": %s,
      "inputs": %d,
      "constants": %s,
      "instructions": %s,
      "output": %d,
      "notation": %s
    }
    """
        .formatted(
            string(context.function()),
            array(context.title().stream().map(JsonPrinter::string).toList()),
            s.inputs(),
            array(constants),
            array(instructions),
            s.output(),
            string(InfixPrinter.print(program)));
  }

  private static String array(List<String> items) {
    return items.isEmpty() ? "[]" : "[\n    " + String.join(",\n    ", items) + "\n  ]";
  }

  private static String string(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || Character.isSurrogate(c) && !paired(text, i)) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  private static boolean paired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
