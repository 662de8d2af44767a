package org.formulary.truth.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UpTest {
  private static double nonnegative(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> 0;
      case 1 -> random.nextInt(8) * Double.MIN_VALUE;
      case 2 -> random.nextInt(1000);
      case 3 -> Math.scalb(random.nextDouble(), -500 - random.nextInt(500));
      default -> Math.scalb(random.nextDouble(), random.nextInt(600) - 300);
    };
  }

  @Test
  void resultsAreNeverBelowTheExactOnes() {
    Random random = new Random(81);
    for (int i = 0; i < 20_000; i++) {
      double a = nonnegative(random);
      double b = nonnegative(random);
      BigDecimal x = new BigDecimal(a);
      BigDecimal y = new BigDecimal(b);
      double sum = Up.add(a, b);
      assertThat(new BigDecimal(sum)).isGreaterThanOrEqualTo(x.add(y));
      assertThat(sum).isLessThanOrEqualTo(Math.nextUp(a + b));
      assertThat(new BigDecimal(Up.multiply(a, b))).isGreaterThanOrEqualTo(x.multiply(y));
      assertThat(new BigDecimal(Up.lowerDifference(a, b)))
          .isLessThanOrEqualTo(x.subtract(y).max(BigDecimal.ZERO));
      double quotient = Up.divide(a, b);
      if (b > 0 && quotient < Double.POSITIVE_INFINITY) {
        assertThat(new BigDecimal(quotient).multiply(y)).isGreaterThanOrEqualTo(x);
      }
    }
  }

  @Test
  void boundsWholeNumbersTimesPowersOfTwo() {
    Random random = new Random(82);
    for (int i = 0; i < 5_000; i++) {
      BigInteger magnitude = new BigInteger(1 + random.nextInt(300), random);
      int exponent = random.nextInt(1600) - 1300;
      BigDecimal exact =
          exponent >= 0
              ? new BigDecimal(magnitude.shiftLeft(exponent))
              : new BigDecimal(magnitude).divide(new BigDecimal(BigInteger.TWO.pow(-exponent)));
      assertThat(new BigDecimal(Up.of(magnitude, exponent))).isGreaterThanOrEqualTo(exact);
      assertThat(new BigDecimal(Up.lowerOf(magnitude, exponent))).isLessThanOrEqualTo(exact);
    }
    assertThat(Up.of(BigInteger.ONE, 5000)).isInfinite();
    assertThat(Up.lowerOf(BigInteger.ONE, 5000)).isEqualTo(Double.MAX_VALUE);
    assertThat(Up.of(BigInteger.ONE, -5000)).isEqualTo(Double.MIN_VALUE);
    assertThat(Up.lowerOf(BigInteger.ONE, -5000)).isZero();
  }

  @Test
  void exactResultsStayExact() {
    assertThat(Up.add(0.25, 1)).isEqualTo(1.25);
    assertThat(Up.multiply(0.25, 3)).isEqualTo(0.75);
    assertThat(Up.multiply(Double.POSITIVE_INFINITY, 0)).isZero();
    assertThat(Up.add(Double.POSITIVE_INFINITY, 1)).isInfinite();
  }
}
