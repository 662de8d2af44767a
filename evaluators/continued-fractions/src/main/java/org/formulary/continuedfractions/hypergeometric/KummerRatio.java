package org.formulary.continuedfractions.hypergeometric;

import java.math.BigInteger;
import java.util.Optional;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;

/**
 * a = A n + C, b = B n + E: A β 1F1(α; β; z)/1F1(α + 1; β + 1; z) with α = E/B, β = (C A + B)/A², z
 * = B/A².
 */
public record KummerRatio(PolynomialFraction fraction) implements ClosedForm {
  /** A², C A + B, B and E: the parameters have few digits in common. */
  private record Parameters(long square, long beta, long b, long e) {
    static Parameters of(PolynomialFraction f) {
      long[] a = f.a().toLongs(1);
      long[] b = f.b().toLongs(1);
      return new Parameters(
          Math.multiplyExact(a[1], a[1]),
          Math.addExact(Math.multiplyExact(a[0], a[1]), b[1]),
          b[1],
          b[0]);
    }

    /** Those of 1F1(α + 1; β + 1; z). */
    Parameters next() {
      return new Parameters(square, beta + square, b, e + b);
    }

    /** A term is (E + k B)/((β A² + k A²)(k + 1)) times the one before. */
    BigInteger sum(int places) {
      BigInteger term = BigInteger.ONE.shiftLeft(places);
      BigInteger sum = term;
      for (long k = 0; term.bitLength() > 1 || k < 8; k++) {
        long below = Math.multiplyExact(beta + k * square, k + 1);
        term = term.multiply(BigInteger.valueOf(e + k * b)).divide(BigInteger.valueOf(below));
        sum = sum.add(term);
      }
      return sum;
    }
  }

  /** B/A². */
  public Quotient argument() {
    Parameters p = Parameters.of(fraction);
    return new Quotient(p.b, p.square);
  }

  /** By Kummer's transformation α, β, z stand for the same as β − α, β, −z. */
  @Override
  public String key() {
    Parameters p = Parameters.of(fraction);
    Quotient alpha = new Quotient(p.e, p.b).fraction();
    Quotient beta = new Quotient(p.beta, p.square).fraction();
    if (p.b < 0) {
      alpha = beta.minus(alpha).fraction();
    }
    return "1F1 alpha=%s beta=%s z=%s"
        .formatted(alpha, beta, new Quotient(Math.abs(p.b), p.square));
  }

  @Override
  public Optional<BigInteger> value(int bits) {
    int places = bits + GUARD_BITS;
    Parameters here = Parameters.of(fraction);
    int shift = (int) Math.max(0, 1 - Math.floorDiv(here.beta, here.square));
    Parameters p = Parameters.of(ClosedForm.shifted(fraction, shift));
    BigInteger above = p.sum(places).multiply(BigInteger.valueOf(p.beta));
    BigInteger below = p.next().sum(places).multiply(fraction.a().leading());
    return ClosedForm.prefixed(fraction, shift, new Ratio(above, below), bits);
  }
}
