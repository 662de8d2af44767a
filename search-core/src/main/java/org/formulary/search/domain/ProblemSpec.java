package org.formulary.search.domain;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What to search, as text: the domain and its options. Values are kept as the user wrote them; the
 * domain reads and checks them.
 */
public record ProblemSpec(String domain, SortedMap<String, String> options) {
  public ProblemSpec {
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }

  public static ProblemSpec of(String domain, Map<String, String> options) {
    return new ProblemSpec(domain, new TreeMap<>(options));
  }

  public Optional<String> option(String key) {
    return Optional.ofNullable(options.get(key));
  }

  /** The same with another value of one option. */
  public ProblemSpec with(String key, String value) {
    SortedMap<String, String> changed = new TreeMap<>(options);
    changed.put(key, value);
    return new ProblemSpec(domain, changed);
  }

  /** The same without an option. */
  public ProblemSpec without(String key) {
    SortedMap<String, String> changed = new TreeMap<>(options);
    changed.remove(key);
    return new ProblemSpec(domain, changed);
  }
}
