package org.formulary.results.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.formulary.results.store.StoredAttestation;
import org.formulary.results.store.StoredEntry;
import org.formulary.search.archive.EntryId;
import org.formulary.search.archive.Provenance;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.Verification;

/**
 * Entries as a table: RFC 4180 with a header line, one column per objective under its own name,
 * empty where an entry's problem has no such objective. The first column names the format. The
 * certificate is the newest one that shows or refutes something; the JSON format has them all.
 */
public final class EntriesCsv {
  private static final List<String> BEFORE =
      List.of("schema", "id", "domain", "problem", "problemRevision", "status", "notation");
  private static final List<String> AFTER =
      List.of(
          "outcome",
          "method",
          "bound",
          "campaign",
          "seed",
          "island",
          "generation",
          "parents",
          "foundAt",
          "toolVersion",
          "jdk",
          "machine");

  private EntriesCsv() {}

  /** Writes the entries; goes through them twice, the first time for the objectives. */
  public static void write(Iterable<StoredEntry> entries, Appendable out) throws IOException {
    Set<String> objectives = new LinkedHashSet<>();
    for (StoredEntry entry : entries) {
      entry.objectives().forEach(o -> objectives.add(o.name()));
    }
    List<String> header = new ArrayList<>(BEFORE);
    header.addAll(objectives);
    header.addAll(AFTER);
    line(header, out);
    for (StoredEntry entry : entries) {
      line(cells(entry, objectives), out);
    }
  }

  private static List<String> cells(StoredEntry stored, Set<String> objectives) {
    List<String> cells = new ArrayList<>();
    cells.add(EntriesJson.SCHEMA);
    cells.add(stored.entry().id().hex());
    cells.add(stored.entry().domain());
    cells.add(stored.entry().problem().text());
    cells.add(Integer.toString(stored.entry().problem().revision()));
    cells.add(stored.status().name());
    cells.add(stored.entry().notation());
    List<String> names = stored.objectives().stream().map(Objective::name).toList();
    for (String name : objectives) {
      int i = names.indexOf(name);
      cells.add(i < 0 ? "" : Double.toString(stored.entry().scores().get(i)));
    }
    Optional<Verification> certificate = stored.certificate().map(StoredAttestation::verification);
    cells.add(certificate.map(v -> v.outcome().name()).orElse(""));
    cells.add(certificate.map(Verification::method).orElse(""));
    cells.add(
        certificate
            .filter(v -> v.bound().isPresent())
            .map(v -> Double.toString(v.bound().getAsDouble()))
            .orElse(""));
    Provenance from = stored.entry().provenance();
    cells.add(from.campaign());
    cells.add(Long.toString(from.seed()));
    cells.add(Integer.toString(from.island()));
    cells.add(Long.toString(from.generation()));
    cells.add(from.parents().stream().map(EntryId::hex).collect(Collectors.joining(" ")));
    cells.add(stored.foundAt().toString());
    cells.add(stored.runtime().toolVersion());
    cells.add(stored.runtime().jdk());
    cells.add(stored.runtime().machine());
    return cells;
  }

  private static void line(List<String> cells, Appendable out) throws IOException {
    out.append(cells.stream().map(EntriesCsv::quote).collect(Collectors.joining(",")));
    out.append("\n");
  }

  private static String quote(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
