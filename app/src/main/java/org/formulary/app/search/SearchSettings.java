package org.formulary.app.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.formulary.search.campaign.Budget;
import org.formulary.search.campaign.CampaignSpec;
import org.formulary.search.domain.Domain;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.domain.SpecSchema;

/**
 * What to search and how, read from options.
 *
 * @param spec of a new campaign with these options
 * @param resume the first digits of the id to go on with; empty text for the last such campaign
 * @param given the options themselves
 */
public record SearchSettings(
    CampaignSpec spec, int threads, Path db, Optional<String> resume, boolean json, Given given) {
  private static final int MAX_ISLANDS = 1000;
  private static final int MAX_THREADS = 1024;

  /** Reads them, with those of a campaign file if one is named. */
  public static SearchSettings of(Domain domain, Given commandLine, int processors) {
    Given given =
        commandLine
            .one(EngineOptions.CAMPAIGN)
            .map(
                f ->
                    commandLine.over(CampaignFile.read(Path.of(f), domain.name(), domain.schema())))
            .orElse(commandLine);
    return new SearchSettings(
        new CampaignSpec(
            problem(domain, given),
            seed(given),
            islands(given),
            Budgets.of(given).orElseGet(() -> Budgets.time(EngineOptions.DEFAULT_TIME)),
            given.all(EngineOptions.SEED_FROM)),
        (int)
            given
                .one(EngineOptions.THREADS)
                .map(n -> WholeNumbers.parse(EngineOptions.THREADS, n, 1, MAX_THREADS))
                .orElse((long) processors)
                .longValue(),
        Path.of(given.one(EngineOptions.DB).orElse(EngineOptions.DEFAULT_DB)),
        given.one(EngineOptions.RESUME),
        given.on(EngineOptions.JSON),
        given);
  }

  /** The domain's own options among those given. */
  public static ProblemSpec problem(Domain domain, Given given) {
    TreeMap<String, String> options = new TreeMap<>();
    for (SpecSchema.Key key : domain.schema().keys()) {
      given.one(key.name()).ifPresent(v -> options.put(key.name(), v));
    }
    return new ProblemSpec(domain.name(), options);
  }

  /** The same for one part of so many: a time is divided, evaluations are not. */
  SearchSettings part(ProblemSpec problem, int parts) {
    Budget budget =
        switch (spec.budget()) {
          case Budget.Time(var time) -> new Budget.Time(time.dividedBy(parts));
          case Budget.Evaluations all -> all;
        };
    return new SearchSettings(
        new CampaignSpec(problem, spec.seed(), spec.islands(), budget, spec.startFrom()),
        threads,
        db,
        resume,
        json,
        given);
  }

  private static long seed(Given given) {
    return WholeNumbers.parse(
        EngineOptions.SEED,
        given.one(EngineOptions.SEED).orElse(EngineOptions.DEFAULT_SEED),
        Long.MIN_VALUE,
        Long.MAX_VALUE);
  }

  private static int islands(Given given) {
    return (int)
        WholeNumbers.parse(
            EngineOptions.ISLANDS,
            given.one(EngineOptions.ISLANDS).orElse(EngineOptions.DEFAULT_ISLANDS),
            1,
            MAX_ISLANDS);
  }

  /** Throws {@link InvalidSpecException} where an option given contradicts a recorded campaign. */
  void requireAgreement(CampaignSpec recorded, SpecSchema schema) {
    spec.problem()
        .options()
        .forEach(
            (key, value) ->
                agree(
                    key,
                    value,
                    recorded
                        .problem()
                        .option(key)
                        .or(() -> schema.key(key).flatMap(SpecSchema.Key::defaultValue))
                        .orElse("its default")));
    if (given.has(EngineOptions.SEED)) {
      agree(EngineOptions.SEED, Long.toString(spec.seed()), Long.toString(recorded.seed()));
    }
    if (given.has(EngineOptions.ISLANDS)) {
      agree(
          EngineOptions.ISLANDS,
          Integer.toString(spec.islands()),
          Integer.toString(recorded.islands()));
    }
    if (Budgets.of(given).isPresent()) {
      String key = given.has(EngineOptions.TIME) ? EngineOptions.TIME : EngineOptions.EVALUATIONS;
      agree(key, Budgets.describe(spec.budget()), Budgets.describe(recorded.budget()));
    }
    if (given.has(EngineOptions.SEED_FROM)) {
      agree(EngineOptions.SEED_FROM, spec.startFrom().toString(), recorded.startFrom().toString());
    }
  }

  private static void agree(String key, String given, String recorded) {
    if (!given.equals(recorded)) {
      throw new InvalidSpecException(
          key,
          "%s \"%s\": the campaign to resume has %s; leave the option out, or start anew without --resume"
              .formatted(key, given, recorded));
    }
  }

  /** The words after the program's name that run a campaign of this specification again. */
  public static List<String> words(CampaignSpec spec, Path db) {
    List<String> words = new ArrayList<>(List.of("search", spec.problem().domain()));
    spec.problem().options().forEach((key, value) -> words.add("--" + key + "=" + value));
    switch (spec.budget()) {
      case Budget.Evaluations(long n) -> words.add("--evaluations=" + n);
      case Budget.Time(var time) -> words.add("--time=" + Budgets.text(time));
    }
    words.add("--seed=" + spec.seed());
    words.add("--islands=" + spec.islands());
    spec.startFrom().forEach(p -> words.add("--seed-from=" + p));
    words.addAll(database(db));
    return words;
  }

  /** The option that names an archive, where it is not the default one. */
  public static List<String> database(Path db) {
    return db.equals(Path.of(EngineOptions.DEFAULT_DB)) ? List.of() : List.of("--db=" + db);
  }
}
