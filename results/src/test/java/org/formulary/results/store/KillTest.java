package org.formulary.results.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes write to the same archive and say after each call what they were told is safe; they
 * are killed while they write. The moment is drawn as a number of calls, with a fixed seed.
 */
class KillTest {
  private static final int ROUNDS = 5;
  private static final int MOST_CALLS = 120;

  @TempDir Path folder;

  @Test
  void whatWasAnnouncedSurvivesAKill() throws Exception {
    Path file = folder.resolve("a.db");
    Random random = new Random(20261123);
    List<String> announced = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        List<Callable<List<String>>> writers = new ArrayList<>();
        for (int w = 0; w < 2; w++) {
          int campaign = 2 * round + w;
          int calls = 1 + random.nextInt(MOST_CALLS);
          writers.add(() -> writeUntilKilled(file, campaign, calls));
        }
        for (Future<List<String>> lines : threads.invokeAll(writers)) {
          announced.addAll(lines.get());
        }
      }
      check(file, announced);
    }
    assertThat(announced).hasSizeGreaterThan(ROUNDS);
  }

  private List<String> writeUntilKilled(Path file, int campaign, int calls) throws IOException {
    Path errors = folder.resolve("errors-" + campaign);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Xmx200m",
                // Where the native library unpacks itself: a killed process cannot tidy up.
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                KillTestWriter.class.getName(),
                file.toString(),
                Integer.toString(campaign))
            .redirectError(errors.toFile())
            .start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.endsWith(KillTestWriter.END)) {
          lines.add(line.substring(0, line.length() - KillTestWriter.END.length()));
        }
        if (lines.size() == calls) {
          // By its handle: Process would also close the pipe, with lines still in it.
          process.toHandle().destroyForcibly();
        }
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(errors).as("campaign " + campaign).isEmptyFile();
    assertThat(lines).as("campaign " + campaign).hasSizeGreaterThanOrEqualTo(calls);
    return lines;
  }

  private static void check(Path file, List<String> announced) throws Exception {
    Map<String, StoredEntry> entries = new HashMap<>();
    try (Archive archive = Archive.openExisting(file)) {
      for (StoredEntry e : archive.entries(EntryFilter.ALL)) {
        entries.put(e.entry().id().hex(), e);
      }
      for (String line : announced) {
        String[] words = line.split(" ");
        switch (words[0]) {
          case "campaign" -> assertThat(archive.campaign(words[1]).record().id()).isNotEmpty();
          case "entry" -> assertThat(entries).containsKey(words[1]);
          case "attested" -> {
            StoredEntry entry = entries.get(words[1]);
            assertThat(entry.status()).isEqualTo(Status.RESULT);
            assertThat(entry.attestations()).hasSize(1);
          }
          case "checkpoint" -> {
            List<String> states = archive.load(words[1]);
            assertThat(Long.parseLong(states.getFirst().strip()))
                .isGreaterThanOrEqualTo(Long.parseLong(words[2]));
          }
          default -> throw new AssertionError(line);
        }
      }
    }
    assertThat(Raw.list(file, "pragma integrity_check")).containsExactly("ok");
    assertThat(Raw.list(file, "pragma foreign_key_check")).isEmpty();
    assertThat(Raw.list(file, HALF_ENTRIES)).as("entries without scores or campaign").isEmpty();
    assertThat(Raw.list(file, HALF_BATCHES)).as("batches in part").isEmpty();
    assertThat(Raw.list(file, HALF_ATTESTED)).as("status without certificate").isEmpty();
    assertThat(Files.size(file)).isPositive();
  }

  private static final String HALF_ENTRIES =
      "select id from entry e where 2 <> (select count(*) from score s where s.entry = e.id)"
          + " or not exists (select 1 from campaign_entry c where c.entry = e.id)";

  /** Notations are {@code batch size number}; a batch is one transaction. */
  private static final String HALF_BATCHES =
      "select substr(notation, 1, 12) from entry group by campaign, substr(notation, 1, 12)"
          + " having count(*) <> cast(substr(notation, 11, 2) as integer)";

  private static final String HALF_ATTESTED =
      "select id from entry e where (status = 'RESULT')"
          + " <> exists (select 1 from attestation a where a.entry = e.id)";
}
