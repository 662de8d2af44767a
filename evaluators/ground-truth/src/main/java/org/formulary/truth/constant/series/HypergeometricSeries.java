package org.formulary.truth.constant.series;

import java.math.BigInteger;
import java.util.function.LongFunction;
import org.formulary.truth.Enclosure;

/**
 * A series whose terms have rational ratios, summed by binary splitting.
 *
 * <p>Σ t(k), t(k) = a(k)/b(k) · p(0)···p(k) / (q(0)···q(k)), k ≥ 0, on whole numbers a, p and
 * positive b, q.
 *
 * <p>Input range: once a term is at most half as large as the one before, all terms that follow
 * must be so too.
 *
 * <p>Error: the first n terms are added exactly, where the n-th is below the unit and the next at
 * most half as large. The terms from there on are then at most |t(n − 1)| (½ + ¼ + …) = |t(n − 1)|
 * together; an upper bound of that and one unit for the division make the radius (proved).
 *
 * <p>B. Haible, T. Papanikolaou, "Fast multiprecision evaluation of series of rational numbers",
 * ANTS-III, 1998, section 2.
 */
record HypergeometricSeries(
    LongFunction<BigInteger> p,
    LongFunction<BigInteger> q,
    LongFunction<BigInteger> a,
    LongFunction<BigInteger> b) {
  private static final BigInteger ONE = BigInteger.ONE;

  /** More terms would take hours. */
  private static final int MOST_TERMS = 20_000_000;

  /** The products of p, q and b over a range, and the sum over it times those of q and b. */
  private record Part(BigInteger p, BigInteger q, BigInteger b, BigInteger t) {
    Part followedBy(Part that) {
      return new Part(
          p.multiply(that.p),
          q.multiply(that.q),
          b.multiply(that.b),
          that.b.multiply(that.q).multiply(t).add(b.multiply(p).multiply(that.t)));
    }
  }

  /** The sum in units of 2^−bits. */
  FixedBall sum(int bits) {
    int n = terms(bits);
    Part all = part(0, n);
    FixedBall head = FixedBall.quotient(all.t, all.b.multiply(all.q), bits);
    BigInteger last = a.apply(n - 1).multiply(all.p);
    if (last.signum() == 0) {
      return head;
    }
    // |x|/y < 2^(length of x − length of y + 1).
    int above = last.bitLength() - b.apply(n - 1).multiply(all.q).bitLength() + 1;
    return head.widen(ONE.shiftLeft(Math.max(0, bits + above)));
  }

  private Part part(int from, int to) {
    if (to - from == 1) {
      BigInteger factor = p.apply(from);
      return new Part(factor, q.apply(from), b.apply(from), a.apply(from).multiply(factor));
    }
    int middle = (from + to) >>> 1;
    return part(from, middle).followedBy(part(middle, to));
  }

  /** How many terms to add. The logarithms choose; what decides is compared in whole numbers. */
  private int terms(int bits) {
    double product = 0;
    for (int k = 0; k < MOST_TERMS; k++) {
      product += log2(p.apply(k)) - log2(q.apply(k));
      double term = product + log2(a.apply(k)) - log2(b.apply(k));
      if (term < -bits - 2.0 && isHalved(k + 1)) {
        return k + 1;
      }
    }
    throw Stop.noValue("a series of more than %d terms".formatted(MOST_TERMS));
  }

  private static double log2(BigInteger x) {
    return x.bitLength() < Long.SIZE
        ? StrictMath.log(Math.abs(x.longValue())) / StrictMath.log(2)
        : Enclosure.log2(x.abs());
  }

  /** Whether |t(k)| ≤ |t(k − 1)| / 2. */
  private boolean isHalved(int k) {
    BigInteger next = p.apply(k).multiply(a.apply(k)).multiply(b.apply(k - 1));
    BigInteger last = q.apply(k).multiply(b.apply(k)).multiply(a.apply(k - 1));
    return next.abs().shiftLeft(1).compareTo(last.abs()) <= 0;
  }
}
