package org.formulary.continuedfractions.equivalence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;

/**
 * A rational function with rational coefficients, fitted to its values at whole numbers by inverse
 * differences (Thiele; L. M. Milne-Thomson, The Calculus of Finite Differences, 1933, chapter V).
 * The arithmetic is that of whole numbers modulo a large prime, of which the coefficients are
 * reconstructed, so that numbers do not grow where there is no such function.
 */
record RationalFunction(IntegerPolynomial above, IntegerPolynomial below) {
  /** A Mersenne prime; numerators and denominators of coefficients may have half its bits. */
  private static final BigInteger PRIME = BigInteger.ONE.shiftLeft(1279).subtract(BigInteger.ONE);

  private static final int HALF = 639;

  /** So many values beyond those that determine the function must agree. */
  private static final int FRESH = 4;

  /** A value at m: the quotient of whole numbers. */
  record Value(long m, BigInteger above, BigInteger below) {}

  private record Point(BigInteger x, BigInteger y) {}

  /** The function of lowest degree that has these values, if it is one of low degree. */
  static Optional<RationalFunction> of(List<Value> values) {
    List<Point> left = new ArrayList<>();
    for (Value v : values) {
      left.add(
          new Point(
              BigInteger.valueOf(v.m), v.above.multiply(v.below.modInverse(PRIME)).mod(PRIME)));
    }
    List<Point> nodes = new ArrayList<>();
    while (left.size() > FRESH) {
      Point node = left.removeFirst();
      nodes.add(node);
      if (left.stream().allMatch(p -> p.y.equals(node.y))) {
        return collected(nodes);
      }
      // Where a difference vanishes by accident the value cannot be used further on.
      left.removeIf(p -> p.y.equals(node.y));
      left.replaceAll(
          p ->
              new Point(
                  p.x,
                  p.x
                      .subtract(node.x)
                      .multiply(p.y.subtract(node.y).modInverse(PRIME))
                      .mod(PRIME)));
    }
    return Optional.empty();
  }

  /** y0 + (x − x0)/(y1 + (x − x1)/(y2 + …)) as a quotient. */
  private static Optional<RationalFunction> collected(List<Point> nodes) {
    IntegerPolynomial above = constant(nodes.getLast().y);
    IntegerPolynomial below = IntegerPolynomial.of(1);
    for (Point node : nodes.reversed().subList(1, nodes.size())) {
      IntegerPolynomial x = new IntegerPolynomial(List.of(node.x.negate(), BigInteger.ONE));
      IntegerPolynomial next = reduced(constant(node.y).multiply(above).add(x.multiply(below)));
      below = above;
      above = next;
    }
    if (below.isZero()) {
      return Optional.empty();
    }
    IntegerPolynomial monic = constant(below.leading().modInverse(PRIME));
    return reconstructed(reduced(above.multiply(monic)), reduced(below.multiply(monic)));
  }

  private static IntegerPolynomial constant(BigInteger c) {
    return new IntegerPolynomial(List.of(c));
  }

  private static IntegerPolynomial reduced(IntegerPolynomial p) {
    return new IntegerPolynomial(p.coefficients().stream().map(c -> c.mod(PRIME)).toList());
  }

  private static Optional<RationalFunction> reconstructed(
      IntegerPolynomial above, IntegerPolynomial below) {
    BigInteger common = BigInteger.ONE;
    for (IntegerPolynomial p : List.of(above, below)) {
      for (BigInteger c : p.coefficients()) {
        common = common.multiply(denominator(c.multiply(common).mod(PRIME)));
      }
    }
    IntegerPolynomial first = signed(above, common);
    IntegerPolynomial second = signed(below, common);
    return isSmall(first) && isSmall(second)
        ? Optional.of(new RationalFunction(first, second))
        : Optional.empty();
  }

  /** The least d for which d c is small modulo the prime, by Euclid's algorithm halfway. */
  private static BigInteger denominator(BigInteger c) {
    BigInteger r0 = PRIME;
    BigInteger r1 = c;
    BigInteger t0 = BigInteger.ZERO;
    BigInteger t1 = BigInteger.ONE;
    while (r1.bitLength() > HALF) {
      BigInteger[] division = r0.divideAndRemainder(r1);
      BigInteger t2 = t0.subtract(division[0].multiply(t1));
      r0 = r1;
      r1 = division[1];
      t0 = t1;
      t1 = t2;
    }
    return t1.abs();
  }

  private static IntegerPolynomial signed(IntegerPolynomial p, BigInteger factor) {
    return new IntegerPolynomial(
        p.coefficients().stream()
            .map(c -> c.multiply(factor).mod(PRIME))
            .map(c -> c.shiftLeft(1).compareTo(PRIME) > 0 ? c.subtract(PRIME) : c)
            .toList());
  }

  private static boolean isSmall(IntegerPolynomial p) {
    return p.coefficients().stream().allMatch(c -> c.bitLength() <= HALF);
  }
}
