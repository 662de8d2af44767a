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

  /** 5/2 Σ (−1)^(n−1) / (n³ C(2n, n)), Apéry. */
  static BigDecimal zeta3(int digits) {
    MathContext wide = new MathContext(digits + 10);
    BigDecimal power = BigDecimal.ONE; // (−1)^(n−1) / C(2n, n)
    BigDecimal sum = BigDecimal.ZERO;
    for (long n = 1; power.signum() != 0 && power.precision() - power.scale() > -digits - 5; n++) {
      power =
          power.multiply(BigDecimal.valueOf(-n)).divide(BigDecimal.valueOf(2 * (2 * n - 1)), wide);
      sum = sum.subtract(power.divide(BigDecimal.valueOf(n).pow(3), wide));
    }
    return sum.multiply(new BigDecimal("2.5")).round(new MathContext(digits));
  }

  /** Σ (−1)^(n−1) 2^(8n) (40n² − 24n + 3) (2n)!³ n!² / (64 n³ (2n − 1) (4n)!²), Lupas. */
  static BigDecimal catalan(int digits) {
    MathContext wide = new MathContext(digits + 10);
    BigDecimal factor = BigDecimal.ONE.negate(); // (−1)^(n−1) 2^(8n) (2n)!³ n!² / (4n)!²
    BigDecimal sum = BigDecimal.ZERO;
    for (long n = 1; factor.precision() - factor.scale() > -digits - 5; n++) {
      BigDecimal above = BigDecimal.valueOf(-256).multiply(BigDecimal.valueOf(2 * n).pow(3));
      above = above.multiply(BigDecimal.valueOf(2 * n - 1).pow(3)).multiply(square(n));
      BigDecimal below = square(4 * n).multiply(square(4 * n - 1));
      below = below.multiply(square(4 * n - 2)).multiply(square(4 * n - 3));
      factor = factor.multiply(above).divide(below, wide);
      BigDecimal term = factor.multiply(BigDecimal.valueOf(40 * n * n - 24 * n + 3));
      sum =
          sum.add(
              term.divide(
                  BigDecimal.valueOf(n).pow(3).multiply(BigDecimal.valueOf(2 * n - 1)), wide));
    }
    return sum.divide(BigDecimal.valueOf(64)).round(new MathContext(digits));
  }

  private static BigDecimal square(long n) {
    return BigDecimal.valueOf(n).pow(2);
  }

  /** The continued fraction of E_1 from the end, for x ≥ 1. */
  static BigDecimal expIntegral(BigDecimal x) {
    BigDecimal tail = BigDecimal.ONE;
    for (long n = 6000; n >= 1; n--) {
      BigDecimal inner = x.add(BigDecimal.valueOf(n + 1).divide(tail, WIDE));
      tail = BigDecimal.ONE.add(BigDecimal.valueOf(n).divide(inner, WIDE));
    }
    return exp(x.negate()).divide(x.add(BigDecimal.ONE.divide(tail, WIDE)), WIDE);
  }
}
