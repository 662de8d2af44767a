package org.formulary.continuedfractions.export;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.formulary.expressions.parse.Formula;
import org.formulary.expressions.parse.FormulaParser;
import org.formulary.truth.constant.Constant;

/** Systems in which others check what was found. */
public enum Language {
  /** PARI/GP: {@code gp -q file.gp}. */
  PARI(
      Map.of("pi", "Pi", "e", "exp(1)", "catalan", "Catalan", "euler", "Euler"),
      Map.ofEntries(
          Map.entry("log2", "((x)->log(x)/log(2))"),
          Map.entry("exp2", "((x)->2^(x))"),
          Map.entry("cbrt", "((x)->sqrtn(x,3))"),
          Map.entry("erf", "((x)->1-erfc(x))"),
          Map.entry("lgamma", "lngamma"),
          Map.entry("besselI", "besseli"),
          Map.entry("besselJ", "besselj"),
          Map.entry("besselK", "besselk"),
          Map.entry("besselY", "bessely"),
          Map.entry("airyAi", "((x)->airy(x)[1])"),
          Map.entry("airyBi", "((x)->airy(x)[2])"),
          Map.entry("lambertW", "lambertw"),
          Map.entry("expIntegral", "eint1")),
      "%s"),

  /** Sage, and Python with mpmath. */
  SAGE(
      Map.of("pi", "mp.pi", "e", "mp.e", "catalan", "mp.catalan", "euler", "mp.euler"),
      Map.ofEntries(
          Map.entry("log2", "(lambda x: mp.log(x, 2))"),
          Map.entry("exp2", "(lambda x: mp.mpf(2)**x)"),
          Map.entry("lgamma", "mp.loggamma"),
          Map.entry("besselI", "mp.besseli"),
          Map.entry("besselJ", "mp.besselj"),
          Map.entry("besselK", "mp.besselk"),
          Map.entry("besselY", "mp.bessely"),
          Map.entry("airyAi", "mp.airyai"),
          Map.entry("airyBi", "mp.airybi"),
          Map.entry("lambertW", "mp.lambertw"),
          Map.entry("expIntegral", "mp.e1")),
      "mp.mpf(%s)"),

  /** Mathematica: {@code wolframscript -file file.wl}. */
  MATHEMATICA(
      Map.of("pi", "Pi", "e", "E", "catalan", "Catalan", "euler", "EulerGamma"),
      Map.ofEntries(
          Map.entry("exp2", "(2^#)&"),
          Map.entry("expm1", "(Exp[#] - 1)&"),
          Map.entry("log1p", "Log[1 + #]&"),
          Map.entry("asin", "ArcSin"),
          Map.entry("acos", "ArcCos"),
          Map.entry("atan", "ArcTan"),
          Map.entry("asinh", "ArcSinh"),
          Map.entry("acosh", "ArcCosh"),
          Map.entry("atanh", "ArcTanh"),
          Map.entry("cbrt", "Surd[#, 3]&"),
          Map.entry("lgamma", "LogGamma"),
          Map.entry("besselI", "BesselI"),
          Map.entry("besselJ", "BesselJ"),
          Map.entry("besselK", "BesselK"),
          Map.entry("besselY", "BesselY"),
          Map.entry("lambertW", "ProductLog"),
          Map.entry("agm", "ArithmeticGeometricMean"),
          Map.entry("expIntegral", "ExpIntegralE[1, #]&")),
      "%s");

  private final Map<String, String> names;
  private final Map<String, String> functions;
  private final String number;

  Language(Map<String, String> names, Map<String, String> functions, String number) {
    this.names = names;
    this.functions = functions;
    this.number = number;
  }

  /** The export formats of a fraction: as LaTeX, and as a program of each language. */
  public static List<String> formats() {
    List<String> formats = new ArrayList<>(List.of("latex"));
    for (Language language : values()) {
      formats.add(language.name().toLowerCase(Locale.ROOT));
    }
    return List.copyOf(formats);
  }

  /** The language of an export format. */
  public static Language of(String format) {
    return valueOf(format.toUpperCase(Locale.ROOT));
  }

  /** A constant as a formula of the language. */
  public String formula(Constant constant) {
    return formula(FormulaParser.parse(constant.formula()));
  }

  private String formula(Formula formula) {
    return switch (formula) {
      case Formula.Number n -> exact(n.value());
      case Formula.Name n -> names.get(n.name());
      case Formula.Negation n -> "(-" + formula(n.operand()) + ")";
      case Formula.Binary b ->
          "(" + formula(b.left()) + symbol(b.operator()) + formula(b.right()) + ")";
      case Formula.Call c -> call(c);
    };
  }

  /** A decimal as a quotient, because elsewhere a decimal is rounded. */
  private String exact(BigDecimal value) {
    String above = number.formatted(value.unscaledValue());
    return value.scale() == 0
        ? above
        : value.scale() < 0
            ? number.formatted(value.toBigIntegerExact())
            : "(" + above + "/" + number.formatted(BigInteger.TEN.pow(value.scale())) + ")";
  }

  private String symbol(Formula.Operator operator) {
    return switch (operator) {
      case ADD -> " + ";
      case SUBTRACT -> " - ";
      case MULTIPLY -> "*";
      case DIVIDE -> "/";
      case POWER -> this == SAGE ? "**" : "^";
    };
  }

  private String call(Formula.Call call) {
    String arguments =
        call.arguments().stream().map(this::formula).collect(Collectors.joining(", "));
    String name = call.function();
    if (this != MATHEMATICA) {
      return functions.getOrDefault(name, this == SAGE ? "mp." + name : name)
          + "("
          + arguments
          + ")";
    }
    String own =
        functions.getOrDefault(
            name, name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    return (own.endsWith("&") ? "(" + own + ")" : own) + "[" + arguments + "]";
  }
}
