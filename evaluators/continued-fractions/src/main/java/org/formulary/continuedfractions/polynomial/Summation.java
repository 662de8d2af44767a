package org.formulary.continuedfractions.polynomial;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import org.formulary.truth.Enclosure;

/**
 * Sums polynomial fractions, however slowly they converge: the matrix of the first n terms is
 * multiplied out, and what follows is t(n), of which {@link Tail} has an asymptotic series: x = (p
 * t + p')/(q t + q'). An error of t changes x by |p q' − p' q|/(q t + q')² times as much, which is
 * what convergence means; t is taken to be wrong by {@value #CAUTION} times the terms at which its
 * series is cut. Where that is too much, n is increased.
 *
 * <p>The matrix is kept to some more bits than are asked for: the recurrence is stable, because its
 * columns are solutions that grow.
 */
final class Summation {
  private static final int LEAST_ROOT = 8;
  private static final int LARGEST_ROOT = 1500;

  /** Depths that are tried, each 2.25 times the one before. */
  private static final int TRIES = 6;

  private static final int CAUTION = 8;
  private static final int GUARD_BITS = 32;

  /**
   * Bits of the matrix beyond those of the tail, and how many more it may have between two cuts.
   */
  private static final int MATRIX_BITS = 64;

  /** log2 of the largest change of a limit by the tail, in its unit, which is finer than asked. */
  private static final int CHANGED_BITS = 2;

  private static final int FINER_BITS = 6;

  private final PolynomialFraction fraction;
  private final int bits;
  private final int places;

  /** The matrix of the terms before n, all four numbers times one power of two. */
  private BigInteger p = BigInteger.ONE;

  private BigInteger pBefore = BigInteger.ZERO;
  private BigInteger q = BigInteger.ZERO;
  private BigInteger qBefore = BigInteger.ONE;
  private int n;

  /** log2 of |p q' − p' q|. */
  private double log2Determinant;

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
    OptionalLong end = f.end(LARGEST_ROOT * LARGEST_ROOT);
    if (end.isPresent()) {
      return new Limit.Ends(end.getAsLong());
    }
    Summation summation = new Summation(f, bits + FINER_BITS);
    Tail tail = Tail.of(f, summation.places).orElseThrow();
    int root = firstRoot(convergence, bits);
    for (int i = 0; i < TRIES && root <= LARGEST_ROOT; i++, root += root / 2) {
      summation.advance(root * root);
      Optional<Enclosure> value = summation.value(tail, root);
      if (value.isPresent()) {
        return new Limit.Finite(value.get(), root * root, convergence);
      }
    }
    return new Limit.Unresolved("%d terms do not determine it".formatted(summation.n));
  }

  /**
   * The root of a depth at which matrix and tail take about as long. Of an error like exp(−c √n)
   * the matrix does three quarters: the series alone cannot do more than half.
   */
  private static int firstRoot(Convergence convergence, int bits) {
    int root = Math.max(LEAST_ROOT, (int) Math.sqrt(bits));
    return convergence instanceof Convergence.SubExponential(double c)
        ? Math.clamp((long) (0.75 * bits * Math.log(2) / c), root, LARGEST_ROOT)
        : root;
  }

  private void advance(int depth) {
    for (; n < depth; n++) {
      BigInteger a = fraction.a().at(n);
      BigInteger b = fraction.b().at(n + 1L);
      BigInteger nextP = p.multiply(a).add(pBefore);
      BigInteger nextQ = q.multiply(a).add(qBefore);
      pBefore = p.multiply(b);
      qBefore = q.multiply(b);
      p = nextP;
      q = nextQ;
      log2Determinant += Enclosure.log2(b.abs());
      int excess = p.bitLength() - places - MATRIX_BITS;
      if (excess > MATRIX_BITS) {
        p = p.shiftRight(excess);
        q = q.shiftRight(excess);
        pBefore = pBefore.shiftRight(excess);
        qBefore = qBefore.shiftRight(excess);
        log2Determinant -= 2.0 * excess;
      }
    }
  }

  private Optional<Enclosure> value(Tail tail, int root) {
    // A rough value of t tells how well it must be known.
    Tail.Value rough = tail.at(root, places, Double.MAX_VALUE);
    Tail.Value t = tail.at(root, places, CHANGED_BITS - sensitivity(below(rough)));
    BigInteger below = below(t);
    double log2Error = t.log2Error() + sensitivity(below);
    if (!(log2Error <= CHANGED_BITS)) {
      return Optional.empty();
    }
    BigInteger above = p.multiply(t.value()).add(pBefore.shiftLeft(places));
    BigInteger middle = above.shiftLeft(bits).divide(below);
    BigInteger radius =
        BigInteger.valueOf((long) Math.ceil(CAUTION * Math.pow(2, Math.max(0, log2Error))) + 1);
    return Optional.of(new Enclosure(middle.subtract(radius), middle.add(radius), bits));
  }

  private BigInteger below(Tail.Value t) {
    return q.multiply(t.value()).add(qBefore.shiftLeft(places));
  }

  /** log2 of the units by which x changes with a unit of t. */
  private double sensitivity(BigInteger below) {
    return log2Determinant + places + bits - 2 * Enclosure.log2(below.abs());
  }
}
