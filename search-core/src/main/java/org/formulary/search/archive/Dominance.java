package org.formulary.search.archive;

import java.util.Comparator;
import java.util.List;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.Scores;

/** Pareto dominance: at least as good in every objective and better in one. */
public final class Dominance {
  private Dominance() {}

  /** Whether {@code a} dominates {@code b}; false for equal scores. */
  public static boolean dominates(Scores a, Scores b, List<Objective> objectives) {
    boolean better = false;
    for (int i = 0; i < objectives.size(); i++) {
      int order = compare(a, b, i, objectives);
      if (order > 0) {
        return false;
      }
      better |= order < 0;
    }
    return better;
  }

  /** A total order of scores, better first: by the first objective, then the second, and so on. */
  public static Comparator<Scores> bestFirst(List<Objective> objectives) {
    return (a, b) -> {
      for (int i = 0; i < objectives.size(); i++) {
        int order = compare(a, b, i, objectives);
        if (order != 0) {
          return order;
        }
      }
      return 0;
    };
  }

  /** Negative if {@code a} is better in objective {@code i}. */
  private static int compare(Scores a, Scores b, int i, List<Objective> objectives) {
    if (a.size() != objectives.size() || b.size() != objectives.size()) {
      throw new IllegalArgumentException(
          "scores " + a + " and " + b + " do not fit " + objectives.size() + " objectives");
    }
    return switch (objectives.get(i).direction()) {
      case MINIMIZE -> Double.compare(a.get(i), b.get(i));
      case MAXIMIZE -> Double.compare(b.get(i), a.get(i));
    };
  }
}
