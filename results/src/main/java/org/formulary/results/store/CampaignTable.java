package org.formulary.results.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.formulary.results.RuntimeInfo;
import org.formulary.results.store.ArchiveException.Reason;
import org.formulary.search.campaign.CampaignRecord;
import org.formulary.search.campaign.CampaignSpecJson;

/** Campaigns and how far they are. */
final class CampaignTable {
  private CampaignTable() {}

  /** Records it, or its new state and progress. */
  static void save(Sql sql, CampaignRecord campaign, RuntimeInfo runtime) throws SQLException {
    String spec = CampaignSpecJson.print(campaign.spec());
    sql.update(
        "insert into campaign (id, spec, seed, state, submitted, searched_ns, evaluations,"
            + " tool_version, jdk, machine) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (id) do update set state = excluded.state,"
            + " searched_ns = excluded.searched_ns, evaluations = excluded.evaluations"
            + " where campaign.spec = excluded.spec",
        campaign.id(),
        spec,
        campaign.spec().seed(),
        campaign.state().name(),
        Column.text(campaign.submitted()),
        campaign.searched().toNanos(),
        campaign.evaluations(),
        runtime.toolVersion(),
        runtime.jdk(),
        runtime.machine());
    if (sql.number("select count(*) from campaign where id = ? and spec = ?", campaign.id(), spec)
        == 0) {
      throw new ArchiveException(
          Reason.INCONSISTENT,
          "campaign " + campaign.id() + " is archived with another specification");
    }
  }

  static boolean has(Sql sql, String id) throws SQLException {
    return sql.number("select count(*) from campaign where id = ?", id) == 1;
  }

  /** All, newest first. */
  static List<StoredCampaign> all(Sql sql) throws SQLException {
    return sql.list("select * from campaign order by submitted desc, id", CampaignTable::read);
  }

  static StoredCampaign find(Sql sql, String idPrefix) throws SQLException {
    String id = IdPrefix.resolve(sql, "campaign", idPrefix);
    return sql.first("select * from campaign where id = ?", CampaignTable::read, id).orElseThrow();
  }

  static Optional<StoredCampaign> lastUnfinished(Sql sql, String spec) throws SQLException {
    return sql.first(
        "select * from campaign where spec = ? and state <> 'FINISHED'"
            + " order by submitted desc, id limit 1",
        CampaignTable::read,
        spec);
  }

  private static StoredCampaign read(ResultSet row) throws SQLException {
    return new StoredCampaign(
        new CampaignRecord(
            row.getString("id"),
            CampaignSpecJson.parse(row.getString("spec")),
            CampaignRecord.State.valueOf(row.getString("state")),
            Column.instant(row, "submitted"),
            Duration.ofNanos(row.getLong("searched_ns")),
            row.getLong("evaluations")),
        Column.runtime(row));
  }
}
