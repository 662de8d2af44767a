package org.formulary.app.command;

import java.math.BigDecimal;
import org.formulary.app.Environment;
import org.formulary.app.Interruption;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;
import org.formulary.truth.reference.RealFunction;
import org.formulary.truth.reference.UndefinedValueException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code formulary constant show}. */
@Command(
    name = "show",
    description = {
      "Print the digits of a constant or a formula without x, rounded;",
      "two computations of different precision agree on them."
    })
public final class ConstantShowCommand implements Runnable {
  private final Environment environment;

  @Parameters(
      paramLabel = "CONSTANT",
      description =
          "a name that 'formulary constant list' shows, or a formula such as zeta(3)/pi^3")
  private String constant;

  @Option(
      names = "--digits",
      paramLabel = "N",
      defaultValue = "50",
      description =
          "significant digits, 1 to " + RealFunction.MOST_DIGITS + " (default: ${DEFAULT-VALUE})")
  private int digits;

  public ConstantShowCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void run() {
    if (digits < 1 || digits > RealFunction.MOST_DIGITS) {
      throw new InvalidSpecException(
          "digits",
          "digits \"%d\" must be from 1 to %d".formatted(digits, RealFunction.MOST_DIGITS));
    }
    Constant chosen = Constants.of("", constant);
    try {
      BigDecimal value = Interruption.await(environment.interrupted(), () -> chosen.digits(digits));
      // Zeros in place of digits that are not known would look like digits.
      environment.out().println(value.scale() < 0 ? value.toString() : value.toPlainString());
    } catch (UndefinedValueException e) {
      throw new InvalidSpecException("", "constant: " + e.getMessage());
    }
  }
}
