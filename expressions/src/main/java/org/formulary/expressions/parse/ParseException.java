package org.formulary.expressions.parse;

/**
 * Text that is no formula. The message has three lines: what is wrong and at which column, the
 * text, a caret under the column.
 */
public final class ParseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int column;

  public ParseException(String problem, String text, int column) {
    super(
        "%s (column %d)\n  %s\n  %s^"
            .formatted(
                problem, column + 1, text.replaceAll("[\\s\\p{Cntrl}]", " "), " ".repeat(column)));
    this.column = column;
  }

  /** The column at fault, from 0. */
  public int column() {
    return column;
  }
}
