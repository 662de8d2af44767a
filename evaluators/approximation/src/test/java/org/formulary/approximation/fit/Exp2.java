package org.formulary.approximation.fit;

import java.math.BigDecimal;
import java.math.MathContext;
import org.formulary.approximation.Candidate;
import org.formulary.expressions.parse.ProgramParser;

/** Samples of 2^x on [0, 1], by the series of the exponential in decimals. */
final class Exp2 {
  private static final MathContext DIGITS = new MathContext(45);
  private static final BigDecimal LN2 =
      new BigDecimal("0.69314718055994530941723212145817656807550013436025525412068");

  private Exp2() {}

  static Samples relative(int n) {
    double[][] s = new double[4][n + 1];
    for (int i = 0; i <= n; i++) {
      s[0][i] = i == n ? 1 : 0.5 - 0.5 * StrictMath.cos(Math.PI * i / n);
      BigDecimal f = value(s[0][i]);
      s[1][i] = f.doubleValue();
      s[2][i] = f.subtract(new BigDecimal(s[1][i])).doubleValue();
      s[3][i] = 1 / s[1][i];
    }
    return Samples.of(s[0], s[1], s[2], s[3]);
  }

  static BigDecimal value(double x) {
    return value(new BigDecimal(x));
  }

  static BigDecimal value(BigDecimal x) {
    BigDecimal t = x.multiply(LN2);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int k = 1; k < 40; k++) {
      term = term.multiply(t).divide(new BigDecimal(k), DIGITS);
      sum = sum.add(term);
    }
    return sum;
  }

  static Candidate candidate(String program) {
    return Candidate.from(ProgramParser.parse(program));
  }
}
