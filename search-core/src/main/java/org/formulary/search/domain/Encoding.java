package org.formulary.search.domain;

import io.jenetics.Alterer;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.formulary.search.engine.CandidateGene;
import org.formulary.search.engine.Fitness;

/**
 * How a domain's candidates enter Jenetics: where a search starts and how candidates are altered.
 *
 * @param <P> the candidate
 */
public interface Encoding<P> extends Candidates<P> {
  /** A start candidate, drawn from {@code random}; never one that knows an answer. */
  P start(RandomGenerator random);

  /**
   * The alterers, applied in order to the offspring.
   *
   * @param worth what the engine would evaluate; an alterer may go on altering until it holds
   */
  List<Alterer<CandidateGene<P>, Fitness>> alterers(Worth worth);

  /**
   * Another start for the evaluation of a candidate: the same behaviour with other free numbers.
   * Empty where it has none.
   *
   * @param near whether they are drawn around the candidate's, which must be good, or from nothing
   */
  default Optional<P> restart(P candidate, boolean near, RandomGenerator random) {
    return Optional.empty();
  }

  /** The largest niche plus 1. */
  int niches();
}
