package org.formulary.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.formulary.continuedfractions.blind.SearchParts;

/** What finds fractions without a constant: small steps, the sieve, or both together. */
final class EvolveAblation implements Benchmark<EvolveAblation.Data> {
  /** The searches compared. */
  enum Search {
    FULL(SearchParts.ALL),
    STEPS_ALONE(new SearchParts(false, true)),
    SIEVE_ALONE(new SearchParts(true, false));

    private final SearchParts parts;

    Search(SearchParts parts) {
      this.parts = parts;
    }

    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * What was found.
   *
   * @param bySearch an outcome for each seed
   */
  record Data(Duration time, Map<Search, List<BlindSearch.Outcome>> bySearch) {
    /** Classes, each times the seconds that were left when it was seen. */
    double score(Search search) {
      return bySearch.get(search).stream()
          .flatMap(o -> BlindFound.classes(o.found()).stream())
          .mapToDouble(f -> Math.max(0, time.toSeconds() - f.seconds()))
          .sum();
    }
  }

  /** Seeds on which the search was not made. */
  private static final List<Integer> SEEDS = List.of(21, 22, 23);

  private static final Duration TIME = Duration.ofSeconds(60);

  /** Until the full search has one class; a self-check needs no equal time for the other. */
  private static final Duration QUICK = Duration.ofSeconds(120);

  private static final Duration QUICK_STEPS = Duration.ofSeconds(2);

  /** What is found is seen at barriers, some seconds apart: so much a seed is no difference. */
  private static final double TOLERANCE = 10;

  @Override
  public String name() {
    return "evolve-ablation";
  }

  @Override
  public String question() {
    return "no constant, random start, 60 s, seeds 21 to 23, 2 threads: the full search not worse than"
        + " small steps alone, nor than the sieve alone on random partial numerators; by the sum over"
        + " classes with delta > -0.2 that are identified and have no equivalent of degrees (1, 2) of"
        + " the seconds that were left, within 10 s a seed";
  }

  @Override
  public Data measure(Log log) {
    Map<Search, List<BlindSearch.Outcome>> bySearch = new EnumMap<>(Search.class);
    for (Search s : Search.values()) {
      log.say(s.label());
      BlindSearch search = new BlindSearch(s.parts, Integer.MAX_VALUE, TIME);
      bySearch.put(s, SEEDS.stream().map(seed -> search.run(log, seed)).toList());
    }
    return new Data(TIME, bySearch);
  }

  @Override
  public Data quick(Log log) {
    BlindSearch full = new BlindSearch(Search.FULL.parts, 1, QUICK);
    BlindSearch steps = new BlindSearch(Search.STEPS_ALONE.parts, 1, QUICK_STEPS);
    return new Data(
        QUICK,
        Map.of(
            Search.FULL, List.of(full.run(log, 1)),
            Search.STEPS_ALONE, List.of(steps.run(log, 1))));
  }

  @Override
  public Data plant(Data data) {
    Map<Search, List<BlindSearch.Outcome>> planted = new EnumMap<>(data.bySearch());
    List<BlindSearch.Outcome> full = data.bySearch().get(Search.FULL);
    planted.put(Search.STEPS_ALONE, full);
    planted.put(
        Search.FULL,
        full.stream().map(o -> new BlindSearch.Outcome(List.of(), o.evaluations())).toList());
    return new Data(data.time(), planted);
  }

  @Override
  public String defect() {
    return "the full search finds nothing, and small steps alone what it found";
  }

  @Override
  public List<Row> judge(Data data) {
    List<Row> rows = new ArrayList<>();
    double full = data.score(Search.FULL);
    double most = full + TOLERANCE * data.bySearch().get(Search.FULL).size();
    for (Search s : new TreeSet<>(data.bySearch().keySet())) {
      rows.add(
          new Row(
              s.label(),
              s == Search.FULL ? "" : String.format(Locale.ROOT, "≤ %.0f", most),
              String.format(
                  Locale.ROOT,
                  "%.0f s left, summed; %s",
                  data.score(s),
                  data.bySearch().get(s).stream()
                      .map(EvolveAblation::text)
                      .collect(Collectors.joining("; "))),
              data.score(s) <= most));
    }
    return rows;
  }

  private static String text(BlindSearch.Outcome o) {
    String classes =
        BlindFound.classes(o.found()).stream()
            .map(
                f ->
                    String.format(
                        Locale.ROOT, "%s after %.0f s", f.value().orElseThrow(), f.seconds()))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%s (%,d evaluations)",
        classes.isEmpty() ? "nothing" : classes,
        o.evaluations());
  }
}
