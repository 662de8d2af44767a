package org.formulary.search.campaign;

import io.jenetics.AbstractAlterer;
import io.jenetics.Alterer;
import io.jenetics.AltererResult;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.formulary.hashing.Fingerprint;
import org.formulary.search.domain.Encoding;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Notation;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.Presentation;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.ProblemId;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Scores;
import org.formulary.search.domain.Strategy;
import org.formulary.search.domain.Verification;
import org.formulary.search.domain.Worth;
import org.formulary.search.engine.CandidateChromosome;
import org.formulary.search.engine.CandidateGene;
import org.formulary.search.engine.Fitness;

/**
 * Numbers of 30 bits in four niches. About one in 10,000 is a needle, and all needles of a niche
 * are equally good but for a hair: which one is kept depends on which was found first.
 */
final class NeedleProblem
    implements Problem<Integer>, Notation<Integer>, Encoding<Integer>, Strategy.Sweep<Integer> {
  /** How needles are looked for. */
  enum Search {
    EVOLVE,
    SWEEP,
    BOTH
  }

  private static final int UNIT = 500;
  private static final int NICHES = 4;

  private final String name;
  private final double optimism;
  private final Search search;

  NeedleProblem(String name) {
    this(name, 1, Search.EVOLVE);
  }

  /**
   * @param optimism what a verified bound is, in units of the score
   */
  NeedleProblem(String name, double optimism, Search search) {
    this.name = name;
    this.optimism = optimism;
    this.search = search;
  }

  @Override
  public ProblemId id() {
    return new ProblemId(name, 1);
  }

  @Override
  public List<Objective> objectives() {
    return List.of(Objective.minimize("error", ""), Objective.minimize("niche", ""));
  }

  @Override
  public Strategy<Integer> strategy() {
    return switch (search) {
      case EVOLVE -> new Strategy.Evolve<>(this);
      case SWEEP -> new Strategy.Enumerate<>(this, this);
      case BOTH -> new Strategy.EnumerateThenEvolve<>(this, this);
    };
  }

  @Override
  public int units() {
    return 70;
  }

  @Override
  public Strategy.Slice<Integer> run(int unit, Progress progress) {
    List<Integer> needles =
        IntStream.range(UNIT * unit, UNIT * (unit + 1)).filter(x -> error(x) < 2).boxed().toList();
    return new Strategy.Slice<>(needles, UNIT);
  }

  @Override
  public Notation<Integer> notation() {
    return this;
  }

  @Override
  public Fingerprint fingerprint(Integer candidate) {
    return new Fingerprint(mix(candidate), candidate);
  }

  private static long mix(long z) {
    long h = (z ^ z >>> 7) * 0x9e3779b97f4a7c15L;
    return (h ^ h >>> 32) * 0xd6e8feb86659fd93L >>> 3;
  }

  private static double error(int x) {
    double hair = 1e-9 * (x >>> 2 & 127);
    return mix(x) % 10_000 == 1 ? 1 + hair : 2 + (x >>> 9 & 1023) / 100.0;
  }

  @Override
  public Evaluation<Integer> evaluate(Integer x) {
    if (mix(x) % 7 == 0) {
      return new Evaluation.Rejected<>("divisible");
    }
    return new Evaluation.Scored<>(x, Scores.of(error(x), NICHES - niche(x)));
  }

  @Override
  public Evaluation<Integer> refine(Integer candidate) {
    return evaluate(candidate);
  }

  @Override
  public Verification verify(Integer candidate, Progress progress) {
    return new Verification(
        Verification.Outcome.PROVED,
        "none",
        "it is " + candidate,
        OptionalDouble.of(optimism * error(candidate)),
        new TreeMap<>(),
        Duration.ZERO);
  }

  @Override
  public Presentation<Integer> presentation() {
    throw new UnsupportedOperationException("nobody looks");
  }

  @Override
  public String print(Integer candidate) {
    return "needle " + candidate;
  }

  @Override
  public Integer parse(String text) {
    return Integer.valueOf(text.substring("needle ".length()));
  }

  @Override
  public Integer start(RandomGenerator random) {
    return random.nextInt(1 << 30);
  }

  @Override
  public List<Alterer<CandidateGene<Integer>, Fitness>> alterers(Worth worth) {
    return List.of(new Flip());
  }

  @Override
  public int niche(Integer candidate) {
    return candidate & NICHES - 1;
  }

  @Override
  public String write(Integer candidate) {
    return Integer.toHexString(candidate);
  }

  @Override
  public Integer read(String text) {
    return Integer.valueOf(text, 16);
  }

  @Override
  public int niches() {
    return NICHES;
  }

  /** Flips three bits. */
  private static final class Flip extends AbstractAlterer<CandidateGene<Integer>, Fitness> {
    Flip() {
      super(1.0);
    }

    @Override
    public AltererResult<CandidateGene<Integer>, Fitness> alter(
        Seq<Phenotype<CandidateGene<Integer>, Fitness>> population, long generation) {
      RandomGenerator random = RandomRegistry.random();
      List<Phenotype<CandidateGene<Integer>, Fitness>> altered = new ArrayList<>();
      for (Phenotype<CandidateGene<Integer>, Fitness> p : population) {
        CandidateGene<Integer> gene = p.genotype().gene();
        CandidateGene<Integer> child = gene.child(flipped(gene.allele(), random));
        altered.add(Phenotype.of(CandidateChromosome.genotype(child), generation));
      }
      return new AltererResult<>(ISeq.of(altered), altered.size());
    }

    private static int flipped(int x, RandomGenerator random) {
      return x ^ 1 << random.nextInt(30) ^ 1 << random.nextInt(30) ^ 1 << random.nextInt(30);
    }
  }
}
