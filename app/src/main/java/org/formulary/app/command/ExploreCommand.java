package org.formulary.app.command;

import java.util.stream.Collectors;
import org.formulary.app.Environment;
import org.formulary.app.Failure;
import org.formulary.search.survey.Exploration;
import picocli.CommandLine.Command;

/** {@code formulary explore}, which needs to know what. */
@Command(
    name = "explore",
    description = "Measure all objects of a kind, cluster them, and say what the clusters are.",
    synopsisSubcommandLabel = "KIND")
public final class ExploreCommand implements Runnable {
  private final Environment environment;

  public ExploreCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void run() {
    throw Failure.badInput(
        "explore what? allowed: %s; see 'formulary explore --help'"
            .formatted(
                environment.explorations().stream()
                    .map(Exploration::name)
                    .collect(Collectors.joining(", "))));
  }
}
