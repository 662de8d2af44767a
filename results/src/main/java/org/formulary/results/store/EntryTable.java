package org.formulary.results.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.formulary.results.RuntimeInfo;
import org.formulary.results.store.ArchiveException.Reason;
import org.formulary.search.archive.Entry;
import org.formulary.search.archive.EntryId;
import org.formulary.search.archive.Provenance;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.ProblemId;

/** Writes entries, their scores, and which campaigns found them. */
final class EntryTable {
  private EntryTable() {}

  static void add(Sql sql, List<Entry> entries, RuntimeInfo runtime, Instant at)
      throws SQLException {
    Map<ProblemId, List<Objective>> objectives = ObjectiveTable.all(sql);
    Set<String> campaigns = new HashSet<>();
    for (Entry entry : entries) {
      List<Objective> meaning = objectives.getOrDefault(entry.problem(), List.of());
      check(entry, meaning);
      String campaign = entry.provenance().campaign();
      if (campaigns.add(campaign) && !CampaignTable.has(sql, campaign)) {
        throw inconsistent(entry, "its campaign " + campaign + " is not in the archive");
      }
      if (insert(sql, entry, runtime, at)) {
        insertScores(sql, entry, meaning);
      }
      sql.update(
          "insert into campaign_entry (campaign, entry, found_at) values (?, ?, ?)"
              + " on conflict (campaign, entry) do nothing",
          campaign,
          entry.id().hex(),
          Column.text(at));
    }
  }

  private static void check(Entry entry, List<Objective> objectives) {
    if (!entry.id().equals(EntryId.of(entry.problem(), entry.notation()))) {
      throw inconsistent(entry, "its id is not that of its content");
    }
    if (objectives.isEmpty()) {
      throw inconsistent(entry, "its problem " + entry.problem() + " is not in the archive");
    }
    if (entry.scores().size() != objectives.size()) {
      throw inconsistent(
          entry,
          "it has " + entry.scores().size() + " scores for " + objectives.size() + " objectives");
    }
  }

  /** False for an entry known already, which stays as it is. */
  private static boolean insert(Sql sql, Entry entry, RuntimeInfo runtime, Instant at)
      throws SQLException {
    Provenance from = entry.provenance();
    int rows =
        sql.update(
            "insert into entry (id, domain, problem, problem_revision, notation, status, found_at,"
                + " campaign, seed, island, generation, parents, tool_version, jdk, machine)"
                + " values (?, ?, ?, ?, ?, 'LEAD', ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " on conflict (id) do nothing",
            entry.id().hex(),
            entry.domain(),
            entry.problem().text(),
            entry.problem().revision(),
            entry.notation(),
            Column.text(at),
            from.campaign(),
            from.seed(),
            from.island(),
            from.generation(),
            Column.array(from.parents().stream().map(EntryId::hex).toList()),
            runtime.toolVersion(),
            runtime.jdk(),
            runtime.machine());
    return rows == 1;
  }

  private static void insertScores(Sql sql, Entry entry, List<Objective> objectives)
      throws SQLException {
    for (int i = 0; i < objectives.size(); i++) {
      sql.update(
          "insert into score (entry, ordinal, name, value) values (?, ?, ?, ?)",
          entry.id().hex(),
          i,
          objectives.get(i).name(),
          entry.scores().get(i));
    }
  }

  private static ArchiveException inconsistent(Entry entry, String why) {
    return new ArchiveException(
        Reason.INCONSISTENT, "entry " + entry.id() + " cannot be archived: " + why);
  }
}
