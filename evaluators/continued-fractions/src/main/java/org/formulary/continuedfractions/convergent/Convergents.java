package org.formulary.continuedfractions.convergent;

import java.math.BigInteger;
import java.util.function.IntFunction;

/**
 * The product of the matrices [[a(i), b(i + 1)], [1, 0]] of a0 + b1/(a1 + b2/(a2 + …)): p/q is the
 * convergent, pBefore/qBefore the one before it, both times the last b.
 */
public record Convergents(BigInteger p, BigInteger pBefore, BigInteger q, BigInteger qBefore) {
  /**
   * Of the partial denominators from the first to before {@code count}, by binary splitting.
   *
   * @param a the partial denominators
   * @param b the partial numerators; b(0) is not asked for
   */
  public static Convergents of(IntFunction<BigInteger> a, IntFunction<BigInteger> b, int count) {
    return of(a, b, 0, count);
  }

  /** Of the partial denominators of {@code from} to before {@code to}, which is larger. */
  public static Convergents of(
      IntFunction<BigInteger> a, IntFunction<BigInteger> b, int from, int to) {
    if (to - from == 1) {
      return new Convergents(a.apply(from), b.apply(to), BigInteger.ONE, BigInteger.ZERO);
    }
    int middle = (from + to) >>> 1;
    return of(a, b, from, middle).times(of(a, b, middle, to));
  }

  /** The product with that of the terms that follow. */
  public Convergents times(Convergents o) {
    return new Convergents(
        p.multiply(o.p).add(pBefore.multiply(o.q)),
        p.multiply(o.pBefore).add(pBefore.multiply(o.qBefore)),
        q.multiply(o.p).add(qBefore.multiply(o.q)),
        q.multiply(o.pBefore).add(qBefore.multiply(o.qBefore)));
  }
}
