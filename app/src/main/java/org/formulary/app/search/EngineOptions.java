package org.formulary.app.search;

import java.util.List;
import org.formulary.search.domain.SpecSchema;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of {@code search} that every domain has, and those made from a schema. */
public final class EngineOptions {
  static final String TIME = "time";
  static final String EVALUATIONS = "evaluations";
  static final String SEED = "seed";
  static final String THREADS = "threads";
  static final String ISLANDS = "islands";
  static final String DB = "db";
  static final String SEED_FROM = "seed-from";
  static final String RESUME = "resume";
  static final String CAMPAIGN = "campaign";
  static final String JSON = "json";

  static final String DEFAULT_TIME = "60s";
  static final String DEFAULT_SEED = "1";
  static final String DEFAULT_ISLANDS = "4";

  /** The archive where none is named. */
  public static final String DEFAULT_DB = "formulary.db";

  private EngineOptions() {}

  /** Adds them to the command. */
  public static void addTo(CommandSpec spec) {
    ArgGroupSpec.Builder group =
        ArgGroupSpec.builder().heading("%nOptions of every search:%n").order(2).validate(false);
    group.addArg(
        text(
            TIME,
            "TIME",
            "search time, such as 90s, 2m, 1h (default: "
                + DEFAULT_TIME
                + ")"
                + "; start-up and final proofs are extra"));
    group.addArg(
        text(
            EVALUATIONS,
            "N",
            "evaluations on each island instead of a time: the same options give"
                + " the same archive on any machine"));
    group.addArg(text(SEED, "N", "64-bit seed of the campaign (default: " + DEFAULT_SEED + ")"));
    group.addArg(
        text(
            ISLANDS,
            "N",
            "populations that evolve apart, 1 to 1000 (default: "
                + DEFAULT_ISLANDS
                + "); part of what is searched, whatever the number of threads"));
    group.addArg(text(THREADS, "N", "threads (default: all cores); does not change what is found"));
    group.addArg(
        text(SEED_FROM, "PROGRAM", "start from this program too; may be repeated; recorded")
            .toBuilder()
            .type(List.class)
            .auxiliaryTypes(String.class)
            .build());
    group.addArg(text(DB, "FILE", "archive, created where missing (default: " + DEFAULT_DB + ")"));
    group.addArg(
        text(
                RESUME,
                "ID",
                "go on with an interrupted campaign: the one whose id starts so, or"
                    + " without ID the last one with these options")
            .toBuilder()
            .arity("0..1")
            .fallbackValue("")
            .build());
    group.addArg(
        text(
            CAMPAIGN,
            "FILE",
            "read options from a YAML file, names as here without hyphens in"
                + " front; options on the command line win"));
    group.addArg(
        OptionSpec.builder("--" + JSON)
            .type(boolean.class)
            .description("print the front as JSON on standard output")
            .build());
    spec.addArgGroup(group.build());
  }

  /** Adds those options of a domain that are not there yet, under a heading of their own. */
  public static void addTo(CommandSpec spec, String heading, SpecSchema schema) {
    ArgGroupSpec.Builder group =
        ArgGroupSpec.builder().heading("%n" + heading + "%n").order(1).validate(false);
    for (SpecSchema.Key key : schema.keys()) {
      String defaultValue = key.defaultValue().map(v -> " (default: " + v + ")").orElse("");
      if (!spec.optionsMap().containsKey("--" + key.name())) {
        group.addArg(text(key.name(), key.placeholder(), key.help() + defaultValue));
      }
    }
    spec.addArgGroup(group.build());
  }

  private static OptionSpec text(String name, String placeholder, String help) {
    return OptionSpec.builder("--" + name)
        .paramLabel(placeholder)
        .type(String.class)
        .description(help.replace("%", "%%").replace("@|", "@ |").replace("${", "$ {"))
        .build();
  }
}
