package org.formulary.benchmarks;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.formulary.search.archive.ArchiveSink;
import org.formulary.search.archive.Entry;
import org.formulary.search.archive.EntryId;
import org.formulary.search.campaign.Campaign;
import org.formulary.search.campaign.CampaignMonitor;
import org.formulary.search.campaign.CampaignRecord;
import org.formulary.search.campaign.CheckpointStore;
import org.formulary.search.campaign.WorkRunner;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.ProblemId;
import org.formulary.search.domain.Verification;

/** An archive that keeps nothing: only the search is measured. */
final class Unrecorded implements ArchiveSink, CheckpointStore {
  private Unrecorded() {}

  static Campaign.Ports ports(WorkRunner runner, int threads) {
    return ports(runner, threads, new Last(() -> false));
  }

  static Campaign.Ports ports(WorkRunner runner, int threads, CampaignMonitor monitor) {
    Unrecorded nowhere = new Unrecorded();
    return new Campaign.Ports(nowhere, nowhere, runner, threads, monitor, System::nanoTime);
  }

  @Override
  public void problem(ProblemId problem, List<Objective> objectives) {}

  @Override
  public void campaign(CampaignRecord campaign) {}

  @Override
  public void add(List<Entry> entries) {}

  @Override
  public void attest(EntryId entry, Verification verification) {}

  @Override
  public void save(String campaign, long epoch, String state) {}

  @Override
  public List<String> load(String campaign) {
    return List.of();
  }

  /** Keeps the last status; stops a search when told to. */
  static final class Last implements CampaignMonitor {
    private final BooleanSupplier stop;
    private Status status;

    Last(BooleanSupplier stop) {
      this.stop = stop;
    }

    Status status() {
      return status;
    }

    @Override
    public void barrier(Status now) {
      status = now;
    }

    @Override
    public void archived(Entry entry) {}

    @Override
    public void verifying(Entry entry) {}

    @Override
    public void verified(Entry entry, Verification verification) {}

    @Override
    public boolean stopRequested() {
      return stop.getAsBoolean();
    }
  }
}
