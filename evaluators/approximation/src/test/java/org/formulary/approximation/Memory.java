package org.formulary.approximation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.formulary.search.archive.ArchiveSink;
import org.formulary.search.archive.Entry;
import org.formulary.search.archive.EntryId;
import org.formulary.search.campaign.Campaign;
import org.formulary.search.campaign.CampaignMonitor;
import org.formulary.search.campaign.CampaignRecord;
import org.formulary.search.campaign.CheckpointStore;
import org.formulary.search.campaign.LocalRunner;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.ProblemId;
import org.formulary.search.domain.Verification;

/** Archive, one checkpoint and a stop after some barriers. */
final class Memory implements ArchiveSink, CheckpointStore, CampaignMonitor {
  final SortedMap<EntryId, Entry> entries = new TreeMap<>();
  final List<String> checkpoints = new ArrayList<>();
  int barriers;
  int stopAfter = Integer.MAX_VALUE;

  Campaign.Ports ports(LocalRunner runner) {
    return new Campaign.Ports(this, this, runner, 1, this, System::nanoTime);
  }

  @Override
  public void problem(ProblemId problem, List<Objective> objectives) {}

  @Override
  public void campaign(CampaignRecord campaign) {}

  @Override
  public void add(List<Entry> found) {
    found.forEach(e -> entries.putIfAbsent(e.id(), e));
  }

  @Override
  public void attest(EntryId entry, Verification verification) {
    assertThat(verification.confirms()).isTrue();
  }

  @Override
  public void save(String campaign, long epoch, String state) {
    checkpoints.add(state);
  }

  @Override
  public List<String> load(String campaign) {
    return checkpoints.reversed();
  }

  @Override
  public void barrier(Status status) {
    barriers++;
  }

  @Override
  public void archived(Entry entry) {}

  @Override
  public void verifying(Entry entry) {}

  @Override
  public void verified(Entry entry, Verification verification) {}

  @Override
  public boolean stopRequested() {
    return barriers >= stopAfter;
  }
}
