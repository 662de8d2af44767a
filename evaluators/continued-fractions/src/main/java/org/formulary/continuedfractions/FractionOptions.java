package org.formulary.continuedfractions;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.formulary.continuedfractions.mitm.Rules;
import org.formulary.continuedfractions.polynomial.Family;
import org.formulary.continuedfractions.signed.SignWord;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.truth.CommaSeparated;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;
import org.formulary.truth.reference.UndefinedValueException;
import org.formulary.truth.relation.Identification;

/** Reads the options of a specification; each names its key where it refuses a value. */
record FractionOptions(ProblemSpec spec) {
  static final String STRATEGY = "strategy";
  static final String CONSTANT = "constant";
  static final String COEFFICIENTS = "coefficients";
  static final String PERIODS = "periods";
  static final String DEPTH = "depth";
  static final String A = "a";
  static final String B = "b";
  static final String RANGES = "ranges";
  static final String DEGREES = "degrees";
  static final String BOX = "box";
  static final String RULES = "rules";
  static final String DIRECTIONS = "directions";

  static final int LARGEST_COEFFICIENT = 100;
  static final int LARGEST_TABLE = 40;
  static final int LARGEST_BOUND = 6;
  static final int LARGEST_DIRECTION = 10;
  static final int LONGEST_PERIOD = 8;
  static final int LEAST_DEPTH = 40;
  static final int MOST_DEPTH = 1000;

  static final String DEFAULT_BOX = "5";
  static final String DEFAULT_RULES = "full";
  static final int LARGEST_DEGREE = 16;
  static final int LARGEST_BOX = 1_000_000;

  private static final int CHECKED_BITS = 200;
  private static final int LARGEST_MAGNITUDE = 100;
  private static final int MOST_CONSTANTS = 12;
  private static final long LARGEST_FAMILY = 1L << 46;

  String text(String key, String otherwise) {
    return spec.option(key).orElse(otherwise);
  }

  boolean has(String key) {
    return spec.option(key).isPresent();
  }

  String required(String key, String example) {
    return spec.option(key)
        .orElseThrow(
            () ->
                new InvalidSpecException(
                    key, "%s is missing: give --%s %s, for example".formatted(key, key, example)));
  }

  /** Refuses options that the strategy does not take. */
  void requireOnly(String strategy, List<String> keys) {
    for (String key : spec.options().keySet()) {
      if (!keys.contains(key) && !key.equals(STRATEGY)) {
        throw new InvalidSpecException(
            key,
            keys.isEmpty()
                ? "%s: the strategy %s takes no further options".formatted(key, strategy)
                : "%s: the strategy %s takes %s only"
                    .formatted(key, strategy, String.join(", ", keys)));
      }
    }
  }

  /** Refuses options that mean something only beside another one, which is not given. */
  void refuseWithout(String missing, List<String> keys) {
    for (String key : keys) {
      if (has(key)) {
        throw new InvalidSpecException(key, "%s needs %s".formatted(key, missing));
      }
    }
  }

  /** A single constant that can have a fraction. */
  Constant constant() {
    List<Constant> constants = constants();
    if (constants.size() > 1) {
      throw new InvalidSpecException(
          CONSTANT, "constant \"%s\": this strategy takes one".formatted(text(CONSTANT, "")));
    }
    return constants.getFirst();
  }

  List<Constant> constants() {
    String text = required(CONSTANT, "e");
    List<String> parts = CommaSeparated.parts(text);
    if (parts.size() > MOST_CONSTANTS) {
      throw new InvalidSpecException(
          CONSTANT, "constant \"%s\": at most %d are allowed".formatted(text, MOST_CONSTANTS));
    }
    List<Constant> constants = parts.stream().map(part -> Constants.of(CONSTANT, part)).toList();
    try {
      constants.forEach(FractionOptions::requireIrrational);
    } catch (UndefinedValueException e) {
      throw new InvalidSpecException(CONSTANT, "constant " + e.getMessage());
    }
    return constants;
  }

  /** As far as small numbers go. */
  private static void requireIrrational(Constant constant) {
    if (constant.digits(10).signum() <= 0) {
      throw new InvalidSpecException(
          CONSTANT, "constant \"%s\" must be positive".formatted(constant.name()));
    }
    if (Math.abs(constant.magnitude()) > LARGEST_MAGNITUDE) {
      throw new InvalidSpecException(
          CONSTANT,
          "constant \"%s\" is beyond 10^±%d".formatted(constant.name(), LARGEST_MAGNITUDE));
    }
    if (Identification.isRational(constant.leading(CHECKED_BITS))) {
      throw new InvalidSpecException(
          CONSTANT,
          "constant \"%s\" is rational, as far as %d bits tell: its fractions end"
              .formatted(constant.name(), CHECKED_BITS));
    }
  }

  List<SignWord> words(String otherwise) {
    String text = text(PERIODS, otherwise);
    String[] ends = text.split(",", -1);
    int least = number(PERIODS, ends[0].strip(), 1, LONGEST_PERIOD);
    int most = number(PERIODS, ends[ends.length - 1].strip(), 1, LONGEST_PERIOD);
    if (ends.length > 2 || least > most) {
      throw new InvalidSpecException(
          PERIODS, "periods \"%s\": allowed is A,B with A ≤ B".formatted(text));
    }
    return SignWord.ofPeriods(least, most);
  }

  /** By formulas and ranges, or by degrees and a box. */
  Family family() {
    boolean byDegrees = spec.option(DEGREES).isPresent() || spec.option(BOX).isPresent();
    if (byDegrees && List.of(A, B, RANGES).stream().anyMatch(k -> spec.option(k).isPresent())) {
      throw new InvalidSpecException(
          DEGREES, "degrees and box stand in place of a, b and ranges: give one kind or the other");
    }
    Family family =
        byDegrees
            ? box()
            : Family.parse(required(A, "\"x*n + y\""), required(B, "\"z*n^2\""), text(RANGES, ""));
    Optional<Long> size = family.countableSize();
    if (size.isEmpty() || size.get() > LARGEST_FAMILY) {
      String given = !byDegrees ? RANGES : spec.option(BOX).isPresent() ? BOX : DEGREES;
      throw new InvalidSpecException(
          given,
          "%s \"%s\": there are more than %.1e fractions, which no search finishes"
              .formatted(given, text(given, ""), (double) LARGEST_FAMILY));
    }
    return family;
  }

  private Family box() {
    int[] degrees = pair(DEGREES, required(DEGREES, "1,2"), 0, LARGEST_DEGREE);
    int[] box = pair(BOX, text(BOX, DEFAULT_BOX), 1, LARGEST_BOX);
    return Family.ofBox(degrees[0], degrees[1], box[0], box[1]);
  }

  /** Two numbers, of which the second may be left out if it is the same. */
  static int[] pair(String key, String text, int least, int most) {
    String[] parts = text.split(",", -1);
    if (parts.length > 2) {
      throw new InvalidSpecException(
          key, "%s \"%s\": allowed are one or two numbers, as in A,B".formatted(key, text));
    }
    int first = number(key, parts[0].strip(), least, most);
    return new int[] {first, number(key, parts[parts.length - 1].strip(), least, most)};
  }

  Rules rules() {
    String text = text(RULES, DEFAULT_RULES);
    try {
      return Rules.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidSpecException(
          RULES, "rules \"%s\": allowed are full, published".formatted(text));
    }
  }

  int number(String key, int otherwise, int least, int most) {
    return number(key, text(key, Integer.toString(otherwise)), least, most);
  }

  private static int number(String key, String text, int least, int most) {
    try {
      int n = Integer.parseInt(text);
      if (n >= least && n <= most) {
        return n;
      }
    } catch (NumberFormatException e) {
      // Reported below, as a number out of range is.
    }
    throw new InvalidSpecException(
        key, "%s \"%s\" must be a whole number from %d to %d".formatted(key, text, least, most));
  }
}
