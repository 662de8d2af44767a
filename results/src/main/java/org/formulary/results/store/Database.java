package org.formulary.results.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** One connection to an archive file: transactions, one thread at a time, errors translated. */
final class Database implements AutoCloseable {
  /**
   * How to connect.
   *
   * @param busyTimeout how long to wait for another process that writes
   * @param maxPages the size at which the file counts as a full disk; 0 for none. For tests.
   */
  record Settings(Duration busyTimeout, int maxPages) {
    static final Settings DEFAULT = new Settings(Duration.ofSeconds(10), 0);
  }

  /** What to do within a transaction. */
  @FunctionalInterface
  interface Work<T> {
    T run(Sql sql) throws SQLException;
  }

  /** What to do within a transaction, without a result. */
  @FunctionalInterface
  interface Action {
    void run(Sql sql) throws SQLException;
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Path file;
  private final Connection connection;
  private final Sql sql;

  private Database(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
    this.sql = new Sql(connection);
  }

  static Database connect(Path file, boolean readOnly, Settings settings) {
    try {
      return new Database(file, config(readOnly, settings).createConnection(url(file)));
    } catch (SQLException e) {
      throw ArchiveException.of(file, e);
    }
  }

  static SQLiteConfig config(boolean readOnly, Settings settings) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    config.setBusyTimeout(Math.toIntExact(settings.busyTimeout().toMillis()));
    config.enforceForeignKeys(true);
    if (!readOnly) {
      // With a write-ahead log this syncs at every commit, so a commit also survives a power cut.
      config.setSynchronous(SynchronousMode.FULL);
    }
    if (settings.maxPages() > 0) {
      config.setMaxPageCount(settings.maxPages());
    }
    return config;
  }

  /** As a URI, so that no character of the path means anything to SQLite. */
  static String url(Path file) {
    return "jdbc:sqlite:file:" + file.toUri().getRawPath();
  }

  /** All of the work or none of it; when this returns, the work survives a kill. */
  void write(Action work) {
    // Immediate: a transaction that reads first and then finds another writer could not be
    // repeated.
    transaction(
        "begin immediate",
        s -> {
          work.run(s);
          return null;
        });
  }

  /** Reads one state of the archive, whatever others write meanwhile. */
  <T> T read(Work<T> work) {
    return transaction("begin", work);
  }

  private <T> T transaction(String begin, Work<T> work) {
    lock.lock();
    try {
      sql.run(begin);
      boolean done = false;
      try {
        T result = work.run(sql);
        sql.run("commit");
        done = true;
        return result;
      } finally {
        if (!done) {
          rollBack();
        }
      }
    } catch (SQLException e) {
      throw ArchiveException.of(file, e);
    } finally {
      lock.unlock();
    }
  }

  /** Best effort: after a full disk SQLite has rolled back already and complains. */
  private void rollBack() {
    try {
      sql.run("rollback");
    } catch (SQLException e) {
      // The failure that led here is the one to report; an open transaction ends with the
      // connection.
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw ArchiveException.of(file, e);
    } finally {
      lock.unlock();
    }
  }
}
