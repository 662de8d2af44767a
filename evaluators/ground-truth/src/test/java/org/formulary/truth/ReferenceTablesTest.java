package org.formulary.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.formulary.expressions.BinaryRational;
import org.formulary.search.domain.Progress;
import org.formulary.truth.reference.RealFunction;
import org.formulary.truth.reference.UndefinedValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceTablesTest {
  private static final RealFunction ROOT = RealFunction.parse("sqrt(x)");
  private static final List<BinaryRational> POINTS = ChebyshevPoints.lobatto(Interval.of(1, 4), 16);

  @TempDir Path directory;

  @Test
  void aKeptTableEqualsTheComputedOne() {
    ReferenceTables tables = ReferenceTables.in(directory.resolve("a/b"), 2);
    ReferenceTables.Lookup computed = tables.table(ROOT, POINTS, Progress.NONE);
    ReferenceTables.Lookup kept = tables.table(ROOT, POINTS, Progress.NONE);
    assertThat(computed.cached()).isFalse();
    assertThat(kept.cached()).isTrue();
    assertThat(kept.table()).isEqualTo(computed.table());
    assertThat(computed.warning()).isEmpty();
    for (int i = 0; i < POINTS.size(); i++) {
      assertThat(kept.table().values().get(i)).isEqualTo(ROOT.value(POINTS.get(i), 40));
    }
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() {
    ReferenceTable one = ReferenceTables.uncached(1).table(ROOT, POINTS, Progress.NONE).table();
    ReferenceTable three = ReferenceTables.uncached(3).table(ROOT, POINTS, Progress.NONE).table();
    assertThat(three).isEqualTo(one);
  }

  @Test
  void otherQuestionsGetOtherFiles() throws IOException {
    ReferenceTables tables = ReferenceTables.in(directory, 1);
    tables.table(ROOT, POINTS, Progress.NONE);
    tables.table(RealFunction.parse("1/x"), POINTS, Progress.NONE);
    tables.table(ROOT, POINTS.subList(1, 9), Progress.NONE);
    new ReferenceTables(Optional.of(directory), new ReferenceTable.Effort(41, 1))
        .table(ROOT, POINTS, Progress.NONE);
    assertThat(files()).hasSize(4);
  }

  @Test
  void aDamagedFileIsComputedAnewAndReplaced() throws IOException {
    ReferenceTables tables = ReferenceTables.in(directory, 1);
    ReferenceTable good = tables.table(ROOT, POINTS, Progress.NONE).table();
    Path file = files().getFirst();
    byte[] bytes = Files.readAllBytes(file);
    Random random = new Random(11);
    for (int i = 0; i < 40; i++) {
      byte[] damaged = bytes.clone();
      damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      ReferenceTables.Lookup lookup = tables.table(ROOT, POINTS, Progress.NONE);
      assertThat(lookup.cached()).isFalse();
      assertThat(lookup.table()).isEqualTo(good);
      assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }
    for (int length : new int[] {0, 10, bytes.length / 2, bytes.length - 1}) {
      Files.write(file, java.util.Arrays.copyOf(bytes, length));
      assertThat(tables.table(ROOT, POINTS, Progress.NONE).cached()).isFalse();
    }
  }

  @Test
  void aForeignFileUnderTheNameIsNotTrusted() throws IOException {
    ReferenceTables tables = ReferenceTables.in(directory, 1);
    tables.table(ROOT, POINTS, Progress.NONE);
    Path file = files().getFirst();
    ReferenceTables elsewhere = ReferenceTables.in(directory.resolve("other"), 1);
    elsewhere.table(RealFunction.parse("x"), POINTS, Progress.NONE);
    try (var others = Files.list(directory.resolve("other"))) {
      Files.write(file, Files.readAllBytes(others.findFirst().orElseThrow()));
    }
    assertThat(tables.table(ROOT, POINTS, Progress.NONE).cached()).isFalse();
  }

  @Test
  void anUnwritableDirectoryCostsOnlyTheCache() throws IOException {
    Path notADirectory = Files.writeString(directory.resolve("file"), "in the way");
    ReferenceTables.Lookup lookup =
        ReferenceTables.in(notADirectory, 1).table(ROOT, POINTS, Progress.NONE);
    assertThat(lookup.table().size()).isEqualTo(POINTS.size());
    assertThat(lookup.warning().orElseThrow()).contains("cannot write to " + notADirectory);
    assertThat(notADirectory).hasContent("in the way");
  }

  @Test
  void progressIsReportedAndMayStopTheWork() throws IOException {
    List<Long> seen = new ArrayList<>();
    ReferenceTables tables = ReferenceTables.in(directory, 2);
    assertThatThrownBy(() -> tables.table(ROOT, POINTS, stoppingAfter(5, seen)))
        .isInstanceOf(CancellationException.class);
    assertThat(seen).containsExactly(0L, 1L, 2L, 3L, 4L);
    assertThat(files()).isEmpty();
    tables.table(ROOT, POINTS, stoppingAfter(1000, seen));
    assertThat(seen.getLast()).isEqualTo(POINTS.size());
  }

  @Test
  void thePointWithoutAValueIsNamed() {
    List<BinaryRational> points = ChebyshevPoints.lobatto(Interval.of(-1, 1), 8);
    assertThatThrownBy(
            () ->
                ReferenceTables.uncached(2).table(RealFunction.parse("1/x"), points, Progress.NONE))
        .isInstanceOf(UndefinedValueException.class)
        .hasMessageContaining("at x = 0");
  }

  private static Progress stoppingAfter(int reports, List<Long> seen) {
    return new Progress() {
      @Override
      public void report(String what, long done, long total) {
        seen.add(done);
      }

      @Override
      public boolean cancelled() {
        return seen.size() >= reports;
      }
    };
  }

  private List<Path> files() throws IOException {
    try (var entries = Files.list(directory)) {
      return entries.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
