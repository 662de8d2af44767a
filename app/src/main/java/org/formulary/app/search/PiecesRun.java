package org.formulary.app.search;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.formulary.app.Environment;
import org.formulary.app.ExitCode;
import org.formulary.app.text.Findings;
import org.formulary.app.text.Numbers;
import org.formulary.app.text.Table;
import org.formulary.results.store.StoredEntry;
import org.formulary.search.domain.Domain;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.Objective.Direction;
import org.formulary.search.domain.ProblemSpec;

/**
 * Runs a campaign for each part that a specification stands for, one after the other, and puts
 * their fronts together: what is reached everywhere with at most so many operations.
 */
public final class PiecesRun {
  private final Environment environment;
  private final Domain domain;
  private final SearchSettings settings;

  /** A run of new campaigns. */
  public PiecesRun(Environment environment, Domain domain, SearchSettings settings) {
    this.environment = environment;
    this.domain = domain;
    this.settings = settings;
  }

  /** Runs to the end or to an interruption; the exit code. */
  public int run() {
    List<ProblemSpec> parts = domain.parts(settings.spec().problem());
    if (parts.size() == 1) {
      return new SearchRun(environment, domain, settings).run();
    }
    List<List<StoredEntry>> fronts = new ArrayList<>();
    int worst = ExitCode.OK;
    for (ProblemSpec part : parts) {
      SearchRun run = new SearchRun(environment, domain, settings.part(part, parts.size()));
      int code = run.run();
      if (code != ExitCode.OK && code != ExitCode.NOT_VERIFIED) {
        return code;
      }
      worst = Math.max(worst, code);
      fronts.add(run.found());
    }
    if (!settings.json() && fronts.stream().noneMatch(List::isEmpty)) {
      report(fronts);
    }
    return worst;
  }

  private void report(List<List<StoredEntry>> fronts) {
    List<Objective> objectives = fronts.getFirst().getFirst().objectives();
    if (objectives.size() < 2) {
      return;
    }
    Table table =
        new Table(
            List.of(
                ">" + Numbers.words(objectives.get(1).name()),
                Numbers.words(objectives.getFirst().name()) + " on each piece",
                "ids, piece by piece"));
    SortedSet<Double> costs = new TreeSet<>();
    fronts.forEach(front -> front.forEach(e -> costs.add(cost(e))));
    for (double cost : costs) {
      List<StoredEntry> best =
          fronts.stream().flatMap(front -> best(front, cost, objectives).stream()).toList();
      if (best.size() == fronts.size()) {
        table.row(row(cost, best, objectives));
      }
    }
    PrintWriter out = environment.out();
    out.println();
    out.println("all " + fronts.size() + " pieces, each with at most so many:");
    table.lines(environment.terminal().columns()).forEach(out::println);
    out.flush();
  }

  private static double cost(StoredEntry e) {
    return e.entry().scores().get(1);
  }

  private static Optional<StoredEntry> best(
      List<StoredEntry> front, double cost, List<Objective> objectives) {
    return front.stream().filter(e -> cost(e) <= cost).min(byValue(objectives));
  }

  /** The better first. */
  private static Comparator<StoredEntry> byValue(List<Objective> objectives) {
    Comparator<StoredEntry> byValue = Comparator.comparingDouble(Findings::value);
    return objectives.getFirst().direction() == Direction.MINIMIZE ? byValue : byValue.reversed();
  }

  private static List<String> row(double cost, List<StoredEntry> best, List<Objective> objectives) {
    StoredEntry worst = best.stream().max(byValue(objectives)).orElseThrow();
    String ids =
        best.stream()
            .map(e -> Findings.shortId(e.entry().id().hex()))
            .collect(Collectors.joining(" "));
    return List.of(Numbers.of(cost), Findings.valueText(worst), ids);
  }
}
