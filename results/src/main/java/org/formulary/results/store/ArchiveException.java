package org.formulary.results.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The archive cannot do what was asked. The message is one line: what is wrong and what to do. */
public final class ArchiveException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Kinds of failure. */
  public enum Reason {
    /** There is no such file, or it is empty. */
    MISSING,
    /** Not an SQLite database, or a damaged one. */
    NOT_A_DATABASE,
    /** An SQLite database of another program. */
    FOREIGN,
    /** Written by a newer version. */
    NEWER,
    /** The file or its folder cannot be written. */
    UNWRITABLE,
    /** The disk is full. */
    FULL,
    /** Another process holds the file. */
    LOCKED,
    /** No record has the id. */
    UNKNOWN_ID,
    /** Several records have the id's first digits. */
    AMBIGUOUS_ID,
    /** The data contradicts what is archived or lacks what it refers to. */
    INCONSISTENT,
    /** Anything else the database reports. */
    OTHER
  }

  private final Reason reason;

  ArchiveException(Reason reason, String message) {
    this(reason, message, null);
  }

  ArchiveException(Reason reason, String message, Throwable cause) {
    super(message.replaceAll("\\s*\\R\\s*", " "), cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** What a database error means for the user of the file. */
  static ArchiveException of(Path file, Throwable error) {
    SQLiteErrorCode code = code(error);
    // The low byte is the primary code, the rest says where it happened.
    return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
      case SQLITE_NOTADB, SQLITE_CORRUPT ->
          make(Reason.NOT_A_DATABASE, file, "is not an archive, or is damaged", error);
      case SQLITE_FULL ->
          make(
              Reason.FULL,
              file,
              "cannot grow, the disk is full; what was saved before is kept: free space and resume",
              error);
      case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL ->
          make(
              Reason.LOCKED,
              file,
              "is locked by another process; try again when it has ended",
              error);
      case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
          make(
              Reason.UNWRITABLE,
              file,
              "cannot be written; check that its folder exists and that you may write there",
              error);
      case SQLITE_CONSTRAINT ->
          make(Reason.INCONSISTENT, file, "refused a record: " + error.getMessage(), error);
      default -> make(Reason.OTHER, file, "failed: " + error.getMessage(), error);
    };
  }

  /** Whether the error is that of a process which came too early or too late. */
  static boolean isTransient(Throwable error) {
    return switch (SQLiteErrorCode.getErrorCode(code(error).code & 0xff)) {
      case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL, SQLITE_SCHEMA -> true;
      // "table … already exists": another process was first. The next look tells.
      case SQLITE_ERROR, SQLITE_CONSTRAINT -> true;
      default -> false;
    };
  }

  private static SQLiteErrorCode code(Throwable error) {
    for (Throwable t = error; t != null; t = t.getCause()) {
      if (t instanceof SQLiteException e) {
        return e.getResultCode();
      }
      if (t instanceof SQLException e && e.getErrorCode() > 0) {
        return SQLiteErrorCode.getErrorCode(e.getErrorCode());
      }
    }
    return SQLiteErrorCode.UNKNOWN_ERROR;
  }

  private static ArchiveException make(Reason reason, Path file, String what, Throwable cause) {
    return new ArchiveException(reason, file + ": " + what, cause);
  }
}
