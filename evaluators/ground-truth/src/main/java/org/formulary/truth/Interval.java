package org.formulary.truth;

import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.parse.ParseException;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.truth.reference.RealFunction;
import org.formulary.truth.reference.UndefinedValueException;

/** A closed interval with exact ends, lower &lt; upper. */
public record Interval(BinaryRational lower, BinaryRational upper) {
  public Interval {
    if (lower.compareTo(upper) >= 0) {
      throw new IllegalArgumentException(
          "the lower end must be below the upper, were %s and %s"
              .formatted(lower.doubleValue(), upper.doubleValue()));
    }
  }

  public static Interval of(double lower, double upper) {
    return new Interval(BinaryRational.of(lower), BinaryRational.of(upper));
  }

  /**
   * Reads {@code A,B}, where the ends are formulas without x such as {@code -pi/4}; each is rounded
   * to the nearest binary64. Throws {@link InvalidSpecException} with the key "interval".
   */
  public static Interval parse(String text) {
    int comma = separator(text);
    if (comma < 0) {
      throw invalid(text, "allowed is A,B with A < B, such as 0,1 or -pi/4,pi/4");
    }
    BinaryRational lower = end(text, text.substring(0, comma));
    BinaryRational upper = end(text, text.substring(comma + 1));
    if (lower.compareTo(upper) >= 0) {
      throw invalid(text, "allowed is A,B with A < B");
    }
    return new Interval(lower, upper);
  }

  /** Whether the ends enclose {@code x}. */
  public boolean contains(BinaryRational x) {
    return lower.compareTo(x) <= 0 && x.compareTo(upper) <= 0;
  }

  /**
   * The nearest binary64 numbers to the ends, {@code [0.0, 1.0]}; ends of binary64 read back
   * exactly.
   */
  @Override
  public String toString() {
    return "[" + lower.doubleValue() + ", " + upper.doubleValue() + "]";
  }

  /** The only comma outside parentheses, or −1. */
  private static int separator(String text) {
    int found = -1;
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        if (found >= 0) {
          return -1;
        }
        found = i;
      }
    }
    return found;
  }

  private static BinaryRational end(String text, String end) {
    try {
      return RealFunction.constant(end.strip());
    } catch (ParseException e) {
      throw invalid(
          text, e.getMessage().lines().findFirst().orElseThrow() + " of \"" + end.strip() + "\"");
    } catch (UndefinedValueException e) {
      throw invalid(text, e.getMessage());
    }
  }

  private static InvalidSpecException invalid(String text, String reason) {
    return new InvalidSpecException("interval", "interval \"%s\": %s".formatted(text, reason));
  }
}
