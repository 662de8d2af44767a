package org.formulary.truth.constant.series;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The functions that have a series here. */
enum SeriesFunction {
  EXP((a, w) -> Value.of(Exponential.of(a, w))),
  EXP2((a, w) -> Powers.of(Value.of(2), a, w)),
  EXPM1((a, w) -> Value.of(Exponential.of(a, w)).add(Value.of(-1), w)),
  LOG((a, w) -> Value.of(Logarithm.of(a, w))),
  LOG2((a, w) -> Value.of(Logarithm.of(a, w).divide(Logarithm.of(Rational.of(2), w)))),
  LOG1P((a, w) -> Value.of(Logarithm.of(a.add(Value.ONE, w), w))),
  SIN((a, w) -> Value.of(Circular.sin(a.ball(w)))),
  COS((a, w) -> Value.of(Circular.cos(a.ball(w)))),
  TAN((a, w) -> Value.of(Circular.tan(a.ball(w)))),
  ASIN(Circular::asin),
  ACOS(Circular::acos),
  ATAN((a, w) -> Value.of(Circular.atan(a.ball(w)))),
  SINH(Hyperbolic::sinh),
  COSH(Hyperbolic::cosh),
  TANH(Hyperbolic::tanh),
  ASINH(Hyperbolic::asinh),
  ACOSH(Hyperbolic::acosh),
  ATANH(Hyperbolic::atanh),
  SQRT((a, w) -> Powers.root(a, 2, w)),
  CBRT(Powers::cubeRoot),
  ERF(Special::erf),
  ERFC((a, w) -> Value.ONE.add(Special.erf(a, w).negate(), w)),
  GAMMA(Gamma::of),
  LGAMMA(Gamma::logOfSize),
  ZETA(Zeta::of),
  BESSEL_I("besselI", Bessel::besselI),
  BESSEL_J("besselJ", Bessel::besselJ),
  BESSEL_K("besselK", Bessel::besselK),
  BESSEL_Y("besselY", Bessel::besselY),
  LAMBERT_W("lambertW", LambertW::of),
  AIRY_AI("airyAi", (a, w) -> Special.airy(-1, a, w)),
  AIRY_BI("airyBi", (a, w) -> Special.airy(1, a, w)),
  AGM("agm", Special::agm),
  EXP_INTEGRAL("expIntegral", Special::expIntegral);

  private interface Unary {
    Value apply(Value a, int bits);
  }

  private interface Binary {
    Value apply(Value a, Value b, int bits);
  }

  private interface Body {
    Value apply(List<Value> arguments, int bits);
  }

  private final String symbol;
  private final int arity;
  private final Body body;

  SeriesFunction(Unary body) {
    this("", body);
  }

  SeriesFunction(String symbol, Unary body) {
    this(symbol, 1, (a, w) -> body.apply(a.get(0), w));
  }

  SeriesFunction(String symbol, Binary body) {
    this(symbol, 2, (a, w) -> body.apply(a.get(0), a.get(1), w));
  }

  SeriesFunction(String symbol, int arity, Body body) {
    this.symbol = symbol.isEmpty() ? name().toLowerCase(Locale.ROOT) : symbol;
    this.arity = arity;
    this.body = body;
  }

  /** The name in formulas. */
  String symbol() {
    return symbol;
  }

  /** The value with so many working bits; throws {@link Stop} where there is none. */
  Value apply(List<Value> arguments, int bits) {
    return body.apply(arguments, bits);
  }

  /** The function of this name that takes so many arguments. */
  static Optional<SeriesFunction> named(String symbol, int arity) {
    return Arrays.stream(values())
        .filter(f -> f.symbol.equals(symbol) && f.arity == arity)
        .findFirst();
  }
}
