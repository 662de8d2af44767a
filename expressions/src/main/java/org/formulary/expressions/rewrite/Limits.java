package org.formulary.expressions.rewrite;

/**
 * When a saturation stops. None is a time, so that results can be reproduced.
 *
 * @param rounds searches with every rule
 * @param nodes e-nodes ever added
 * @param matches applied, in all
 * @param matchesPerRule in a round, at first; more of them ban the rule
 * @param banRounds how long, at first; both double with each ban
 */
public record Limits(int rounds, int nodes, int matches, int matchesPerRule, int banRounds) {
  /** For what is kept: some tenths of a second for a program. */
  public static final Limits STANDARD = new Limits(30, 10_000, 200_000, 1_000, 5);

  public Limits {
    if (rounds < 1 || nodes < 1 || matches < 1 || matchesPerRule < 1 || banRounds < 1) {
      throw new IllegalArgumentException(
          "limits must be ≥ 1, were %d, %d, %d, %d, %d"
              .formatted(rounds, nodes, matches, matchesPerRule, banRounds));
    }
  }

  /** The same with another limit of e-nodes. */
  public Limits withNodes(int newNodes) {
    return new Limits(rounds, newNodes, matches, matchesPerRule, banRounds);
  }
}
