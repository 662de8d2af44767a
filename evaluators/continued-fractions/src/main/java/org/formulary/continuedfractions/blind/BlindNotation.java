package org.formulary.continuedfractions.blind;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.formulary.continuedfractions.conjecture.ConjectureNotation;
import org.formulary.continuedfractions.polynomial.Fraction;
import org.formulary.continuedfractions.polynomial.InterlacedFraction;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.Notation;

/**
 * Text such as {@code a = 2*n + 1; b = n^2}, and {@code a = [2, 6*n + 3]; b = [n, n]} for even and
 * odd n.
 */
final class BlindNotation implements Notation<Fraction> {
  private static final Pattern TEXT = Pattern.compile("\\s*a\\s*=([^;=]*);\\s*b\\s*=([^;=]*)");

  private static final Pattern PAIR = Pattern.compile("\\s*\\[([^,\\[\\]]*),([^,\\[\\]]*)]\\s*");

  private static final int LONGEST = 10_000;

  @Override
  public String print(Fraction f) {
    return switch (f) {
      case PolynomialFraction(var a, var b) -> "a = %s; b = %s".formatted(a, b);
      case InterlacedFraction i ->
          "a = [%s, %s]; b = [%s, %s]".formatted(i.evenA(), i.oddA(), i.evenB(), i.oddB());
    };
  }

  @Override
  public Fraction parse(String text) {
    Matcher m = TEXT.matcher(text);
    if (text.length() > LONGEST || !m.matches()) {
      throw invalid(text, "it is not of the form of the example");
    }
    Matcher a = PAIR.matcher(m.group(1));
    Matcher b = PAIR.matcher(m.group(2));
    if (!a.matches() || !b.matches()) {
      return polynomial(m.group(1), m.group(2), text);
    }
    PolynomialFraction even = polynomial(a.group(1), b.group(1), text);
    PolynomialFraction odd = polynomial(a.group(2), b.group(2), text);
    InterlacedFraction f = new InterlacedFraction(even.a(), odd.a(), even.b(), odd.b());
    try {
      if (f.contracted().a().isZero()) {
        throw invalid(text, "a of the even part is 0");
      }
    } catch (ArithmeticException e) {
      throw invalid(text, e.getMessage());
    }
    return f;
  }

  private static PolynomialFraction polynomial(String a, String b, String text) {
    return ConjectureNotation.fraction(a, b, reason -> invalid(text, reason));
  }

  private static InvalidSpecException invalid(String text, String reason) {
    return new InvalidSpecException(
        "program",
        ("fraction \"%s\": %s; examples are \"a = 2*n + 1; b = n^2\" and, for even and odd n,"
                + " \"a = [2, 6*n + 3]; b = [n, n]\"")
            .formatted(text, reason));
  }
}
