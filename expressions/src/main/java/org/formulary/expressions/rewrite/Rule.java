package org.formulary.expressions.rewrite;

/**
 * A rewrite: what matches {@code left} equals {@code right} in the sense of {@code soundness}.
 *
 * <p>The right side is defined wherever the left side is. It applies only where the constants that
 * it computes from constants are representable, and never divides by the constant zero.
 *
 * @param name in words joined by hyphens; rules are tested and reported by it
 */
public record Rule(String name, Soundness soundness, Pattern left, Pattern right) {
  public Rule {
    if (!(left instanceof Pattern.Apply)) {
      throw new IllegalArgumentException(name + ": the left side must be an operation");
    }
    if (!Pattern.letters(left).containsAll(Pattern.letters(right))) {
      throw new IllegalArgumentException(name + ": the right side has variables of its own");
    }
  }

  /** The rule {@code "left -> right"}. */
  static Rule of(String name, Soundness soundness, String text) {
    String[] sides = text.split(" -> ", -1);
    if (sides.length != 2) {
      throw new IllegalArgumentException(name + ": must be 'left -> right', was " + text);
    }
    return new Rule(name, soundness, Pattern.parse(sides[0]), Pattern.parse(sides[1]));
  }

  Pattern.Apply root() {
    return (Pattern.Apply) left;
  }
}
