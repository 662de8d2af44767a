package org.formulary.app.search;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.formulary.app.text.Numbers;
import org.formulary.search.campaign.Budget;
import org.formulary.search.domain.InvalidSpecException;

/** Budgets as users write them. */
public final class Budgets {
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*(ms|s|m|h|d)?");
  private static final Map<String, Long> NANOS =
      Map.of(
          "ms", Duration.ofMillis(1).toNanos(),
          "s", Duration.ofSeconds(1).toNanos(),
          "m", Duration.ofMinutes(1).toNanos(),
          "h", Duration.ofHours(1).toNanos(),
          "d", Duration.ofDays(1).toNanos());
  private static final Duration LONGEST = Duration.ofDays(366);

  private Budgets() {}

  /** The budget given, if one is; throws {@link InvalidSpecException} if both are. */
  static Optional<Budget> of(Given given) {
    Optional<String> time = given.one(EngineOptions.TIME);
    Optional<String> evaluations = given.one(EngineOptions.EVALUATIONS);
    if (time.isPresent() && evaluations.isPresent()) {
      throw new InvalidSpecException(
          EngineOptions.TIME, "time and --evaluations are both given, allowed is one of them");
    }
    return time.map(Budgets::time)
        .or(
            () ->
                evaluations.map(
                    n ->
                        new Budget.Evaluations(
                            WholeNumbers.parse(EngineOptions.EVALUATIONS, n, 1, Long.MAX_VALUE))));
  }

  /** Reads {@code 60s}, {@code 1.5h}; a number alone is seconds. */
  static Budget time(String text) {
    Matcher m = TIME.matcher(text.strip());
    if (m.matches()) {
      long unit = NANOS.get(m.group(2) == null ? "s" : m.group(2));
      BigDecimal nanos = new BigDecimal(m.group(1)).multiply(BigDecimal.valueOf(unit));
      if (nanos.signum() > 0 && nanos.compareTo(BigDecimal.valueOf(LONGEST.toNanos())) <= 0) {
        Duration time = Duration.ofNanos(nanos.longValue());
        if (time.isPositive()) {
          return new Budget.Time(time);
        }
      }
    }
    throw new InvalidSpecException(
        EngineOptions.TIME,
        "time \"%s\": allowed is a time above 0 and up to %d days, such as 60s, 2m, 1.5h"
            .formatted(text, LONGEST.toDays()));
  }

  /** As an option value that reads back to the same budget. */
  static String text(Duration time) {
    return time.toNanosPart() == 0
        ? time.toSeconds() + "s"
        : BigDecimal.valueOf(time.toNanos(), 9).stripTrailingZeros().toPlainString() + "s";
  }

  /** For people. */
  public static String describe(Budget budget) {
    return switch (budget) {
      case Budget.Evaluations(long n) -> Numbers.count(n) + " evaluations per island";
      case Budget.Time(Duration time) -> text(time) + " search time";
    };
  }
}
