package org.formulary.search.engine;

import io.jenetics.AbstractChromosome;
import io.jenetics.Chromosome;
import io.jenetics.Genotype;
import io.jenetics.util.ISeq;

/** A chromosome of exactly one {@link CandidateGene}. */
public final class CandidateChromosome<P> extends AbstractChromosome<CandidateGene<P>> {
  private static final long serialVersionUID = 1L;

  private CandidateChromosome(ISeq<CandidateGene<P>> genes) {
    super(genes);
  }

  /** The genotype of one gene. */
  public static <P> Genotype<CandidateGene<P>> genotype(CandidateGene<P> gene) {
    return Genotype.of(new CandidateChromosome<>(ISeq.of(gene)));
  }

  @Override
  public Chromosome<CandidateGene<P>> newInstance(ISeq<CandidateGene<P>> genes) {
    return new CandidateChromosome<>(genes);
  }

  @Override
  public Chromosome<CandidateGene<P>> newInstance() {
    return new CandidateChromosome<>(ISeq.of(gene().newInstance()));
  }
}
