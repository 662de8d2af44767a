package org.formulary.continuedfractions.hypergeometric;

import java.math.BigInteger;
import java.util.Optional;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;

/**
 * a = A n + C, b constant: C 0F1(C/A; b/A²)/0F1(C/A + 1; b/A²), a quotient of Bessel functions of
 * orders C/A − 1 and C/A.
 */
public record BesselRatio(PolynomialFraction fraction) implements ClosedForm {
  private long a(int k) {
    return fraction.a().coefficient(k).longValueExact();
  }

  private long b() {
    return fraction.b().leading().longValueExact();
  }

  /** C/A, modulo 1. */
  public Quotient order() {
    return new Quotient(a(0), a(1)).fraction();
  }

  /** b/A². */
  public Quotient argument() {
    return new Quotient(b(), Math.multiplyExact(a(1), a(1)));
  }

  @Override
  public String key() {
    return "0F1 beta=%s z=%s".formatted(order(), argument());
  }

  @Override
  public Optional<BigInteger> value(int bits) {
    int places = bits + GUARD_BITS;
    int shift = (int) Math.max(0, 1 - Math.floorDiv(a(0), a(1)));
    PolynomialFraction later = ClosedForm.shifted(fraction, shift);
    long c = later.a().coefficient(0).longValueExact();
    BigInteger above = sum(c, places).multiply(BigInteger.valueOf(c));
    return ClosedForm.prefixed(fraction, shift, new Ratio(above, sum(c + a(1), places)), bits);
  }

  /** 0F1(c/A; b/A²): a term is b/(A (c + k A)(k + 1)) times the one before. */
  private BigInteger sum(long c, int places) {
    BigInteger term = BigInteger.ONE.shiftLeft(places);
    BigInteger sum = term;
    for (long k = 0; term.signum() != 0 && term.bitLength() > 1; k++) {
      long below = Math.multiplyExact(a(1) * (c + k * a(1)), k + 1);
      term = term.multiply(BigInteger.valueOf(b())).divide(BigInteger.valueOf(below));
      sum = sum.add(term);
    }
    return sum;
  }
}
