package org.formulary.search.domain;

import java.util.List;
import java.util.Optional;

/**
 * The options of a domain.
 *
 * @param keys in the order of help
 */
public record SpecSchema(List<Key> keys) {
  public SpecSchema {
    keys = List.copyOf(keys);
  }

  public Optional<Key> key(String name) {
    return keys.stream().filter(k -> k.name().equals(name)).findFirst();
  }

  /**
   * One option.
   *
   * @param name lower-case words joined by hyphens; {@code --name} on the command line
   * @param placeholder what stands for the value in help, such as {@code A,B}
   * @param defaultValue empty where there is none
   * @param help one sentence, with the unit and what is allowed
   */
  public record Key(String name, String placeholder, Optional<String> defaultValue, String help) {
    public static Key of(String name, String placeholder, String help) {
      return new Key(name, placeholder, Optional.empty(), help);
    }

    public static Key of(String name, String placeholder, String defaultValue, String help) {
      return new Key(name, placeholder, Optional.of(defaultValue), help);
    }
  }
}
