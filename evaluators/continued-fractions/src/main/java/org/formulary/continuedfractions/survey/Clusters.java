package org.formulary.continuedfractions.survey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Clusters by how fractions converge: one law with one exact parameter, one growth order d of the
 * denominators, and values of c, and then of the shares of primes by residue, that are no further
 * apart than {@value #GAP}. The first two are exact, so that only what is measured needs a
 * distance. Deterministic.
 */
final class Clusters {
  static final double GAP = 0.05;

  /** Of identified members, the share that a label must have to be one. */
  private static final double LEAST_SHARE = 0.5;

  private Clusters() {}

  /**
   * A cluster.
   *
   * @param identified members whose closed form agrees with their limit
   * @param label of most identified members; empty where none has half of them
   * @param labelled identified members with that label
   */
  record Cluster(
      String dynamics, List<Member> members, int identified, String label, int labelled) {
    double purity() {
      return identified == 0 ? Double.NaN : (double) labelled / identified;
    }

    double meanC() {
      return mean(m -> m.denominators().c());
    }

    private double mean(ToDoubleFunction<Member> number) {
      return members.stream().mapToDouble(number).average().orElse(Double.NaN);
    }

    double meanMod4() {
      return mean(m -> m.denominators().mod4());
    }

    double meanMod3() {
      return mean(m -> m.denominators().mod3());
    }

    double meanDelta() {
      return mean(m -> m.rates().delta());
    }

    double rate() {
      return members.getFirst().rates().rate();
    }
  }

  /** The clusters, by dynamics and then by c. */
  static List<Cluster> of(Collection<Member> all, Map<String, ClosedClasses.Label> labels) {
    Map<String, List<Member>> byDynamics =
        all.stream()
            .collect(Collectors.groupingBy(Member::dynamics, TreeMap::new, Collectors.toList()));
    List<Cluster> clusters = new ArrayList<>();
    byDynamics.forEach(
        (dynamics, members) -> {
          for (List<Member> near : parts(members)) {
            clusters.add(labelled(dynamics, near, labels));
          }
        });
    return clusters;
  }

  private static List<List<Member>> parts(List<Member> members) {
    return split(members, m -> m.denominators().c()).stream()
        .flatMap(part -> split(part, m -> m.denominators().mod4()).stream())
        .flatMap(part -> split(part, m -> m.denominators().mod3()).stream())
        .toList();
  }

  /** Where the sorted numbers leave a gap; NaN, which sorts last, stays with what is before. */
  private static List<List<Member>> split(List<Member> members, ToDoubleFunction<Member> number) {
    List<Member> sorted = new ArrayList<>(members);
    sorted.sort(
        Comparator.comparingDouble(number)
            .thenComparingInt(Member::unit)
            .thenComparingInt(Member::numerator));
    List<List<Member>> parts = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      boolean far =
          i == sorted.size()
              || number.applyAsDouble(sorted.get(i)) - number.applyAsDouble(sorted.get(i - 1))
                  > GAP;
      if (far) {
        parts.add(List.copyOf(sorted.subList(start, i)));
        start = i;
      }
    }
    return parts;
  }

  private static Cluster labelled(
      String dynamics, List<Member> members, Map<String, ClosedClasses.Label> labels) {
    Map<String, Integer> counts = new HashMap<>();
    int identified = 0;
    for (Member m : members) {
      if (!m.closed().isEmpty()) {
        counts.merge(labels.get(m.closed()).text(), 1, Integer::sum);
        identified++;
      }
    }
    Map.Entry<String, Integer> most =
        counts.entrySet().stream()
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .orElse(Map.entry("", 0));
    boolean enough = most.getValue() >= LEAST_SHARE * identified && identified > 0;
    return new Cluster(dynamics, members, identified, enough ? most.getKey() : "", most.getValue());
  }
}
