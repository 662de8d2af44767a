package org.formulary.continuedfractions.blind;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.formulary.continuedfractions.conjecture.ConjectureNotation;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.Notation;

/** Text such as {@code a = 2*n + 1; b = n^2}. */
final class BlindNotation implements Notation<PolynomialFraction> {
  private static final Pattern TEXT = Pattern.compile("\\s*a\\s*=([^;=]*);\\s*b\\s*=([^;=]*)");

  private static final int LONGEST = 10_000;

  @Override
  public String print(PolynomialFraction f) {
    return "a = %s; b = %s".formatted(f.a(), f.b());
  }

  @Override
  public PolynomialFraction parse(String text) {
    Matcher m = TEXT.matcher(text);
    if (text.length() > LONGEST || !m.matches()) {
      throw invalid(text, "it is not of the form of the example");
    }
    return ConjectureNotation.fraction(m.group(1), m.group(2), reason -> invalid(text, reason));
  }

  private static InvalidSpecException invalid(String text, String reason) {
    return new InvalidSpecException(
        "program",
        "fraction \"%s\": %s; an example is \"a = 2*n + 1; b = n^2\"".formatted(text, reason));
  }
}
