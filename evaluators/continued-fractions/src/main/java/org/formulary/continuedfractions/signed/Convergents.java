package org.formulary.continuedfractions.signed;

import java.math.BigInteger;
import java.util.List;

/**
 * The product of the matrices [[a_i, s_i], [1, 0]] of some terms: p/q is the convergent, pBefore /
 * qBefore the one before it (but for the last sign).
 */
record Convergents(BigInteger p, BigInteger pBefore, BigInteger q, BigInteger qBefore) {
  /** Of terms from a first to before a last, by binary splitting. */
  static Convergents of(List<BigInteger> terms, SignWord signs, int from, int to) {
    if (to - from == 1) {
      BigInteger sign = BigInteger.valueOf(signs.sign(from));
      return new Convergents(terms.get(from), sign, BigInteger.ONE, BigInteger.ZERO);
    }
    int middle = (from + to) >>> 1;
    return of(terms, signs, from, middle).times(of(terms, signs, middle, to));
  }

  private Convergents times(Convergents o) {
    return new Convergents(
        p.multiply(o.p).add(pBefore.multiply(o.q)),
        p.multiply(o.pBefore).add(pBefore.multiply(o.qBefore)),
        q.multiply(o.p).add(qBefore.multiply(o.q)),
        q.multiply(o.pBefore).add(qBefore.multiply(o.qBefore)));
  }
}
