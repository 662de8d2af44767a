package org.formulary.continuedfractions.polynomial;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import org.formulary.continuedfractions.convergent.Convergents;
import org.formulary.truth.Enclosure;

/**
 * Sums polynomial fractions, however slowly they converge. The matrix of the first n terms is
 * exact, and what follows is t(n), of which {@link Tail} has an asymptotic series: x = (p t +
 * p')/(q t + q'). An error of t changes x by |p q' − p' q|/(q t + q')² times as much, which is what
 * convergence means; t is taken to be wrong by {@value #CAUTION} times the terms at which its
 * series is cut. Where that is too much, n is increased.
 */
final class Summation {
  /** Square roots of the n that are tried. */
  private static final int[] ROOTS = {8, 12, 18, 27, 40, 60, 90};

  private static final int CAUTION = 8;
  private static final int GUARD_BITS = 32;

  /** Largest width of a limit, in bits of its unit. */
  private static final int OPEN_BITS = 6;

  private final PolynomialFraction fraction;
  private final int bits;
  private final int places;

  private Summation(PolynomialFraction fraction, int bits) {
    this.fraction = fraction;
    this.bits = bits;
    this.places = bits + GUARD_BITS;
  }

  /** The limit to so many bits after the point. */
  static Limit limit(PolynomialFraction f, int bits) {
    Convergence convergence = Convergence.of(f);
    if (convergence instanceof Convergence.None(String reason)) {
      return new Limit.None(reason);
    }
    int last = ROOTS[ROOTS.length - 1];
    OptionalLong end = f.end(last * last);
    if (end.isPresent()) {
      return new Limit.Ends(end.getAsLong());
    }
    Summation summation = new Summation(f, bits + OPEN_BITS);
    Tail tail = Tail.of(f, summation.places).orElseThrow();
    for (int root : ROOTS) {
      Optional<Enclosure> value = summation.at(root, tail);
      if (value.isPresent()) {
        return new Limit.Finite(value.get(), root * root, convergence);
      }
    }
    return new Limit.Unresolved("%d terms do not determine it".formatted(last * last));
  }

  private Optional<Enclosure> at(int root, Tail tail) {
    Convergents c = Convergents.of(fraction.a()::at, fraction.b()::at, root * root);
    Tail.Value t = tail.at(root, places);
    BigInteger above = c.p().multiply(t.value()).add(c.pBefore().shiftLeft(places));
    BigInteger below = c.q().multiply(t.value()).add(c.qBefore().shiftLeft(places));
    BigInteger determinant =
        c.p().multiply(c.qBefore()).subtract(c.pBefore().multiply(c.q())).abs();
    double log2Error =
        Enclosure.log2(determinant)
            + t.log2Error()
            + places
            + bits
            - 2 * Enclosure.log2(below.abs());
    if (!(log2Error <= OPEN_BITS)) {
      return Optional.empty();
    }
    BigInteger middle = above.shiftLeft(bits).divide(below);
    BigInteger radius =
        BigInteger.valueOf((long) Math.ceil(CAUTION * Math.pow(2, Math.max(0, log2Error))) + 1);
    return Optional.of(new Enclosure(middle.subtract(radius), middle.add(radius), bits));
  }
}
