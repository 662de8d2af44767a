package org.formulary.search.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.Scores;

/**
 * The non-dominated elements of a list, and its order. Elements with equal scores do not dominate
 * each other: all of them stay.
 */
public final class ParetoFront {
  private ParetoFront() {}

  /** What is reported of a problem: the front, or all elements where every niche counts. */
  public static <E, T extends Comparable<? super T>> List<E> reported(
      Problem<?> problem,
      List<E> elements,
      Function<? super E, Scores> scores,
      Function<? super E, T> tie) {
    return problem.everyNicheCounts()
        ? sorted(elements, scores, tie, problem.objectives())
        : of(elements, scores, tie, problem.objectives());
  }

  /** Elements, best first by the objectives in their order, then by {@code tie}. */
  private static <E, T extends Comparable<? super T>> List<E> sorted(
      List<E> elements,
      Function<? super E, Scores> scores,
      Function<? super E, T> tie,
      List<Objective> objectives) {
    Comparator<E> bestFirst = Comparator.comparing(scores::apply, Dominance.bestFirst(objectives));
    return elements.stream().sorted(bestFirst.thenComparing(tie)).toList();
  }

  /** The front of entries of one problem. */
  public static List<Entry> of(List<Entry> entries, List<Objective> objectives) {
    return of(entries, Entry::scores, Entry::id, objectives);
  }

  /**
   * The front, sorted best first by the objectives in their order, then by {@code tie}; independent
   * of the order of {@code elements}. At most n·f comparisons for n elements and a front of f.
   */
  public static <E, T extends Comparable<? super T>> List<E> of(
      List<E> elements,
      Function<? super E, Scores> scores,
      Function<? super E, T> tie,
      List<Objective> objectives) {
    List<E> front = new ArrayList<>();
    for (E e : sorted(elements, scores, tie, objectives)) {
      // Sorted like this, an element can be dominated only by an earlier one, and by transitivity
      // then by one of the front.
      if (front.stream()
          .noneMatch(f -> Dominance.dominates(scores.apply(f), scores.apply(e), objectives))) {
        front.add(e);
      }
    }
    return List.copyOf(front);
  }
}
