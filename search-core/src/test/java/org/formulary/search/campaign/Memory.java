package org.formulary.search.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.formulary.search.archive.ArchiveSink;
import org.formulary.search.archive.Entry;
import org.formulary.search.archive.EntryId;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.ProblemId;
import org.formulary.search.domain.Verification;

/** Archive, checkpoints and monitor of a test: stops after some barriers, saves at each. */
final class Memory implements ArchiveSink, CheckpointStore, CampaignMonitor {
  final SortedMap<EntryId, Entry> entries = new TreeMap<>();
  final SortedMap<EntryId, String> claims = new TreeMap<>();
  final Map<Long, String> checkpoints = new LinkedHashMap<>();
  final List<CampaignRecord> records = new ArrayList<>();
  int barriers;
  int stopAfter = Integer.MAX_VALUE;
  private long clock;

  Campaign.Ports ports(WorkRunner runner, int threads) {
    // Each look at the clock takes a minute, so that every barrier saves.
    return new Campaign.Ports(this, this, runner, threads, this, () -> clock += 60_000_000_000L);
  }

  @Override
  public void problem(ProblemId problem, List<Objective> objectives) {}

  @Override
  public void campaign(CampaignRecord campaign) {
    records.add(campaign);
  }

  @Override
  public void add(List<Entry> found) {
    found.forEach(e -> entries.putIfAbsent(e.id(), e));
  }

  @Override
  public void attest(EntryId entry, Verification verification) {
    claims.put(entry, verification.claim());
  }

  @Override
  public void save(String campaign, long epoch, String state) {
    checkpoints.put(epoch, state);
  }

  @Override
  public List<String> load(String campaign) {
    return new ArrayList<>(checkpoints.values()).reversed();
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
