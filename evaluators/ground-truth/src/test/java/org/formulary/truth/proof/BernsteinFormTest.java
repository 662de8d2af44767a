package org.formulary.truth.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.formulary.expressions.BinaryRational;
import org.junit.jupiter.api.Test;

class BernsteinFormTest {
  @Test
  void boundsThePolynomialAndItsHalves() {
    Random random = new Random(61);
    for (int round = 0; round < 200; round++) {
      double[] c = random.doubles(1 + random.nextInt(20), -1, 1).toArray();
      BernsteinForm form = BernsteinForm.of(balls(c), 160);
      BernsteinForm[] halves = form.halves();
      for (int i = 0; i <= 32; i++) {
        BigDecimal s = new BigDecimal(i / 32.0);
        BigDecimal value = value(c, s).abs();
        assertThat(new BigDecimal(form.upperBound())).isGreaterThanOrEqualTo(value);
        BernsteinForm half = halves[i <= 16 ? 0 : 1];
        assertThat(new BigDecimal(half.upperBound())).isGreaterThanOrEqualTo(value);
      }
      assertThat(new BigDecimal(form.atZero()))
          .isLessThanOrEqualTo(value(c, BigDecimal.ZERO).abs());
      assertThat(new BigDecimal(form.atOne())).isLessThanOrEqualTo(value(c, BigDecimal.ONE).abs());
      BigDecimal middle = value(c, new BigDecimal("0.5")).abs();
      assertThat(new BigDecimal(halves[0].atOne())).isLessThanOrEqualTo(middle);
      assertThat(halves[0].atOne()).isGreaterThan(middle.doubleValue() - 1e-12);
    }
  }

  @Test
  void halvingMakesTheBoundTight() {
    // 1 − (2s − 1)² has its maximum 1 in the middle; its coefficients reach 2.
    BernsteinForm form = BernsteinForm.of(balls(new double[] {0, 4, -4}), 128);
    assertThat(form.upperBound()).isEqualTo(2);
    assertThat(form.halves()[0].upperBound()).isBetween(1.0, 1.0 + 1e-15);
  }

  private static Ball[] balls(double[] c) {
    return Arrays.stream(c).mapToObj(d -> Ball.of(BinaryRational.of(d))).toArray(Ball[]::new);
  }

  private static BigDecimal value(double[] c, BigDecimal s) {
    return IntStream.range(0, c.length)
        .mapToObj(i -> new BigDecimal(c[i]).multiply(s.pow(i)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
