package org.formulary.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.formulary.app.Environment;
import org.formulary.app.search.EngineOptions;
import org.formulary.app.search.Given;
import org.formulary.app.search.PiecesRun;
import org.formulary.app.search.SearchRun;
import org.formulary.app.search.SearchSettings;
import org.formulary.search.domain.Domain;
import picocli.CommandLine.Model.CommandSpec;

/** {@code formulary search <domain>}: its options come from the domain's schema. */
public final class DomainSearchCommand implements Callable<Integer> {
  private final Environment environment;
  private final Domain domain;
  private CommandSpec spec;

  private DomainSearchCommand(Environment environment, Domain domain) {
    this.environment = environment;
    this.domain = domain;
  }

  /** The command with its options. */
  public static CommandSpec spec(Environment environment, Domain domain) {
    DomainSearchCommand command = new DomainSearchCommand(environment, domain);
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(domain.name());
    command.spec = spec;
    EngineOptions.addTo(spec, "What to search:", domain.schema());
    EngineOptions.addTo(spec);
    spec.usageMessage()
        .description(domain.description().replace("%", "%%"))
        .footer(Help.footer(examples(domain)));
    return spec;
  }

  private static List<String> examples(Domain domain) {
    String search = "search " + domain.name();
    return Stream.concat(
            domain.examples().stream().map(e -> search + " " + e),
            Stream.of(search + " --resume", search + " --campaign campaign.yaml --time 1h --json"))
        .toList();
  }

  @Override
  public Integer call() {
    Given given = Given.of(spec.commandLine().getParseResult());
    SearchSettings settings = SearchSettings.of(domain, given, environment.processors());
    return settings.resume().isPresent()
        ? new SearchRun(environment, domain, settings).run()
        : new PiecesRun(environment, domain, settings).run();
  }
}
