package org.formulary.truth;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.formulary.expressions.BinaryRational;
import org.formulary.hashing.Checksum;

/**
 * The text of a cached table: what was asked, one value a line, and a checksum of all that.
 *
 * <p>{@link #VERSION} changes with every change of the values or of this format.
 */
final class TableFile {
  private static final String VERSION = "formulary reference values 1";
  private static final String CHECKSUM = "sha-256 ";

  private TableFile() {}

  /** The file name, from the hash of what was asked. */
  static String name(String function, int digits, List<BinaryRational> points) {
    return Checksum.sha256(question(function, digits, points)).substring(0, 40) + ".table";
  }

  static String print(ReferenceTable table) {
    StringBuilder text =
        new StringBuilder(question(table.function(), table.digits(), table.points()));
    text.append("values\n");
    table.values().forEach(v -> text.append(v).append('\n'));
    return text + CHECKSUM + Checksum.sha256(text.toString()) + "\n";
  }

  /** The table that answers the question, unless the text is damaged or answers another one. */
  static Optional<ReferenceTable> parse(
      String text, String function, int digits, List<BinaryRational> points) {
    int end = text.lastIndexOf(CHECKSUM);
    String head = question(function, digits, points) + "values\n";
    if (end < 0 || !text.startsWith(head)) {
      return Optional.empty();
    }
    String body = text.substring(0, end);
    if (!text.substring(end).equals(CHECKSUM + Checksum.sha256(body) + "\n")) {
      return Optional.empty();
    }
    List<String> lines = body.substring(head.length()).lines().toList();
    return lines.size() == points.size()
        ? values(lines, digits).map(v -> new ReferenceTable(function, digits, points, v))
        : Optional.empty();
  }

  private static Optional<List<BigDecimal>> values(List<String> lines, int digits) {
    List<BigDecimal> values = new ArrayList<>();
    try {
      for (String line : lines) {
        BigDecimal value = new BigDecimal(line);
        if (value.precision() > digits) {
          return Optional.empty();
        }
        values.add(value);
      }
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
    return Optional.of(values);
  }

  private static String question(String function, int digits, List<BinaryRational> points) {
    StringBuilder text = new StringBuilder(VERSION);
    text.append("\nfunction ").append(function);
    text.append("\ndigits ").append(digits);
    text.append("\npoints ").append(points.size()).append('\n');
    points.forEach(p -> text.append(p).append('\n'));
    return text.toString();
  }
}
