package org.formulary.continuedfractions.conjecture;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.formulary.continuedfractions.polynomial.Family;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.Notation;
import org.formulary.truth.constant.Constants;

/** Text such as {@code a = 2*n + 1; b = n^2; value = 4/pi}. */
public final class ConjectureNotation implements Notation<Conjecture> {
  private static final Pattern TEXT =
      Pattern.compile("\\s*a\\s*=([^;=]*);\\s*b\\s*=([^;=]*);\\s*value\\s*=([^;=]*)");

  private static final int LONGEST = 10_000;

  @Override
  public String print(Conjecture c) {
    return "a = %s; b = %s; value = %s"
        .formatted(c.fraction().a(), c.fraction().b(), c.value().name());
  }

  @Override
  public Conjecture parse(String text) {
    Matcher m = TEXT.matcher(text);
    if (text.length() > LONGEST || !m.matches()) {
      throw invalid(text, "it is not of the form of the example");
    }
    PolynomialFraction f = fraction(m.group(1), m.group(2), reason -> invalid(text, reason));
    return new Conjecture(f, Constants.of("program", m.group(3).strip()));
  }

  /**
   * The fraction of two formulas of n.
   *
   * @param refused what to throw for a reason
   */
  public static PolynomialFraction fraction(
      String a, String b, Function<String, InvalidSpecException> refused) {
    PolynomialFraction f;
    try {
      f = Family.parse(a.strip(), b.strip(), "").fraction(0);
    } catch (InvalidSpecException e) {
      throw refused.apply(e.getMessage());
    }
    if (f.a().isZero() || f.b().isZero()) {
      throw refused.apply("a and b must not be 0");
    }
    return f;
  }

  private static InvalidSpecException invalid(String text, String reason) {
    return new InvalidSpecException(
        "program",
        "fraction \"%s\": %s; an example is \"a = 2*n + 1; b = n^2; value = 4/pi\""
            .formatted(text, reason));
  }
}
