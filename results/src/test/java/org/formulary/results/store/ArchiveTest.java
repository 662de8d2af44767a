package org.formulary.results.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.formulary.results.store.Samples.OBJECTIVES;
import static org.formulary.results.store.Samples.PROBLEM;
import static org.formulary.results.store.Samples.campaignId;
import static org.formulary.results.store.Samples.entry;
import static org.formulary.results.store.Samples.verification;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.formulary.results.store.ArchiveException.Reason;
import org.formulary.search.archive.Entry;
import org.formulary.search.archive.EntryId;
import org.formulary.search.archive.Provenance;
import org.formulary.search.campaign.CampaignRecord;
import org.formulary.search.campaign.CampaignRecord.State;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.ProblemId;
import org.formulary.search.domain.Scores;
import org.formulary.search.domain.Verification;
import org.formulary.search.domain.Verification.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  @TempDir Path folder;
  private Archive archive;

  @BeforeEach
  void open() {
    archive = Archive.open(folder.resolve("a.db"), Samples.RUNTIME);
    Samples.prepare(archive, 2);
  }

  @AfterEach
  void close() {
    archive.close();
  }

  @Test
  void entryComesBackAsItWas() {
    Entry entry = entry(1, "(fma x 0x1.8p1 'ünï\n') ≤ \"q\"", Double.MIN_VALUE, 7);
    Instant before = Instant.now();
    archive.add(List.of(entry));
    StoredEntry stored = archive.entry(entry.id().hex());
    assertThat(stored.entry()).isEqualTo(entry);
    assertThat(stored.status()).isEqualTo(Status.LEAD);
    assertThat(stored.objectives()).isEqualTo(OBJECTIVES);
    assertThat(stored.attestations()).isEmpty();
    assertThat(stored.runtime()).isEqualTo(Samples.RUNTIME);
    assertThat(stored.foundAt()).isBetween(before, Instant.now());
  }

  @Test
  void scoresKeepEveryBit() {
    double[] hard = {
      Math.nextUp(1.0),
      0.1,
      1e23,
      Double.MAX_VALUE,
      1 / 0.0,
      -1 / 0.0,
      9007199254740993.0,
      0.0,
      -0.0,
      Long.MAX_VALUE,
      Double.MIN_NORMAL,
      -Double.MIN_VALUE,
      3
    };
    for (double score : hard) {
      Entry entry = entry(1, "p" + score, score, 1);
      archive.add(List.of(entry));
      assertThat(archive.entry(entry.id().hex()).entry()).isEqualTo(entry);
    }
  }

  @Test
  void rediscoveryKeepsTheFirstProvenanceAndIsListedByBothCampaigns() {
    Entry first = entry(1, "p", 1e-3, 3);
    Entry again = entry(2, "p", 1e-3, 3);
    archive.add(List.of(first));
    archive.add(List.of(again, entry(2, "q", 1e-4, 4)));
    archive.add(List.of(again));
    assertThat(archive.entry(first.id().hex()).entry().provenance()).isEqualTo(first.provenance());
    assertThat(archive.entries(EntryFilter.ALL.withCampaign(campaignId(1)))).hasSize(1);
    assertThat(archive.entries(EntryFilter.ALL.withCampaign(campaignId(2)))).hasSize(2);
    assertThat(archive.front(campaignId(2))).hasSize(2);
  }

  @Test
  void oneBadEntryKeepsTheWholeBatchOut() {
    Entry good = entry(1, "good", 1, 1);
    Entry orphan = entry(77, "orphan", 1, 1);
    assertThatThrownBy(() -> archive.add(List.of(good, orphan)))
        .hasMessageContaining("its campaign " + campaignId(77) + " is not in the archive");
    Entry unknown = entry(1, new ProblemId("other", 1), "x", 1, 1);
    assertThatThrownBy(() -> archive.add(List.of(good, unknown)))
        .hasMessageContaining("its problem other r1 is not in the archive");
    Entry short1 = entry(1, PROBLEM, "x", 1);
    assertThatThrownBy(() -> archive.add(List.of(good, short1)))
        .hasMessageContaining("it has 1 scores for 2 objectives");
    Entry forged =
        new Entry(EntryId.of("?"), "d", PROBLEM, "x", Scores.of(1, 1), good.provenance());
    assertThatThrownBy(() -> archive.add(List.of(good, forged)))
        .hasMessageContaining("its id is not that of its content");
    assertThat(archive.entries(EntryFilter.ALL)).isEmpty();
  }

  @Test
  void certificatesAreAppendedAndDecideTheStatus() {
    Entry entry = entry(1, "p", 1e-3, 3);
    archive.add(List.of(entry));
    List<Outcome> outcomes =
        List.of(
            Outcome.INCOMPLETE,
            Outcome.SAMPLED,
            Outcome.INCOMPLETE,
            Outcome.REFUTED,
            Outcome.SAMPLED,
            Outcome.PROVED);
    List<Status> expected =
        List.of(
            Status.LEAD,
            Status.RESULT,
            Status.RESULT,
            Status.REFUTED,
            Status.REFUTED,
            Status.RESULT);
    for (int i = 0; i < outcomes.size(); i++) {
      archive.attest(entry.id(), verification(outcomes.get(i), i));
      assertThat(archive.entry(entry.id().hex()).status()).isEqualTo(expected.get(i));
    }
    List<StoredAttestation> all = archive.entry(entry.id().hex()).attestations();
    assertThat(all).extracting(a -> a.verification().outcome()).isEqualTo(outcomes);
    assertThat(all.getFirst().verification()).isEqualTo(verification(Outcome.INCOMPLETE, 0));
    assertThat(all).extracting(StoredAttestation::runtime).containsOnly(Samples.RUNTIME);
  }

  @Test
  void certificateSentTwiceIsKeptOnceAndARepeatedVerificationTwice() {
    Entry entry = entry(1, "p", 1e-3, 3);
    archive.add(List.of(entry));
    Verification unbounded =
        new Verification(
            Outcome.PROVED, "m", "c", OptionalDouble.empty(), new TreeMap<>(), Duration.ZERO);
    archive.attest(entry.id(), unbounded);
    archive.attest(entry.id(), unbounded);
    archive.attest(entry.id(), verification(Outcome.PROVED, 5));
    archive.attest(entry.id(), verification(Outcome.PROVED, 5));
    archive.attest(entry.id(), verification(Outcome.PROVED, 6));
    List<StoredAttestation> all = archive.entry(entry.id().hex()).attestations();
    assertThat(all).hasSize(3);
    assertThat(all.getFirst().verification()).isEqualTo(unbounded);
  }

  @Test
  void certificateOfAnUnknownEntryIsRefused() {
    assertThatThrownBy(() -> archive.attest(EntryId.of("x"), verification(Outcome.PROVED, 1)))
        .isInstanceOfSatisfying(
            ArchiveException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_ID));
  }

  @Test
  void campaignIsRecordedOnceAndThenProgresses() {
    CampaignRecord submitted = Samples.campaign(1);
    assertThat(archive.campaign(campaignId(1)).record()).isEqualTo(submitted);
    CampaignRecord later =
        new CampaignRecord(
            submitted.id(),
            submitted.spec(),
            State.INTERRUPTED,
            submitted.submitted(),
            Duration.ofHours(3),
            9_000_000_000L);
    archive.campaign(later);
    archive.campaign(later);
    assertThat(archive.campaign(campaignId(1)).record()).isEqualTo(later);
    assertThat(archive.campaigns())
        .extracting(c -> c.record().id())
        .containsExactly(campaignId(2), campaignId(1));
    CampaignRecord other =
        new CampaignRecord(
            submitted.id(),
            Samples.spec(99),
            State.FINISHED,
            submitted.submitted(),
            Duration.ZERO,
            0);
    assertThatThrownBy(() -> archive.campaign(other)).hasMessageContaining("another specification");
    assertThat(archive.campaign(campaignId(1)).record()).isEqualTo(later);
  }

  @Test
  void lastUnfinishedCampaignIsTheNewestOfExactlyThatSpecification() {
    CampaignRecord one = Samples.campaign(1);
    for (int i = 3; i <= 5; i++) {
      State state = i == 5 ? State.FINISHED : State.INTERRUPTED;
      Instant at = one.submitted().plusSeconds(i);
      archive.campaign(new CampaignRecord(campaignId(i), one.spec(), state, at, Duration.ZERO, 0));
    }
    assertThat(archive.lastUnfinished(one.spec()).orElseThrow().record().id())
        .isEqualTo(campaignId(4));
    assertThat(archive.lastUnfinished(Samples.spec(99))).isEmpty();
  }

  @Test
  void problemKeepsItsObjectives() {
    archive.problem(PROBLEM, OBJECTIVES);
    assertThatThrownBy(
            () -> archive.problem(PROBLEM, List.of(Objective.minimize("maxAbsoluteError", ""))))
        .hasMessageContaining("maxAbsoluteError")
        .hasMessageContaining("maxRelativeError");
  }

  @Test
  void idPrefixFindsTheOneOrSaysHowMany() {
    Entry entry = entry(1, "p", 1, 1);
    archive.add(List.of(entry));
    String hex = entry.id().hex();
    assertThat(archive.entry(hex.substring(0, 4)).entry()).isEqualTo(entry);
    assertThat(archive.entry(hex.toUpperCase(java.util.Locale.ROOT)).entry()).isEqualTo(entry);
    assertReason(Reason.UNKNOWN_ID, () -> archive.entry(hex.substring(0, 3)));
    assertReason(Reason.UNKNOWN_ID, () -> archive.entry("%%%%"));
    assertReason(Reason.UNKNOWN_ID, () -> archive.entry(EntryId.of("absent").hex()));
    assertReason(Reason.AMBIGUOUS_ID, () -> archive.campaign("c0ffee"));
    assertThatThrownBy(() -> archive.campaign("c0ffee"))
        .hasMessage("2 ids of this kind (campaign) start with c0ffee: type more digits");
  }

  @Test
  void newestTwoCheckpointsAreKept() {
    for (long epoch = 1; epoch <= 5; epoch++) {
      archive.save(campaignId(1), epoch, "state " + epoch);
    }
    archive.save(campaignId(1), 5, "state 5, again");
    archive.save(campaignId(2), 1, "of another campaign");
    assertThat(archive.load(campaignId(1))).containsExactly("state 5, again", "state 4");
    assertThat(archive.load(campaignId(2))).containsExactly("of another campaign");
    assertThat(archive.load("none")).isEmpty();
  }

  @Test
  void damagedCheckpointIsLeftOut() throws Exception {
    archive.save(campaignId(1), 1, "old");
    archive.save(campaignId(1), 2, "new");
    Raw.run(folder.resolve("a.db"), "update checkpoint set state = 'nwe' where epoch = 2");
    assertThat(archive.load(campaignId(1))).containsExactly("old");
    Raw.run(folder.resolve("a.db"), "update checkpoint set epoch = 3 where epoch = 1");
    assertThat(archive.load(campaignId(1))).isEmpty();
  }

  @Test
  void seedsAndNumbersWithoutIslandComeBack() {
    Entry entry =
        Entry.of(
            "d",
            PROBLEM,
            "p",
            Scores.of(1, 2),
            new Provenance(campaignId(1), -1, -1, -1, List.of()));
    archive.add(List.of(entry));
    assertThat(archive.entry(entry.id().hex()).entry()).isEqualTo(entry);
  }

  private static void assertReason(Reason reason, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ArchiveException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
