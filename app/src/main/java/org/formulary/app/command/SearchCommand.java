package org.formulary.app.command;

import org.formulary.app.Environment;
import org.formulary.app.Failure;
import picocli.CommandLine.Command;

/** {@code formulary search}: one subcommand for each domain. */
@Command(
    name = "search",
    description = "Search for programs; each kind of search is a subcommand.",
    synopsisSubcommandLabel = "KIND")
public final class SearchCommand implements Runnable {
  private final Environment environment;

  public SearchCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void run() {
    throw Failure.badInput(
        "search what? allowed: "
            + String.join(", ", environment.domains().stream().map(d -> d.name()).toList())
            + "; see 'formulary search --help'");
  }
}
