package org.formulary.results.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.formulary.search.survey.DataTable;
import org.formulary.search.survey.DataTable.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnFileTest {
  private static final DataTable TABLE =
      DataTable.builder(
              List.of(
                  Column.whole("n", "a number"),
                  Column.real("x", "another"),
                  Column.text("t", "δ, \"quoted\"")))
          .row(List.of(Long.MIN_VALUE, Double.NaN, ""))
          .row(List.of(1, Double.NEGATIVE_INFINITY, "δ = 0,5\n"))
          .row(List.of(-1L, -0.0, "plain"))
          .build();

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("t.columns.gz");
  }

  @Test
  void roundTrips() throws IOException {
    ColumnFile.write(file(), "survey", TABLE);
    assertThat(ColumnFile.read(file())).isEqualTo(TABLE);
  }

  @Test
  void roundTripsWithoutRows() throws IOException {
    DataTable none = DataTable.builder(TABLE.columns()).build();
    ColumnFile.write(file(), "survey", none);
    assertThat(ColumnFile.read(file())).isEqualTo(none);
  }

  @Test
  void isWhatItsDescriptionSays() throws IOException {
    ColumnFile.write(file(), "survey", TABLE);
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file()))) {
      byte[] bytes = in.readAllBytes();
      int start = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
      assertThat(new String(bytes, 0, start, StandardCharsets.UTF_8))
          .startsWith(
              "{\"format\":\"formulary-columns\",\"version\":1,\"survey\":\"survey\",\"rows\":3");
      assertThat(Arrays.copyOfRange(bytes, start + 8, start + 16))
          .containsExactly(1, 0, 0, 0, 0, 0, 0, 0);
      assertThat(bytes).hasSize(start + 3 * 8 + 3 * 8 + 3 * 4 + 14);
    }
  }

  @Test
  void refusesFilesThatAreNotWhole() throws IOException {
    ColumnFile.write(file(), "survey", TABLE);
    byte[] whole = Files.readAllBytes(file());
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(file(), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> ColumnFile.read(file())).isInstanceOf(IOException.class);
    }
    byte[] changed = whole.clone();
    changed[whole.length - 6] ^= 1;
    Files.write(file(), changed);
    assertThatThrownBy(() -> ColumnFile.read(file())).isInstanceOf(IOException.class);
  }

  @Test
  void plotsAreTheSameEachTime() {
    var axis = new org.formulary.search.domain.Figure.Axis("x", "", false);
    var figure =
        new org.formulary.search.domain.Figure(
            "a & b",
            axis,
            axis,
            List.of(
                new org.formulary.search.domain.Figure.Series(
                    "s", List.of(new org.formulary.search.domain.Figure.Point(1, 2)))));
    assertThat(ScatterPlot.svg(figure))
        .isEqualTo(ScatterPlot.svg(figure))
        .contains("a &amp; b")
        .endsWith("</svg>\n")
        .doesNotContain("NaN");
  }
}
