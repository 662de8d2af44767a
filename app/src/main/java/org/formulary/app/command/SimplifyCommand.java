package org.formulary.app.command;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.formulary.app.Environment;
import org.formulary.app.Failure;
import org.formulary.expressions.Op;
import org.formulary.expressions.Program;
import org.formulary.expressions.cost.OperationCount;
import org.formulary.expressions.parse.ProgramParser;
import org.formulary.expressions.print.InfixPrinter;
import org.formulary.expressions.rewrite.Simplified;
import org.formulary.expressions.rewrite.Simplifier;
import org.formulary.expressions.rewrite.Soundness;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code formulary simplify}. */
@Command(
    name = "simplify",
    description = {
      "Rewrite a program to an equal one of fewer operations:",
      "one of the same bits, or with --real one that is equal over the real numbers."
    })
public final class SimplifyCommand implements Runnable {
  private final Environment environment;

  @Option(
      names = "--program",
      required = true,
      paramLabel = "PROGRAM",
      description = "the program, in x")
  private String program;

  @Option(
      names = "--operations",
      paramLabel = "LIST",
      defaultValue = "+,-,*,/",
      description =
          "operations allowed beside those of the program, comma-separated, out of + - * / neg sqrt"
              + " fma (default: ${DEFAULT-VALUE})")
  private String operations;

  @Option(
      names = "--real",
      description = "use what holds over the real numbers; rounding may differ")
  private boolean real;

  public SimplifyCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void run() {
    Set<Op> allowed = allowed();
    Program before = ProgramParser.parse(program);
    Simplifier simplifier = Simplifier.within(real ? Soundness.REAL : Soundness.EXACT, allowed);
    Simplified after = simplifier.simplify(before);
    line("operations", count(before) + " → " + count(after.program()));
    line("program", text(after.program()));
    line("equality", after.soundness().words());
    line("rules", after.rules().isEmpty() ? "none" : String.join(", ", after.rules()));
  }

  private void line(String what, String value) {
    environment.out().printf("%-11s %s%n", what, value);
  }

  private static int count(Program p) {
    return (int) OperationCount.PLAIN.of(p.skeleton());
  }

  /** With decimal constants, unless they would be rounded. */
  private static String text(Program p) {
    String decimal = InfixPrinter.pretty(p);
    return ProgramParser.parse(decimal).equals(p) ? decimal : InfixPrinter.print(p);
  }

  private Set<Op> allowed() {
    Set<Op> allowed = EnumSet.noneOf(Op.class);
    for (String symbol : operations.split(",")) {
      allowed.add(
          Op.ofSymbol(symbol.strip())
              .orElseThrow(
                  () ->
                      Failure.badInput(
                          "option --operations \"%s\": \"%s\" is unknown, allowed are %s"
                              .formatted(
                                  operations,
                                  symbol,
                                  Arrays.stream(Op.values())
                                      .map(Op::symbol)
                                      .collect(Collectors.joining(" "))))));
    }
    return allowed;
  }
}
