package org.formulary.continuedfractions.blind;

import io.jenetics.Alterer;
import java.util.List;
import java.util.random.RandomGenerator;
import org.formulary.continuedfractions.polynomial.Fraction;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.search.domain.Encoding;
import org.formulary.search.domain.Notation;
import org.formulary.search.domain.Worth;
import org.formulary.search.engine.CandidateGene;
import org.formulary.search.engine.Fitness;

/**
 * Balanced fractions of degrees (2, 4) to (4, 8), and interlaced ones with such even parts. Classes
 * compete within niches: some for each degree, by their key, so that no class takes all places and
 * different ones are reported.
 */
final class FractionEncoding implements Encoding<Fraction> {
  /** Niches of a degree. */
  private static final int BUCKETS = 64;

  private static final int DEGREES = Moves.MOST_DEGREE - Moves.LEAST_DEGREE + 1;

  /** Parents are drawn from niches by the square of their number; so these differ by little. */
  private static final int FIRST_NICHE = 1024;

  private final Notation<Fraction> notation;
  private final SearchParts parts;

  FractionEncoding(Notation<Fraction> notation, SearchParts parts) {
    this.notation = notation;
    this.parts = parts;
  }

  @Override
  public Fraction start(RandomGenerator random) {
    return FractionMoves.random(random);
  }

  @Override
  public List<Alterer<CandidateGene<Fraction>, Fitness>> alterers(Worth worth) {
    return List.of(new FractionAlterer(parts));
  }

  @Override
  public int niche(Fraction fraction) {
    PolynomialFraction f = fraction.contracted();
    if (!Moves.isSought(f)) {
      return -1;
    }
    int bucket = (int) (BlindProblem.behaviour(f).high() & BUCKETS - 1);
    return FIRST_NICHE + bucket * DEGREES + f.a().degree() - Moves.LEAST_DEGREE;
  }

  /** Of a for the fractions of a niche. */
  static int degree(int niche) {
    return Moves.LEAST_DEGREE + Math.floorMod(niche - FIRST_NICHE, DEGREES);
  }

  @Override
  public String write(Fraction f) {
    return notation.print(f);
  }

  @Override
  public Fraction read(String text) {
    return notation.parse(text);
  }

  @Override
  public int niches() {
    return FIRST_NICHE + BUCKETS * DEGREES;
  }
}
