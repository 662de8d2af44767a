package org.formulary.app.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options a user gave, as text.
 *
 * @param values by the name of the option, without hyphens in front
 */
public record Given(SortedMap<String, List<String>> values) {
  private static final Set<String> BUDGET = Set.of(EngineOptions.TIME, EngineOptions.EVALUATIONS);

  public Given {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** What was given on the command line. */
  public static Given of(ParseResult parsed) {
    TreeMap<String, List<String>> values = new TreeMap<>();
    for (OptionSpec option : parsed.matchedOptions()) {
      List<String> texts = new ArrayList<>(option.stringValues());
      values.put(name(option), texts.isEmpty() ? List.of("") : texts);
    }
    return new Given(values);
  }

  /** The name of an option without the hyphens in front. */
  static String name(OptionSpec option) {
    return option.longestName().replaceFirst("^-+", "");
  }

  /** These options and, where they are silent, those of a file; one budget replaces the other. */
  public Given over(Given file) {
    TreeMap<String, List<String>> merged = new TreeMap<>(file.values);
    if (!Collections.disjoint(values.keySet(), BUDGET)) {
      merged.keySet().removeAll(BUDGET);
    }
    merged.putAll(values);
    return new Given(merged);
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** The value of an option that is given at most once. */
  public Optional<String> one(String key) {
    return Optional.ofNullable(values.get(key)).map(List::getLast);
  }

  /** The values of an option that may be repeated. */
  public List<String> all(String key) {
    return values.getOrDefault(key, List.of());
  }

  /** Whether a switch is on. */
  public boolean on(String key) {
    return one(key).map(v -> !v.equals("false")).orElse(false);
  }
}
