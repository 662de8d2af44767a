package org.formulary.results.store;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which entries, in which order; start from {@link #ALL}. The order is by problem, then by one
 * objective, better first, then by id.
 *
 * @param domain the exact name
 * @param problem part of the problem's text, upper and lower case alike
 * @param statuses empty for all
 * @param campaign the full id of a campaign that found the entry, as the first one or not
 * @param bounds by the name of the objective; entries without that objective are left out
 * @param orderBy the name of an objective
 */
public record EntryFilter(
    Optional<String> domain,
    Optional<String> problem,
    Set<Status> statuses,
    Optional<String> campaign,
    SortedMap<String, Bounds> bounds,
    Optional<String> orderBy,
    OptionalInt limit) {
  /** Every entry. */
  public static final EntryFilter ALL =
      new EntryFilter(
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          Optional.empty(),
          Collections.emptySortedMap(),
          Optional.empty(),
          OptionalInt.empty());

  /** A closed range of scores. */
  public record Bounds(double minimum, double maximum) {
    public Bounds {
      if (!(minimum <= maximum)) {
        throw new IllegalArgumentException("bounds [" + minimum + ", " + maximum + "] are empty");
      }
    }
  }

  public EntryFilter {
    statuses = Set.copyOf(statuses);
    bounds = Collections.unmodifiableSortedMap(new TreeMap<>(bounds));
    if (limit.isPresent() && limit.getAsInt() < 1) {
      throw new IllegalArgumentException("limit must be ≥ 1, was " + limit.getAsInt());
    }
  }

  public EntryFilter withDomain(String name) {
    return new EntryFilter(Optional.of(name), problem, statuses, campaign, bounds, orderBy, limit);
  }

  public EntryFilter withProblem(String part) {
    return new EntryFilter(domain, Optional.of(part), statuses, campaign, bounds, orderBy, limit);
  }

  public EntryFilter withStatus(Status... any) {
    return new EntryFilter(domain, problem, Set.of(any), campaign, bounds, orderBy, limit);
  }

  public EntryFilter withCampaign(String id) {
    return new EntryFilter(domain, problem, statuses, Optional.of(id), bounds, orderBy, limit);
  }

  public EntryFilter withBounds(String objective, double minimum, double maximum) {
    TreeMap<String, Bounds> more = new TreeMap<>(bounds);
    more.put(objective, new Bounds(minimum, maximum));
    return new EntryFilter(domain, problem, statuses, campaign, more, orderBy, limit);
  }

  public EntryFilter withOrderBy(String objective) {
    return new EntryFilter(
        domain, problem, statuses, campaign, bounds, Optional.of(objective), limit);
  }

  public EntryFilter withLimit(int entries) {
    return new EntryFilter(
        domain, problem, statuses, campaign, bounds, orderBy, OptionalInt.of(entries));
  }
}
