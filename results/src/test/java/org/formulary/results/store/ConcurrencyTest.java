package org.formulary.results.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.formulary.results.store.Samples.entry;
import static org.formulary.results.store.Samples.verification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.formulary.search.archive.Entry;
import org.formulary.search.domain.Verification.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrencyTest {
  private static final int WRITERS = 4;
  private static final int BATCHES = 25;

  @TempDir Path folder;

  @Test
  void threadsShareOneArchive() throws Exception {
    Path file = folder.resolve("a.db");
    try (Archive archive = Archive.open(file)) {
      Samples.prepare(archive, WRITERS);
      writeAndRead(List.of(archive, archive, archive, archive));
      assertThat(archive.entries(EntryFilter.ALL)).hasSize(WRITERS * BATCHES + BATCHES);
    }
  }

  @Test
  void severalConnectionsShareOneFile() throws Exception {
    Path file = folder.resolve("a.db");
    try (Archive a = Archive.open(file);
        Archive b = Archive.openExisting(file);
        Archive reader = Archive.openReadOnly(file)) {
      Samples.prepare(a, WRITERS);
      writeAndRead(List.of(a, b, a, b));
      assertThat(reader.entries(EntryFilter.ALL)).hasSize(WRITERS * BATCHES + BATCHES);
      assertThat(reader.entries(EntryFilter.ALL)).isEqualTo(a.entries(EntryFilter.ALL));
    }
    assertThat(Raw.list(file, "pragma integrity_check")).containsExactly("ok");
  }

  /** Each campaign adds entries of its own and one per batch that all campaigns find. */
  private static void writeAndRead(List<Archive> archives) throws Exception {
    List<Callable<Void>> writers = new ArrayList<>();
    for (int w = 0; w < WRITERS; w++) {
      int campaign = w + 1;
      Archive archive = archives.get(w);
      writers.add(
          () -> {
            for (int i = 0; i < BATCHES; i++) {
              Entry own = entry(campaign, campaign + " alone " + i, 1, i);
              archive.add(List.of(own, entry(campaign, "shared " + i, 2, i)));
              archive.attest(own.id(), verification(Outcome.PROVED, i));
              // One state of the archive: a result has its certificate, an entry its scores.
              for (StoredEntry e : archive.entries(EntryFilter.ALL.withLimit(20))) {
                assertThat(e.status() == Status.RESULT).isEqualTo(!e.attestations().isEmpty());
                assertThat(e.entry().scores().size()).isEqualTo(2);
              }
            }
            return null;
          });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      for (Future<Void> done : threads.invokeAll(writers)) {
        done.get();
      }
    }
    for (int w = 1; w <= WRITERS; w++) {
      EntryFilter found = EntryFilter.ALL.withCampaign(Samples.campaignId(w));
      assertThat(archives.getFirst().entries(found)).hasSize(2 * BATCHES);
    }
  }
}
