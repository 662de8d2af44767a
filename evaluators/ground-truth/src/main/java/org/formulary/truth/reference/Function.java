package org.formulary.truth.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * The functions a formula may call. The precision of a result says how many of its digits hold for
 * the exact argument, within a few units of the last.
 */
enum Function {
  EXP(Elementary::exp),
  EXP2((a, w) -> Elementary.exp(a.multiply(Elementary.log2(w)), w)),
  LOG((a, w) -> ApfloatMath.log(a)),
  LOG2((a, w) -> ApfloatMath.log(a).divide(Elementary.log2(w))),
  LOG1P(Elementary::log1p),
  EXPM1(Elementary::expm1),
  SIN((a, w) -> Elementary.isTiny(a, w) ? a : ApfloatMath.sin(a)),
  COS((a, w) -> Elementary.isTiny(a, w) ? Elementary.one(w) : ApfloatMath.cos(a)),
  TAN((a, w) -> Elementary.isTiny(a, w) ? a : ApfloatMath.tan(a)),
  ASIN((a, w) -> Elementary.isTiny(a, w) ? a : ApfloatMath.asin(Elementary.withinOne(a, w))),
  ACOS(Elementary::acos),
  ATAN((a, w) -> Elementary.isTiny(a, w) ? a : ApfloatMath.atan(a)),
  SINH((a, w) -> Elementary.isTiny(a, w) ? a : ApfloatMath.sinh(Elementary.moderate(a))),
  COSH(
      (a, w) ->
          Elementary.isTiny(a, w) ? Elementary.one(w) : ApfloatMath.cosh(Elementary.moderate(a))),
  TANH(Elementary::tanh),
  ASINH((a, w) -> Elementary.isTiny(a, w) ? a : ApfloatMath.asinh(a)),
  ACOSH((a, w) -> ApfloatMath.acosh(Elementary.atLeastOne(a, w))),
  ATANH((a, w) -> Elementary.isTiny(a, w) ? a : ApfloatMath.atanh(Elementary.withinOne(a, w))),
  SQRT((a, w) -> ApfloatMath.sqrt(a)),
  CBRT((a, w) -> ApfloatMath.cbrt(a)),
  ERF(Special::erf),
  ERFC(Special::erfc),
  GAMMA((a, w) -> ApfloatMath.gamma(a)),
  LGAMMA(Special::logAbsGamma),
  BESSEL_I(
      "besselI",
      (n, a, w) -> ModifiedBessel.first(n, a, w).orElseGet(() -> ApfloatMath.besselI(n, a))),
  BESSEL_J("besselJ", (n, a, w) -> ApfloatMath.besselJ(n, a)),
  BESSEL_K(
      "besselK",
      (n, a, w) -> ModifiedBessel.second(n, a, w).orElseGet(() -> ApfloatMath.besselK(n, a))),
  BESSEL_Y("besselY", (n, a, w) -> ApfloatMath.besselY(n, a)),
  AIRY_AI("airyAi", Special::airyAi),
  AIRY_BI("airyBi", Special::airyBi),
  LAMBERT_W("lambertW", (a, w) -> Elementary.isTiny(a, w) ? a : ApfloatMath.w(a)),
  ZETA(Special::zeta),
  AGM("agm", List.of("a", "b"), (a, w) -> ApfloatMath.agm(a.get(0), a.get(1))),
  EXP_INTEGRAL("expIntegral", Special::expIntegral);

  private interface Unary {
    Apfloat apply(Apfloat a, long digits);
  }

  private interface Binary {
    Apfloat apply(Apfloat order, Apfloat a, long digits);
  }

  private interface Body {
    Apfloat apply(List<Apfloat> arguments, long digits);
  }

  private final String symbol;
  private final List<String> parameters;
  private final Body body;

  Function(Unary body) {
    this("", List.of("x"), (a, w) -> body.apply(a.get(0), w));
  }

  Function(String symbol, Unary body) {
    this(symbol, List.of("x"), (a, w) -> body.apply(a.get(0), w));
  }

  Function(String symbol, Binary body) {
    this(symbol, List.of("n", "x"), (a, w) -> body.apply(a.get(0), a.get(1), w));
  }

  Function(String symbol, List<String> parameters, Body body) {
    this.symbol = symbol.isEmpty() ? name().toLowerCase(Locale.ROOT) : symbol;
    this.parameters = parameters;
    this.body = body;
  }

  /** The name in formulas. */
  String symbol() {
    return symbol;
  }

  int arity() {
    return parameters.size();
  }

  /** How a call looks, such as {@code besselJ(n, x)}. */
  String signature() {
    return symbol + "(" + String.join(", ", parameters) + ")";
  }

  /**
   * The value at arguments that are exact or have at most {@code digits} digits; a zero argument is
   * exact. A result of infinite precision is exact if the arguments are. Throws {@link
   * ArithmeticException} where there is no real value.
   */
  Apfloat apply(List<Apfloat> arguments, long digits) {
    return body.apply(arguments, digits);
  }

  static Optional<Function> named(String symbol) {
    return Arrays.stream(values()).filter(f -> f.symbol.equals(symbol)).findFirst();
  }
}
