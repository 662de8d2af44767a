package org.formulary.app.command;

import java.util.List;
import org.formulary.app.Environment;
import org.formulary.app.text.Table;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;
import picocli.CommandLine.Command;

/** {@code formulary constant list}. */
@Command(name = "list", description = "List the constants that have names.")
public final class ConstantListCommand implements Runnable {
  private static final int DIGITS = 12;

  private final Environment environment;

  public ConstantListCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void run() {
    Table table = new Table(List.of("constant", "value", "formula", "description"));
    for (Constant c : Constants.all()) {
      table.row(List.of(c.name(), c.digits(DIGITS).toString(), c.formula(), c.description()));
    }
    table.lines(environment.terminal().columns()).forEach(environment.out()::println);
  }
}
