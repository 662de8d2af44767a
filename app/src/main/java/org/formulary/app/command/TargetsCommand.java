package org.formulary.app.command;

import java.util.List;
import java.util.Locale;
import org.formulary.app.Environment;
import org.formulary.app.text.Table;
import org.formulary.truth.Target;
import org.formulary.truth.Targets;
import picocli.CommandLine.Command;

/** {@code formulary targets}. */
@Command(name = "targets", description = "List the functions that --target knows by name.")
public final class TargetsCommand implements Runnable {
  private final Environment environment;

  public TargetsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void run() {
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
    table.lines(environment.terminal().columns()).forEach(environment.out()::println);
  }
}
