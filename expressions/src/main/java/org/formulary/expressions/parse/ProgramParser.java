package org.formulary.expressions.parse;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.formulary.expressions.NormalForm;
import org.formulary.expressions.Program;
import org.formulary.expressions.parse.Lexer.Kind;
import org.formulary.expressions.parse.Lexer.Token;

/**
 * Reads the program notation: bindings and a result, separated by semicolons, such as {@code t1 = x
 * + 0x1p+0; t2 = t1*t1; t2/(x - 0x1.8p+1)}.
 *
 * <ul>
 *   <li>The input is {@code x}. Operations are + − × ÷, sign, {@code sqrt(a)} and {@code fma(a, b,
 *       c)}, with the precedence of {@link FormulaParser}; each is one instruction, and nothing is
 *       re-associated or evaluated early. Division by zero is allowed and follows IEEE 754.
 *   <li>{@code a^n} with an integer 1 ≤ n ≤ 64 stands for multiplications by squaring, from the
 *       leading bit of n on: {@code a^3} is (a·a)·a.
 *   <li>A minus directly before a literal makes a negative constant; {@code -(0x1p+0)} is a
 *       negation instruction.
 *   <li>Hexadecimal floating-point literals are exact. A decimal literal of at most 17 significant
 *       digits denotes the nearest binary64, as in C and Java, and must not overflow or vanish
 *       there; one of n &gt; 17 digits denotes the nearest number of 4·n significant bits.
 *   <li>Bindings that are not used are dead code and vanish. At most 1000 instructions.
 * </ul>
 */
public final class ProgramParser {
  private static final Set<String> RESERVED = Set.of("x", "sqrt", "fma");

  private ProgramParser() {}

  /**
   * The program that {@code text} states, in {@link NormalForm}; throws {@link ParseException}
   * where it states none.
   */
  public static Program parse(String text) {
    ExpressionReader reader = new ExpressionReader(text);
    if (reader.peek().kind() == Kind.END) {
      throw reader.error("the program is empty", 0);
    }
    Translation translation = new Translation(text);
    Map<String, Integer> names = new HashMap<>();
    names.put("x", 0);
    while (reader.peek().kind() == Kind.NAME && reader.peekSecond().is("=")) {
      Token name = reader.take();
      checkNew(reader, name, names);
      reader.take();
      int value = translation.value(reader.sum(), names);
      if (reader.peek().kind() == Kind.END) {
        throw reader.error("'; result' is missing after the last binding", reader.peek().column());
      }
      expectSemicolon(reader);
      names.put(name.text(), value);
    }
    int output = translation.value(reader.sum(), names);
    Token end = reader.peek();
    if (end.is(";")) {
      throw reader.error("the result must come last and end the program", end.column());
    }
    if (end.kind() != Kind.END) {
      throw reader.unexpected(end);
    }
    return NormalForm.of(translation.program(output));
  }

  private static void checkNew(ExpressionReader reader, Token name, Map<String, Integer> names) {
    if (RESERVED.contains(name.text())) {
      throw reader.error("'" + name.text() + "' cannot be defined", name.column());
    }
    if (names.containsKey(name.text())) {
      throw reader.error("'" + name.text() + "' is already defined", name.column());
    }
  }

  private static void expectSemicolon(ExpressionReader reader) {
    Token found = reader.peek();
    if (!reader.takeIf(";")) {
      throw reader.unexpected(found);
    }
  }
}
