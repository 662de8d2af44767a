package org.formulary.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.formulary.expressions.BinaryRational;
import org.junit.jupiter.api.Test;

class UlpTest {
  @Test
  void atNumbersOfTheFormatItIsTheSpacingAbove() {
    Random random = new Random(3);
    for (int i = 0; i < 500; i++) {
      double d = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(d)) {
        assertThat(Ulp.of(new BigDecimal(d), FloatFormat.BINARY64))
            .isEqualTo(BinaryRational.of(Math.ulp(d)));
      }
      float f = Float.intBitsToFloat(random.nextInt());
      if (Float.isFinite(f)) {
        assertThat(Ulp.of(new BigDecimal(f), FloatFormat.BINARY32))
            .isEqualTo(BinaryRational.of(Math.ulp(f)));
      }
    }
  }

  @Test
  void theBinadeOfTheExactValueCounts() {
    BigDecimal one = BigDecimal.ONE;
    BigDecimal belowOne = one.subtract(new BigDecimal("1e-30"));
    assertThat(Ulp.error(Math.nextUp(1.0), one)).isEqualTo(1.0);
    assertThat(Ulp.error(Math.nextDown(1.0), one)).isEqualTo(0.5);
    assertThat(Ulp.error(Math.nextUp(1.0), belowOne)).isBetween(2.0, 2.000001);
    assertThat(Ulp.error(Math.nextUp(1f), one)).isEqualTo(1.0);
    assertThat(Ulp.error(1.0, one)).isZero();
  }

  @Test
  void belowTheNormalNumbersTheSpacingIsConstant() {
    BigDecimal tiny = new BigDecimal(Double.MIN_VALUE);
    assertThat(Ulp.error(0.0, tiny)).isEqualTo(1.0);
    assertThat(Ulp.error(Double.MIN_VALUE, BigDecimal.ZERO)).isEqualTo(1.0);
    assertThat(Ulp.error(-0.0, BigDecimal.ZERO)).isZero();
    assertThat(Ulp.error(0f, new BigDecimal(Float.MIN_VALUE).multiply(new BigDecimal("0.25"))))
        .isEqualTo(0.25);
  }

  @Test
  void correctRoundingErrsByAtMostAHalf() {
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      BigDecimal exact =
          new BigDecimal(random.nextGaussian()).add(new BigDecimal(random.nextGaussian() * 1e-17));
      assertThat(Ulp.error(exact.doubleValue(), exact)).isLessThanOrEqualTo(0.5);
      assertThat(Ulp.error(exact.floatValue(), exact)).isLessThanOrEqualTo(0.5);
    }
  }

  @Test
  void nonFiniteResults() {
    BigDecimal huge = new BigDecimal("1e400");
    assertThat(Ulp.error(Double.NaN, BigDecimal.ONE)).isInfinite();
    assertThat(Ulp.error(Double.POSITIVE_INFINITY, huge)).isZero();
    assertThat(Ulp.error(Double.NEGATIVE_INFINITY, huge.negate())).isZero();
    assertThat(Ulp.error(Double.POSITIVE_INFINITY, new BigDecimal(Double.MAX_VALUE))).isEqualTo(1);
    assertThat(Ulp.error(Float.POSITIVE_INFINITY, new BigDecimal(Float.MAX_VALUE))).isEqualTo(1);
    assertThat(Ulp.error(Double.POSITIVE_INFINITY, BigDecimal.ONE)).isGreaterThan(1e300);
  }
}
