package org.formulary.expressions.rewrite;

import static org.formulary.expressions.rewrite.Soundness.EXACT;
import static org.formulary.expressions.rewrite.Soundness.EXACT_UP_TO_ZERO_SIGN;
import static org.formulary.expressions.rewrite.Soundness.REAL;

import java.util.List;

/**
 * The table of rules. Commutativity of + and × (and of the factors of fma) is not in it: the
 * e-graph has it built in.
 *
 * <p>Rules that remove operations come first within their class, because the limits of a saturation
 * may cut off what comes last.
 */
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          // Signs
          Rule.of("negate-twice", EXACT, "-(-a) -> a"),
          Rule.of("add-negation", EXACT, "a + -b -> a - b"),
          Rule.of("subtract-negation", EXACT, "a - -b -> a + b"),
          Rule.of("multiply-negation", EXACT, "(-a)*b -> -(a*b)"),
          Rule.of("divide-negation", EXACT, "(-a)/b -> -(a/b)"),
          Rule.of("divide-by-negation", EXACT, "a/(-b) -> -(a/b)"),
          Rule.of("multiply-by-minus-one", EXACT, "a*-1 -> -a"),
          Rule.of("divide-by-minus-one", EXACT, "a/-1 -> -a"),
          Rule.of("fma-of-two-negations", EXACT, "fma(-a, -b, c) -> fma(a, b, c)"),
          Rule.of("fma-of-negation", EXACT, "fma(-a, b, c) -> fma(a, -b, c)"),
          Rule.of("fma-by-minus-one", EXACT, "fma(a, -1, b) -> b - a"),
          // Neutral elements
          Rule.of("multiply-by-one", EXACT, "a*1 -> a"),
          Rule.of("divide-by-one", EXACT, "a/1 -> a"),
          Rule.of("subtract-zero", EXACT, "a - 0 -> a"),
          Rule.of("fma-by-one", EXACT, "fma(a, 1, b) -> a + b"),
          // Powers of two
          Rule.of("divide-by-power-of-two", EXACT, "a/p -> a*(1/p)"),
          Rule.of("twice-as-sum", EXACT, "a*2 -> a + a"),
          // The same the other way round: for what they make possible
          Rule.of("sum-as-twice", EXACT, "a + a -> a*2"),
          Rule.of("difference-as-sum", EXACT, "a - b -> a + -b"),
          Rule.of("add-constant-as-difference", EXACT, "a + k -> a - -k"),
          Rule.of("negate-factor", EXACT, "-(a*b) -> (-a)*b"),
          Rule.of("negate-dividend", EXACT, "-(a/b) -> (-a)/b"),
          Rule.of("negate-divisor", EXACT, "-(a/b) -> a/(-b)"),
          Rule.of("negation-as-product", EXACT, "-a -> a*-1"),
          // Up to the sign of zero
          Rule.of("add-zero", EXACT_UP_TO_ZERO_SIGN, "a + 0 -> a"),
          Rule.of("subtract-from-zero", EXACT_UP_TO_ZERO_SIGN, "0 - a -> -a"),
          Rule.of("fma-plus-zero", EXACT_UP_TO_ZERO_SIGN, "fma(a, b, 0) -> a*b"),
          Rule.of("negate-difference", EXACT_UP_TO_ZERO_SIGN, "-(a - b) -> b - a"),
          Rule.of("subtract-from-negation", EXACT_UP_TO_ZERO_SIGN, "(-a) - b -> -(a + b)"),
          Rule.of("negate-sum", EXACT_UP_TO_ZERO_SIGN, "-(a + b) -> (-a) - b"),
          Rule.of("negate-fma", EXACT_UP_TO_ZERO_SIGN, "-fma(a, b, c) -> fma(-a, b, -c)"),
          Rule.of("swap-difference", EXACT_UP_TO_ZERO_SIGN, "a - b -> -(b - a)"),
          // Cancellation
          Rule.of("multiply-by-zero", REAL, "a*0 -> 0"),
          Rule.of("divide-zero", REAL, "0/a -> 0"),
          Rule.of("subtract-itself", REAL, "a - a -> 0"),
          Rule.of("divide-by-itself", REAL, "a/a -> 1"),
          Rule.of("add-then-subtract", REAL, "(a + b) - b -> a"),
          Rule.of("subtract-then-add", REAL, "(a - b) + b -> a"),
          Rule.of("subtract-from-itself", REAL, "a - (a - b) -> b"),
          Rule.of("multiply-then-divide", REAL, "(a*b)/b -> a"),
          Rule.of("divide-then-multiply", REAL, "(a/b)*b -> a"),
          Rule.of("divide-by-own-quotient", REAL, "a/(a/b) -> b"),
          Rule.of("divide-by-own-multiple", REAL, "a/(a*b) -> 1/b"),
          Rule.of("reduce-quotient", REAL, "(a*c)/(b*c) -> a/b"),
          // Factoring
          Rule.of("factor-sum", REAL, "a*b + a*c -> a*(b + c)"),
          Rule.of("factor-difference", REAL, "a*b - a*c -> a*(b - c)"),
          Rule.of("factor-sum-with-one", REAL, "a*b + a -> a*(b + 1)"),
          Rule.of("factor-difference-with-one", REAL, "a*b - a -> a*(b - 1)"),
          Rule.of("factor-one-minus", REAL, "a - a*b -> a*(1 - b)"),
          Rule.of("add-quotients", REAL, "a/c + b/c -> (a + b)/c"),
          Rule.of("subtract-quotients", REAL, "a/c - b/c -> (a - b)/c"),
          // Square roots
          Rule.of("square-of-root", REAL, "sqrt(a)*sqrt(a) -> a"),
          Rule.of("multiply-roots", REAL, "sqrt(a)*sqrt(b) -> sqrt(a*b)"),
          Rule.of("divide-roots", REAL, "sqrt(a)/sqrt(b) -> sqrt(a/b)"),
          Rule.of("divide-by-own-root", REAL, "a/sqrt(a) -> sqrt(a)"),
          Rule.of("divide-root-by-radicand", REAL, "sqrt(a)/a -> 1/sqrt(a)"),
          // Fused
          Rule.of("fuse", REAL, "a*b + c -> fma(a, b, c)"),
          Rule.of("fuse-difference", REAL, "a*b - c -> fma(a, b, -c)"),
          Rule.of("fuse-negation", REAL, "c - a*b -> fma(-a, b, c)"),
          Rule.of("unfuse", REAL, "fma(a, b, c) -> a*b + c"),
          // Quotients
          Rule.of("divide-by-quotient", REAL, "a/(b/c) -> (a*c)/b"),
          Rule.of("divide-twice", REAL, "(a/b)/c -> a/(b*c)"),
          Rule.of("multiply-quotient", REAL, "a*(b/c) -> (a*b)/c"),
          Rule.of("divide-product", REAL, "(a*b)/c -> a*(b/c)"),
          Rule.of("divide-by-product", REAL, "a/(b*c) -> (a/b)/c"),
          // Constants
          Rule.of("divide-by-constant", REAL, "a/k -> a*(1/k)"),
          Rule.of("divide-multiple", REAL, "(a*k)/m -> a/(m/k)"),
          Rule.of(
              "linear-fraction", REAL, "(a*k + l)/(a*m + n) -> k/m + ((l - k*(n/m))/m)/(a + n/m)"),
          Rule.of("linear-over-monic", REAL, "(a*k + l)/(a + n) -> k + (l - k*n)/(a + n)"),
          Rule.of("monic-over-linear", REAL, "(a + l)/(a*m + n) -> 1/m + ((l - n/m)/m)/(a + n/m)"),
          Rule.of("monic-fraction", REAL, "(a + l)/(a + n) -> 1 + (l - n)/(a + n)"),
          Rule.of("factor-out-constant", REAL, "a*k + m -> (a + m/k)*k"),
          Rule.of("factor-out-constants", REAL, "a*k + b*m -> (a + b*(m/k))*k"),
          // Association
          Rule.of("associate-sum", REAL, "(a + b) + c -> a + (b + c)"),
          Rule.of("associate-product", REAL, "(a*b)*c -> a*(b*c)"),
          Rule.of("associate-difference", REAL, "(a + b) - c -> a + (b - c)"),
          Rule.of("add-difference", REAL, "a + (b - c) -> (a + b) - c"),
          Rule.of("subtract-sum", REAL, "a - (b + c) -> (a - b) - c"),
          Rule.of("subtract-twice", REAL, "(a - b) - c -> a - (b + c)"),
          Rule.of("subtract-difference", REAL, "a - (b - c) -> (a + c) - b"),
          // Expansion
          Rule.of("distribute-sum", REAL, "a*(b + c) -> a*b + a*c"),
          Rule.of("distribute-difference", REAL, "a*(b - c) -> a*b - a*c"),
          Rule.of("split-quotient-of-sum", REAL, "(a + b)/c -> a/c + b/c"),
          Rule.of("split-quotient-of-difference", REAL, "(a - b)/c -> a/c - b/c"),
          Rule.of("factor-squares", REAL, "a*a - b*b -> (a - b)*(a + b)"));

  private Rules() {}

  /** Every rule, in the order in which they are applied. */
  public static List<Rule> all() {
    return ALL;
  }

  /** The rules of this class and of stronger ones. */
  public static List<Rule> within(Soundness soundness) {
    return ALL.stream().filter(r -> r.soundness().within(soundness)).toList();
  }
}
