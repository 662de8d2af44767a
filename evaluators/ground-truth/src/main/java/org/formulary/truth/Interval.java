package org.formulary.truth;

import java.util.List;
import java.util.stream.IntStream;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.parse.ParseException;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.truth.reference.RealFunction;
import org.formulary.truth.reference.UndefinedValueException;

/** A closed interval with exact ends, lower &lt; upper. */
public record Interval(BinaryRational lower, BinaryRational upper) {
  private static final String ALLOWED = "allowed is A,B with A < B, such as 0,1 or -pi/4,pi/4";

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
    List<String> ends = CommaSeparated.parts(text);
    if (ends.size() != 2) {
      throw invalid("interval", text, ALLOWED);
    }
    BinaryRational lower = end("interval", text, ends.getFirst());
    BinaryRational upper = end("interval", text, ends.getLast());
    if (lower.compareTo(upper) >= 0) {
      throw invalid("interval", text, "allowed is A,B with A < B");
    }
    return new Interval(lower, upper);
  }

  /** The pieces {@code A,B} and {@code B,C} of {@code A,B,C}, as text, and so on for more ends. */
  public static List<String> pieces(String text) {
    List<String> ends = CommaSeparated.parts(text);
    return IntStream.range(1, ends.size())
        .mapToObj(i -> ends.get(i - 1).strip() + "," + ends.get(i).strip())
        .toList();
  }

  /**
   * Reads a formula without x, rounded to the nearest binary64. Throws {@link InvalidSpecException}
   * with the given key.
   */
  public static BinaryRational number(String key, String text) {
    return end(key, text, text);
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

  private static BinaryRational end(String key, String text, String end) {
    try {
      return RealFunction.constant(end.strip());
    } catch (ParseException e) {
      String reason = e.getMessage().lines().findFirst().orElseThrow();
      throw invalid(key, text, reason + " of \"" + end.strip() + "\"");
    } catch (UndefinedValueException e) {
      throw invalid(key, text, e.getMessage());
    }
  }

  private static InvalidSpecException invalid(String key, String text, String reason) {
    return new InvalidSpecException(key, "%s \"%s\": %s".formatted(key, text, reason));
  }
}
