package org.formulary.search.survey;

import java.util.ArrayList;
import java.util.List;

/** Rows of equal kind, kept by column. Immutable. */
public final class DataTable {
  /** What a column holds. */
  public enum Type {
    WHOLE,
    REAL,
    TEXT
  }

  /**
   * A column.
   *
   * @param name a lower-case word, or several joined by underscores
   * @param description a few words, with the unit
   */
  public record Column(String name, Type type, String description) {
    public static Column whole(String name, String description) {
      return new Column(name, Type.WHOLE, description);
    }

    public static Column real(String name, String description) {
      return new Column(name, Type.REAL, description);
    }

    public static Column text(String name, String description) {
      return new Column(name, Type.TEXT, description);
    }
  }

  private final List<Column> columns;

  /** A value for each row, by column. */
  private final List<List<Object>> values;

  private final int rows;

  private DataTable(List<Column> columns, List<List<Object>> values, int rows) {
    this.columns = columns;
    this.values = values;
    this.rows = rows;
  }

  /** Begins a table. */
  public static Builder builder(List<Column> columns) {
    return new Builder(columns);
  }

  public List<Column> columns() {
    return columns;
  }

  public int rows() {
    return rows;
  }

  /** The index of a column. */
  public int index(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no column \"%s\" in %s".formatted(name, columns));
  }

  /** A value: a Long, Double or String, as the column says. */
  public Object value(int column, int row) {
    return values.get(column).get(row);
  }

  public long whole(int column, int row) {
    return (Long) value(column, row);
  }

  public double real(int column, int row) {
    return (Double) value(column, row);
  }

  public String text(int column, int row) {
    return (String) value(column, row);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof DataTable that
        && columns.equals(that.columns)
        && values.equals(that.values)
        && rows == that.rows;
  }

  @Override
  public int hashCode() {
    return 31 * columns.hashCode() + values.hashCode();
  }

  @Override
  public String toString() {
    return "%d rows of %s".formatted(rows, columns.stream().map(Column::name).toList());
  }

  /** Collects rows. */
  public static final class Builder {
    private final List<Column> columns;
    private final List<List<Object>> values = new ArrayList<>();
    private int rows;

    private Builder(List<Column> columns) {
      this.columns = List.copyOf(columns);
      columns.forEach(_ -> values.add(new ArrayList<>()));
    }

    /** Adds a row: a Long, Integer, Double or String for each column, as it says. */
    public Builder row(List<?> row) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "%d values for %d columns".formatted(row.size(), columns.size()));
      }
      for (int i = 0; i < columns.size(); i++) {
        values.get(i).add(checked(columns.get(i), row.get(i)));
      }
      rows++;
      return this;
    }

    private static Object checked(Column column, Object value) {
      return switch (column.type()) {
        case WHOLE -> value instanceof Integer i ? Long.valueOf(i) : (Long) value;
        case REAL -> (Double) value;
        case TEXT -> (String) value;
      };
    }

    public DataTable build() {
      return new DataTable(columns, values.stream().map(List::copyOf).toList(), rows);
    }
  }
}
