package org.formulary.results.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.formulary.results.store.ArchiveException.Reason;
import org.formulary.results.store.Database.Settings;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteDataSource;

/** Tells our files from others and brings them to the current schema. */
final class Schema {
  /** The newest migration; each migration script sets {@code user_version} to its own number. */
  static final int VERSION = 1;

  /**
   * {@code Fmly}: written to the header of our files, shown by {@code file} and {@code sqlite3}.
   */
  static final int APPLICATION_ID = 0x466d6c79;

  private static final String MIGRATIONS = "classpath:org/formulary/results/migration";
  private static final int ATTEMPTS = 20;

  private Schema() {}

  /** Makes the file an archive of the current schema if it is a new one or an older archive. */
  static void prepare(Path file, Settings settings) {
    if (isNew(file)) {
      checkFolder(file);
    } else {
      requireOurs(file);
    }
    RuntimeException last = null;
    // Two processes may create or upgrade the same file. Each step is a transaction, so the one
    // that comes second fails cleanly, and finds the work done when it looks again.
    for (int i = 0; i < ATTEMPTS; i++) {
      try {
        if (version(file, false, settings) == VERSION) {
          return;
        }
        mark(file, settings);
        migrate(file, settings);
      } catch (FlywayException | ArchiveException e) {
        if (!ArchiveException.isTransient(e)) {
          throw translate(file, e);
        }
        last = e;
      }
    }
    throw translate(file, last);
  }

  /** Throws unless the file is an archive this version can read as it is. */
  static void requireCurrent(Path file, Settings settings) {
    requireExisting(file);
    requireOurs(file);
    if (version(file, true, settings) != VERSION) {
      throw new ArchiveException(
          Reason.UNWRITABLE,
          file + ": was written by an older version and must be upgraded; make it writable");
    }
  }

  static void requireExisting(Path file) {
    if (Files.isDirectory(file)) {
      throw new ArchiveException(Reason.NOT_A_DATABASE, file + ": is a folder, not an archive");
    }
    if (isNew(file)) {
      throw new ArchiveException(
          Reason.MISSING,
          file + ": no archive there; check the path, or run a search, which creates one");
    }
  }

  private static boolean isNew(Path file) {
    try {
      return !Files.exists(file) || (Files.isRegularFile(file) && Files.size(file) == 0);
    } catch (IOException e) {
      return false; // it is there; SQLite will say what is wrong with it
    }
  }

  private static void checkFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new ArchiveException(
          Reason.UNWRITABLE, file + ": there is no folder " + folder + "; create it first");
    }
  }

  /**
   * Looks at the header alone, read-only and without locks, so that a file that is not ours stays
   * as it is. It must be SQLite that looks: closing a file opened behind its back would drop the
   * locks it holds for other connections of this process.
   */
  private static void requireOurs(Path file) {
    if (Files.isDirectory(file)) {
      throw new ArchiveException(Reason.NOT_A_DATABASE, file + ": is a folder, not an archive");
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    long id;
    try (Connection connection =
        config.createConnection(Database.url(file) + "?mode=ro&immutable=1")) {
      id = new Sql(connection).number("pragma application_id");
    } catch (SQLException e) {
      throw ArchiveException.of(file, e);
    }
    if (id != APPLICATION_ID) {
      throw new ArchiveException(
          Reason.FOREIGN,
          file + ": is a database of another program and was left alone; choose another path");
    }
  }

  private static int version(Path file, boolean readOnly, Settings settings) {
    if (isNew(file)) {
      return 0;
    }
    try (Connection connection =
        Database.config(readOnly, settings).createConnection(Database.url(file))) {
      int version = (int) new Sql(connection).number("pragma user_version");
      if (version > VERSION) {
        throw new ArchiveException(
            Reason.NEWER,
            file
                + ": was written by a newer version (schema "
                + version
                + ", this one reads up to "
                + VERSION
                + "); use that version");
      }
      return version;
    } catch (SQLException e) {
      throw ArchiveException.of(file, e);
    }
  }

  /**
   * Marks a new file as ours before anything else is in it: a kill between the mark and the schema
   * then leaves an archive that still has to be migrated, not a foreign file.
   */
  private static void mark(Path file, Settings settings) {
    try (Connection connection =
        Database.config(false, settings).createConnection(Database.url(file))) {
      Sql sql = new Sql(connection);
      sql.run("pragma application_id = " + APPLICATION_ID);
      sql.run("pragma journal_mode = " + JournalMode.WAL);
    } catch (SQLException e) {
      throw ArchiveException.of(file, e);
    }
  }

  private static void migrate(Path file, Settings settings) {
    SQLiteConfig config = Database.config(false, settings);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(Database.url(file));
    Flyway.configure(Schema.class.getClassLoader())
        .dataSource(source)
        .locations(MIGRATIONS)
        .loggers(Silence.class.getName())
        .load()
        .migrate();
  }

  private static ArchiveException translate(Path file, RuntimeException error) {
    return error instanceof ArchiveException e ? e : ArchiveException.of(file, error);
  }
}
