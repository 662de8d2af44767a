package org.formulary.search.archive;

import java.util.List;
import org.formulary.search.campaign.CampaignRecord;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.ProblemId;
import org.formulary.search.domain.Verification;

/**
 * Where findings go. Every call is one transaction: when it returns, what it was given survives a
 * kill. Every call is idempotent by id.
 */
public interface ArchiveSink {
  /**
   * Records what the scores of a problem mean; needed before its first entry.
   *
   * @param objectives in the order of every {@link org.formulary.search.domain.Scores} of the
   *     problem
   */
  void problem(ProblemId problem, List<Objective> objectives);

  /** Records a campaign, or its new state; needed before its first entry. */
  void campaign(CampaignRecord campaign);

  /** Keeps entries as leads; an entry known already keeps its first provenance. */
  void add(List<Entry> entries);

  /** Appends a certificate to an entry and sets its status by it. */
  void attest(EntryId entry, Verification verification);
}
