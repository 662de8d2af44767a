package org.formulary.search.campaign;

import java.util.List;
import org.formulary.search.domain.ProblemSpec;

/**
 * Everything that decides what a campaign finds. Threads, machines and clocks are not part of it.
 *
 * @param seed of the seed tree: campaign, island, generation
 * @param islands number of independent populations, ≥ 1
 * @param startFrom notations of start candidates given by the user; empty for an empty start
 */
public record CampaignSpec(
    ProblemSpec problem, long seed, int islands, Budget budget, List<String> startFrom) {
  public CampaignSpec {
    startFrom = List.copyOf(startFrom);
    if (islands < 1) {
      throw new IllegalArgumentException("islands must be ≥ 1, was " + islands);
    }
  }
}
