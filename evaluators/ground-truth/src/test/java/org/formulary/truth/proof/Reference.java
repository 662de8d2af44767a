package org.formulary.truth.proof;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.eval.Arithmetic;

/**
 * Elementary functions in BigDecimal at 150 digits, by the plainest series there are: independent
 * of the balls they judge. Good to 100 digits or more for |x| up to about 10.
 */
final class Reference implements Arithmetic<BigDecimal> {
  static final MathContext CONTEXT = new MathContext(150, RoundingMode.HALF_EVEN);
  static final BigDecimal MARGIN = new BigDecimal("1e-95");
  private static final BigDecimal TINY = new BigDecimal("1e-160");
  private static final BigDecimal TWO = BigDecimal.TWO;

  static BigDecimal exp(BigDecimal x) {
    BigDecimal s = x.divide(BigDecimal.valueOf(1024), CONTEXT);
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    for (int n = 1; term.abs().compareTo(TINY) > 0; n++) {
      term = term.multiply(s, CONTEXT).divide(BigDecimal.valueOf(n), CONTEXT);
      sum = sum.add(term, CONTEXT);
    }
    for (int i = 0; i < 10; i++) {
      sum = sum.multiply(sum, CONTEXT);
    }
    return sum;
  }

  /** By square roots down to 1 + tiny, then the area tangent series. */
  static BigDecimal log(BigDecimal x) {
    BigDecimal y = x;
    int halvings = 0;
    while (y.subtract(BigDecimal.ONE).abs().compareTo(new BigDecimal("0.01")) > 0) {
      y = y.sqrt(CONTEXT);
      halvings++;
    }
    BigDecimal u = y.subtract(BigDecimal.ONE).divide(y.add(BigDecimal.ONE), CONTEXT);
    return TWO.pow(halvings + 1).multiply(odd(u, u.multiply(u, CONTEXT)), CONTEXT);
  }

  static BigDecimal sin(BigDecimal x) {
    return alternating(x, x, 1);
  }

  static BigDecimal cos(BigDecimal x) {
    return alternating(x, BigDecimal.ONE, 0);
  }

  private static BigDecimal alternating(BigDecimal x, BigDecimal first, int k) {
    BigDecimal square = x.multiply(x, CONTEXT).negate();
    BigDecimal term = first;
    BigDecimal sum = first;
    for (int n = k; n < 400; n += 2) {
      term =
          term.multiply(square, CONTEXT).divide(BigDecimal.valueOf((n + 1L) * (n + 2L)), CONTEXT);
      sum = sum.add(term, CONTEXT);
    }
    return sum;
  }

  /** By half angles: atan x = 2 atan(x / (1 + √(1 + x²))). */
  static BigDecimal atan(BigDecimal x) {
    BigDecimal y = x;
    for (int i = 0; i < 6; i++) {
      BigDecimal root = BigDecimal.ONE.add(y.multiply(y, CONTEXT)).sqrt(CONTEXT);
      y = y.divide(BigDecimal.ONE.add(root), CONTEXT);
    }
    return BigDecimal.valueOf(64).multiply(odd(y, y.multiply(y, CONTEXT).negate()), CONTEXT);
  }

  private static BigDecimal odd(BigDecimal u, BigDecimal square) {
    BigDecimal sum = u;
    BigDecimal power = u;
    for (int k = 3; power.abs().compareTo(TINY) > 0; k += 2) {
      power = power.multiply(square, CONTEXT);
      sum = sum.add(power.divide(BigDecimal.valueOf(k), CONTEXT), CONTEXT);
    }
    return sum;
  }

  static BigDecimal pi() {
    return BigDecimal.valueOf(4).multiply(atan(BigDecimal.ONE), CONTEXT);
  }

  /** The alternating Maclaurin series, unlike the series of the balls. */
  static BigDecimal erf(BigDecimal x) {
    BigDecimal square = x.multiply(x, CONTEXT).negate();
    BigDecimal power = x;
    BigDecimal sum = x;
    for (int n = 1; n < 800; n++) {
      power = power.multiply(square, CONTEXT).divide(BigDecimal.valueOf(n), CONTEXT);
      sum = sum.add(power.divide(BigDecimal.valueOf(2L * n + 1), CONTEXT), CONTEXT);
    }
    return TWO.multiply(sum, CONTEXT).divide(pi().sqrt(CONTEXT), CONTEXT);
  }

  static BigDecimal exp2(BigDecimal x) {
    return exp(x.multiply(log(TWO), CONTEXT));
  }

  /** Whether the ball contains the number, up to the error of this reference. */
  static boolean contains(Ball ball, BigDecimal value) {
    BigDecimal margin = MARGIN.multiply(value.abs().max(BigDecimal.ONE));
    return ball.lowerEnd().toBigDecimal().compareTo(value.add(margin)) <= 0
        && ball.upperEnd().toBigDecimal().compareTo(value.subtract(margin)) >= 0;
  }

  @Override
  public BigDecimal of(BinaryRational value) {
    return value.toBigDecimal();
  }

  @Override
  public BigDecimal add(BigDecimal a, BigDecimal b) {
    return a.add(b, CONTEXT);
  }

  @Override
  public BigDecimal subtract(BigDecimal a, BigDecimal b) {
    return a.subtract(b, CONTEXT);
  }

  @Override
  public BigDecimal multiply(BigDecimal a, BigDecimal b) {
    return a.multiply(b, CONTEXT);
  }

  @Override
  public BigDecimal divide(BigDecimal a, BigDecimal b) {
    return a.divide(b, CONTEXT);
  }

  @Override
  public BigDecimal negate(BigDecimal a) {
    return a.negate();
  }

  @Override
  public BigDecimal sqrt(BigDecimal a) {
    return a.sqrt(CONTEXT);
  }

  @Override
  public BigDecimal fma(BigDecimal a, BigDecimal b, BigDecimal c) {
    return a.multiply(b, CONTEXT).add(c, CONTEXT);
  }
}
