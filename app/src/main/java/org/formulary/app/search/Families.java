package org.formulary.app.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.formulary.results.store.StoredEntry;
import org.formulary.search.archive.EntryId;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.Progress;

/**
 * Entries that arise from one another, as far as {@link Problem#relation} tells.
 *
 * @param first of each entry the first one of its family
 */
record Families(Map<EntryId, EntryId> first) {
  /** None are related. */
  static final Families NONE = new Families(Map.of());

  private record Family<P>(EntryId id, P candidate) {}

  /** Compares each entry with the first of every family before it. */
  static <P> Families of(Problem<P> problem, List<StoredEntry> entries, Progress progress) {
    List<Family<P>> families = new ArrayList<>();
    Map<EntryId, EntryId> first = new LinkedHashMap<>();
    for (StoredEntry e : entries) {
      if (progress.cancelled()) {
        return NONE;
      }
      progress.report("related", first.size(), entries.size());
      P candidate = problem.notation().parse(e.entry().notation());
      EntryId family =
          families.stream()
              .filter(f -> !problem.relation(candidate, f.candidate).isEmpty())
              .map(Family::id)
              .findFirst()
              .orElse(e.entry().id());
      if (family.equals(e.entry().id())) {
        families.add(new Family<>(family, candidate));
      }
      first.put(e.entry().id(), family);
    }
    return families.size() == entries.size() ? NONE : new Families(first);
  }

  /** How many families there are; 0 where none are related. */
  long count() {
    return first.values().stream().distinct().count();
  }
}
