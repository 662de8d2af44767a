package org.formulary.results.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.formulary.search.domain.Verification.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files of every released schema, never to be written again: each later version must open them. A
 * new schema adds a file made by {@link GoldenFile} and a line here.
 */
class GoldenFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"golden-v1.db"})
  void fileOfAnEarlierVersionOpensWithAllItHolds(String name) throws Exception {
    Path file = folder.resolve(name);
    try (InputStream in = GoldenFileTest.class.getResourceAsStream(name)) {
      Files.copy(in, file);
    }
    try (Archive archive = Archive.openExisting(file)) {
      assertContent(archive);
      archive.campaign(Samples.campaign(5));
      assertThat(archive.campaigns()).hasSize(3);
    }
    assertThat(Raw.list(file, "pragma integrity_check")).containsExactly("ok");
    assertThat(Raw.list(file, "pragma user_version"))
        .containsExactly(Integer.toString(Schema.VERSION));
  }

  @Test
  void generatorMakesWhatTheFilesHold() {
    Path file = folder.resolve("new.db");
    GoldenFile.write(file);
    try (Archive archive = Archive.openReadOnly(file)) {
      assertContent(archive);
    }
  }

  private static void assertContent(Archive archive) {
    StoredEntry first = archive.entry(GoldenFile.FIRST.id().hex());
    assertThat(first.entry()).isEqualTo(GoldenFile.FIRST);
    assertThat(first.status()).isEqualTo(Status.RESULT);
    assertThat(first.objectives()).isEqualTo(Samples.OBJECTIVES);
    assertThat(first.runtime()).isEqualTo(Samples.RUNTIME);
    assertThat(first.attestations())
        .extracting(StoredAttestation::verification)
        .containsExactly(
            Samples.verification(Outcome.SAMPLED, 1), Samples.verification(Outcome.PROVED, 2));
    assertThat(archive.campaign(Samples.campaignId(1)).record()).isEqualTo(Samples.campaign(1));
    assertThat(archive.front(Samples.campaignId(2)))
        .extracting(StoredEntry::entry)
        .isEqualTo(List.of(GoldenFile.FIRST, GoldenFile.SECOND));
    assertThat(archive.load(Samples.campaignId(1))).containsExactly("state at 2", "state at 1");
  }
}
