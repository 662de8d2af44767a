package org.formulary.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.formulary.results.store.Archive;
import org.formulary.results.store.ArchiveException;
import org.formulary.search.campaign.Budget;
import org.formulary.search.campaign.CampaignRecord;

/**
 * What a database says of its newest campaign.
 *
 * @param checkpoint whether it has one
 */
record Recorded(CampaignRecord campaign, boolean checkpoint) {
  /** Saves a checkpoint each second; each minute is too seldom for searches of seconds. */
  static final List<String> OFTEN = List.of("-Dformulary.checkpoint.seconds=1");

  private static final long POLL_MILLISECONDS = 20;

  /** Empty where no campaign was recorded. */
  static Optional<Recorded> in(Archive archive) {
    return archive.campaigns().stream()
        .findFirst()
        .map(c -> new Recorded(c.record(), !archive.load(c.record().id()).isEmpty()));
  }

  boolean finished() {
    return campaign.state() == CampaignRecord.State.FINISHED;
  }

  /** Whether a checkpoint was saved and part of the search was still to do. */
  boolean midSearch() {
    boolean budgetLeft =
        switch (campaign.spec().budget()) {
          case Budget.Time(var time) -> campaign.searched().compareTo(time) < 0;
          case Budget.Evaluations(long perIsland) ->
              campaign.evaluations() < perIsland * campaign.spec().islands();
        };
    return checkpoint && !finished() && budgetLeft;
  }

  /** Waits for a checkpoint of a campaign, or for the end of the process. */
  static void awaitCheckpoint(Process process, Path db) throws InterruptedException {
    while (!process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
      if (Files.exists(db) && hasCheckpoint(db)) {
        return;
      }
    }
  }

  private static boolean hasCheckpoint(Path db) {
    try (Archive archive = Archive.openReadOnly(db)) {
      return in(archive).filter(Recorded::checkpoint).isPresent();
    } catch (ArchiveException e) {
      return false; // It is being created.
    }
  }
}
