package org.formulary.truth.reference;

import java.math.BigDecimal;
import java.math.MathContext;

/** Elementary functions by power series in BigDecimal: slow, plain, and no kin of Apfloat. */
final class Series {
  private static final MathContext WIDE = new MathContext(80);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal TINY = new BigDecimal("1e-75");

  private Series() {}

  /** e^x = (e^(x/1024))^1024, the inner one by its Taylor series. */
  static BigDecimal exp(BigDecimal x) {
    BigDecimal small = x.divide(BigDecimal.valueOf(1024), WIDE);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = term;
    for (int n = 1; term.abs().compareTo(TINY) > 0; n++) {
      term = term.multiply(small).divide(BigDecimal.valueOf(n), WIDE);
      sum = sum.add(term);
    }
    return sum.pow(1024, WIDE);
  }

  /** log y = 2 artanh((y − 1)/(y + 1)) for y near 1. */
  static BigDecimal log(BigDecimal y) {
    BigDecimal t = y.subtract(BigDecimal.ONE).divide(y.add(BigDecimal.ONE), WIDE);
    BigDecimal square = t.multiply(t, WIDE);
    BigDecimal power = t;
    BigDecimal sum = t;
    for (int n = 3; power.abs().compareTo(TINY.multiply(t.abs())) > 0; n += 2) {
      power = power.multiply(square, WIDE);
      sum = sum.add(power.divide(BigDecimal.valueOf(n), WIDE));
    }
    return sum.multiply(TWO);
  }

  /** sin x by its Taylor series, for moderate x. */
  static BigDecimal sin(BigDecimal x) {
    BigDecimal square = x.multiply(x, WIDE).negate();
    BigDecimal term = x;
    BigDecimal sum = x;
    for (int n = 2; term.abs().compareTo(TINY.multiply(x.abs())) > 0; n += 2) {
      term = term.multiply(square).divide(BigDecimal.valueOf((long) n * (n + 1)), WIDE);
      sum = sum.add(term);
    }
    return sum;
  }

  /** erf x by its alternating Maclaurin series (DLMF 7.6.1), another than the one under test. */
  static BigDecimal erf(BigDecimal x, BigDecimal pi) {
    BigDecimal square = x.multiply(x, WIDE).negate();
    BigDecimal power = x;
    BigDecimal sum = x;
    for (int n = 1; power.abs().compareTo(TINY.multiply(x.abs())) > 0; n++) {
      power = power.multiply(square).divide(BigDecimal.valueOf(n), WIDE);
      sum = sum.add(power.divide(BigDecimal.valueOf(2L * n + 1), WIDE));
    }
    return sum.multiply(TWO).divide(pi.sqrt(WIDE), WIDE);
  }
}
