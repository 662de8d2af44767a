package org.formulary.continuedfractions.blind;

import io.jenetics.AbstractAlterer;
import io.jenetics.AltererResult;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.formulary.continuedfractions.polynomial.Convergence;
import org.formulary.continuedfractions.polynomial.Fraction;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.LocalSpread;
import org.formulary.continuedfractions.polynomial.LowDegree;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.search.engine.CandidateChromosome;
import org.formulary.search.engine.CandidateGene;
import org.formulary.search.engine.Fitness;

/**
 * Alters every offspring by a few {@link FractionMoves}; some are replaced by fractions whose
 * partial denominators {@link TraceSieve} finds for their partial numerators. Of these half are
 * drawn anew, and half have the partial numerators of one of the best fractions, or near ones. What
 * the sieve found is remembered, which changes nothing but the time it takes. One per island.
 */
final class FractionAlterer extends AbstractAlterer<CandidateGene<Fraction>, Fitness> {
  /** One offspring in so many is solved. */
  private static final int SOLVED = 16;

  /** Of so many the neighbour of the best is solved. */
  private static final int DRAWN = 256;

  /** One offspring in so many is drawn anew. */
  private static final int FRESH = 32;

  private static final int REMEMBERED = 4096;

  private static final int SMALLEST_BOX = 4;

  private final Map<Box, List<IntegerPolynomial>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Box, List<IntegerPolynomial>> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Box(IntegerPolynomial b, Denominators family, int most) {}

  private final SearchParts parts;

  FractionAlterer(SearchParts parts) {
    super(1.0);
    this.parts = parts;
  }

  @Override
  public AltererResult<CandidateGene<Fraction>, Fitness> alter(
      Seq<Phenotype<CandidateGene<Fraction>, Fitness>> population, long generation) {
    RandomGenerator random = RandomRegistry.random();
    ISeq<Phenotype<CandidateGene<Fraction>, Fitness>> altered =
        population
            .map(
                p -> {
                  CandidateGene<Fraction> gene = p.genotype().gene();
                  Fraction next = altered(gene.allele(), population, random);
                  return Phenotype.<CandidateGene<Fraction>, Fitness>of(
                      CandidateChromosome.genotype(gene.child(next)), generation);
                })
            .asISeq();
    return new AltererResult<>(altered, altered.size());
  }

  private Fraction altered(
      Fraction f,
      Seq<Phenotype<CandidateGene<Fraction>, Fitness>> population,
      RandomGenerator random) {
    boolean solved = parts.sieve() && random.nextInt(SOLVED) == 0;
    if (solved && parts.evolution() && random.nextBoolean()) {
      return solved(neighbour(best(population, random), random), random);
    }
    if (solved) {
      return solved(FractionMoves.random(random).contracted(), random);
    }
    if (!parts.evolution()) {
      return FractionMoves.random(random);
    }
    Fraction next = random.nextInt(FRESH) == 0 ? FractionMoves.random(random) : f;
    for (int moves = Numerator.geometric(4, random); moves > 0; moves--) {
      Fraction other = population.get(random.nextInt(population.size())).genotype().gene().allele();
      next = FractionMoves.altered(next, other, random);
    }
    return next;
  }

  /** Of some that are drawn the one of a random degree that has the smallest denominators. */
  private static Fraction best(
      Seq<Phenotype<CandidateGene<Fraction>, Fitness>> population, RandomGenerator random) {
    int degree = random.nextInt(Moves.LEAST_DEGREE, Moves.MOST_DEGREE + 1);
    Phenotype<CandidateGene<Fraction>, Fitness> best = population.get(0);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < DRAWN; i++) {
      Phenotype<CandidateGene<Fraction>, Fitness> p =
          population.get(random.nextInt(population.size()));
      boolean counts = p.isEvaluated() && FractionEncoding.degree(p.fitness().niche()) == degree;
      if (counts && p.fitness().error() < least) {
        best = p;
        least = p.fitness().error();
      }
    }
    return best.genotype().gene().allele();
  }

  /** With partial numerators that are changed a little, or not at all. */
  private static PolynomialFraction neighbour(Fraction f, RandomGenerator random) {
    PolynomialFraction near = f.contracted();
    IntegerPolynomial b = near.b();
    for (int moves = Numerator.geometric(4, random); moves > 1; moves--) {
      b = Moves.numerator(b, random);
    }
    return Moves.normalized(new PolynomialFraction(near.a(), b));
  }

  /** With partial denominators such that the fraction reduces, where some are found. */
  private PolynomialFraction solved(PolynomialFraction f, RandomGenerator random) {
    if (!Moves.isSought(f) || isHopeless(f.b())) {
      return f;
    }
    Denominators all = Denominators.all(f.a().degree());
    Denominators family = random.nextBoolean() ? all : Denominators.symmetric(f.b()).orElse(all);
    int most = SMALLEST_BOX;
    while (random.nextInt(4) > 0 && TraceSieve.isQuick(f.b(), family, 2 * most)) {
      most *= 2;
    }
    List<IntegerPolynomial> solutions =
        known.computeIfAbsent(new Box(f.b(), family, most), FractionAlterer::solutions);
    if (solutions.isEmpty()) {
      return f;
    }
    IntegerPolynomial a = solutions.get(random.nextInt(solutions.size()));
    return Moves.normalized(new PolynomialFraction(a, f.b()));
  }

  /** Whether no spread can be large enough. */
  private static boolean isHopeless(IntegerPolynomial b) {
    return Numerator.of(b).map(n -> n.mostInAClass() <= LowDegree.LARGEST_SPREAD).orElse(true);
  }

  /** Without those that a search would reject at once. */
  private static List<IntegerPolynomial> solutions(Box box) {
    return TraceSieve.solutions(box.b, box.family, box.most).stream()
        .map(a -> new PolynomialFraction(a, box.b))
        .filter(f -> Convergence.of(f) instanceof Convergence.Exponential)
        .filter(f -> LocalSpread.largest(f) > LowDegree.LARGEST_SPREAD)
        .map(PolynomialFraction::a)
        .toList();
  }
}
