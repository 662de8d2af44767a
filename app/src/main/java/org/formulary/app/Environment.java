package org.formulary.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.formulary.search.domain.Domain;
import org.formulary.search.survey.Exploration;

/**
 * What a command works with.
 *
 * @param out for results
 * @param err for progress and errors
 * @param domains all there are
 * @param explorations all there are
 * @param interrupted whether the user asked to stop
 * @param processors default number of threads
 * @param command how the user calls the program, for commands to type next
 */
public record Environment(
    PrintWriter out,
    PrintWriter err,
    Terminal terminal,
    List<Domain> domains,
    List<Exploration> explorations,
    BooleanSupplier interrupted,
    int processors,
    String command) {
  /**
   * Where output goes.
   *
   * @param out whether results go to a terminal
   * @param err whether progress goes to a terminal
   * @param columns width of the terminal
   */
  public record Terminal(boolean out, boolean err, int columns) {
    public static final Terminal NONE = new Terminal(false, false, 120);
  }

  public Environment {
    domains = List.copyOf(domains);
    explorations = List.copyOf(explorations);
  }

  /** The domain of this name. Throws {@link Failure} where there is none. */
  public Domain domain(String name) {
    Optional<Domain> found = domains.stream().filter(d -> d.name().equals(name)).findFirst();
    return found.orElseThrow(
        () ->
            Failure.badInput(
                "domain \"%s\" is unknown, allowed: %s"
                    .formatted(
                        name,
                        domains.stream().map(Domain::name).collect(Collectors.joining(", ")))));
  }
}
