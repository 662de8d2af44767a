package org.formulary.approximation;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.formulary.expressions.BinaryRational;
import org.formulary.search.archive.EntryId;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.truth.ReferenceTable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * Samples of an unknown function from a CSV file (RFC 4180): x, y on each line, in any order, with
 * or without a header. x is rounded to binary64, y is taken as it stands.
 */
final class SampleFile {
  /** Fewer points determine too little. */
  static final int FEWEST = 16;

  static final int MOST = 10_000;

  private static final int COLUMNS = 2;
  private static final BigDecimal LARGEST = new BigDecimal("1e300");

  private final String key;
  private final String file;

  private SampleFile(String key, String file) {
    this.key = key;
    this.file = file;
  }

  /**
   * Reads a file. Throws {@link InvalidSpecException} with {@code key} and one line that names the
   * file, the line at fault and what is allowed.
   */
  static Subject.Data read(String key, String file) {
    SampleFile reading = new SampleFile(key, file);
    ReferenceTable table = reading.table(reading.rows());
    String name = Path.of(file).getFileName().toString().replaceFirst("\\.[^.]*$", "");
    return new Subject.Data(name, table);
  }

  private List<String[]> rows() {
    CsvMapper mapper =
        CsvMapper.builder()
            .enable(CsvReadFeature.WRAP_AS_ARRAY, CsvReadFeature.TRIM_SPACES)
            .build();
    try (MappingIterator<String[]> rows =
        mapper.readerFor(String[].class).readValues(Files.readString(Path.of(file)))) {
      return rows.readAll();
    } catch (NoSuchFileException e) {
      throw wrong("there is no such file");
    } catch (IOException | JacksonException e) {
      throw wrong("cannot be read as CSV: " + e.getMessage().lines().findFirst().orElse(""));
    }
  }

  private ReferenceTable table(List<String[]> rows) {
    TreeMap<Double, BigDecimal> values = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      String[] row = rows.get(i);
      boolean header = i == 0 && !isNumber(row[0]);
      boolean blank = row.length == 1 && row[0].isEmpty();
      if (!header && !blank) {
        put(values, row, i + 1);
      }
    }
    if (values.size() < FEWEST || values.size() > MOST) {
      throw wrong("holds %d samples, allowed are %d to %d".formatted(values.size(), FEWEST, MOST));
    }
    int digits = values.values().stream().mapToInt(BigDecimal::precision).max().orElse(1);
    List<BinaryRational> points = new ArrayList<>();
    values.keySet().forEach(x -> points.add(BinaryRational.of(x)));
    return new ReferenceTable(
        "samples=" + hash(values), digits, points, List.copyOf(values.values()));
  }

  private void put(Map<Double, BigDecimal> values, String[] row, int line) {
    if (row.length != COLUMNS) {
      throw wrong("line %d has %d columns, must have x and y".formatted(line, row.length));
    }
    for (String cell : row) {
      if (!isNumber(cell)) {
        throw wrong("line %d: \"%s\" is not a number".formatted(line, cell));
      }
    }
    double x = new BigDecimal(row[0]).doubleValue();
    BigDecimal y = new BigDecimal(row[1]);
    if (!Double.isFinite(x) || y.abs().compareTo(LARGEST) > 0) {
      throw wrong("line %d: beyond ±1e300".formatted(line));
    }
    if (values.put(x + 0.0, y) != null) {
      throw wrong("line %d: x = %s comes twice".formatted(line, row[0]));
    }
  }

  private static boolean isNumber(String cell) {
    try {
      return new BigDecimal(cell).scale() < 10_000;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static String hash(Map<Double, BigDecimal> values) {
    StringBuilder text = new StringBuilder();
    values.forEach(
        (x, y) -> text.append(x).append(' ').append(y.stripTrailingZeros()).append('\n'));
    return EntryId.of(text.toString()).hex();
  }

  private InvalidSpecException wrong(String problem) {
    return new InvalidSpecException(key, "%s \"%s\" %s".formatted(key, file, problem));
  }
}
