package org.formulary.results.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import org.formulary.results.RuntimeInfo;
import org.formulary.results.store.ArchiveException.Reason;
import org.formulary.search.archive.EntryId;
import org.formulary.search.domain.Verification;
import org.formulary.search.domain.Verification.Outcome;

/** Certificates: this class only ever inserts. */
final class AttestationTable {
  private AttestationTable() {}

  /**
   * Appends a certificate and sets the entry's status by it. The same certificate, to the
   * nanosecond it took, is one a caller sends again because it did not learn of its success: kept
   * once.
   */
  static void append(
      Sql sql, EntryId entry, Verification verification, RuntimeInfo runtime, Instant at)
      throws SQLException {
    Status status =
        sql.first(
                "select status from entry where id = ?",
                row -> Status.valueOf(row.getString(1)),
                entry.hex())
            .orElseThrow(
                () ->
                    new ArchiveException(
                        Reason.UNKNOWN_ID, "entry " + entry + " is not in the archive"));
    Verification v = verification;
    String facts = Column.object(v.facts());
    Double bound = v.bound().isPresent() ? (Double) v.bound().getAsDouble() : null;
    if (bound != null && bound.isNaN()) {
      throw new ArchiveException(
          Reason.INCONSISTENT, "the bound of a certificate of entry " + entry + " is NaN");
    }
    long again =
        sql.number(
            "select count(*) from attestation where entry = ? and method = ? and outcome = ?"
                + " and claim = ? and facts = ? and time_ns = ?"
                + " and (bound = ? or (bound is null and ? is null))",
            entry.hex(),
            v.method(),
            v.outcome().name(),
            v.claim(),
            facts,
            v.time().toNanos(),
            bound,
            bound);
    if (again > 0) {
      return;
    }
    sql.update(
        "insert into attestation (entry, method, outcome, claim, bound, facts, time_ns,"
            + " tool_version, jdk, machine, attested_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        entry.hex(),
        v.method(),
        v.outcome().name(),
        v.claim(),
        bound,
        facts,
        v.time().toNanos(),
        runtime.toolVersion(),
        runtime.jdk(),
        runtime.machine(),
        Column.text(at));
    sql.update(
        "update entry set status = ? where id = ?", status.after(v.outcome()).name(), entry.hex());
  }

  static StoredAttestation read(ResultSet row) throws SQLException {
    double bound = row.getDouble("bound");
    OptionalDouble known = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(bound);
    return new StoredAttestation(
        row.getLong("id"),
        new Verification(
            Outcome.valueOf(row.getString("outcome")),
            row.getString("method"),
            row.getString("claim"),
            known,
            Column.parseObject(row.getString("facts")),
            Duration.ofNanos(row.getLong("time_ns"))),
        Column.runtime(row),
        Column.instant(row, "attested_at"));
  }
}
