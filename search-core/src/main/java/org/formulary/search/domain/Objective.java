package org.formulary.search.domain;

/**
 * One axis of judgement.
 *
 * @param name in lowerCamelCase, the key in JSON, such as {@code maxRelativeError}
 * @param unit such as {@code operations}; empty for a pure number
 */
public record Objective(String name, String unit, Direction direction) {
  /** Which values are better. */
  public enum Direction {
    MINIMIZE,
    MAXIMIZE
  }

  public static Objective minimize(String name, String unit) {
    return new Objective(name, unit, Direction.MINIMIZE);
  }
}
