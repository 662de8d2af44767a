package org.formulary.truth;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** CSV files that are part of the program. */
public final class CsvResource {
  private CsvResource() {}

  /** The rows of a file that stands beside a class. */
  public static List<String[]> rows(Class<?> beside, String file) {
    CsvMapper mapper = CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();
    try (InputStream in = beside.getResourceAsStream(file);
        MappingIterator<String[]> rows =
            mapper
                .readerFor(String[].class)
                .readValues(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
      return rows.readAll();
    } catch (IOException e) {
      throw new IllegalStateException(file, e);
    }
  }
}
