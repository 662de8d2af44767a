package org.formulary.results.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.formulary.results.store.ArchiveException.Reason;

/** Finds the one id that starts with the digits a user typed. */
final class IdPrefix {
  private static final int SHORTEST = 4;

  private IdPrefix() {}

  /**
   * The full id.
   *
   * @param table one with ids, in the singular, as the message names it
   */
  static String resolve(Sql sql, String table, String typed) throws SQLException {
    String prefix = typed.toLowerCase(Locale.ROOT);
    if (!prefix.matches("[0-9a-f]{" + SHORTEST + ",32}")) {
      throw new ArchiveException(
          Reason.UNKNOWN_ID,
          "'" + typed + "' is not an id: give at least " + SHORTEST + " hexadecimal digits of one");
    }
    // Every digit sorts before 'g'; a range can use the index where LIKE could not.
    List<String> ids =
        sql.list(
            "select id from " + table + " where id >= ? and id < ? order by id",
            row -> row.getString(1),
            prefix,
            prefix + "g");
    return switch (ids.size()) {
      case 0 ->
          throw new ArchiveException(
              Reason.UNKNOWN_ID, "no " + table + " has an id that starts with " + prefix);
      case 1 -> ids.getFirst();
      default ->
          throw new ArchiveException(
              Reason.AMBIGUOUS_ID,
              ids.size()
                  + " ids of this kind ("
                  + table
                  + ") start with "
                  + prefix
                  + ": type more digits");
    };
  }
}
