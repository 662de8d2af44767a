package org.formulary.app.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.formulary.app.Environment;
import org.formulary.app.ExitCode;
import org.formulary.app.Failure;
import org.formulary.app.search.EngineOptions;
import org.formulary.app.search.Given;
import org.formulary.app.search.SearchSettings;
import org.formulary.app.text.Findings;
import org.formulary.app.text.Numbers;
import org.formulary.app.text.ProgressLine;
import org.formulary.results.store.Archive;
import org.formulary.results.store.StoredEntry;
import org.formulary.search.domain.Domain;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.SpecSchema;
import org.formulary.search.domain.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code formulary verify}: an entry of an archive, or the user's own program. */
@Command(
    name = "verify",
    description = {
      "Verify an entry again and append the certificate to it,",
      "or verify a program of your own, which is archived nowhere."
    })
public final class VerifyCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private ArchiveOption archive;
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "ID", description = "the first digits of an entry's id")
  private String id;

  @Option(names = "--program", paramLabel = "PROGRAM", description = "a program to verify instead")
  private String program;

  @Option(
      names = "--domain",
      paramLabel = "KIND",
      description = "the kind of search --program belongs to; not needed where the options tell")
  private String domain;

  public VerifyCommand(Environment environment) {
    this.environment = environment;
  }

  /** Adds the options of all domains, for {@code --program}. */
  public static void addOptions(CommandSpec spec, Environment environment) {
    for (Domain domain : environment.domains()) {
      EngineOptions.addTo(spec, "What --program is for (" + domain.name() + "):", domain.schema());
    }
  }

  @Override
  public Integer call() {
    if ((id == null) == (program == null)) {
      throw Failure.badInput("verify what? allowed: an entry's ID, or --program PROGRAM");
    }
    if (id == null) {
      return own();
    }
    requireNoProblem();
    return archived();
  }

  /** An entry has its problem on record, so that another one would be ignored. */
  private void requireNoProblem() {
    Given given = Given.of(spec.commandLine().getParseResult());
    Stream.concat(Stream.of("domain"), keys())
        .filter(given::has)
        .findFirst()
        .ifPresent(
            name -> {
              throw Failure.badInput(
                  "option --%s: allowed with --program only; an ID stands for its recorded problem"
                      .formatted(name));
            });
  }

  private int archived() {
    try (Archive open = Archive.openExisting(archive.file)) {
      StoredEntry stored = open.entry(id);
      Problems.requireIntact(stored.entry());
      Problem<?> problem = Problems.of(environment, open, stored);
      Verification now = verify(problem, stored.entry().notation());
      open.attest(stored.entry().id(), now);
      Objective objective = stored.objectives().getFirst();
      environment.out().println("entry   " + stored.entry().id());
      environment
          .out()
          .println(
              "before  "
                  + stored
                      .certificate()
                      .map(a -> Findings.sentence(a.verification(), objective))
                      .orElse("not verified"));
      environment.out().println("now     " + Findings.sentence(now, objective));
      return details(now);
    }
  }

  private int own() {
    Given given = Given.of(spec.commandLine().getParseResult());
    Domain chosen = chosen(given);
    ProgressLine line = Problems.line(environment);
    Problem<?> problem;
    try {
      problem =
          chosen.problem(
              SearchSettings.problem(chosen, given), Problems.progress(environment, line));
    } finally {
      line.clear();
    }
    Verification now = verify(problem, program);
    environment.out().println("problem " + problem.id().text());
    environment.out().println("now     " + Findings.sentence(now, problem.objectives().getFirst()));
    return details(now);
  }

  /** The domain that was named, or the only one that has all the options given. */
  private Domain chosen(Given given) {
    if (domain != null) {
      return environment.domain(domain);
    }
    List<String> options = keys().filter(given::has).distinct().toList();
    List<Domain> fitting =
        environment.domains().stream()
            .filter(d -> options.stream().allMatch(o -> d.schema().key(o).isPresent()))
            .toList();
    if (fitting.size() != 1) {
      throw Failure.badInput(
          "option --domain is missing, allowed are %s: %s of them has the options given"
              .formatted(
                  String.join(", ", environment.domains().stream().map(Domain::name).toList()),
                  fitting.isEmpty() ? "none" : "more than one"));
    }
    return fitting.getFirst();
  }

  private Stream<String> keys() {
    return environment.domains().stream()
        .flatMap(d -> d.schema().keys().stream())
        .map(SpecSchema.Key::name);
  }

  private <P> Verification verify(Problem<P> problem, String notation) {
    ProgressLine line = Problems.line(environment);
    try {
      Verification v =
          problem.verify(problem.notation().parse(notation), Problems.progress(environment, line));
      if (!v.confirms() && environment.interrupted().getAsBoolean()) {
        throw new CancellationException("verify"); // cut short, so it says nothing
      }
      return v;
    } finally {
      line.clear();
    }
  }

  private int details(Verification v) {
    environment.out().println("method  " + v.method());
    Optional.of(v.claim())
        .filter(c -> !c.isEmpty())
        .ifPresent(c -> environment.out().println("claim   " + c));
    v.facts()
        .forEach(
            (name, value) ->
                environment.out().println("        " + Numbers.words(name) + ": " + value));
    return v.confirms() ? ExitCode.OK : ExitCode.NOT_VERIFIED;
  }
}
