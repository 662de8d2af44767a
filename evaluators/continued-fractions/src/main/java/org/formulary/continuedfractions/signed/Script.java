package org.formulary.continuedfractions.signed;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.formulary.expressions.parse.Formula;
import org.formulary.expressions.parse.FormulaParser;
import org.formulary.truth.constant.Constant;

/** Programs for other systems that check a fraction to a thousand digits. */
enum Script {
  /** For PARI/GP: {@code gp -q file.gp}. */
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
      "%s",
      """
      \\\\ Checks to %1$d digits: %2$s
      default(realprecision, %3$d);
      c = %4$s;
      x = (%5$d + %6$d*c)/(%7$d + %8$d*c);
      a = [%9$s]; r = [%10$s]; s = [%11$s]; n = %12$d;
      a = concat(a, vector(n - #a));
      for(i = %13$d, n, a[i] = -sum(j = 1, #r - 1, r[j + 1]*a[i - j]));
      y = 1.*a[n];
      forstep(i = n - 1, 1, -1, y = a[i] + s[(i - 1)%%#s + 1]/y);
      print(if(abs(x - y) < 10^-%1$d*abs(x), "agrees", "DISAGREES"));
      """),

  /** For Sage, and for Python with mpmath. */
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
      "mp.mpf(%s)",
      """
      # Checks to %1$d digits: %2$s
      from mpmath import mp
      mp.dps = %3$d
      c = %4$s
      x = (%5$d + %6$d*c)/(%7$d + %8$d*c)
      a = [%9$s]; r = [%10$s]; s = [%11$s]; n = %12$d
      while len(a) < n:
          a.append(-sum(r[j]*a[-j] for j in range(1, len(r))))
      y = mp.mpf(a[-1])
      for i in range(n - 2, -1, -1):
          y = a[i] + s[i %% len(s)]/y
      print("agrees" if abs(x - y) < mp.mpf(10)**-%1$d*abs(x) else "DISAGREES")
      """),

  /** For Mathematica: {@code wolframscript -file file.wl}. */
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
      "%s",
      """
      (* Checks to %1$d digits: %2$s *)
      c = N[%4$s, %3$d];
      x = (%5$d + %6$d*c)/(%7$d + %8$d*c);
      a = {%9$s}; r = {%10$s}; s = {%11$s}; n = %12$d;
      a = PadRight[a, n];
      Do[a[[i]] = -Sum[r[[j + 1]]*a[[i - j]], {j, 1, Length[r] - 1}], {i, %13$d, n}];
      y = a[[n]];
      Do[y = a[[i]] + s[[Mod[i - 1, Length[s]] + 1]]/y, {i, n - 1, 1, -1}];
      Print[If[Abs[x - y] < 10^-%1$d*Abs[x], "agrees", "DISAGREES"]]
      """);

  private static final int WORKING = 1050;

  private final Map<String, String> names;
  private final Map<String, String> functions;
  private final String number;
  private final String text;

  Script(Map<String, String> names, Map<String, String> functions, String number, String text) {
    this.names = names;
    this.functions = functions;
    this.number = number;
    this.text = text;
  }

  /** The program for a fraction. */
  String print(Constant constant, SignedFraction f) {
    Image image = f.image();
    return text.formatted(
        SignedVerifier.DIGITS,
        image.text(constant.factor()),
        WORKING,
        formula(FormulaParser.parse(constant.formula())),
        image.p(),
        image.q(),
        image.r(),
        image.s(),
        list(f.first()),
        list(f.recurrence().coefficients()),
        list(f.signs().signs()),
        terms(f),
        f.first().size() + 1);
  }

  private static int terms(SignedFraction f) {
    return f.termsFor(SignedVerifier.wantedBits(f)).orElse(2 * f.first().size() + 1);
  }

  private static String list(List<?> numbers) {
    return numbers.stream().map(Object::toString).collect(Collectors.joining(", "));
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
