package org.formulary.search.archive;

import java.util.List;

/**
 * Where an entry comes from.
 *
 * @param campaign id of the campaign that found it first
 * @param seed of the campaign
 * @param island number of the island, −1 where there was none
 * @param generation of the island, or the unit of a sweep where there was no island
 * @param parents ids of the candidates it was altered from, whether archived or not
 */
public record Provenance(
    String campaign, long seed, int island, long generation, List<EntryId> parents) {
  public Provenance {
    parents = List.copyOf(parents);
  }
}
