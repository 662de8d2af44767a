package org.formulary.benchmarks;

import java.util.List;
import java.util.function.Consumer;
import org.formulary.search.archive.ArchiveSink;
import org.formulary.search.archive.Entry;
import org.formulary.search.archive.EntryId;
import org.formulary.search.campaign.CampaignRecord;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.ProblemId;
import org.formulary.search.domain.Verification;

/** An archive that tells of each lead, and keeps nothing. */
record Leads(Consumer<Entry> told) implements ArchiveSink {
  @Override
  public void problem(ProblemId problem, List<Objective> objectives) {}

  @Override
  public void campaign(CampaignRecord campaign) {}

  @Override
  public void add(List<Entry> entries) {
    entries.forEach(told);
  }

  @Override
  public void attest(EntryId entry, Verification verification) {}
}
