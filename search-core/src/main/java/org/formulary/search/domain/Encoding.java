package org.formulary.search.domain;

import io.jenetics.Alterer;
import io.jenetics.Gene;
import io.jenetics.Genotype;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The bridge between Jenetics' genotypes and candidates.
 *
 * @param <G> the gene
 * @param <P> the candidate
 */
public interface Encoding<G extends Gene<?, G>, P> {
  P decode(Genotype<G> genotype);

  /** The genotype of a candidate, such as one with fitted constants or a user's start. */
  Genotype<G> encode(P candidate);

  /** A start candidate, drawn from {@code random}; never one that knows an answer. */
  P start(RandomGenerator random);

  /** The alterers, applied in order to every offspring. */
  List<Alterer<G, Fitness>> alterers();

  /** The candidates this one was altered from; empty for a start. */
  List<P> parents(Genotype<G> genotype);

  /** The niche: candidates compete for survival only within it. For programs, the operation count. */
  int niche(P candidate);

  /** The largest niche plus 1. */
  int niches();
}
