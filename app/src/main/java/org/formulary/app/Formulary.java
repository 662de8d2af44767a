package org.formulary.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.formulary.app.command.ConstantCommand;
import org.formulary.app.command.ConstantIdentifyCommand;
import org.formulary.app.command.ConstantListCommand;
import org.formulary.app.command.ConstantShowCommand;
import org.formulary.app.command.DomainSearchCommand;
import org.formulary.app.command.ExplorationCommand;
import org.formulary.app.command.ExploreCommand;
import org.formulary.app.command.ExportCommand;
import org.formulary.app.command.Help;
import org.formulary.app.command.ListCommand;
import org.formulary.app.command.RelateCommand;
import org.formulary.app.command.SearchCommand;
import org.formulary.app.command.ShowCommand;
import org.formulary.app.command.SimplifyCommand;
import org.formulary.app.command.TargetsCommand;
import org.formulary.app.command.VerifyCommand;
import org.formulary.app.command.VersionCommand;
import org.formulary.search.domain.Domain;
import org.formulary.search.survey.Exploration;
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
  private static final List<String> EXAMPLES =
      List.of(
          "list --status result --max operations=6",
          "list --campaigns",
          "list --order operations --csv > front.csv",
          "show 3fa1",
          "show 3fa1 --db other.db",
          "relate 3fa1",
          "relate 3fa1 8c2d",
          "export 3fa1 --format c --output exp2.c",
          "export 3fa1 --format latex",
          "verify 3fa1",
          "verify --program \"1 + x*(0.65 + 0.35*x)\" --target exp2",
          "simplify --program \"(x*3 + 1)/(x*2 + 5)\" --real",
          "targets",
          "targets | grep bessel",
          "constant list",
          "constant show \"zeta(3)/pi^3\" --digits 1000",
          "constant identify 0.915965594177219015",
          "constant identify 0.582240526465012505902656 --constants \"pi^2,log(2)^2\"",
          "version");

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
          "which command? allowed: search, explore, list, show, relate, export, verify, simplify,"
              + " targets, constant, version; see 'formulary --help'");
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
    CommandLine search = search(environment);
    CommandLine explore = explore(environment);
    CommandLine verify = new CommandLine(new VerifyCommand(environment));
    VerifyCommand.addOptions(verify.getCommandSpec(), environment);
    CommandLine all =
        new CommandLine(root)
            .addSubcommand(search)
            .addSubcommand(explore)
            .addSubcommand(new ListCommand(environment))
            .addSubcommand(new ShowCommand(environment))
            .addSubcommand(new RelateCommand(environment))
            .addSubcommand(new ExportCommand(environment))
            .addSubcommand(verify)
            .addSubcommand(new SimplifyCommand(environment))
            .addSubcommand(new TargetsCommand(environment))
            .addSubcommand(constant(environment))
            .addSubcommand(new VersionCommand(environment));
    all.getSubcommands().values().stream()
        .filter(command -> command != search && command != explore)
        .forEach(command -> addExamples(command, command.getCommandName()));
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

  private static CommandLine search(Environment environment) {
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
    return search;
  }

  private static CommandLine explore(Environment environment) {
    CommandLine explore = new CommandLine(new ExploreCommand(environment));
    for (Exploration e : environment.explorations()) {
      explore.addSubcommand(e.name(), ExplorationCommand.spec(environment, e));
    }
    explore
        .getCommandSpec()
        .usageMessage()
        .footer(
            Help.footer(
                environment.explorations().stream()
                    .flatMap(e -> e.examples().stream().map(x -> "explore " + e.name() + " " + x))
                    .toList()));
    return explore;
  }

  /** Those that begin with the words of the command. */
  private static void addExamples(CommandLine command, String words) {
    List<String> examples =
        EXAMPLES.stream().filter(e -> (e + " ").startsWith(words + " ")).toList();
    command.getCommandSpec().usageMessage().footer(Help.footer(examples));
    command
        .getSubcommands()
        .forEach((name, subcommand) -> addExamples(subcommand, words + " " + name));
  }

  private static CommandLine constant(Environment environment) {
    return new CommandLine(new ConstantCommand())
        .addSubcommand(new ConstantListCommand(environment))
        .addSubcommand(new ConstantShowCommand(environment))
        .addSubcommand(new ConstantIdentifyCommand(environment));
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
