package org.formulary.continuedfractions.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.search.domain.Figure;
import org.formulary.search.domain.Progress;
import org.formulary.search.survey.DataTable;
import org.formulary.search.survey.DataTable.Column;
import org.formulary.search.survey.SurveyReport;

/** Sums up a survey of fractions: counts, classes of closed forms, clusters, families. */
final class FractionReport {
  /** The constants that arXiv 2412.16818 reports. */
  static final List<String> PUBLISHED = List.of("pi", "ln2", "gauss", "lemniscate");

  private static final int LINES = 20;
  private static final int SERIES = 11;
  private static final double LARGEST_RATE = 4;

  private static final Column WHAT = Column.text("what", "what was counted");

  private final FractionLookup lookup;
  private final Census census;
  private final Map<String, ClosedClasses.Label> labels;
  private final List<Clusters.Cluster> clusters;
  private final List<Families.Found> families;

  private FractionReport(FractionLookup lookup, Census census, Progress progress) {
    this.lookup = lookup;
    this.census = census;
    this.labels = new ClosedClasses(lookup, census.members()).labels(progress);
    this.clusters =
        Clusters.of(census.members(), labels).stream()
            .sorted(
                Comparator.<Clusters.Cluster>comparingInt(c -> -c.labelled())
                    .thenComparing(Clusters.Cluster::dynamics)
                    .thenComparingDouble(Clusters.Cluster::meanC))
            .toList();
    this.families = new Families(lookup, census.members(), labels).found(progress);
  }

  static SurveyReport of(
      FractionLookup lookup, int units, IntFunction<DataTable> measured, Progress progress) {
    Census census = new Census(lookup.degree());
    for (int unit = 0; unit < units; unit++) {
      if (progress.cancelled()) {
        throw new CancellationException("stopped");
      }
      progress.report("units read", unit, units);
      census.add(unit, measured.apply(unit));
    }
    return new FractionReport(lookup, census, progress).report();
  }

  private SurveyReport report() {
    TreeMap<String, DataTable> tables = new TreeMap<>();
    DataTable summary = summary();
    tables.put("summary", summary);
    tables.put("clusters", clusters());
    tables.put("closed-forms", closedForms());
    tables.put("families", families());
    tables.put("constants", constants());
    TreeMap<String, Figure> figures = new TreeMap<>();
    figures.put("delta-by-rate", figure());
    return new SurveyReport(lines(tables), tables, figures);
  }

  private DataTable summary() {
    DataTable.Builder table = DataTable.builder(List.of(WHAT, Column.whole("count", "how many")));
    census.counts().forEach(e -> table.row(List.of(e.getKey(), e.getValue())));
    table.row(List.of("classes of closed forms", labels.size()));
    table.row(
        List.of(
            "of these with a constant",
            (int) labels.values().stream().filter(l -> l.constant().isPresent()).count()));
    table.row(List.of("clusters", clusters.size()));
    table.row(
        List.of(
            "clusters with a label",
            (int) clusters.stream().filter(c -> !c.label().isEmpty()).count()));
    table.row(List.of("families", families.size()));
    table.row(
        List.of(
            "members of families beyond the box, tested",
            families.stream().mapToInt(Families.Found::tested).sum()));
    table.row(
        List.of("of these confirmed", families.stream().mapToInt(Families.Found::confirmed).sum()));
    return table.build();
  }

  private String text(Member m) {
    PolynomialFraction f = lookup.fraction(m);
    return "a = %s; b = %s".formatted(f.a(), f.b());
  }

  private DataTable clusters() {
    DataTable.Builder table =
        DataTable.builder(
            List.of(
                Column.text("dynamics", "law, its exact parameter, d"),
                Column.real("rate", "as in the measurements"),
                Column.real("growth_c", "mean"),
                Column.real("growth_mod4", "mean"),
                Column.real("growth_mod3", "mean"),
                Column.real("delta", "mean"),
                Column.whole("members", "irrational fractions, those with -a not counted apart"),
                Column.whole("identified", "members whose closed form agrees to 40 digits"),
                Column.text("label", "constant or closed form of most identified members"),
                Column.real("purity", "share of identified members that have the label"),
                Column.text("example", "a member")));
    for (Clusters.Cluster c : clusters) {
      table.row(
          List.of(
              c.dynamics(),
              c.rate(),
              c.meanC(),
              c.meanMod4(),
              c.meanMod3(),
              c.meanDelta(),
              c.members().size(),
              c.identified(),
              c.label(),
              c.purity(),
              text(example(c))));
    }
    return table.build();
  }

  private Member example(Clusters.Cluster c) {
    return c.members().stream()
        .filter(m -> !m.closed().isEmpty() && labels.get(m.closed()).text().equals(c.label()))
        .min(Comparator.comparingLong(lookup::size))
        .orElse(c.members().getFirst());
  }

  private DataTable closedForms() {
    DataTable.Builder table =
        DataTable.builder(
            List.of(
                Column.text("closed_form", "parameters, modulo 1"),
                Column.text("constant", "of which the values are Moebius images, where known"),
                Column.whole("members", "fractions, those with -a not counted apart"),
                Column.whole("related", "members found to be images of the constant"),
                Column.text("example", "the simplest member"),
                Column.text("value", "its digits")));
    for (ClosedClasses.Label l : labels.values()) {
      table.row(
          List.of(
              l.key(),
              l.constant().orElse(""),
              l.members(),
              l.related(),
              text(l.simplest()),
              l.simplest().value()));
    }
    return table.build();
  }

  private DataTable families() {
    DataTable.Builder table =
        DataTable.builder(
            List.of(
                Column.text("constant", "of which all values are Moebius images"),
                Column.text("family", "in k"),
                Column.whole("members", "in the box, k = 0, 1, ..."),
                Column.whole("tested", "members beyond the box that were tested"),
                Column.whole("confirmed", "of these images of the constant")));
    families.forEach(
        f -> table.row(List.of(f.constant(), f.text(), f.members(), f.tested(), f.confirmed())));
    return table.build();
  }

  /** For each constant its clusters together, and the best of them. */
  private DataTable constants() {
    DataTable.Builder table =
        DataTable.builder(
            List.of(
                Column.text("constant", "a label of clusters"),
                Column.whole("fractions", "found to be images of it, those with -a apart"),
                Column.whole("clusters", "with the label"),
                Column.whole("identified", "members of these clusters"),
                Column.real("purity", "share of these that have the label"),
                Column.real("captured", "share of all fractions of the label in these clusters")));
    TreeMap<String, Integer> related = new TreeMap<>();
    TreeMap<String, Integer> all = new TreeMap<>();
    for (ClosedClasses.Label l : labels.values()) {
      if (l.constant().isPresent()) {
        related.merge(l.text(), l.related(), Integer::sum);
        all.merge(l.text(), l.members(), Integer::sum);
      }
    }
    related.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(
            e -> {
              List<Clusters.Cluster> of =
                  clusters.stream().filter(c -> c.label().equals(e.getKey())).toList();
              double identified = of.stream().mapToInt(Clusters.Cluster::identified).sum();
              double labelled = of.stream().mapToInt(Clusters.Cluster::labelled).sum();
              table.row(
                  List.of(
                      e.getKey(),
                      e.getValue(),
                      of.size(),
                      (int) identified,
                      labelled / identified,
                      labelled / all.get(e.getKey())));
            });
    return table.build();
  }

  /** δ against digits a term, of the clusters that converge exponentially and reduce. */
  private Figure figure() {
    Map<String, List<Figure.Point>> points = new TreeMap<>();
    for (Clusters.Cluster c : clusters) {
      boolean shown =
          c.dynamics().startsWith("exponential")
              && c.rate() <= LARGEST_RATE
              && Double.isFinite(c.meanDelta())
              && c.meanDelta() > -1;
      if (shown) {
        String label = c.label().matches("([0-9]F1|sqrt\\().*") ? "" : c.label();
        points
            .computeIfAbsent(label.isEmpty() ? "other" : label, _ -> new ArrayList<>())
            .add(new Figure.Point(c.rate(), c.meanDelta()));
      }
    }
    List<Figure.Series> series = new ArrayList<>();
    List<Figure.Point> others = new ArrayList<>(points.getOrDefault("other", List.of()));
    points.entrySet().stream()
        .filter(e -> !e.getKey().equals("other"))
        .sorted(Comparator.comparingInt(e -> -e.getValue().size()))
        .forEach(
            e -> {
              if (series.size() < SERIES) {
                series.add(new Figure.Series(e.getKey(), e.getValue()));
              } else {
                others.addAll(e.getValue());
              }
            });
    series.add(new Figure.Series("other", others));
    return new Figure(
        "Clusters of continued fractions that reduce",
        new Figure.Axis("convergence rate", "decimal digits a term", false),
        new Figure.Axis("delta", "", false),
        series);
  }

  private static List<String> lines(Map<String, DataTable> tables) {
    List<String> lines = new ArrayList<>();
    DataTable summary = tables.get("summary");
    for (int r = 0; r < summary.rows(); r++) {
      lines.add(String.format(Locale.ROOT, "%,12d  %s", summary.whole(1, r), summary.text(0, r)));
    }
    lines.add("");
    lines.add("constants, fractions found to be images of them, purity of their clusters:");
    DataTable constants = tables.get("constants");
    for (int r = 0; r < Math.min(LINES, constants.rows()); r++) {
      String clusters =
          constants.whole(2, r) == 0
              ? "in clusters of others"
              : String.format(
                  Locale.ROOT,
                  "%d clusters, purity %.3f, %.1f %% of its fractions",
                  constants.whole(2, r),
                  constants.real(4, r),
                  100 * constants.real(5, r));
      lines.add(
          String.format(
              Locale.ROOT,
              "%,12d  %-32s %s",
              constants.whole(1, r),
              constants.text(0, r),
              clusters));
    }
    return lines;
  }
}
