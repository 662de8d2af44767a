package org.formulary.expressions.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Op;
import org.formulary.expressions.Program;
import org.formulary.expressions.Skeleton;

/**
 * Formulas to instructions. While it collects, the input is value 0, constant i is −1 − i and
 * instruction j is 1 + j, because the number of constants is known only at the end.
 */
final class Translation {
  private static final int MAX_INSTRUCTIONS = 1000;
  private static final int MAX_POWER = 64;
  private static final int BINARY64_DIGITS = 17;

  private record Step(Op op, int a, int b, int c) {}

  private final String text;
  private final List<BinaryRational> constants = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();

  Translation(String text) {
    this.text = text;
  }

  Program program(int output) {
    List<Instruction> instructions = new ArrayList<>();
    for (Step s : steps) {
      instructions.add(
          switch (s.op().arity()) {
            case 1 -> Instruction.of(s.op(), place(s.a()));
            case 2 -> Instruction.of(s.op(), place(s.a()), place(s.b()));
            default -> Instruction.of(s.op(), place(s.a()), place(s.b()), place(s.c()));
          });
    }
    return new Program(new Skeleton(1, constants.size(), instructions, place(output)), constants);
  }

  private int place(int value) {
    return value == 0 ? 0 : value < 0 ? -value : value + constants.size();
  }

  /** The value of a formula, names taken from {@code names}. */
  int value(Formula formula, Map<String, Integer> names) {
    return switch (formula) {
      case Formula.Number n -> constant(exact(n));
      case Formula.Name n -> named(n, names);
      case Formula.Negation(Formula.Number n, int column)
          when text.substring(column + 1, n.column()).isBlank() ->
          constant(exact(n).negate());
      case Formula.Negation n -> step(Op.NEG, n.column(), value(n.operand(), names));
      case Formula.Binary b -> binary(b, names);
      case Formula.Call c -> call(c, names);
    };
  }

  private int named(Formula.Name n, Map<String, Integer> names) {
    Integer value = names.get(n.name());
    if (value == null) {
      Set<String> known = new TreeSet<>(names.keySet());
      throw error("unknown name '%s'; known: %s".formatted(n.name(), brief(known)), n.column());
    }
    return value;
  }

  private static String brief(Set<String> names) {
    String all = String.join(", ", names);
    return all.length() <= 60 ? all : "x and " + (names.size() - 1) + " bindings";
  }

  private int binary(Formula.Binary b, Map<String, Integer> names) {
    int left = value(b.left(), names);
    return switch (b.operator()) {
      case ADD -> step(Op.ADD, b.column(), left, value(b.right(), names));
      case SUBTRACT -> step(Op.SUB, b.column(), left, value(b.right(), names));
      case MULTIPLY -> step(Op.MUL, b.column(), left, value(b.right(), names));
      case DIVIDE -> step(Op.DIV, b.column(), left, value(b.right(), names));
      case POWER -> power(left, b);
    };
  }

  private int power(int base, Formula.Binary b) {
    int n = b.right() instanceof Formula.Number number ? smallInteger(number.value()) : 0;
    if (n == 0) {
      throw error("an exponent must be an integer from 1 to " + MAX_POWER, b.right().column());
    }
    int result = base;
    for (int bit = 30 - Integer.numberOfLeadingZeros(n); bit >= 0; bit--) {
      result = step(Op.MUL, b.column(), result, result);
      if ((n >> bit & 1) != 0) {
        result = step(Op.MUL, b.column(), result, base);
      }
    }
    return result;
  }

  /** The value where it is an integer from 1 to 64, else 0. */
  private static int smallInteger(BigDecimal value) {
    boolean small =
        value.compareTo(BigDecimal.ONE) >= 0
            && value.compareTo(BigDecimal.valueOf(MAX_POWER)) <= 0
            && value.stripTrailingZeros().scale() <= 0;
    return small ? value.intValue() : 0;
  }

  private int call(Formula.Call c, Map<String, Integer> names) {
    Op op =
        switch (c.function()) {
          case "sqrt" -> Op.SQRT;
          case "fma" -> Op.FMA;
          default ->
              throw error(
                  "unknown function '%s'; known: sqrt(a), fma(a, b, c)".formatted(c.function()),
                  c.column());
        };
    if (c.arguments().size() != op.arity()) {
      throw error(
          "%s takes %d arguments, was given %d"
              .formatted(c.function(), op.arity(), c.arguments().size()),
          c.column());
    }
    int[] operands = c.arguments().stream().mapToInt(a -> value(a, names)).toArray();
    return step(op, c.column(), operands);
  }

  private int step(Op op, int column, int... operands) {
    if (steps.size() == MAX_INSTRUCTIONS) {
      throw error("a program has at most " + MAX_INSTRUCTIONS + " operations", column);
    }
    int b = operands.length > 1 ? operands[1] : 0;
    int c = operands.length > 2 ? operands[2] : 0;
    steps.add(new Step(op, operands[0], b, c));
    return steps.size();
  }

  private int constant(BinaryRational value) {
    constants.add(value);
    return -constants.size();
  }

  private BinaryRational exact(Formula.Number n) {
    BigDecimal value = n.value();
    if (n.text().startsWith("0x") || n.text().startsWith("0X")) {
      return BinaryRational.parse(n.text());
    }
    if (value.precision() > BINARY64_DIGITS) {
      return BinaryRational.round(value, 4 * value.precision());
    }
    double nearest = value.doubleValue();
    if (!Double.isFinite(nearest) || (nearest == 0 && value.signum() != 0)) {
      throw error(
          "'%s' is outside binary64; a hexadecimal literal may be".formatted(n.text()), n.column());
    }
    return BinaryRational.of(nearest);
  }

  private ParseException error(String problem, int column) {
    return new ParseException(problem, text, column);
  }
}
