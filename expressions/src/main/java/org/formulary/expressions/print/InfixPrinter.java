package org.formulary.expressions.print;

import java.util.function.Function;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Program;
import org.formulary.expressions.Skeleton;

/**
 * The canonical notation, such as {@code t1 = x + 0x1p+0; t1*t1 - 0x1.8p+1}.
 *
 * <p>For every program in normal form {@code ProgramParser.parse(print(p))} equals {@code p}.
 * Constants are exact. Values used once stand in place, others are bound to t1, t2, … in evaluation
 * order. Parentheses are those that the grammar needs to give back the same instructions, and those
 * around an operand that begins with a minus behind an operator.
 */
public final class InfixPrinter {
  private static final int SUM = 1;
  private static final int PRODUCT = 2;
  private static final int SIGN = 3;
  private static final int ATOM = 4;

  /** Text and how tightly its outermost operation binds. */
  private record Piece(String text, int binding) {}

  private final Program program;
  private final Layout layout;
  private final Function<BinaryRational, String> literal;

  private InfixPrinter(Program program, Function<BinaryRational, String> literal) {
    this.program = program;
    this.layout = new Layout(program.skeleton(), "t");
    this.literal = literal;
  }

  /** The canonical notation. */
  public static String print(Program program) {
    return new InfixPrinter(program, BinaryRational::toString).print();
  }

  /**
   * The notation for people: every constant as the shortest decimal of its nearest binary64. Reads
   * back as the same program where all constants are binary64 numbers.
   */
  public static String pretty(Program program) {
    return new InfixPrinter(program, InfixPrinter::shortest).print();
  }

  private static String shortest(BinaryRational value) {
    double nearest = value.doubleValue();
    boolean outside = Double.isInfinite(nearest) || (nearest == 0 && value.signum() != 0);
    return outside ? value.toString() : Literals.shortest(nearest);
  }

  private String print() {
    StringBuilder out = new StringBuilder();
    for (int v : layout.named()) {
      out.append(layout.name(v)).append(" = ").append(compute(v).text()).append("; ");
    }
    return out.append(piece(program.skeleton().output()).text()).toString();
  }

  private Piece piece(int value) {
    Skeleton s = program.skeleton();
    if (s.isInput(value)) {
      return new Piece(Layout.input(s, value), ATOM);
    }
    if (s.isConstant(value)) {
      String text = literal.apply(program.constants().get(value - s.inputs()));
      return new Piece(text, text.startsWith("-") ? SIGN : ATOM);
    }
    return layout.name(value) == null ? compute(value) : new Piece(layout.name(value), ATOM);
  }

  private Piece compute(int value) {
    Instruction in = program.skeleton().instruction(value);
    return switch (in.op()) {
      case ADD -> binary(in, " + ", SUM);
      case SUB -> binary(in, " - ", SUM);
      case MUL -> binary(in, "*", PRODUCT);
      case DIV -> binary(in, "/", PRODUCT);
      case NEG -> new Piece("-" + negated(in.a()), SIGN);
      case SQRT -> new Piece("sqrt(" + piece(in.a()).text() + ")", ATOM);
      case FMA ->
          new Piece(
              "fma(%s, %s, %s)"
                  .formatted(piece(in.a()).text(), piece(in.b()).text(), piece(in.c()).text()),
              ATOM);
    };
  }

  private Piece binary(Instruction in, String operator, int binding) {
    Piece left = piece(in.a());
    Piece right = piece(in.b());
    String first = left.binding() < binding ? "(" + left.text() + ")" : left.text();
    boolean bare = right.binding() > binding && !right.text().startsWith("-");
    return new Piece(first + operator + (bare ? right.text() : "(" + right.text() + ")"), binding);
  }

  // A minus directly before a literal would be part of the constant.
  private String negated(int operand) {
    Piece p = piece(operand);
    boolean bare = p.binding() == ATOM && !program.skeleton().isConstant(operand);
    return bare ? p.text() : "(" + p.text() + ")";
  }
}
