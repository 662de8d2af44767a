package org.formulary.results.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.formulary.search.archive.Entry;
import org.formulary.search.archive.EntryId;
import org.formulary.search.archive.Provenance;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.ProblemId;
import org.formulary.search.domain.Scores;

/** Reads entries with all that belongs to them, a few statements however many they are. */
final class EntryQuery {
  /** Ids per statement: well below the number of parameters any database allows. */
  private static final int CHUNK = 500;

  private final String sql;
  private final Object[] parameters;

  private EntryQuery(String sql, List<Object> parameters) {
    this.sql = sql;
    this.parameters = parameters.toArray();
  }

  static EntryQuery of(EntryFilter filter) {
    return new Builder().build(filter);
  }

  static EntryQuery of(EntryId id) {
    return new EntryQuery("select e.* from entry e where e.id = ?", List.of(id.hex()));
  }

  List<StoredEntry> run(Sql database) throws SQLException {
    Map<ProblemId, List<Objective>> objectives = ObjectiveTable.all(database);
    List<StoredEntry> bare = database.list(sql, row -> bare(row, objectives), parameters);
    List<StoredEntry> whole = new ArrayList<>(bare.size());
    for (int i = 0; i < bare.size(); i += CHUNK) {
      whole.addAll(complete(bare.subList(i, Math.min(i + CHUNK, bare.size())), database));
    }
    return List.copyOf(whole);
  }

  /** An entry without what the other tables hold. */
  private static StoredEntry bare(ResultSet row, Map<ProblemId, List<Objective>> objectives)
      throws SQLException {
    ProblemId problem = new ProblemId(row.getString("problem"), row.getInt("problem_revision"));
    Entry entry =
        new Entry(
            new EntryId(row.getString("id")),
            row.getString("domain"),
            problem,
            row.getString("notation"),
            Scores.of(),
            new Provenance(
                row.getString("campaign"),
                row.getLong("seed"),
                row.getInt("island"),
                row.getLong("generation"),
                Column.parseArray(row.getString("parents")).stream().map(EntryId::new).toList()));
    return new StoredEntry(
        entry,
        Status.valueOf(row.getString("status")),
        objectives.get(problem),
        List.of(),
        Column.runtime(row),
        Column.instant(row, "found_at"));
  }

  /** The entries with their scores and certificates. */
  private static List<StoredEntry> complete(List<StoredEntry> bare, Sql database)
      throws SQLException {
    Object[] ids = bare.stream().map(e -> e.entry().id().hex()).toArray();
    String among = " where entry in (" + "?, ".repeat(ids.length - 1) + "?)";
    Map<String, List<Double>> scores = new HashMap<>();
    database.list(
        "select entry, value from score" + among + " order by entry, ordinal",
        row -> group(scores, row.getString("entry")).add(row.getDouble("value")),
        ids);
    Map<String, List<StoredAttestation>> attestations = new HashMap<>();
    database.list(
        "select * from attestation" + among + " order by id",
        row -> group(attestations, row.getString("entry")).add(AttestationTable.read(row)),
        ids);
    return bare.stream()
        .map(
            e ->
                complete(
                    e,
                    group(scores, e.entry().id().hex()),
                    group(attestations, e.entry().id().hex())))
        .toList();
  }

  private static StoredEntry complete(
      StoredEntry bare, List<Double> scores, List<StoredAttestation> attestations) {
    Entry e = bare.entry();
    Scores known = Scores.of(scores.stream().mapToDouble(Double::doubleValue).toArray());
    return new StoredEntry(
        new Entry(e.id(), e.domain(), e.problem(), e.notation(), known, e.provenance()),
        bare.status(),
        bare.objectives(),
        attestations,
        bare.runtime(),
        bare.foundAt());
  }

  private static <T> List<T> group(Map<String, List<T>> groups, String entry) {
    return groups.computeIfAbsent(entry, e -> new ArrayList<>());
  }

  /** Turns a filter into a statement; whatever comes from outside is bound, never spliced in. */
  private static final class Builder {
    private final StringBuilder from = new StringBuilder("select e.* from entry e");
    private final StringJoiner where = new StringJoiner(" and ", " where ", "").setEmptyValue("");
    private final List<Object> parameters = new ArrayList<>();

    EntryQuery build(EntryFilter filter) {
      String order = " order by e.problem, e.problem_revision, ";
      if (filter.orderBy().isPresent()) {
        join(filter.orderBy().get());
        // Better first; entries of problems without this objective last.
        order +=
            "s.value is null, case o.direction when 'MAXIMIZE' then -s.value else s.value end, ";
      }
      filter.domain().ifPresent(d -> and("e.domain = ?", d));
      filter.problem().ifPresent(p -> and("e.problem like ? escape '\\'", like(p)));
      if (!filter.statuses().isEmpty()) {
        Object[] names = filter.statuses().stream().map(Status::name).sorted().toArray();
        and("e.status in (" + "?, ".repeat(names.length - 1) + "?)", names);
      }
      filter
          .campaign()
          .ifPresent(c -> and("e.id in (select entry from campaign_entry where campaign = ?)", c));
      filter
          .bounds()
          .forEach(
              (name, b) ->
                  and(
                      "exists (select 1 from score b where b.entry = e.id and b.name = ?"
                          + " and b.value between ? and ?)",
                      name,
                      b.minimum(),
                      b.maximum()));
      String sql = from + where.toString() + order + "e.id";
      if (filter.limit().isPresent()) {
        sql += " limit ?";
        parameters.add(filter.limit().getAsInt());
      }
      return new EntryQuery(sql, parameters);
    }

    private void join(String objective) {
      from.append(" left join score s on s.entry = e.id and s.name = ?")
          .append(" left join objective o on o.problem = e.problem")
          .append(" and o.problem_revision = e.problem_revision and o.name = s.name");
      parameters.add(objective);
    }

    private void and(String condition, Object... bound) {
      where.add(condition);
      parameters.addAll(List.of(bound));
    }

    private static String like(String part) {
      return "%" + part.replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }
  }
}
