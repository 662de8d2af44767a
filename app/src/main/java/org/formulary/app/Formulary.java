package org.formulary.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.formulary.app.command.DomainSearchCommand;
import org.formulary.app.command.ExportCommand;
import org.formulary.app.command.Help;
import org.formulary.app.command.ListCommand;
import org.formulary.app.command.SearchCommand;
import org.formulary.app.command.ShowCommand;
import org.formulary.app.command.SimplifyCommand;
import org.formulary.app.command.TargetsCommand;
import org.formulary.app.command.VerifyCommand;
import org.formulary.app.command.VersionCommand;
import org.formulary.search.domain.Domain;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses a command line and runs it. */
public final class Formulary {
  private static final Map<String, List<String>> EXAMPLES =
      Map.of(
          "list",
          List.of(
              "list --status result --max operations=6",
              "list --campaigns",
              "list --order operations --csv > front.csv"),
          "show",
          List.of("show 3fa1", "show 3fa1 --db other.db"),
          "export",
          List.of("export 3fa1 --format c --output exp2.c", "export 3fa1 --format latex"),
          "verify",
          List.of("verify 3fa1", "verify --program \"1 + x*(0.65 + 0.35*x)\" --target exp2"),
          "simplify",
          List.of("simplify --program \"(x*3 + 1)/(x*2 + 5)\" --real"),
          "targets",
          List.of("targets", "targets | grep bessel"),
          "version",
          List.of("version"));

  /** Options of every command. */
  @Command(
      name = "formulary",
      description = "Searches for programs, proves what it can about them, and keeps them.",
      synopsisSubcommandLabel = "COMMAND")
  private static final class Root implements Runnable {
    private final AtomicBoolean debug = new AtomicBoolean();

    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        scope = ScopeType.INHERIT,
        description = "show this help")
    private boolean help;

    @Option(
        names = "--debug",
        scope = ScopeType.INHERIT,
        description = "log more, and show stack traces of errors")
    void debug(boolean on) {
      debug.set(on);
      if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
        root.setLevel(on ? Level.DEBUG : Level.WARN);
      }
    }

    @Override
    public void run() {
      throw Failure.badInput(
          "which command? allowed: search, list, show, export, verify, simplify, targets, version; see"
              + " 'formulary --help'");
    }
  }

  private Formulary() {}

  /** Runs one command; the exit code. */
  public static int run(Environment environment, String... arguments) {
    Root root = new Root();
    try {
      return commandLine(root, environment).execute(arguments);
    } catch (Throwable e) { // picocli handles exceptions, but no errors
      return Failures.report(e, root.debug.get(), environment.err());
    } finally {
      environment.out().flush();
      environment.err().flush();
    }
  }

  private static CommandLine commandLine(Root root, Environment environment) {
    CommandLine search = new CommandLine(new SearchCommand(environment));
    for (Domain domain : environment.domains()) {
      search.addSubcommand(domain.name(), DomainSearchCommand.spec(environment, domain));
    }
    search
        .getCommandSpec()
        .usageMessage()
        .footer(
            Help.footer(
                environment.domains().stream()
                    .flatMap(d -> d.examples().stream().map(e -> "search " + d.name() + " " + e))
                    .toList()));
    CommandLine verify = new CommandLine(new VerifyCommand(environment));
    VerifyCommand.addOptions(verify.getCommandSpec(), environment);
    CommandLine all =
        new CommandLine(root)
            .addSubcommand(search)
            .addSubcommand(new ListCommand(environment))
            .addSubcommand(new ShowCommand(environment))
            .addSubcommand(new ExportCommand(environment))
            .addSubcommand(verify)
            .addSubcommand(new SimplifyCommand(environment))
            .addSubcommand(new TargetsCommand(environment))
            .addSubcommand(new VersionCommand(environment));
    EXAMPLES.forEach(
        (name, examples) ->
            all.getSubcommands()
                .get(name)
                .getCommandSpec()
                .usageMessage()
                .footer(Help.footer(examples)));
    all.getCommandSpec()
        .usageMessage()
        .footer(Help.footer(List.of("search --help", "list", "verify --help")));
    return all.setOut(environment.out())
        .setErr(environment.err())
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(environment.terminal().out() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(Math.clamp(environment.terminal().columns(), 60, 110))
        .setExpandAtFiles(false)
        .setParameterExceptionHandler((e, _) -> wrong(e, root, environment))
        .setExecutionExceptionHandler(
            (e, _, _) -> Failures.report(e, root.debug.get(), environment.err()));
  }

  private static int wrong(ParameterException e, Root root, Environment environment) {
    String message =
        e instanceof UnmatchedArgumentException unmatched ? unknown(unmatched) : e.getMessage();
    String command = e.getCommandLine().getCommandSpec().qualifiedName(" ");
    return Failures.report(
        Failure.badInput(message.replaceAll("\\s*\\R\\s*", " ") + "; see '" + command + " --help'"),
        root.debug.get(),
        environment.err());
  }

  /** Picocli's own suggestions leave out options in groups. */
  private static String unknown(UnmatchedArgumentException e) {
    String typed = e.getUnmatched().getFirst();
    CommandLine command = e.getCommandLine();
    boolean option = typed.startsWith("-");
    String name = option ? typed.replaceFirst("=.*", "") : typed;
    List<String> similar =
        Similar.to(
            name,
            option
                ? command.getCommandSpec().optionsMap().keySet()
                : command.getSubcommands().keySet());
    return "%s \"%s\"%s"
        .formatted(
            option ? "unknown option" : "unexpected argument",
            name,
            similar.isEmpty() ? "" : ", similar: " + String.join(", ", similar));
  }
}
