package org.formulary.continuedfractions.blind;

import java.util.random.RandomGenerator;
import org.formulary.continuedfractions.polynomial.Fraction;
import org.formulary.continuedfractions.polynomial.InterlacedFraction;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;

/** Random fractions of both kinds, and small changes of one, which may be to the other kind. */
final class FractionMoves {
  /** One in so many is drawn interlaced. */
  private static final int INTERLACED = 4;

  /** One change in so many is to the other kind. */
  private static final int TURNED = 32;

  private FractionMoves() {}

  static Fraction random(RandomGenerator random) {
    return random.nextInt(INTERLACED) == 0 ? InterlacedMoves.random(random) : Moves.random(random);
  }

  /** A fraction changed a little, or crossed with another; the same where that fails. */
  static Fraction altered(Fraction f, Fraction other, RandomGenerator random) {
    boolean turned = random.nextInt(TURNED) == 0;
    return switch (f) {
      case PolynomialFraction p when turned -> InterlacedMoves.unfolded(p, random);
      case PolynomialFraction p -> Moves.altered(p, other, random);
      case InterlacedFraction i when turned -> folded(i);
      case InterlacedFraction i -> InterlacedMoves.altered(i, other, random);
    };
  }

  /** The even part, where its degrees are sought. */
  private static Fraction folded(InterlacedFraction f) {
    PolynomialFraction even = Moves.normalized(f.contracted());
    return Moves.isSought(even) && Moves.fits(even) ? even : f;
  }
}
