package org.formulary.continuedfractions.signed;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.formulary.continuedfractions.image.Image;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.Notation;

/**
 * Text such as {@code image 1 1 -1 1; signs +; terms 2 6; recurrence 1 -2 1}: the numbers p, q, r,
 * s of the image (p + q c)/(r + s c), one period of signs, the first terms, and C_0, C_1, ….
 */
final class SignedNotation implements Notation<SignedFraction> {
  private static final Pattern TEXT =
      Pattern.compile("image ([-0-9 ]+); signs ([+-]+); terms ([-0-9 ]+); recurrence ([-0-9 ]+)");

  private static final int MOST_NUMBERS = 10_000;
  private static final int MOST_DIGITS = 1_000;

  @Override
  public String print(SignedFraction f) {
    Image i = f.image();
    return "image %d %d %d %d; signs %s; terms %s; recurrence %s"
        .formatted(
            i.p(),
            i.q(),
            i.r(),
            i.s(),
            f.signs(),
            numbers(f.first()),
            numbers(f.recurrence().coefficients()));
  }

  private static String numbers(List<BigInteger> numbers) {
    return numbers.stream().map(BigInteger::toString).collect(Collectors.joining(" "));
  }

  @Override
  public SignedFraction parse(String text) {
    Matcher m = TEXT.matcher(text.strip().replaceAll("\\s+", " "));
    if (!m.matches()) {
      throw invalid(text, "it is not of the form of the example");
    }
    try {
      List<BigInteger> image = numbers(m.group(1));
      if (image.size() != 4) {
        throw invalid(text, "an image has four numbers");
      }
      int[] n = image.stream().mapToInt(BigInteger::intValueExact).toArray();
      return new SignedFraction(
          new Image(n[0], n[1], n[2], n[3]),
          SignWord.parse(m.group(2)),
          numbers(m.group(3)),
          new Recurrence(numbers(m.group(4))));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw invalid(text, e.getMessage());
    }
  }

  /** Throws {@link IllegalArgumentException} where there are too many or too long ones. */
  private static List<BigInteger> numbers(String text) {
    String[] parts = text.split(" ");
    if (parts.length > MOST_NUMBERS) {
      throw new IllegalArgumentException("there are more than %d numbers".formatted(MOST_NUMBERS));
    }
    if (Arrays.stream(parts).anyMatch(p -> p.length() > MOST_DIGITS)) {
      throw new IllegalArgumentException("a number has more than %d digits".formatted(MOST_DIGITS));
    }
    return Arrays.stream(parts).map(BigInteger::new).toList();
  }

  private static InvalidSpecException invalid(String text, String reason) {
    return new InvalidSpecException(
        "program",
        ("fraction \"%s\": %s; an example is"
                + " \"image 1 1 -1 1; signs +; terms 2 6; recurrence 1 -2 1\"")
            .formatted(text, reason));
  }
}
