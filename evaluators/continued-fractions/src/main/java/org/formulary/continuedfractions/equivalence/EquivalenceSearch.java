package org.formulary.continuedfractions.equivalence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.formulary.continuedfractions.field.FieldSearch;
import org.formulary.continuedfractions.field.IntegerMatrix;
import org.formulary.continuedfractions.polynomial.Convergence;
import org.formulary.continuedfractions.polynomial.Limit;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.truth.Enclosure;
import org.formulary.truth.relation.Identification;
import org.formulary.truth.relation.IntegerRelation;
import org.formulary.truth.relation.RelationSearch;

/**
 * Looks for the {@link Equivalence} of two fractions: their limits must be Möbius images of one
 * another, and their laws of convergence say of which convergents.
 */
public final class EquivalenceSearch {
  /** Binary places of the limits that are compared. */
  private static final int BITS = 400;

  /** At most every so manieth convergent is taken. */
  private static final int MOST = 6;

  /** Of laws that do not tell, so manieth ones are tried. */
  private static final int MOST_BLINDLY = 3;

  private static final double TOLERANCE = 1e-9;

  private EquivalenceSearch() {}

  /** Every k-th convergent of one, every l-th of the other. */
  private record Steps(int k, int l) {}

  /** How one fraction arises from the other, where that is found. */
  public static Optional<Equivalence> between(PolynomialFraction from, PolynomialFraction to) {
    List<Steps> all = steps(Convergence.of(from), Convergence.of(to));
    if (all.isEmpty()
        || !(Limit.of(from, BITS) instanceof Limit.Finite v)
        || !(Limit.of(to, BITS) instanceof Limit.Finite w)) {
      return Optional.empty();
    }
    return image(v.value(), w.value())
        .flatMap(
            image ->
                all.stream()
                    .flatMap(s -> Equivalence.of(from, s.k, to, s.l, image).stream())
                    .findFirst());
  }

  /**
   * W with v = W(w), where there is one and no accident. It is unique, and where the numbers are
   * rational or quadratic it is not, so that for these none is given.
   */
  public static Optional<IntegerMatrix> image(Enclosure v, Enclosure w) {
    int bits = Math.min(v.bits(), w.bits());
    Enclosure left = v.withBits(bits);
    Enclosure right = w.withBits(bits);
    if (Identification.isAlgebraic(left, 2)) {
      return Optional.empty();
    }
    List<Enclosure> terms = List.of(Enclosure.of(1, bits), left, right, left.multiply(right));
    return RelationSearch.search(terms, FieldSearch::isMoebius, 1, () -> false)
        .relation()
        .filter(r -> r.isSignificant(1))
        .map(IntegerRelation::coefficients)
        .map(m -> IntegerMatrix.of(m.get(2).negate(), m.get(0).negate(), m.get(3), m.get(1)));
  }

  /**
   * For which steps the laws agree, small ones first; with common factors up to 2, since solutions
   * may differ by (−1)^n.
   */
  private static List<Steps> steps(Convergence from, Convergence to) {
    List<Steps> steps = new ArrayList<>();
    for (int sum = 2; sum <= 2 * MOST; sum++) {
      for (int k = Math.max(1, sum - MOST); k <= Math.min(MOST, sum - 1); k++) {
        int l = sum - k;
        if (BigInteger.valueOf(k).gcd(BigInteger.valueOf(l)).intValue() <= 2
            && agree(from, k, to, l)) {
          steps.add(new Steps(k, l));
        }
      }
    }
    return steps;
  }

  private static boolean agree(Convergence from, int k, Convergence to, int l) {
    return switch (from) {
      case Convergence.Factorial(int p) ->
          to instanceof Convergence.Factorial(int q) && k * p == l * q;
      case Convergence.Exponential(double d) ->
          to instanceof Convergence.Exponential(double e) && areNear(k * d, l * e);
      case Convergence.SubExponential(double c) ->
          to instanceof Convergence.SubExponential(double e)
              && areNear(Math.sqrt(k) * c, Math.sqrt(l) * e);
      case Convergence.Polynomial _ ->
          to instanceof Convergence.Polynomial && Math.max(k, l) <= MOST_BLINDLY;
      case Convergence.Logarithmic _ ->
          to instanceof Convergence.Logarithmic && Math.max(k, l) <= MOST_BLINDLY;
      case Convergence.None _ -> false;
    };
  }

  private static boolean areNear(double x, double y) {
    return Math.abs(x - y) <= TOLERANCE * x;
  }
}
