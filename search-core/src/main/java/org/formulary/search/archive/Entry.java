package org.formulary.search.archive;

import org.formulary.search.domain.ProblemId;
import org.formulary.search.domain.Scores;

/**
 * An archived candidate.
 *
 * @param domain the name of its domain
 * @param notation canonical text
 * @param scores as evaluated, in the order of the problem's objectives
 */
public record Entry(
    EntryId id,
    String domain,
    ProblemId problem,
    String notation,
    Scores scores,
    Provenance provenance) {
  public static Entry of(
      String domain, ProblemId problem, String notation, Scores scores, Provenance provenance) {
    return new Entry(EntryId.of(problem, notation), domain, problem, notation, scores, provenance);
  }
}
