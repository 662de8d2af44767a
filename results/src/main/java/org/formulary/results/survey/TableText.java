package org.formulary.results.survey;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.formulary.search.survey.DataTable;
import org.formulary.search.survey.DataTable.Column;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tables for other programs: CSV by RFC 4180 with a header line, and JSON. */
public final class TableText {
  private TableText() {}

  /** The header line. */
  public static void csvHeader(DataTable table, Appendable out) throws IOException {
    out.append(table.columns().stream().map(Column::name).collect(Collectors.joining(",")));
    out.append("\n");
  }

  /** A line for each row; what is not a number is empty. */
  public static void csvRows(DataTable table, Appendable out) throws IOException {
    for (int r = 0; r < table.rows(); r++) {
      int row = r;
      out.append(
          IntStream.range(0, table.columns().size())
              .mapToObj(c -> quote(table.value(c, row)))
              .collect(Collectors.joining(",")));
      out.append("\n");
    }
  }

  private static String quote(Object value) {
    if (value instanceof Double d) {
      return d.isNaN() ? "" : d.toString();
    }
    String cell = value.toString();
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /** An array of objects; numbers that JSON does not have are null. */
  public static String json(DataTable table) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (int r = 0; r < table.rows(); r++) {
      ObjectNode row = rows.addObject();
      for (int c = 0; c < table.columns().size(); c++) {
        String name = table.columns().get(c).name();
        switch (table.value(c, r)) {
          case Long n -> row.put(name, n.longValue());
          case Double d when Double.isFinite(d) -> row.put(name, d.doubleValue());
          case Double _ -> row.putNull(name);
          case Object text -> row.put(name, text.toString());
        }
      }
    }
    return rows.toString();
  }
}
