package org.formulary.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.formulary.app.Environment;
import org.formulary.app.ExitCode;
import org.formulary.app.Interruption;
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

  private static final int LARGEST_MAGNITUDE = 1000;

  private final Environment environment;

  @Parameters(
      paramLabel = "VALUE",
      description =
          "the digits, at least 19 of them, the last may be off by one; or a formula, taken to 100"
              + " digits; write -- before one that begins with a minus")
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
    Identification identification = identification();
    Identification.Result result =
        Interruption.await(
            environment.interrupted(),
            () -> identification.identify(given, environment.interrupted()));
    IdentificationReport report = new IdentificationReport(value, given, result);
    if (json) {
      environment.out().println(report.json());
    } else {
      report.lines().forEach(environment.out()::println);
    }
    return result.found().isEmpty() ? ExitCode.NOT_VERIFIED : ExitCode.OK;
  }

  private Enclosure given() {
    if (value.strip().matches("[-+]?[0-9]*\\.?[0-9]*([eE][-+]?[0-9]{1,5})?")) {
      return Enclosure.ofDigits(value);
    }
    Constant formula = Constants.of("", value);
    return evaluated("", formula, () -> formula.leading(Enclosure.bitsOf(DIGITS)));
  }

  /** Where the options are wrong they should be named before the search. */
  private <T> T evaluated(String key, Constant constant, Supplier<T> work) {
    try {
      if (Math.abs(constant.magnitude()) > LARGEST_MAGNITUDE) {
        throw new InvalidSpecException(
            key, "constant \"%s\" is beyond 10^±%d".formatted(constant.name(), LARGEST_MAGNITUDE));
      }
      return Interruption.await(environment.interrupted(), work);
    } catch (UndefinedValueException e) {
      throw new InvalidSpecException(key, "constant " + e.getMessage());
    }
  }

  private Identification identification() {
    if (constants == null) {
      return Identification.among(Constants.all());
    }
    List<Constant> chosen = new ArrayList<>();
    for (String name : CommaSeparated.parts(constants)) {
      Constant c = Constants.of("constants", name);
      if (evaluated("constants", c, () -> c.digits(1).signum() == 0)) {
        throw new InvalidSpecException("constants", "constant \"%s\" is 0".formatted(c.name()));
      }
      chosen.add(c);
    }
    return Identification.with(chosen);
  }
}
