package org.formulary.continuedfractions.blind;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.formulary.continuedfractions.polynomial.Fraction;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.InterlacedFraction;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.continuedfractions.polynomial.RationalRoots;
import org.formulary.continuedfractions.polynomial.RationalRoots.Root;

/**
 * Random interlaced fractions, and small changes of one. The partial numerators split, and so do
 * the partial denominators of even index, whose zeros are zeros of the partial numerators of the
 * even part.
 */
final class InterlacedMoves {
  private InterlacedMoves() {}

  /**
   * With small coefficients, of degrees 0 or 1 and r − that for a, and r for b; r is 2 or 3. The
   * zeros of b are drawn in the number of the block, n/2, because those of one class modulo 2 grow
   * the solutions apart.
   */
  static InterlacedFraction random(RandomGenerator random) {
    int degree = Moves.LEAST_DEGREE + random.nextInt(2);
    int linear = random.nextInt(2);
    Numerator evenA =
        new Numerator(
            Numerator.geometric(4, random),
            linear == 0 ? List.of() : List.of(Numerator.root(random)));
    return normalized(
        evenA.polynomial(),
        Moves.denominator(degree - linear, random),
        split(Numerator.random(2 * degree, random), random));
  }

  /** Partial numerators for even and odd n. */
  private record Parts(IntegerPolynomial even, IntegerPolynomial odd) {}

  /** Two polynomials with b1(m) b2(m) = b(m), b2 for n = 2m − 2 and b1 for n = 2m − 1, inflated. */
  private static Parts split(Numerator b, RandomGenerator random) {
    List<Root> roots = new ArrayList<>(b.roots());
    Collections.shuffle(roots, random);
    List<Root> even = roots.subList(0, roots.size() / 2);
    List<Root> odd = roots.subList(roots.size() / 2, roots.size());
    long divisor = Numerator.content(random);
    divisor = b.content() % divisor == 0 ? divisor : Long.signum(divisor);
    return new Parts(
        new Numerator(b.content() / divisor, even).polynomial(),
        new Numerator(divisor, odd).polynomial());
  }

  /**
   * An interlaced fraction with even part f, a(n) being constant for even n: where b(m) = −b1(m)
   * b2(m), the terms b1(m) and a(m) − b1(m) − b2(m + 1) with n = 2m − 1, and b2(m) with n = 2m − 2.
   * The same where b does not split, or one of the terms is 0.
   */
  static Fraction unfolded(PolynomialFraction f, RandomGenerator random) {
    Optional<Numerator> known = Numerator.of(f.b());
    if (known.isEmpty()) {
      return f;
    }
    Parts b = split(known.get().withContent(-known.get().content()), random);
    IntegerPolynomial oddA = f.a().add(b.odd.add(b.even.shifted(1)).negate());
    if (oddA.isZero()) {
      return f;
    }
    InterlacedFraction next = normalized(IntegerPolynomial.of(1), oddA, b);
    return isSmall(next) ? next : f;
  }

  /** Of polynomials in m, n = 2m − 1 for odd and 2m − 2 for even b; a for even n is constant. */
  private static InterlacedFraction normalized(
      IntegerPolynomial evenA, IntegerPolynomial oddA, Parts b) {
    int power = Math.max(oddA.degree(), Math.max(b.even.degree(), b.odd.degree()));
    return normalized(
        evenA, ofIndex(oddA, 1, power), ofIndex(b.even, 2, power), ofIndex(b.odd, 1, power));
  }

  /** 2^power p((n + shift)/2) as a polynomial in n. */
  private static IntegerPolynomial ofIndex(IntegerPolynomial p, int shift, int power) {
    List<BigInteger> coefficients = new ArrayList<>();
    for (int k = 0; k <= p.degree(); k++) {
      coefficients.add(p.coefficient(k).shiftLeft(power - k));
    }
    return new IntegerPolynomial(coefficients).shifted(shift);
  }

  /** A fraction changed a little, or crossed with another; the same where that fails. */
  static InterlacedFraction altered(InterlacedFraction f, Fraction other, RandomGenerator random) {
    InterlacedFraction next =
        switch (random.nextInt(8)) {
          case 0, 1 -> with(f, f.evenA(), Moves.stepped(f.oddA(), random));
          case 2 -> with(f, f.evenA(), Moves.scaled(f.oddA(), random));
          case 3 -> with(f, f.evenA(), f.oddA().shifted(random.nextBoolean() ? 1 : -1));
          case 4 -> normalized(f.evenA(), f.oddA(), Moves.numerator(f.evenB(), random), f.oddB());
          case 5 -> normalized(f.evenA(), f.oddA(), f.evenB(), Moves.numerator(f.oddB(), random));
          case 6 -> crossed(f, other);
          default -> with(f, ofEven(f.evenA(), random), f.oddA());
        };
    return isSmall(next) ? next : f;
  }

  private static InterlacedFraction with(
      InterlacedFraction f, IntegerPolynomial evenA, IntegerPolynomial oddA) {
    return evenA.isZero() || oddA.isZero() ? f : normalized(evenA, oddA, f.evenB(), f.oddB());
  }

  /** With another content or root, where there is one. */
  private static IntegerPolynomial ofEven(IntegerPolynomial a, RandomGenerator random) {
    return a.degree() == 0
        ? IntegerPolynomial.of(Numerator.geometric(8, random))
        : Moves.numerator(a, random);
  }

  /** The partial numerators of another fraction, where they are of the same degrees. */
  private static InterlacedFraction crossed(InterlacedFraction f, Fraction other) {
    return other instanceof InterlacedFraction o
            && o.evenB().degree() == f.evenB().degree()
            && o.oddB().degree() == f.oddB().degree()
        ? normalized(f.evenA(), f.oddA(), o.evenB(), o.oddB())
        : f;
  }

  /** Whether the degrees of the even part are sought, and all coefficients of some size. */
  private static boolean isSmall(InterlacedFraction f) {
    boolean small = Stream.of(f.evenA(), f.oddA(), f.evenB(), f.oddB()).allMatch(Moves::isSmall);
    if (!small) {
      return false;
    }
    PolynomialFraction even = f.contracted();
    return Moves.isSought(even) && Moves.fits(even);
  }

  /**
   * Deflated by constants, with positive leading coefficients of a, and shifted by an even number
   * so that no whole zero of b is positive, and none of a(n), n even, at least 0.
   */
  static InterlacedFraction normalized(
      IntegerPolynomial evenA,
      IntegerPolynomial oddA,
      IntegerPolynomial evenB,
      IntegerPolynomial oddB) {
    BigInteger ofB = evenB.content().gcd(oddB.content());
    BigInteger even = signed(evenA.content().gcd(ofB), evenA);
    BigInteger odd = signed(oddA.content().gcd(ofB.divide(even)), oddA);
    BigInteger both = even.multiply(odd);
    long last =
        Stream.concat(roots(evenA).map(k -> k + 1), Stream.concat(roots(evenB), roots(oddB)))
            .mapToLong(k -> k)
            .max()
            .orElse(0);
    long shift = 2 * Math.ceilDiv(last, 2L);
    return new InterlacedFraction(
        evenA.dividedBy(even).shifted(shift),
        oddA.dividedBy(odd).shifted(shift),
        evenB.dividedBy(both).shifted(shift),
        oddB.dividedBy(both).shifted(shift));
  }

  private static BigInteger signed(BigInteger c, IntegerPolynomial a) {
    return a.leading().signum() < 0 ? c.negate() : c;
  }

  /** The whole ones. */
  private static Stream<Long> roots(IntegerPolynomial p) {
    return RationalRoots.of(p).roots().stream().filter(r -> r.d() == 1).map(Root::k);
  }
}
