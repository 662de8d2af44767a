package org.formulary.truth;

import static org.formulary.truth.ErrorKind.ABSOLUTE;
import static org.formulary.truth.ErrorKind.RELATIVE;

import java.util.List;
import java.util.Optional;
import org.formulary.search.domain.InvalidSpecException;

/**
 * The named targets. To add one, add a line here; the tests take every target of the list.
 *
 * <p>The default interval is the one that range reduction leaves, where there is a usual one. The
 * default error is relative, because that is what floating-point formats keep, and a zero of the
 * target at x = 0, the end of the interval, is no obstacle. It is absolute where the target
 * vanishes inside (gelu, silu); for the other activation functions, whose errors are published as
 * absolute ones and matter as such; and for the logarithms of a significand, which are added to a
 * multiple of the exponent, so that a relative error near x = 1 is of no use. The logarithms of the
 * modified Bessel functions pass through zero as well; their intervals are those on which the known
 * libraries use neither of the asymptotic expansions in x (arXiv 2409.08729: x up to 30 for small
 * orders) or one alone of those in the order (x up to 84.4 for order 50).
 */
public final class Targets {
  private static final double QUARTER_PI = Math.PI / 4;

  private static final List<Target> ALL =
      List.of(
          target("exp2", "exp2(x)", "2^x", 0, 1, RELATIVE),
          target("exp", "exp(x)", "e^x", 0, 1, RELATIVE),
          target("expm1", "expm1(x)", "e^x - 1", 0, 1, RELATIVE),
          target("log", "log(x)", "natural logarithm", 1, 2, ABSOLUTE),
          target("log2", "log2(x)", "binary logarithm", 1, 2, ABSOLUTE),
          target("log1p", "log1p(x)", "log(1 + x)", 0, 1, RELATIVE),
          target("sin", "sin(x)", "sine", 0, QUARTER_PI, RELATIVE),
          target("cos", "cos(x)", "cosine", 0, QUARTER_PI, RELATIVE),
          target("tan", "tan(x)", "tangent", 0, QUARTER_PI, RELATIVE),
          target("asin", "asin(x)", "inverse sine", 0, 0.5, RELATIVE),
          target("acos", "acos(x)", "inverse cosine", 0, 0.5, RELATIVE),
          target("atan", "atan(x)", "inverse tangent", 0, 1, RELATIVE),
          target("sinh", "sinh(x)", "hyperbolic sine", 0, 1, RELATIVE),
          target("cosh", "cosh(x)", "hyperbolic cosine", 0, 1, RELATIVE),
          target("tanh", "tanh(x)", "hyperbolic tangent", 0, 1, RELATIVE),
          target("asinh", "asinh(x)", "inverse hyperbolic sine", 0, 1, RELATIVE),
          target("acosh", "acosh(x)", "inverse hyperbolic cosine", 1.5, 3, RELATIVE),
          target("atanh", "atanh(x)", "inverse hyperbolic tangent", 0, 0.5, RELATIVE),
          target("sqrt", "sqrt(x)", "square root", 1, 4, RELATIVE),
          target("rsqrt", "1/sqrt(x)", "reciprocal square root", 1, 4, RELATIVE),
          target("cbrt", "cbrt(x)", "cube root", 1, 8, RELATIVE),
          target("erf", "erf(x)", "error function", 0, 1, RELATIVE),
          target("erfc", "erfc(x)", "complementary error function", 0, 1, RELATIVE),
          target("gamma", "gamma(x)", "gamma function", 1, 2, RELATIVE),
          target("lgamma", "lgamma(x)", "log |gamma(x)|", 2, 3, RELATIVE),
          target("lambertW", "lambertW(x)", "w with w e^w = x", 0, 1, RELATIVE),
          target("besselI0", "besselI(0, x)", "modified Bessel function I_0", 0, 2, RELATIVE),
          logBesselI("0", 0, 30),
          logBesselI("1", 1, 30),
          logBesselI("5/2", 1, 30),
          logBesselI("50", 20, 84),
          logBesselK("0", 1, 30),
          logBesselK("1", 1, 30),
          logBesselK("5/2", 1, 30),
          logBesselK("50", 20, 84),
          target("besselJ0", "besselJ(0, x)", "Bessel function J_0", 0, 2, RELATIVE),
          target("airyAi", "airyAi(x)", "Airy function Ai", 0, 1, RELATIVE),
          target("sigmoid", "1/(1 + exp(-x))", "logistic function", -4, 4, ABSOLUTE),
          target("softplus", "log1p(exp(x))", "log(1 + e^x)", -4, 4, ABSOLUTE),
          target(
              "gelu", "x*erfc(-x/sqrt(2))/2", "x times the normal distribution", -4, 4, ABSOLUTE),
          target("silu", "x/(1 + exp(-x))", "x times the logistic function", -4, 4, ABSOLUTE));

  private Targets() {}

  /** All named targets, in the order of {@code formulary targets}. */
  public static List<Target> all() {
    return ALL;
  }

  /** The target of this name, if there is one. */
  public static Optional<Target> find(String name) {
    return ALL.stream().filter(t -> t.name().equals(name)).findFirst();
  }

  /** The target of this name; throws {@link InvalidSpecException} with the key "target". */
  public static Target named(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new InvalidSpecException(
                    "target",
                    "target \"%s\" is unknown, allowed are %s"
                        .formatted(
                            name, String.join(", ", ALL.stream().map(Target::name).toList()))));
  }

  private static Target logBesselI(String order, double lower, double upper) {
    return logBessel("I", order, lower, upper);
  }

  private static Target logBesselK(String order, double lower, double upper) {
    return logBessel("K", order, lower, upper);
  }

  private static Target logBessel(String kind, String order, double lower, double upper) {
    return target(
        "logBessel" + kind + order.replace("5/2", "2p5"),
        "log(bessel%s(%s, x))".formatted(kind, order),
        "logarithm of the modified Bessel function %s_%s".formatted(kind, order),
        lower,
        upper,
        ABSOLUTE);
  }

  private static Target target(
      String name, String formula, String description, double lower, double upper, ErrorKind kind) {
    return new Target(name, formula, description, Interval.of(lower, upper), kind);
  }
}
