package org.formulary.app.command;

import org.formulary.app.Failure;
import picocli.CommandLine.Command;

/** {@code formulary constant}. */
@Command(
    name = "constant",
    description = "List constants, print their digits, or find formulas for a number.",
    synopsisSubcommandLabel = "COMMAND")
public final class ConstantCommand implements Runnable {
  @Override
  public void run() {
    throw Failure.badInput(
        "constant what? allowed: list, show, identify; see 'formulary constant --help'");
  }
}
