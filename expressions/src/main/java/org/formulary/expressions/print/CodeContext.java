package org.formulary.expressions.print;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an exported file says besides the program.
 *
 * @param function name of the function; an identifier that is free in C, Java and Python, see
 *     {@link #identifier}
 * @param title lines of the comment on top, such as target, interval, error claims, id
 * @param testInputs finite inputs of the self-test; without any, the file has no self-test
 * @param low lower end of the interval the program is meant for, or −∞
 * @param high upper end, or ∞
 */
public record CodeContext(
    String function, List<String> title, List<Double> testInputs, double low, double high) {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  /** Lower-case: keywords of the three languages, and what {@code math.h} and the files use. */
  private static final Set<String> RESERVED =
      Set.of(
          """
          abs abstract acos acosh and as asin asinh assert async atan atan2 atanh auto await
          bool boolean break byte case catch cbrt ceil char class complex const continue
          copysign cos cosh def default del div do double elif else enum erf erfc except exp
          exp2 expm1 extends extern fabs false fdim final finally float floor fma fmax fmin
          fmod for fraction frexp from gamma global goto hypot if ilogb implements import in
          infinity inline java none object instanceof int interface is isfinite isinf isnan isnormal j0 j1 jn
          lambda ldexp lgamma llrint llround log log10 log1p log2 logb long lrint lround main
          math memcpy modf nan native nearbyint new nextafter nexttoward nonlocal not null or
          package pass pow printf private protected public raise register remainder remquo
          restrict return rint round scalbln scalbn short signbit signed sin sinh sizeof sqrt
          static strictfp string struct super switch synchronized sys system tan tanh tgamma
          this throw throws transient true trunc try typedef union unsigned void volatile
          while with y0 y1 yield yn
          """
              .split("\\s+"));

  public CodeContext {
    title = List.copyOf(title);
    testInputs = List.copyOf(testInputs);
    if (!IDENTIFIER.matcher(function).matches() || reserved(function)) {
      throw new IllegalArgumentException(
          "function must be an identifier that is free in C, Java and Python, was '%s'\nMaybe '%s'."
              .formatted(function, identifier(function)));
    }
    for (double x : testInputs) {
      if (!Double.isFinite(x)) {
        throw new IllegalArgumentException("a test input must be finite, was " + x);
      }
    }
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "the interval must have low ≤ high, was [%s, %s]".formatted(low, high));
    }
  }

  /** No title, no self-test, no interval. */
  public static CodeContext of(String function) {
    return new CodeContext(
        function, List.of(), List.of(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** The same with a self-test at the given inputs. */
  public CodeContext withTestInputs(List<Double> inputs) {
    return new CodeContext(function, title, inputs, low, high);
  }

  /** A valid function name made from any text: {@code exp2} becomes {@code exp2_approx}. */
  public static String identifier(String text) {
    String name = text.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^[_0-9]+|_+$", "");
    return name.isEmpty() ? "approx" : reserved(name) ? name + "_approx" : name;
  }

  private static boolean reserved(String name) {
    return RESERVED.contains(name.toLowerCase(Locale.ROOT));
  }
}
