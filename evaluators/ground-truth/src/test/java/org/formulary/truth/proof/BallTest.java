package org.formulary.truth.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.formulary.expressions.BinaryRational;
import org.junit.jupiter.api.Test;

class BallTest {
  private static final int ROUNDS = 4000;

  /** A ball of random width (often exact, often containing 0) and a number in it. */
  private record Sample(Ball ball, BigDecimal inside) {
    static Sample of(Random random) {
      BigInteger significand = new BigInteger(1 + random.nextInt(200), random);
      int exponent = random.nextInt(160) - 260;
      Ball middle =
          new Ball(random.nextBoolean() ? significand : significand.negate(), exponent, 0);
      double radius =
          switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> Math.scalb(random.nextDouble(), -60 - random.nextInt(100));
            case 2 -> middle.magnitude() * random.nextDouble();
            default -> 2 * middle.magnitude() * random.nextDouble();
          };
      double share =
          switch (random.nextInt(3)) {
            case 0 -> 1;
            case 1 -> -1;
            default -> 2 * random.nextDouble() - 1;
          };
      BigDecimal offset = new BigDecimal(radius).multiply(new BigDecimal(share));
      return new Sample(middle.widen(radius), middle.center().toBigDecimal().add(offset));
    }
  }

  private static boolean contains(Ball ball, BigDecimal value) {
    return ball.lowerEnd().toBigDecimal().compareTo(value) <= 0
        && ball.upperEnd().toBigDecimal().compareTo(value) >= 0;
  }

  private static int bits(Random random) {
    return 8 + random.nextInt(200);
  }

  @Test
  void sumsAndProductsContainTheExactResults() {
    Random random = new Random(1);
    for (int i = 0; i < ROUNDS; i++) {
      Sample x = Sample.of(random);
      Sample y = Sample.of(random);
      int bits = bits(random);
      assertThat(contains(x.ball.add(y.ball, bits), x.inside.add(y.inside))).isTrue();
      assertThat(contains(x.ball.subtract(y.ball, bits), x.inside.subtract(y.inside))).isTrue();
      assertThat(contains(x.ball.multiply(y.ball, bits), x.inside.multiply(y.inside))).isTrue();
      assertThat(contains(x.ball.power(3, bits), x.inside.pow(3))).isTrue();
    }
  }

  @Test
  void quotientsContainTheExactResults() {
    Random random = new Random(2);
    int divided = 0;
    for (int i = 0; i < ROUNDS; i++) {
      Sample x = Sample.of(random);
      Sample y = Sample.of(random);
      if (!y.ball.excludesZero()) {
        assertThatThrownBy(() -> x.ball.divide(y.ball, 64)).isInstanceOf(ArithmeticException.class);
        continue;
      }
      Ball q = x.ball.divide(y.ball, bits(random));
      // lower ≤ x/y ≤ upper, multiplied out by |y|.
      BigDecimal size = y.inside.abs();
      BigDecimal signed = y.inside.signum() < 0 ? x.inside.negate() : x.inside;
      assertThat(q.lowerEnd().toBigDecimal().multiply(size)).isLessThanOrEqualTo(signed);
      assertThat(q.upperEnd().toBigDecimal().multiply(size)).isGreaterThanOrEqualTo(signed);
      divided++;
    }
    assertThat(divided).isGreaterThan(ROUNDS / 3);
  }

  @Test
  void squareRootsContainTheExactResults() {
    Random random = new Random(3);
    for (int i = 0; i < ROUNDS; i++) {
      Sample x = Sample.of(random);
      if (x.ball.lowerEnd().signum() < 0) {
        continue;
      }
      Ball root = x.ball.sqrt(bits(random));
      BigDecimal low = root.lowerEnd().toBigDecimal().max(BigDecimal.ZERO);
      BigDecimal high = root.upperEnd().toBigDecimal();
      assertThat(low.multiply(low)).isLessThanOrEqualTo(x.inside);
      assertThat(high.multiply(high)).isGreaterThanOrEqualTo(x.inside);
    }
  }

  @Test
  void doublesBoundTheBall() {
    Random random = new Random(4);
    for (int i = 0; i < ROUNDS; i++) {
      Sample x = Sample.of(random);
      assertThat(new BigDecimal(x.ball.lower())).isLessThanOrEqualTo(x.inside);
      assertThat(new BigDecimal(x.ball.upper())).isGreaterThanOrEqualTo(x.inside);
      assertThat(new BigDecimal(x.ball.lowerMagnitude())).isLessThanOrEqualTo(x.inside.abs());
      assertThat(new BigDecimal(x.ball.upperMagnitude())).isGreaterThanOrEqualTo(x.inside.abs());
      Ball hull = Ball.hull(x.ball, Sample.of(random).ball);
      assertThat(contains(hull, x.inside)).isTrue();
    }
  }

  @Test
  void roundingCostsAtMostAFewUnitsOfTheLastPlace() {
    Random random = new Random(5);
    for (int i = 0; i < ROUNDS; i++) {
      Ball x = new Ball(new BigInteger(150, random).setBit(149), -140, 0);
      Ball y = new Ball(new BigInteger(150, random).setBit(149), -150, 0);
      assertThat(x.multiply(y, 100).radius()).isLessThanOrEqualTo(x.magnitude() * 0x1p-98);
      assertThat(x.divide(y, 100).radius()).isLessThanOrEqualTo(2 * x.magnitude() * 0x1p-98);
      assertThat(x.sqrt(100).radius()).isLessThanOrEqualTo(Math.sqrt(x.magnitude()) * 0x1p-98);
    }
  }

  @Test
  void exactResultsStayExact() {
    Ball third = Ball.ONE.divide(3, 100);
    assertThat(third.isExact()).isFalse();
    assertThat(Ball.of(6).divide(3, 100).isExact()).isTrue();
    assertThat(Ball.of(6).divide(3, 100).center()).isEqualTo(BinaryRational.of(2));
    assertThat(Ball.of(9).sqrt(64).isExact()).isTrue();
    assertThat(Ball.ONE.subtract(Ball.ONE, 64).isZero()).isTrue();
    assertThat(Ball.ZERO.multiply(third, 64).isZero()).isTrue();
    assertThat(Ball.from(new BigDecimal("0.375"), 64).isExact()).isTrue();
    assertThat(contains(Ball.from(new BigDecimal("0.1"), 64), new BigDecimal("0.1"))).isTrue();
  }

  @Test
  void refusesRootsOfNegativeNumbers() {
    assertThatThrownBy(() -> Ball.of(-1).sqrt(64))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("square root of a negative number");
    assertThatThrownBy(() -> Ball.ZERO.widen(1).sqrt(64)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void addsNumbersOfVeryDifferentSizeWithoutAligningThem() {
    Ball huge = Ball.ONE.scale(1_000_000_000);
    Ball small = Ball.ONE.scale(-900);
    Ball sum = Ball.of(3).add(small, 64);
    assertThat(sum.contains(BinaryRational.of(3).add(small.center()))).isTrue();
    assertThat(sum.radius()).isLessThan(0x1p-800);
    assertThat(huge.add(Ball.ONE, 64).significand().bitLength()).isLessThan(100);
  }
}
