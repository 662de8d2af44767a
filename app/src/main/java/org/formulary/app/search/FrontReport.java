package org.formulary.app.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.formulary.app.text.Findings;
import org.formulary.app.text.Numbers;
import org.formulary.app.text.Readable;
import org.formulary.app.text.Table;
import org.formulary.results.store.StoredEntry;
import org.formulary.search.domain.Baseline;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.Objective.Direction;
import org.formulary.search.domain.Problem;

/**
 * The front of a campaign beside the best baseline of at most the same cost. The first objective is
 * the value, the second the cost.
 */
final class FrontReport {
  /** Less than that is what bounds are rounded up by. */
  private static final double BETTER = 1.001;

  private final Problem<?> problem;
  private final List<StoredEntry> front;
  private final List<Objective> objectives;
  private final List<Baseline> baselines;
  private final Families families;

  /** A report; {@code front} as the archive has it. */
  FrontReport(Problem<?> problem, List<StoredEntry> front, Families families) {
    this.problem = problem;
    this.objectives = problem.objectives();
    this.families = families;
    this.front = front.stream().sorted(byCost()).toList();
    this.baselines = problem.presentation().baselines();
  }

  private Comparator<StoredEntry> byCost() {
    return Comparator.comparingDouble(e -> e.entry().scores().get(objectives.size() > 1 ? 1 : 0));
  }

  /** The table. */
  List<String> lines(int columns) {
    Objective value = objectives.getFirst();
    List<String> header = new ArrayList<>();
    for (Objective o : objectives.subList(1, objectives.size())) {
      header.add(">" + Numbers.words(o.name()));
    }
    header.add(Numbers.words(value.name()));
    header.add("certificate");
    if (!baselines.isEmpty()) {
      header.addAll(List.of("best classical", Numbers.words(value.name()), ">factor"));
    }
    header.add("id");
    if (families.count() > 0) {
      header.add("family");
    }
    header.add("program");
    Table table = new Table(header);
    front.forEach(e -> table.row(cells(e)));
    return table.lines(columns);
  }

  private List<String> cells(StoredEntry e) {
    List<String> cells = new ArrayList<>();
    for (int i = 1; i < objectives.size(); i++) {
      cells.add(Numbers.of(e.entry().scores().get(i)));
    }
    cells.add(Findings.valueText(e));
    cells.add(Findings.method(e));
    if (!baselines.isEmpty()) {
      Optional<Baseline> best = bestBaseline(e);
      cells.add(best.map(FrontReport::name).orElse("-"));
      cells.add(best.map(b -> Numbers.of(b.scores().get(0))).orElse("-"));
      cells.add(best.map(b -> factorText(factor(e, b))).orElse("-"));
    }
    cells.add(Findings.shortId(e.entry().id().hex()));
    if (families.count() > 0) {
      cells.add(Findings.shortId(families.first().get(e.entry().id()).hex()));
    }
    cells.add(Readable.formula(problem, e.entry().notation()));
    return cells;
  }

  /**
   * The baseline that is best in the first objective among those of every kind that cost at most as
   * much; of equals the one that costs least.
   */
  private Optional<Baseline> bestBaseline(StoredEntry e) {
    Comparator<Baseline> byValue = Comparator.comparingDouble(b -> b.scores().get(0));
    Comparator<Baseline> byCost =
        Comparator.comparingDouble(b -> b.scores().get(objectives.size() < 2 ? 0 : 1));
    return baselines.stream()
        .filter(b -> objectives.size() < 2 || b.scores().get(1) <= e.entry().scores().get(1))
        .min((minimized() ? byValue : byValue.reversed()).thenComparing(byCost));
  }

  /** By how much the front is better than the best baselines; empty where there are none. */
  Optional<String> summary() {
    List<Compared> compared =
        front.stream()
            .flatMap(e -> bestBaseline(e).map(b -> new Compared(b, factor(e, b))).stream())
            .toList();
    if (compared.isEmpty()) {
      return families.count() == 0
          ? Optional.empty()
          : Optional.of(
              "%d rows in %s: those of one arise from one another, which 'relate ID' shows"
                  .formatted(
                      front.size(),
                      families.count() == 1 ? "1 family" : families.count() + " families"));
    }
    List<Compared> better = compared.stream().filter(c -> c.factor() > BETTER).toList();
    String text =
        "beats the best classical solution (of %d) in %d of %d rows"
            .formatted(baselines.size(), better.size(), compared.size());
    return better.stream()
        .max(Comparator.comparingDouble(Compared::factor))
        .map(
            c ->
                text
                    + ", by a factor of up to %s (against %s)"
                        .formatted(factorText(c.factor()), name(c.baseline())))
        .or(() -> Optional.of(text));
  }

  private record Compared(Baseline baseline, double factor) {}

  private static String name(Baseline b) {
    return (b.family() + " " + b.detail()).strip();
  }

  private boolean minimized() {
    return objectives.getFirst().direction() == Direction.MINIMIZE;
  }

  private double factor(StoredEntry e, Baseline b) {
    double ratio = b.scores().get(0) / Findings.value(e);
    return minimized() ? ratio : 1 / ratio;
  }

  private static String factorText(double factor) {
    if (!(factor < 1e9)) {
      return Numbers.brief(factor);
    }
    return factor < 100
        ? String.format(Locale.ROOT, factor < 10 ? "%.2f" : "%.1f", factor)
        : Numbers.count(Math.round(factor));
  }

  /** The entry to look at next: the one that gains most on its baseline, else the best one. */
  Optional<StoredEntry> best() {
    Comparator<StoredEntry> byFactor =
        Comparator.comparingDouble(
            e -> bestBaseline(e).map(b -> factor(e, b)).filter(Double::isFinite).orElse(0.0));
    Comparator<StoredEntry> byValue = Comparator.comparingDouble(Findings::value);
    return front.stream().max(byFactor.thenComparing(minimized() ? byValue.reversed() : byValue));
  }
}
