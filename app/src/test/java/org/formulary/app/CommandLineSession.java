package org.formulary.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.formulary.app.Environment.Terminal;
import org.formulary.search.domain.Domain;

/** Runs commands in this process with the toy domain, and keeps what they print. */
final class CommandLineSession {
  private final List<Domain> domains;
  private BooleanSupplier interrupted = () -> false;
  private Terminal terminal = Terminal.NONE;

  /** What a command left. */
  record Result(int code, String out, String err) {
    List<String> errorLines() {
      return err.lines().toList();
    }
  }

  CommandLineSession(Domain... domains) {
    this.domains = List.of(domains);
  }

  static CommandLineSession toy() {
    return new CommandLineSession(new FractionDomain());
  }

  CommandLineSession interruptedWhen(BooleanSupplier condition) {
    interrupted = condition;
    return this;
  }

  CommandLineSession on(Terminal other) {
    terminal = other;
    return this;
  }

  Result run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Environment environment =
        new Environment(
            new PrintWriter(out),
            new PrintWriter(err),
            terminal,
            domains,
            List.of(new CountingExploration()),
            interrupted,
            2,
            "./formulary");
    int code = Formulary.run(environment, arguments);
    return new Result(code, out.toString(), err.toString());
  }

  /** Runs with the archive named last. */
  Result on(Path db, String... arguments) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--db";
    all[arguments.length + 1] = db.toString();
    return run(all);
  }
}
