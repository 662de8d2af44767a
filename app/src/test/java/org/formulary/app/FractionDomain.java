package org.formulary.app;

import io.jenetics.AbstractAlterer;
import io.jenetics.Alterer;
import io.jenetics.AltererResult;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.formulary.hashing.Fingerprint;
import org.formulary.search.domain.Baseline;
import org.formulary.search.domain.Domain;
import org.formulary.search.domain.Encoding;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Figure;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.search.domain.Notation;
import org.formulary.search.domain.Objective;
import org.formulary.search.domain.Presentation;
import org.formulary.search.domain.Problem;
import org.formulary.search.domain.ProblemId;
import org.formulary.search.domain.ProblemSpec;
import org.formulary.search.domain.Progress;
import org.formulary.search.domain.Scores;
import org.formulary.search.domain.SpecSchema;
import org.formulary.search.domain.Strategy;
import org.formulary.search.domain.Verification;
import org.formulary.search.domain.Verification.Outcome;
import org.formulary.search.domain.Worth;
import org.formulary.search.engine.CandidateChromosome;
import org.formulary.search.engine.CandidateGene;
import org.formulary.search.engine.Fitness;

/**
 * A toy: binary fractions near a number. Numbers above 1 are refuted, those below 0 neither shown
 * nor refuted, and those below -1 are a defect.
 */
final class FractionDomain implements Domain {
  static final int MAX_BITS = 5;

  @Override
  public String name() {
    return "fractions";
  }

  @Override
  public String description() {
    return "Binary fractions near a number, 100% toy";
  }

  @Override
  public List<String> examples() {
    return List.of("--number 0.3 --evaluations 1000");
  }

  @Override
  public SpecSchema schema() {
    return new SpecSchema(
        List.of(
            SpecSchema.Key.of("number", "X", "0.3", "the number, from 0 to 1"),
            SpecSchema.Key.of("shift", "X", "0", "added to the number, in % of nothing")));
  }

  /** One for each of several numbers. */
  @Override
  public List<ProblemSpec> parts(ProblemSpec spec) {
    return Stream.of(spec.option("number").orElse("0.3").split(","))
        .map(number -> spec.with("number", number))
        .toList();
  }

  @Override
  public Problem<?> problem(ProblemSpec spec, Progress progress) {
    progress.report("reference values", 1, 1);
    if (progress.cancelled()) {
      throw new CancellationException("reference values");
    }
    String text = spec.option("number").orElse("0.3");
    try {
      double number = Double.parseDouble(text);
      if (number >= 0 && number <= 1) {
        return new Near(number + Double.parseDouble(spec.option("shift").orElse("0")));
      }
    } catch (NumberFormatException e) {
      // Reported below.
    }
    throw new InvalidSpecException("number", "number \"" + text + "\": allowed is 0 to 1");
  }

  private record Near(double target) implements Problem<Fraction> {
    @Override
    public ProblemId id() {
      return new ProblemId("fractions number=" + target, 1);
    }

    @Override
    public List<Objective> objectives() {
      return List.of(Objective.minimize("maxDistance", ""), Objective.minimize("bits", "bits"));
    }

    @Override
    public Strategy<Fraction> strategy() {
      return new Strategy.Evolve<>(new Bits());
    }

    @Override
    public Notation<Fraction> notation() {
      return new Notation<>() {
        @Override
        public String print(Fraction candidate) {
          return candidate.toString();
        }

        @Override
        public Fraction parse(String text) {
          if (!text.matches(" *-?\\d+/2\\^\\d{1,3} *")) {
            throw new InvalidSpecException("program", "not a fraction\n  " + text + "\n  ^");
          }
          return Fraction.parse(text);
        }
      };
    }

    @Override
    public Fingerprint fingerprint(Fraction f) {
      return new Fingerprint(f.bits(), f.value().longValue());
    }

    @Override
    public Evaluation<Fraction> evaluate(Fraction f) {
      return new Evaluation.Scored<>(f, Scores.of(Math.abs(f.number() - target), f.bits()));
    }

    @Override
    public Evaluation<Fraction> refine(Fraction f) {
      return evaluate(f);
    }

    @Override
    public List<String> relation(Fraction one, Fraction other) {
      return one.value().equals(other.value())
          ? List.of("the point moves by " + (other.bits() - one.bits()))
          : List.of();
    }

    @Override
    public Verification verify(Fraction f, Progress progress) {
      if (f.number() > 1) {
        return Verification.refuted(
            "arithmetic", f + " is above 1", new TreeMap<>(), Duration.ZERO);
      }
      if (f.number() < -1) {
        throw new LinkageError("no method\nfor this");
      }
      if (f.number() < 0) {
        return new Verification(
            Outcome.INCOMPLETE,
            "arithmetic",
            f + " is below 0",
            OptionalDouble.empty(),
            new TreeMap<>(),
            Duration.ZERO);
      }
      long start = System.nanoTime();
      BigDecimal exact =
          new BigDecimal(f.value())
              .divide(new BigDecimal(BigInteger.TWO.pow(f.bits())))
              .subtract(new BigDecimal(target))
              .abs();
      return new Verification(
          Outcome.PROVED,
          "decimal arithmetic",
          "the distance is exactly " + exact,
          OptionalDouble.of(exact.doubleValue()),
          new TreeMap<>(java.util.Map.of("arithmeticUsed", "decimal")),
          Duration.ofNanos(System.nanoTime() - start));
    }

    @Override
    public Presentation<Fraction> presentation() {
      return new Shown();
    }

    private final class Shown implements Presentation<Fraction> {
      @Override
      public List<String> formats() {
        return List.of("text", "latex");
      }

      @Override
      public String export(Fraction f, String format) {
        return format + " " + f;
      }

      @Override
      public String latex(Fraction f) {
        return "\\frac{" + f.value() + "}{2^{" + f.bits() + "}}";
      }

      @Override
      public SortedMap<String, String> attributes(Fraction f) {
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put("parity", f.value().testBit(0) ? "odd" : "even");
        return attributes;
      }

      @Override
      public Optional<String> readable(Fraction f) {
        return Optional.of(Double.toString(f.number()));
      }

      @Override
      public List<Figure> figures(Fraction f) {
        return List.of();
      }

      @Override
      public List<Baseline> baselines() {
        return List.of(new Baseline("zero", "always", Scores.of(Math.abs(target), 1), "0/2^1"));
      }
    }
  }

  /** Any value of at most so many bits. */
  private static final class Bits implements Encoding<Fraction> {
    @Override
    public Fraction start(RandomGenerator random) {
      int bits = 1 + random.nextInt(MAX_BITS);
      return new Fraction(BigInteger.valueOf(random.nextInt(1 << bits)), bits);
    }

    @Override
    public List<Alterer<CandidateGene<Fraction>, Fitness>> alterers(Worth worth) {
      return List.of(new Step());
    }

    @Override
    public int niche(Fraction f) {
      return f.bits();
    }

    @Override
    public String write(Fraction f) {
      return f.toString();
    }

    @Override
    public Fraction read(String text) {
      return Fraction.parse(text);
    }

    @Override
    public int niches() {
      return MAX_BITS + 1;
    }
  }

  private static final class Step extends AbstractAlterer<CandidateGene<Fraction>, Fitness> {
    Step() {
      super(1.0);
    }

    @Override
    public AltererResult<CandidateGene<Fraction>, Fitness> alter(
        Seq<Phenotype<CandidateGene<Fraction>, Fitness>> population, long generation) {
      RandomGenerator random = RandomRegistry.random();
      ISeq<Phenotype<CandidateGene<Fraction>, Fitness>> altered =
          population.map(p -> step(p, generation, random)).asISeq();
      return new AltererResult<>(altered, altered.size());
    }

    private static Phenotype<CandidateGene<Fraction>, Fitness> step(
        Phenotype<CandidateGene<Fraction>, Fitness> p, long generation, RandomGenerator random) {
      CandidateGene<Fraction> gene = p.genotype().gene();
      Fraction f = gene.allele();
      Fraction next =
          new Fraction(f.value().add(BigInteger.valueOf(random.nextInt(5) - 2)), f.bits());
      return Phenotype.of(CandidateChromosome.genotype(gene.child(next)), generation);
    }
  }
}
