package org.formulary.continuedfractions;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.formulary.continuedfractions.field.HypergeometricField.Argument;
import org.formulary.continuedfractions.field.HypergeometricSearch;
import org.formulary.search.domain.InvalidSpecException;

/** Reads which hypergeometric functions are asked for. */
record HypergeometricOptions(FractionOptions options) {
  static final String HYPERGEOMETRIC = "hypergeometric";
  static final String ARGUMENT = "argument";
  static final String UNIT = "unit";

  static final int MOST_PARAMETERS = 5;
  static final int LARGEST_UNIT = 12;
  static final String DEFAULT_ARGUMENT = "1";

  private static final Pattern RATIONAL = Pattern.compile("(-?\\d{1,9})(?:/(\\d{1,9}))?");

  /** The walks through fields of the functions, which must have rank 2. */
  HypergeometricSearch search(int farthest) {
    String text = options.required(HYPERGEOMETRIC, "3,2");
    int[] count = FractionOptions.pair(HYPERGEOMETRIC, text, 0, MOST_PARAMETERS);
    if (count[0] + count[1] == 0) {
      throw new InvalidSpecException(
          HYPERGEOMETRIC, "hypergeometric \"%s\": no parameters".formatted(text));
    }
    HypergeometricSearch search =
        new HypergeometricSearch(
            count[0], count[1], argument(), options.number(UNIT, 1, 1, LARGEST_UNIT), farthest);
    if (search.rank() != 2) {
      throw new InvalidSpecException(
          HYPERGEOMETRIC,
          "hypergeometric \"%s\": at the argument %s the rank is %d, and only walks of rank 2 are polynomial fractions"
              .formatted(text, options.text(ARGUMENT, DEFAULT_ARGUMENT), search.rank()));
    }
    return search;
  }

  /** A rational number other than 0. */
  private Argument argument() {
    String text = options.text(ARGUMENT, DEFAULT_ARGUMENT);
    Matcher m = RATIONAL.matcher(text);
    long above = m.matches() ? Long.parseLong(m.group(1)) : 0;
    long below = above != 0 && m.group(2) != null ? Long.parseLong(m.group(2)) : 1;
    if (above == 0 || below == 0) {
      throw new InvalidSpecException(
          ARGUMENT,
          "argument \"%s\" must be a quotient other than 0, such as -1/2".formatted(text));
    }
    return Argument.of(above, below);
  }
}
