package org.formulary.continuedfractions.export;

import java.util.Map;
import java.util.stream.Collectors;
import org.formulary.expressions.parse.Formula;
import org.formulary.expressions.parse.FormulaParser;

/** Constants as LaTeX. */
public final class Latex {
  private static final Map<String, String> NAMES =
      Map.of("pi", "\\pi", "e", "e", "euler", "\\gamma", "catalan", "G", "golden", "\\varphi");

  private static final int SUM = 0;
  private static final int PRODUCT = 1;
  private static final int POWER = 2;

  private Latex() {}

  /** A formula such as {@code (e + 1)/(e - 1)}. */
  public static String of(String formula) {
    return of(FormulaParser.parse(formula), SUM);
  }

  /** In braces where it binds less than what is around it. */
  private static String of(Formula formula, int around) {
    return switch (formula) {
      case Formula.Number n -> n.text();
      case Formula.Name n -> name(n.name());
      case Formula.Negation n -> bracketed("-" + of(n.operand(), PRODUCT), SUM, around);
      case Formula.Binary b -> binary(b, around);
      case Formula.Call c -> call(c);
    };
  }

  private static String name(String name) {
    String indexed = name.replaceFirst("^(zeta|sqrt|ln)(\\d+)$", "$1($2)");
    return indexed.equals(name)
        ? NAMES.getOrDefault(name, "\\mathrm{" + name.replace("_", "\\_") + "}")
        : of(indexed.replaceFirst("^ln", "log"));
  }

  private static String binary(Formula.Binary b, int around) {
    return switch (b.operator()) {
      case ADD -> bracketed(of(b.left(), SUM) + " + " + of(b.right(), SUM), SUM, around);
      case SUBTRACT -> bracketed(of(b.left(), SUM) + " - " + of(b.right(), PRODUCT), SUM, around);
      case MULTIPLY -> bracketed(of(b.left(), PRODUCT) + " " + factor(b), PRODUCT, around);
      case DIVIDE -> "\\frac{%s}{%s}".formatted(of(b.left(), SUM), of(b.right(), SUM));
      case POWER -> "%s^{%s}".formatted(of(b.left(), POWER + 1), of(b.right(), SUM));
    };
  }

  /** A number after a number needs a sign between them. */
  private static String factor(Formula.Binary b) {
    String right = of(b.right(), PRODUCT);
    return Character.isDigit(right.charAt(0)) ? "\\cdot " + right : right;
  }

  private static String call(Formula.Call c) {
    String arguments =
        c.arguments().stream().map(a -> of(a, SUM)).collect(Collectors.joining(", "));
    return switch (c.function()) {
      case "sqrt" -> "\\sqrt{" + arguments + "}";
      case "cbrt" -> "\\sqrt[3]{" + arguments + "}";
      case "zeta", "exp", "log", "sin", "cos", "tan" ->
          "\\%s(%s)".formatted(c.function(), arguments);
      default -> "\\operatorname{%s}(%s)".formatted(c.function(), arguments);
    };
  }

  private static String bracketed(String text, int binds, int around) {
    return binds < around ? "(" + text + ")" : text;
  }
}
