package org.formulary.continuedfractions.hypergeometric;

import java.math.BigInteger;

/**
 * 2F1(r1, r2; β; z) and 2F1(r1 + 1, r2 + 1; β + 1; z), up to a common factor, in fixed point. The
 * numbers r1 and r2 are the zeros of c t² − b1 t + b0, so that (r1 + k)(r2 + k) = b(k)/c for b = c
 * n² + b1 n + b0.
 *
 * <p>Where |z| ≤ 0.6 both series are summed as they are. Where z &lt; −0.6 Pfaff's transformation
 * takes them to w = z/(z − 1), from 0.37 to below 1: (1 − z)^−r1 2F1(r1, β − r2; β; w) and (1 −
 * z)^−(r1 + 1) 2F1(r1 + 1, β − r2; β + 1; w), where r1 and r2 may be complex; the quotient is real.
 *
 * <p>Error: a few units a term; callers keep {@link ClosedForm#GUARD_BITS} more binary places than
 * they need, and compare with the limit.
 */
public final class HypergeometricSums {
  private static final double LARGEST = 0.6;
  private static final int MOST_TERMS = 5_000;
  private static final int SMALL_TERMS = 3;

  private final int places;
  private final BigInteger one;

  /** At least 1. */
  private final BigInteger beta;

  private final long c;
  private final long b1;
  private final long b0;

  /**
   * Prepares sums.
   *
   * @param beta at least 1, in units of 2^−places
   * @param b ascending coefficients of b
   */
  HypergeometricSums(int places, BigInteger beta, long[] b) {
    this.places = places;
    this.one = BigInteger.ONE.shiftLeft(places);
    this.beta = beta;
    this.b0 = b[0];
    this.b1 = b[1];
    this.c = b[2];
  }

  /** Two numbers with one factor in common, in units of 2^−places. */
  record Pair(BigInteger first, BigInteger second) {}

  /**
   * The two sums.
   *
   * @param cosine 1 − 2z ≥ 0
   */
  Pair of(BigInteger cosine) {
    BigInteger z = one.subtract(cosine).shiftRight(1);
    if (z.abs().shiftLeft(10).compareTo(one.multiply(BigInteger.valueOf((long) (LARGEST * 1024))))
        <= 0) {
      return new Pair(plain(z, 0), plain(z, 1));
    }
    // z/(z − 1) = (cos − 1)/(cos + 1)
    BigInteger w = cosine.subtract(one).shiftLeft(places).divide(cosine.add(one));
    Complex above = transformed(w, 0);
    Complex below = transformed(w, 1);
    // (1 − z) above/below, whose imaginary part vanishes.
    BigInteger norm = times(below.re, below.re).add(times(below.im, below.im));
    BigInteger product = times(above.re, below.re).add(times(above.im, below.im));
    return new Pair(times(product, one.subtract(z)), norm);
  }

  private BigInteger times(BigInteger x, BigInteger y) {
    return x.multiply(y).shiftRight(places);
  }

  /** Σ (r1 + m)_k (r2 + m)_k z^k/((β + m)_k k!). */
  private BigInteger plain(BigInteger z, int m) {
    BigInteger term = one;
    BigInteger sum = one;
    int small = 0;
    for (int k = 0; k < MOST_TERMS && small < SMALL_TERMS; k++) {
      long n = k + m;
      BigInteger above = BigInteger.valueOf((c * n + b1) * n + b0);
      BigInteger below = beta.add(one.multiply(BigInteger.valueOf(n)));
      term =
          term.multiply(above).multiply(z).divide(below.multiply(BigInteger.valueOf(c * (k + 1L))));
      sum = sum.add(term);
      small = term.bitLength() <= 1 ? small + 1 : 0;
    }
    return sum;
  }

  /** In units of 2^−places. */
  private record Complex(BigInteger re, BigInteger im) {}

  /** Σ (r1 + m)_k (β − r2)_k w^k/((β + m)_k k!), r1 = u + v and r2 = u − v, v real or imaginary. */
  private Complex transformed(BigInteger w, int m) {
    BigInteger u = new Quotient(b1, 2 * c).fixed(places);
    Quotient square = new Quotient(b1 * b1 - 4 * c * b0, 4 * c * c);
    BigInteger root =
        new Quotient(Math.abs(square.above()), square.below()).fixed(2 * places).sqrt();
    boolean real = square.above() >= 0;
    BigInteger re = one;
    BigInteger im = BigInteger.ZERO;
    BigInteger sumRe = one;
    BigInteger sumIm = BigInteger.ZERO;
    int small = 0;
    for (int k = 0; k < MOST_TERMS && small < SMALL_TERMS; k++) {
      BigInteger step = one.multiply(BigInteger.valueOf(k));
      BigInteger first = u.add(step).add(m == 0 ? BigInteger.ZERO : one);
      BigInteger second = beta.subtract(u).add(step);
      BigInteger below = beta.add(step).add(m == 0 ? BigInteger.ZERO : one);
      BigInteger scale = w.shiftLeft(places).divide(below.multiply(BigInteger.valueOf(k + 1L)));
      if (real) {
        re = times(re, times(times(first.add(root), second.add(root)), scale));
      } else {
        BigInteger factorRe = times(times(first, second).subtract(times(root, root)), scale);
        BigInteger factorIm = times(times(root, first.add(second)), scale);
        BigInteger nextRe = times(re, factorRe).subtract(times(im, factorIm));
        im = times(re, factorIm).add(times(im, factorRe));
        re = nextRe;
      }
      sumRe = sumRe.add(re);
      sumIm = sumIm.add(im);
      small = re.bitLength() <= 2 && im.bitLength() <= 2 ? small + 1 : 0;
    }
    return new Complex(sumRe, sumIm);
  }
}
