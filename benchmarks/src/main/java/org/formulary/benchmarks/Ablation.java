package org.formulary.benchmarks;

import io.jenetics.Alterer;
import io.jenetics.AltererResult;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import org.formulary.approximation.Candidate;
import org.formulary.hashing.Fingerprint;
import org.formulary.search.domain.Encoding;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.Scores;
import org.formulary.search.domain.Strategy;
import org.formulary.search.domain.Worth;
import org.formulary.search.engine.CandidateChromosome;
import org.formulary.search.engine.CandidateGene;
import org.formulary.search.engine.Fitness;

/** The approximation problem with a part of the engine switched off, all evaluations watched. */
final class Ablation extends DelegatingProblem<Candidate> {
  /** What can be switched off from outside the engine. */
  enum Part {
    /** Behaviours are never recognised: each candidate is tried as if it were new. */
    HASHING,
    /** Offspring start from constants drawn anew instead of their parent's fitted ones. */
    INHERITANCE,
    /** All candidates compete with each other, whatever their operation count. */
    NICHES
  }

  private final BiConsumer<Candidate, Scores> watcher;
  private final Optional<Part> off;
  private final AtomicLong serial = new AtomicLong();

  /**
   * An ablation.
   *
   * @param watcher is told of all that is scored, by several threads
   * @param off what is switched off, if anything
   */
  Ablation(Problem<Candidate> problem, BiConsumer<Candidate, Scores> watcher, Optional<Part> off) {
    super(problem);
    this.watcher = watcher;
    this.off = off;
  }

  private boolean without(Part part) {
    return off.filter(part::equals).isPresent();
  }

  @Override
  public Evaluation<Candidate> evaluate(Candidate candidate) {
    return watched(problem.evaluate(candidate));
  }

  @Override
  public Evaluation<Candidate> refine(Candidate candidate) {
    return watched(problem.refine(candidate));
  }

  private Evaluation<Candidate> watched(Evaluation<Candidate> evaluation) {
    if (evaluation
        instanceof Evaluation.Scored<Candidate>(Candidate fitted, Scores scores, var _)) {
      watcher.accept(fitted, scores);
    }
    return evaluation;
  }

  @Override
  public Fingerprint fingerprint(Candidate candidate) {
    return without(Part.HASHING)
        ? new Fingerprint(serial.incrementAndGet() * 0x9e3779b97f4a7c15L, 0)
        : problem.fingerprint(candidate);
  }

  @Override
  public Strategy<Candidate> strategy() {
    return switch (problem.strategy()) {
      case Strategy.Evolve<Candidate>(Encoding<Candidate> encoding) ->
          new Strategy.Evolve<>(new AblatedEncoding(encoding));
      case Strategy.Enumerate<Candidate> sweep -> sweep;
      case Strategy.EnumerateThenEvolve<Candidate> both -> both;
    };
  }

  private final class AblatedEncoding implements Encoding<Candidate> {
    private final Encoding<Candidate> encoding;

    AblatedEncoding(Encoding<Candidate> encoding) {
      this.encoding = encoding;
    }

    @Override
    public List<Alterer<CandidateGene<Candidate>, Fitness>> alterers(Worth worth) {
      return encoding.alterers(new AblatedWorth(worth)).stream().map(this::ablated).toList();
    }

    private Alterer<CandidateGene<Candidate>, Fitness> ablated(
        Alterer<CandidateGene<Candidate>, Fitness> alterer) {
      return (population, generation) -> {
        AltererResult<CandidateGene<Candidate>, Fitness> result =
            alterer.alter(population, generation);
        Seq<Phenotype<CandidateGene<Candidate>, Fitness>> children = result.population();
        return new AltererResult<>(
            ISeq.of(children.map(p -> p.isEvaluated() ? p : child(p))), result.alterations());
      };
    }

    private Phenotype<CandidateGene<Candidate>, Fitness> child(
        Phenotype<CandidateGene<Candidate>, Fitness> p) {
      CandidateGene<Candidate> gene = p.genotype().gene();
      CandidateGene<Candidate> changed = gene;
      if (without(Part.INHERITANCE)) {
        changed =
            restart(gene.allele(), false, RandomRegistry.random()).map(gene::improved).orElse(gene);
      } else if (without(Part.HASHING)) {
        changed = CandidateGene.of(gene.allele(), gene.birth(), gene::allele);
      }
      return Phenotype.of(CandidateChromosome.genotype(changed), p.generation());
    }

    @Override
    public int niche(Candidate candidate) {
      return merged(encoding.niche(candidate));
    }

    private int merged(int niche) {
      return without(Part.NICHES) ? Math.min(niche, 0) : niche;
    }

    @Override
    public int niches() {
      return without(Part.NICHES) ? 1 : encoding.niches();
    }

    @Override
    public Candidate start(RandomGenerator random) {
      return encoding.start(random);
    }

    @Override
    public Optional<Candidate> restart(Candidate candidate, boolean near, RandomGenerator random) {
      return encoding.restart(candidate, near, random);
    }

    @Override
    public String write(Candidate candidate) {
      return encoding.write(candidate);
    }

    @Override
    public Candidate read(String text) {
      return encoding.read(text);
    }

    /** Without hashing all is worth trying; without niches all is asked of the one niche. */
    private final class AblatedWorth implements Worth {
      private final Worth worth;

      AblatedWorth(Worth worth) {
        this.worth = worth;
      }

      @Override
      public boolean trying(Fingerprint behaviour, int niche, double reachable) {
        return without(Part.HASHING)
            ? niche >= 0 && niche < encoding.niches()
            : worth.trying(behaviour, merged(niche), reachable);
      }

      @Override
      public boolean spent(int niche) {
        return without(Part.HASHING)
            ? niche < 0 || niche >= encoding.niches()
            : worth.spent(merged(niche));
      }

      @Override
      public boolean settled(Fingerprint behaviour) {
        return !without(Part.HASHING) && worth.settled(behaviour);
      }
    }
  }
}
