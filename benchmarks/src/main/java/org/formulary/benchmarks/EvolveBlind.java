package org.formulary.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.formulary.continuedfractions.blind.SearchParts;

/** Searches for fractions without a constant, from a random start. */
final class EvolveBlind implements Benchmark<EvolveBlind.Data> {
  private static final int ASKED = 2;

  /** None of these was looked at while the search was made; the self-check takes another. */
  private static final int FIRST_SEED = 11;

  private static final int LAST_SEED = 13;
  private static final Duration MOST = Duration.ofMinutes(10);
  private static final Duration QUICK = Duration.ofSeconds(90);

  /**
   * What the searches found.
   *
   * @param asked classes that each must find
   * @param bySeed in the order in which they were seen
   */
  record Data(int asked, Duration most, Map<Integer, List<BlindFound>> bySeed) {}

  @Override
  public String name() {
    return "evolve-blind";
  }

  @Override
  public String question() {
    return "10 minutes, no constant, random start, seeds 11 to 13: at least two classes with asymptotic"
        + " delta > -0.2, proved to have no equivalent of degrees (1, 2), the limits identified and"
        + " verified to 1,000 digits; a search ends when it has them";
  }

  @Override
  public Data measure(Log log) {
    Map<Integer, List<BlindFound>> bySeed = new TreeMap<>();
    for (int seed = FIRST_SEED; seed <= LAST_SEED; seed++) {
      bySeed.put(seed, new BlindSearch(SearchParts.ALL, ASKED, MOST).run(log, seed).found());
    }
    return new Data(ASKED, MOST, bySeed);
  }

  @Override
  public Data quick(Log log) {
    BlindSearch search = new BlindSearch(SearchParts.ALL, 1, QUICK);
    return new Data(1, QUICK, Map.of(1, search.run(log, 1).found()));
  }

  @Override
  public Data plant(Data data) {
    Map<Integer, List<BlindFound>> planted = new TreeMap<>(data.bySeed());
    planted.replaceAll(
        (_, all) ->
            all.stream()
                .map(
                    f ->
                        new BlindFound(
                            f.fraction(), f.seconds(), f.delta(), 2, f.value(), f.relations()))
                .toList());
    return new Data(data.asked(), data.most(), planted);
  }

  @Override
  public String defect() {
    return "all spreads are 2, so that nothing excludes an equivalent of degrees (1, 2)";
  }

  @Override
  public List<Row> judge(Data data) {
    List<Row> rows = new ArrayList<>();
    data.bySeed()
        .forEach(
            (seed, found) -> {
              List<BlindFound> classes = BlindFound.classes(found);
              double seconds = classes.isEmpty() ? 0 : classes.getLast().seconds();
              rows.add(
                  new Row(
                      "seed %d".formatted(seed),
                      "≥ %d classes in %d s".formatted(data.asked(), data.most().toSeconds()),
                      String.format(
                          Locale.ROOT,
                          "%d, the last after %.0f s; %d fractions in all",
                          classes.size(),
                          seconds,
                          found.size()),
                      classes.size() >= data.asked()));
              classes.forEach(c -> rows.add(row(seed, c)));
            });
    return rows;
  }

  private static Row row(int seed, BlindFound f) {
    return new Row(
        "seed %d, %s".formatted(seed, f.fraction()),
        "delta > -0.2, spread > 2",
        f.toString(),
        f.counts());
  }
}
