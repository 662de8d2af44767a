package org.formulary.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.formulary.app.Environment;
import org.formulary.app.ExitCode;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.truth.CommaSeparated;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;
import org.formulary.truth.reference.UndefinedValueException;
import org.formulary.truth.relation.Identification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code formulary constant identify}. */
@Command(
    name = "identify",
    description = {
      "Find formulas for a number from its digits: rational, algebraic, or by relations",
      "with constants. What is found is a conjecture: so many digits agree that it is no",
      "accident. Exit code 1 where nothing is found."
    })
public final class ConstantIdentifyCommand implements Callable<Integer> {
  /** Digits of a value given by a formula. */
  private static final int DIGITS = 100;

  private final Environment environment;

  @Parameters(
      paramLabel = "VALUE",
      description =
          "the digits, at least 18 of them, the last may be off by one; or a formula, taken to 100"
              + " digits")
  private String value;

  @Option(
      names = "--constants",
      paramLabel = "LIST",
      description =
          "constants to try, also all at once: names or formulas, comma-separated (default: those"
              + " that 'formulary constant list' shows, one by one and two by two)")
  private String constants;

  @Option(names = "--json", description = "print the result as JSON")
  private boolean json;

  public ConstantIdentifyCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Enclosure given = given();
    Identification.Result result = identification().identify(given, environment.interrupted());
    if (environment.interrupted().getAsBoolean()) {
      throw new CancellationException("identify");
    }
    IdentificationReport report = new IdentificationReport(value, given, result);
    if (json) {
      environment.out().println(report.json());
    } else {
      report.lines().forEach(environment.out()::println);
    }
    return result.found().isEmpty() ? ExitCode.NOT_VERIFIED : ExitCode.OK;
  }

  private Enclosure given() {
    if (value.strip().matches("[-+]?[0-9]*\\.?[0-9]*")) {
      return Enclosure.ofDigits(value);
    }
    try {
      return Constants.of("", value)
          .enclosure((int) Math.ceil(DIGITS * Math.log(10) / Math.log(2)));
    } catch (UndefinedValueException e) {
      throw new InvalidSpecException("", "value: " + e.getMessage());
    }
  }

  private Identification identification() {
    if (constants == null) {
      return Identification.among(Constants.all());
    }
    List<Constant> chosen =
        CommaSeparated.parts(constants).stream()
            .map(c -> Constants.of("constants", c.strip()))
            .toList();
    return Identification.with(chosen);
  }
}
