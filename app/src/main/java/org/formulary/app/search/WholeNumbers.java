package org.formulary.app.search;

import org.formulary.search.domain.InvalidSpecException;

/** Whole numbers as option values. */
public final class WholeNumbers {
  private WholeNumbers() {}

  /** The number; throws {@link InvalidSpecException} naming the option and what is allowed. */
  public static long parse(String option, String text, long min, long max) {
    try {
      long n = Long.parseLong(text.strip().replace("_", ""));
      if (n >= min && n <= max) {
        return n;
      }
    } catch (NumberFormatException e) {
      // Reported below, as a number out of range is.
    }
    String allowed =
        max == Long.MAX_VALUE
            ? min == Long.MIN_VALUE ? "a whole number of 64 bits" : "a whole number ≥ " + min
            : "a whole number from " + min + " to " + max;
    throw new InvalidSpecException(
        option, "%s \"%s\": allowed is %s".formatted(option, text, allowed));
  }
}
