package org.formulary.continuedfractions.survey;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.truth.Enclosure;

/**
 * A convergent, exactly.
 *
 * @param q not 0
 */
record ExactConvergent(int depth, BigInteger p, BigInteger q) {
  /**
   * The convergents of some depths; where one is 1/0, that of the next depth that is not.
   *
   * @param depths ascending
   */
  static List<ExactConvergent> of(PolynomialFraction f, int... depths) {
    List<ExactConvergent> found = new ArrayList<>();
    BigInteger pBefore = BigInteger.ONE;
    BigInteger qBefore = BigInteger.ZERO;
    BigInteger p = f.a().at(0);
    BigInteger q = BigInteger.ONE;
    for (int n = 1; found.size() < depths.length && n <= depths[depths.length - 1] + 2; n++) {
      BigInteger a = f.a().at(n);
      BigInteger b = f.b().at(n);
      BigInteger nextP = p.multiply(a).add(pBefore.multiply(b));
      BigInteger nextQ = q.multiply(a).add(qBefore.multiply(b));
      pBefore = p;
      qBefore = q;
      p = nextP;
      q = nextQ;
      if (n >= depths[found.size()] && q.signum() != 0) {
        found.add(new ExactConvergent(n, p, q));
      }
    }
    return found;
  }

  BigInteger common() {
    return p.gcd(q);
  }

  /** ln of the denominator in lowest terms. */
  double logReduced() {
    return Growth.ln(q.divide(common()).abs());
  }

  /** In units of 2^−bits. */
  BigInteger units(int bits) {
    return p.shiftLeft(bits).divide(q);
  }

  /** −ln of the distance from another; infinite where they are equal. */
  double closeness(ExactConvergent that) {
    BigInteger above = p.multiply(that.q).subtract(that.p.multiply(q)).abs();
    return Growth.ln(q.abs()) + Growth.ln(that.q.abs()) - Growth.ln(above);
  }

  /** −ln of the distance from a number, NaN where that is not known well enough. */
  double closeness(Enclosure x) {
    BigInteger units = p.shiftLeft(x.bits()).divide(q);
    BigInteger distance = units.subtract(x.lower().add(x.upper()).shiftRight(1)).abs();
    boolean told = distance.compareTo(x.width().shiftLeft(10)) > 0;
    return told ? x.bits() * Math.log(2) - Growth.ln(distance) : Double.NaN;
  }
}
