package org.formulary.app.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.formulary.app.Environment;
import org.formulary.app.Failure;
import org.formulary.app.explore.SurveyRun;
import org.formulary.app.search.EngineOptions;
import org.formulary.app.search.Given;
import org.formulary.app.search.WholeNumbers;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.domain.SpecSchema;
import org.formulary.search.survey.Exploration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code formulary explore <kind>}: its options come from the schema of the exploration. */
public final class ExplorationCommand implements Callable<Integer> {
  private static final String OUT = "out";
  private static final String THREADS = "threads";
  private static final String CSV = "csv";
  private static final String JSON = "json";
  private static final int MOST_THREADS = 1024;

  private final Environment environment;
  private final Exploration exploration;
  private CommandSpec spec;

  private ExplorationCommand(Environment environment, Exploration exploration) {
    this.environment = environment;
    this.exploration = exploration;
  }

  /** The command with its options. */
  public static CommandSpec spec(Environment environment, Exploration exploration) {
    ExplorationCommand command = new ExplorationCommand(environment, exploration);
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(exploration.name());
    command.spec = spec;
    EngineOptions.addTo(spec, "What to explore:", exploration.schema());
    spec.addOption(
        text(OUT, "DIR", "folder for measurements and report; what is there is not done again"));
    spec.addOption(
        text(THREADS, "N", "threads (default: all cores); does not change what is found"));
    spec.addOption(text(CSV, "FILE", "write all measurements to this file as CSV, too"));
    spec.addOption(
        OptionSpec.builder("--" + JSON)
            .type(boolean.class)
            .description("print the tables of the report as JSON on standard output")
            .build());
    spec.usageMessage()
        .description(exploration.description().replace("%", "%%"))
        .footer(
            Help.footer(
                exploration.examples().stream()
                    .map(e -> "explore " + exploration.name() + " " + e)
                    .toList()));
    return spec;
  }

  private static OptionSpec text(String name, String placeholder, String help) {
    return OptionSpec.builder("--" + name)
        .paramLabel(placeholder)
        .type(String.class)
        .description(help)
        .build();
  }

  @Override
  public Integer call() {
    Given given = Given.of(spec.commandLine().getParseResult());
    Map<String, String> options = new HashMap<>();
    for (SpecSchema.Key key : exploration.schema().keys()) {
      given.one(key.name()).or(key::defaultValue).ifPresent(v -> options.put(key.name(), v));
    }
    String out =
        given
            .one(OUT)
            .filter(o -> !o.isBlank())
            .orElseThrow(
                () -> Failure.badInput("option --out is missing: a folder, such as --out box5"));
    int threads =
        given
            .one(THREADS)
            .map(t -> (int) WholeNumbers.parse(THREADS, t, 1, MOST_THREADS))
            .orElse(environment.processors());
    Optional<Path> csv = given.one(CSV).map(Path::of);
    return new SurveyRun(
            environment,
            exploration.survey(ProblemSpec.of(exploration.name(), options)),
            new SurveyRun.Settings(Path.of(out), threads, csv, given.on(JSON)))
        .run();
  }
}
