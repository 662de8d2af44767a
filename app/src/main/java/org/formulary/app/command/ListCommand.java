package org.formulary.app.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.formulary.app.Environment;
import org.formulary.app.Failure;
import org.formulary.app.search.Budgets;
import org.formulary.app.search.SearchSettings;
import org.formulary.app.text.Findings;
import org.formulary.app.text.Numbers;
import org.formulary.app.text.Shell;
import org.formulary.app.text.Table;
import org.formulary.results.report.EntriesCsv;
import org.formulary.results.report.EntriesJson;
import org.formulary.results.store.Archive;
import org.formulary.results.store.EntryFilter;
import org.formulary.results.store.Status;
import org.formulary.results.store.StoredCampaign;
import org.formulary.results.store.StoredEntry;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.ProblemId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code formulary list}. */
@Command(name = "list", description = "List the entries or the campaigns of an archive.")
public final class ListCommand implements Runnable {
  private final Environment environment;

  @Mixin private ArchiveOption archive;

  @Option(names = "--campaigns", description = "list campaigns instead of entries")
  private boolean campaigns;

  @Option(names = "--problem", paramLabel = "TEXT", description = "only problems with this text")
  private String problem;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      split = ",",
      description = "only lead, result or refuted; may be repeated")
  private List<String> statuses = List.of();

  @Option(names = "--campaign", paramLabel = "ID", description = "only what this campaign found")
  private String campaign;

  @Option(
      names = "--max",
      paramLabel = "NAME=VALUE",
      description = "only entries whose objective is at most so, as in --max operations=6")
  private Map<String, String> maxima = new TreeMap<>();

  @Option(names = "--min", paramLabel = "NAME=VALUE", description = "the same with at least")
  private Map<String, String> minima = new TreeMap<>();

  @Option(names = "--order", paramLabel = "NAME", description = "sort by this objective")
  private String order;

  @Option(names = "--limit", paramLabel = "N", description = "at most so many entries")
  private String limit;

  @Option(names = "--json", description = "as JSON, with all certificates")
  private boolean json;

  @Option(names = "--csv", description = "as CSV (RFC 4180)")
  private boolean csv;

  public ListCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void run() {
    if (json && csv) {
      throw Failure.badInput("options --json and --csv are both given, allowed is one of them");
    }
    if (campaigns && (json || csv)) {
      throw Failure.badInput("option --campaigns prints a table only, without --json and --csv");
    }
    try (Archive open = Archive.openReadOnly(archive.file)) {
      if (campaigns) {
        campaigns(open);
        return;
      }
      List<StoredEntry> entries = open.entries(filter(open));
      if (json) {
        EntriesJson.write(entries, environment.out());
      } else if (csv) {
        EntriesCsv.write(entries, environment.out());
      } else {
        tables(entries);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private EntryFilter filter(Archive open) {
    EntryFilter filter = Filters.bounded(EntryFilter.ALL, minima, maxima);
    filter = problem == null ? filter : filter.withProblem(problem);
    filter = order == null ? filter : filter.withOrderBy(order);
    filter = limit == null ? filter : filter.withLimit(Filters.limit(limit));
    if (campaign != null) {
      filter = filter.withCampaign(open.campaign(campaign).record().id());
    }
    return statuses.isEmpty()
        ? filter
        : filter.withStatus(statuses.stream().map(Filters::status).toArray(Status[]::new));
  }

  private void campaigns(Archive open) {
    Table table =
        new Table(List.of("id", "state", "submitted", ">search", ">evaluations", "budget", "what"));
    for (StoredCampaign c : open.campaigns()) {
      var r = c.record();
      List<String> what = SearchSettings.words(r.spec(), archive.file);
      table.row(
          List.of(
              Findings.shortId(r.id()),
              Numbers.words(r.state().name()).replace(" ", ""),
              r.submitted().toString().replaceAll("\\.\\d+", ""),
              Numbers.time(r.searched()),
              Numbers.count(r.evaluations()),
              Budgets.describe(r.spec().budget()),
              Shell.line(what.subList(1, what.size()))));
    }
    table.lines(environment.terminal().columns()).forEach(environment.out()::println);
  }

  /** One table for each problem: its objectives are the columns. */
  private void tables(List<StoredEntry> entries) {
    ProblemId current = null;
    Table table = null;
    for (StoredEntry e : order == null ? byCost(entries) : entries) {
      if (!e.entry().problem().equals(current)) {
        print(table);
        environment.out().println((current == null ? "" : "\n") + e.entry().problem());
        current = e.entry().problem();
        table = new Table(header(e.objectives()));
      }
      table.row(cells(e));
    }
    print(table);
    if (entries.isEmpty()) {
      environment.err().println("no entries");
    }
  }

  /** Problem by problem, by the last objective, then by the first. */
  private static List<StoredEntry> byCost(List<StoredEntry> entries) {
    return entries.stream()
        .sorted(
            Comparator.<StoredEntry, String>comparing(e -> e.entry().problem().toString())
                .thenComparingDouble(e -> e.entry().scores().get(e.objectives().size() - 1))
                .thenComparingDouble(e -> e.entry().scores().get(0)))
        .toList();
  }

  private void print(Table table) {
    if (table != null) {
      table.lines(environment.terminal().columns()).forEach(environment.out()::println);
    }
  }

  private static List<String> header(List<Objective> objectives) {
    List<String> header = new ArrayList<>(List.of("id", "status"));
    objectives.forEach(o -> header.add(">" + Numbers.words(o.name())));
    header.addAll(List.of("certificate", "program"));
    return header;
  }

  private static List<String> cells(StoredEntry e) {
    List<String> cells = new ArrayList<>();
    cells.add(Findings.shortId(e.entry().id().hex()));
    cells.add(Numbers.words(e.status().name()).replace(" ", ""));
    cells.add(Findings.valueText(e));
    for (int i = 1; i < e.objectives().size(); i++) {
      cells.add(Numbers.of(e.entry().scores().get(i)));
    }
    cells.add(Findings.method(e));
    cells.add(e.entry().notation());
    return cells;
  }
}
