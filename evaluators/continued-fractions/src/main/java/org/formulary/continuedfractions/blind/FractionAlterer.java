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
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.LocalSpread;
import org.formulary.continuedfractions.polynomial.LowDegree;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.search.engine.CandidateChromosome;
import org.formulary.search.engine.CandidateGene;
import org.formulary.search.engine.Fitness;

/**
 * Alters every offspring by a few {@link Moves}; of some the partial denominators are replaced by
 * ones that {@link TraceSieve} finds for their partial numerators. What it found is remembered,
 * which changes nothing but the time it takes. One per island.
 */
final class FractionAlterer extends AbstractAlterer<CandidateGene<PolynomialFraction>, Fitness> {
  /** One offspring in so many is solved, half of them after a new draw. */
  private static final int SOLVED = 64;

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

  FractionAlterer() {
    super(1.0);
  }

  @Override
  public AltererResult<CandidateGene<PolynomialFraction>, Fitness> alter(
      Seq<Phenotype<CandidateGene<PolynomialFraction>, Fitness>> population, long generation) {
    RandomGenerator random = RandomRegistry.random();
    ISeq<Phenotype<CandidateGene<PolynomialFraction>, Fitness>> altered =
        population
            .map(
                p -> {
                  CandidateGene<PolynomialFraction> gene = p.genotype().gene();
                  PolynomialFraction other =
                      population.get(random.nextInt(population.size())).genotype().gene().allele();
                  PolynomialFraction next = altered(gene.allele(), other, random);
                  return Phenotype.<CandidateGene<PolynomialFraction>, Fitness>of(
                      CandidateChromosome.genotype(gene.child(next)), generation);
                })
            .asISeq();
    return new AltererResult<>(altered, altered.size());
  }

  PolynomialFraction altered(
      PolynomialFraction f, PolynomialFraction other, RandomGenerator random) {
    PolynomialFraction next = random.nextInt(FRESH) == 0 ? Moves.random(random) : f;
    for (int moves = Numerator.geometric(4, random); moves > 0; moves--) {
      next = Moves.altered(next, other, random);
    }
    if (random.nextInt(SOLVED) > 0) {
      return next;
    }
    return solved(random.nextBoolean() ? Moves.random(random) : next, random);
  }

  /** With partial denominators such that the fraction reduces, where some are found. */
  PolynomialFraction solved(PolynomialFraction f, RandomGenerator random) {
    boolean hopeless =
        Numerator.of(f.b()).map(n -> n.mostInAClass() <= LowDegree.LARGEST_SPREAD).orElse(true);
    if (hopeless) {
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
    return solutions.isEmpty()
        ? f
        : Moves.normalized(solutions.get(random.nextInt(solutions.size())), f.b());
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
