package org.formulary.app.command;

import java.util.List;
import java.util.Locale;
import org.formulary.app.Environment;
import org.formulary.app.text.Numbers;
import org.formulary.app.text.Table;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.truth.ClassicalFront;
import org.formulary.truth.Target;
import org.formulary.truth.Targets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code formulary targets}. */
@Command(name = "targets", description = "List the functions that --target knows by name.")
public final class TargetsCommand implements Runnable {
  private final Environment environment;

  @Option(
      names = "--classical",
      paramLabel = "NAME",
      description = "The best classical forms of a target on its default interval instead.")
  private String classical;

  public TargetsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void run() {
    Table table = classical == null ? targets() : forms();
    table.lines(environment.terminal().columns()).forEach(environment.out()::println);
  }

  private Table forms() {
    Table table = new Table(List.of(">operations", ">max error", "form", "program"));
    List<ClassicalFront.Line> lines =
        ClassicalFront.all().stream().filter(line -> line.target().equals(classical)).toList();
    if (lines.isEmpty()) {
      throw new InvalidSpecException(
          "classical",
          "classical \"%s\" is unknown, allowed are the names that 'formulary targets' lists"
              .formatted(classical));
    }
    lines.forEach(
        line ->
            table.row(
                List.of(
                    Integer.toString(line.operations()),
                    Numbers.of(line.error()),
                    line.form(),
                    line.program())));
    return table;
  }

  private static Table targets() {
    Table table = new Table(List.of("target", "function", "interval", "error", "description"));
    for (Target t : Targets.all()) {
      table.row(
          List.of(
              t.name(),
              t.formula(),
              t.interval().toString(),
              t.errorKind().name().toLowerCase(Locale.ROOT),
              t.description()));
    }
    return table;
  }
}
