package org.formulary.results.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.formulary.hashing.Checksum;

/** The newest two states of each campaign. */
final class CheckpointTable {
  private static final int KEPT = 2;

  private CheckpointTable() {}

  static void save(Sql sql, String campaign, long epoch, String state) throws SQLException {
    sql.update(
        "insert into checkpoint (campaign, epoch, sha256, state) values (?, ?, ?, ?)"
            + " on conflict (campaign, epoch) do update set sha256 = excluded.sha256,"
            + " state = excluded.state",
        campaign,
        epoch,
        checksum(campaign, epoch, state),
        state);
    sql.update(
        "delete from checkpoint where campaign = ? and epoch not in (select epoch from checkpoint"
            + " where campaign = ? order by epoch desc limit ?)",
        campaign,
        campaign,
        KEPT);
  }

  /** The intact states, newest first. */
  static List<String> load(Sql sql, String campaign) throws SQLException {
    return sql
        .list(
            "select epoch, sha256, state from checkpoint where campaign = ? order by epoch desc",
            row -> {
              String state = row.getString("state");
              String expected = checksum(campaign, row.getLong("epoch"), state);
              boolean intact = expected.equals(row.getString("sha256"));
              return intact ? Optional.of(state) : Optional.<String>empty();
            },
            campaign)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static String checksum(String campaign, long epoch, String state) {
    return Checksum.sha256(campaign + "\n" + epoch + "\n" + state);
  }
}
