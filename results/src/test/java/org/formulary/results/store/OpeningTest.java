package org.formulary.results.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.formulary.results.store.Samples.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.formulary.results.store.ArchiveException.Reason;
import org.formulary.results.store.Database.Settings;
import org.formulary.search.archive.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {
  private static final List<Function<Path, Archive>> EVERY_WAY =
      List.of(Archive::open, Archive::openExisting, Archive::openReadOnly);

  @TempDir Path folder;

  @Test
  void schemaVersionIsThatOfTheNewestMigration() throws Exception {
    Path file = archiveWithOneEntry();
    assertThat(Raw.list(file, "select max(version) from flyway_schema_history"))
        .containsExactly(Integer.toString(Schema.VERSION));
    assertThat(Raw.list(file, "pragma user_version"))
        .containsExactly(Integer.toString(Schema.VERSION));
    assertThat(Raw.list(file, "pragma journal_mode")).containsExactly("wal");
  }

  @Test
  void wrongPathCreatesNothing() throws Exception {
    Path absent = folder.resolve("absent.db");
    fails(Reason.MISSING, absent, () -> Archive.openExisting(absent));
    fails(Reason.MISSING, absent, () -> Archive.openReadOnly(absent));
    Path deep = folder.resolve("no/such/folder/a.db");
    fails(Reason.UNWRITABLE, deep, () -> Archive.open(deep));
    assertThat(list()).isEmpty();
  }

  @Test
  void emptyFileBecomesAnArchiveOnlyWhenWritten() throws Exception {
    Path file = Files.createFile(folder.resolve("empty.db"));
    fails(Reason.MISSING, file, () -> Archive.openExisting(file));
    fails(Reason.MISSING, file, () -> Archive.openReadOnly(file));
    assertThat(file).isEmptyFile();
    Archive.open(file).close();
    Archive.openExisting(file).close();
  }

  @Test
  void textFileIsLeftAlone() throws Exception {
    Path file = Files.writeString(folder.resolve("text.db"), "This is no database.\n".repeat(99));
    leftAlone(Reason.NOT_A_DATABASE, file);
  }

  @Test
  void databaseOfAnotherProgramIsLeftAlone() throws Exception {
    for (String journal : List.of("delete", "wal")) {
      Path file = folder.resolve(journal + ".db");
      Raw.run(file, "pragma journal_mode=" + journal, "create table entry (id)");
      leftAlone(Reason.FOREIGN, file);
    }
    Path marked = folder.resolve("marked.db");
    Raw.run(marked, "pragma application_id = 1", "create table entry (id)");
    leftAlone(Reason.FOREIGN, marked);
  }

  @Test
  void archiveOfANewerVersionIsNamedSo() throws Exception {
    Path file = archiveWithOneEntry();
    Raw.run(file, "pragma user_version = " + (Schema.VERSION + 1));
    for (Function<Path, Archive> way : EVERY_WAY) {
      fails(Reason.NEWER, file, () -> way.apply(file));
    }
  }

  @Test
  void folderIsNoArchive() {
    for (Function<Path, Archive> way : EVERY_WAY) {
      fails(Reason.NOT_A_DATABASE, folder, () -> way.apply(folder));
    }
  }

  @Test
  void fileThatCannotBeCreatedIsReported() throws Exception {
    Path notAFolder = Files.writeString(folder.resolve("plain"), "x");
    Path file = notAFolder.resolve("a.db");
    fails(Reason.UNWRITABLE, file, () -> Archive.open(file));
    // Not even the superuser can create files in the process file system.
    Path inProc = Path.of("/proc/formulary-test.db");
    fails(Reason.UNWRITABLE, inProc, () -> Archive.open(inProc));
  }

  @Test
  void readOnlyArchiveReadsAndRefusesToWrite() throws Exception {
    Path file = archiveWithOneEntry();
    try (Archive archive = Archive.openReadOnly(file)) {
      assertThat(archive.entries(EntryFilter.ALL)).hasSize(1);
      fails(Reason.UNWRITABLE, file, () -> archive.campaign(Samples.campaign(2)));
      assertThat(archive.campaigns()).hasSize(1);
    }
  }

  @Test
  void pathMayHoldAnyCharacter() throws Exception {
    Path odd = Files.createDirectory(folder.resolve("a b?mode=ro&c#d%20é'\";"));
    Path file = odd.resolve("f?x=1#%41.db");
    try (Archive archive = Archive.open(file)) {
      Samples.prepare(archive, 1);
    }
    assertThat(file).isNotEmptyFile();
    try (Archive archive = Archive.openReadOnly(file)) {
      assertThat(archive.campaigns()).hasSize(1);
    }
    assertThat(list()).hasSize(1);
  }

  @Test
  void fullDiskLosesNothingThatWasSaved() throws Exception {
    Path file = folder.resolve("small.db");
    List<Entry> saved = new ArrayList<>();
    Settings small = new Settings(Duration.ofSeconds(1), 60);
    try (Archive archive = Archive.open(file, Samples.RUNTIME, small)) {
      Samples.prepare(archive, 1);
      fails(Reason.FULL, file, () -> fill(archive, saved));
      assertThat(saved).isNotEmpty();
      assertThat(archive.entries(EntryFilter.ALL))
          .extracting(StoredEntry::entry)
          .containsExactlyInAnyOrderElementsOf(saved);
      fails(Reason.FULL, file, () -> archive.save(Samples.campaignId(1), 1, "x".repeat(1 << 20)));
    }
    assertThat(Raw.list(file, "pragma integrity_check")).containsExactly("ok");
    try (Archive archive = Archive.open(file)) {
      assertThat(archive.entries(EntryFilter.ALL)).hasSameSizeAs(saved);
      archive.save(Samples.campaignId(1), 1, "x".repeat(1 << 20));
    }
  }

  @Test
  void diskTooFullForTheSchemaLeavesAFileThatCanBeFinishedLater() throws Exception {
    Path file = folder.resolve("tiny.db");
    Settings tiny = new Settings(Duration.ofSeconds(1), 6);
    fails(Reason.FULL, file, () -> Archive.open(file, Samples.RUNTIME, tiny));
    try (Archive archive = Archive.open(file)) {
      Samples.prepare(archive, 1);
    }
  }

  @Test
  void lockedFileIsReportedAfterTheWait() throws Exception {
    Path file = archiveWithOneEntry();
    Settings impatient = new Settings(Duration.ofMillis(20), 0);
    try (Archive archive = Archive.open(file, Samples.RUNTIME, impatient);
        Connection other = Raw.connect(file)) {
      other.createStatement().execute("begin immediate");
      fails(Reason.LOCKED, file, () -> archive.campaign(Samples.campaign(2)));
      assertThat(archive.entries(EntryFilter.ALL)).as("reading goes on").hasSize(1);
      other.createStatement().execute("rollback");
      archive.campaign(Samples.campaign(2));
    }
  }

  @Test
  void severalMayCreateTheSameFileAtOnce() throws Exception {
    for (int round = 0; round < 3; round++) {
      Path file = folder.resolve("race" + round + ".db");
      try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int t = 1; t <= 4; t++) {
          int number = t;
          tasks.add(
              () -> {
                try (Archive archive = Archive.open(file)) {
                  archive.campaign(Samples.campaign(number));
                }
                return null;
              });
        }
        for (Future<Void> done : threads.invokeAll(tasks)) {
          done.get();
        }
      }
      try (Archive archive = Archive.openExisting(file)) {
        assertThat(archive.campaigns()).hasSize(4);
      }
    }
  }

  @Test
  void damagedFileIsReported() throws Exception {
    Path file = archiveWithOneEntry();
    byte[] bytes = Files.readAllBytes(file);
    java.util.Arrays.fill(bytes, 4096, bytes.length, (byte) 0x55);
    Files.write(file, bytes);
    fails(
        Reason.NOT_A_DATABASE,
        file,
        () -> {
          try (Archive archive = Archive.open(file)) {
            archive.entries(EntryFilter.ALL);
          }
        });
  }

  private static void fill(Archive archive, List<Entry> saved) {
    for (int i = 0; i < 10_000; i++) {
      Entry entry = entry(1, "p" + i + " ".repeat(500), 1, i);
      archive.add(List.of(entry));
      saved.add(entry);
    }
  }

  private Path archiveWithOneEntry() {
    Path file = folder.resolve("good.db");
    try (Archive archive = Archive.open(file)) {
      Samples.prepare(archive, 1);
      archive.add(List.of(entry(1, "p", 1e-3, 3)));
    }
    return file;
  }

  private void leftAlone(Reason reason, Path file) throws IOException {
    byte[] before = Files.readAllBytes(file);
    List<Path> files = list();
    for (Function<Path, Archive> way : EVERY_WAY) {
      fails(reason, file, () -> way.apply(file));
    }
    assertThat(file).hasBinaryContent(before);
    assertThat(list()).isEqualTo(files);
  }

  private List<Path> list() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** The reason, and one line that names the file. */
  private static void fails(Reason reason, Path file, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ArchiveException.class,
            e -> {
              assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason);
              assertThat(e).hasMessageStartingWith(file + ": ");
              assertThat(e.getMessage()).doesNotContain("\n");
              assertThat(e.getMessage().toLowerCase(Locale.ROOT)).doesNotContain("exception");
            });
  }
}
