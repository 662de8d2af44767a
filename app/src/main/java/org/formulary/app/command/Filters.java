package org.formulary.app.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.formulary.app.search.WholeNumbers;
import org.formulary.results.store.EntryFilter;
import org.formulary.results.store.Status;
import org.formulary.search.domain.InvalidSpecException;

/** Filters of a listing as users write them. */
final class Filters {
  private Filters() {}

  /** The filter with bounds on objectives. */
  static EntryFilter bounded(
      EntryFilter filter, Map<String, String> minima, Map<String, String> maxima) {
    TreeSet<String> names = new TreeSet<>(minima.keySet());
    names.addAll(maxima.keySet());
    EntryFilter bounded = filter;
    for (String name : names) {
      double min = number("min", name, minima.getOrDefault(name, "-Infinity"));
      double max = number("max", name, maxima.getOrDefault(name, "Infinity"));
      if (min > max) {
        throw new InvalidSpecException(
            "min", "min %s=%s: is above the maximum %s".formatted(name, min, max));
      }
      bounded = bounded.withBounds(name, min, max);
    }
    return bounded;
  }

  private static double number(String option, String name, String text) {
    try {
      double value = Double.parseDouble(text);
      if (!Double.isNaN(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Reported below, as NaN is.
    }
    throw new InvalidSpecException(
        option, "%s %s=%s: allowed is a number, such as 1e-6".formatted(option, name, text));
  }

  static int limit(String text) {
    return (int) WholeNumbers.parse("limit", text, 1, Integer.MAX_VALUE);
  }

  static Status status(String text) {
    return Arrays.stream(Status.values())
        .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidSpecException(
                    "status",
                    "status \"%s\": allowed is %s"
                        .formatted(
                            text,
                            Arrays.stream(Status.values())
                                .map(s -> s.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")))));
  }
}
