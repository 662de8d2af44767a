package org.formulary.app.text;

import java.util.ArrayList;
import java.util.List;

/** An aligned table. The last column is cut where it would run over the width. */
public final class Table {
  private static final String GAP = "  ";
  private static final int SHORTEST_LAST = 12;

  private final List<List<String>> rows = new ArrayList<>();
  private final List<Boolean> right;

  /** A table with a header; columns whose title starts with {@code >} are aligned right. */
  public Table(List<String> header) {
    right = header.stream().map(h -> h.startsWith(">")).toList();
    rows.add(header.stream().map(h -> h.startsWith(">") ? h.substring(1) : h).toList());
  }

  /** Adds a row with one cell for each column. */
  public void row(List<String> cells) {
    if (cells.size() != right.size()) {
      throw new IllegalArgumentException(
          "a row has " + right.size() + " cells, was given " + cells.size());
    }
    rows.add(List.copyOf(cells));
  }

  /** The lines, header first, without line ends; at most so wide where that is possible. */
  public List<String> lines(int columns) {
    int[] widths = new int[right.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    int last = widths.length - 1;
    int before = 0;
    for (int i = 0; i < last; i++) {
      before += widths[i] + GAP.length();
    }
    widths[last] = Math.min(widths[last], Math.max(SHORTEST_LAST, columns - before));
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cut(row.get(i), widths[i]);
      String space = " ".repeat(widths[i] - cell.length());
      line.append(i == 0 ? "" : GAP).append(right.get(i) ? space + cell : cell + space);
    }
    return line.toString().stripTrailing();
  }

  /** The text itself if it fits, else its beginning and an ellipsis. */
  public static String cut(String text, int columns) {
    return text.length() <= columns ? text : text.substring(0, Math.max(0, columns - 1)) + "…";
  }
}
