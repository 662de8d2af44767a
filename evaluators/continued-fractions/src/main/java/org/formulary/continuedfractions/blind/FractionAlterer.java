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
import java.util.SortedMap;
import java.util.TreeMap;
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
 * drawn anew, and looked at in small boxes, which take little time; half have the partial
 * numerators of one of the best fractions, or near ones, and get large boxes. What the sieve found
 * is remembered, which changes nothing but the time it takes. One per island.
 */
final class FractionAlterer extends AbstractAlterer<CandidateGene<Fraction>, Fitness> {
  /** One offspring in so many is solved. */
  private static final int SOLVED = 8;

  /** The same without evolution, where all boxes are large: a generation takes as long. */
  private static final int SOLVED_ALONE = 16;

  /** Odds by which boxes are small, or large. */
  private static final int SMALL = 1;

  private static final int LARGE = 3;

  /** So many of each degree have neighbours that are solved. */
  private static final int BEST = 8;

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
    List<List<Fraction>> best = best(population);
    ISeq<Phenotype<CandidateGene<Fraction>, Fitness>> altered =
        population
            .map(
                p -> {
                  CandidateGene<Fraction> gene = p.genotype().gene();
                  Fraction next =
                      parts.sieve()
                              && random.nextInt(parts.evolution() ? SOLVED : SOLVED_ALONE) == 0
                          ? solved(best, random)
                          : altered(gene.allele(), population, random);
                  return Phenotype.<CandidateGene<Fraction>, Fitness>of(
                      CandidateChromosome.genotype(gene.child(next)), generation);
                })
            .asISeq();
    return new AltererResult<>(altered, altered.size());
  }

  /** Those of each degree that have the smallest denominators, as far as there are any. */
  private static List<List<Fraction>> best(
      Seq<Phenotype<CandidateGene<Fraction>, Fitness>> population) {
    Map<Integer, SortedMap<Fitness, Fraction>> byDegree = new TreeMap<>();
    population.stream()
        .filter(Phenotype::isEvaluated)
        .filter(p -> p.fitness().viable())
        .forEach(
            p ->
                byDegree
                    .computeIfAbsent(
                        FractionEncoding.degree(p.fitness().niche()), _ -> new TreeMap<>())
                    .putIfAbsent(p.fitness(), p.genotype().gene().allele()));
    return byDegree.values().stream()
        .map(all -> all.values().stream().limit(BEST).toList())
        .toList();
  }

  private Fraction altered(
      Fraction f,
      Seq<Phenotype<CandidateGene<Fraction>, Fitness>> population,
      RandomGenerator random) {
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

  /** One that is drawn anew, or near one of the best, the first ones more often. */
  private Fraction solved(List<List<Fraction>> best, RandomGenerator random) {
    if (parts.evolution() && !best.isEmpty() && random.nextBoolean()) {
      List<Fraction> of = best.get(random.nextInt(best.size()));
      return solved(
          neighbour(of.get(Numerator.geometric(of.size(), random) - 1), random), LARGE, random);
    }
    // Without evolution no large box will follow.
    int odds = parts.evolution() ? SMALL : LARGE;
    return solved(FractionMoves.random(random).contracted(), odds, random);
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

  /**
   * With partial denominators such that the fraction reduces, where some are found.
   *
   * @param odds to 1 that the box is doubled again, as long as it is quick
   */
  private PolynomialFraction solved(PolynomialFraction f, int odds, RandomGenerator random) {
    if (!Moves.isSought(f) || !Moves.fits(f) || isHopeless(f.b())) {
      return f;
    }
    Denominators all = Denominators.all(f.a().degree());
    Denominators family = random.nextBoolean() ? all : Denominators.symmetric(f.b()).orElse(all);
    int most = SMALLEST_BOX;
    while (random.nextInt(1 + odds) > 0 && TraceSieve.isQuick(f.b(), family, 2 * most)) {
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
