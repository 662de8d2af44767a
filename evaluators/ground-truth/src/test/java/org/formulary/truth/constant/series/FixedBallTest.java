package org.formulary.truth.constant.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedBallTest {
  private static final int BITS = 20;

  private static FixedBall ball(SplittableRandom random) {
    return new FixedBall(
        BigInteger.valueOf(random.nextLong(-5_000_000, 5_000_000)),
        BigInteger.valueOf(random.nextLong(0, random.nextBoolean() ? 3 : 1000)),
        BITS);
  }

  /** A number of the ball, often one of its ends. */
  private static Rational within(FixedBall ball, SplittableRandom random) {
    BigInteger steps = BigInteger.valueOf(random.nextInt(-8, 9));
    return Rational.of(
        ball.middle().shiftLeft(3).add(ball.radius().multiply(steps)),
        BigInteger.ONE.shiftLeft(ball.bits() + 3));
  }

  private static void assertHolds(FixedBall ball, Rational value) {
    Rational units =
        value.multiply(new Rational(BigInteger.ONE.shiftLeft(ball.bits()), BigInteger.ONE));
    Rational distance = units.add(new Rational(ball.middle().negate(), BigInteger.ONE)).abs();
    assertThat(distance.numerator())
        .isLessThanOrEqualTo(ball.radius().multiply(distance.denominator()));
  }

  @Test
  void operationsHoldTheExactResults() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      FixedBall a = ball(random);
      FixedBall b = ball(random);
      Rational x = within(a, random);
      Rational y = within(b, random);
      assertHolds(a.add(b), x.add(y));
      assertHolds(a.subtract(b), x.add(y.negate()));
      assertHolds(a.multiply(b), x.multiply(y));
      assertHolds(a.power(5), x.power(5));
      assertHolds(a.multiply(-7), x.multiply(-7));
      assertHolds(a.divide(7), x.multiply(Rational.of(1, 7)));
      assertHolds(a.scale(-3), x.multiply(Rational.of(1, 8)));
      assertHolds(a.scale(3), x.multiply(8));
      assertHolds(a.withBits(9), x);
      assertHolds(a.withBits(33), x);
      if (b.least().signum() > 0) {
        assertHolds(a.divide(b), x.multiply(y.reciprocal()));
        assertHolds(b.reciprocal(), y.reciprocal());
      }
    }
  }

  @Test
  void rootsHoldTheExactResults() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 5_000; i++) {
      FixedBall b = ball(random);
      FixedBall a = b.middle().signum() < 0 ? b.negate() : b;
      if (a.lower().signum() < 0) {
        assertThatThrownBy(() -> a.root(2)).isInstanceOf(Stop.class);
        continue;
      }
      Rational x = within(a, random);
      for (int degree : new int[] {2, 3, 7}) {
        FixedBall root = a.root(degree);
        Rational unit = Rational.of(BigInteger.ONE, BigInteger.ONE.shiftLeft(BITS));
        Rational above = unit.multiply(new Rational(root.upper(), BigInteger.ONE)).power(degree);
        Rational below =
            unit.multiply(new Rational(root.lower().max(BigInteger.ZERO), BigInteger.ONE))
                .power(degree);
        assertThat(above.add(x.negate()).signum()).isNotNegative();
        assertThat(x.add(below.negate()).signum()).isNotNegative();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 12, 64})
  void integerRootsAreWholeParts(int degree) {
    SplittableRandom random = new SplittableRandom(degree);
    for (int i = 0; i < 300; i++) {
      BigInteger base =
          new BigInteger(random.nextInt(1, 400), new java.util.Random(random.nextLong()));
      BigInteger power = base.pow(degree);
      assertThat(IntegerRoot.floor(power, degree)).isEqualTo(base);
      assertThat(IntegerRoot.floor(power.add(BigInteger.ONE), degree).pow(degree))
          .isLessThanOrEqualTo(power.add(BigInteger.ONE));
      if (base.signum() > 0) {
        assertThat(IntegerRoot.floor(power.subtract(BigInteger.ONE), degree))
            .isEqualTo(base.subtract(BigInteger.ONE));
      }
    }
  }

  @Test
  void differentUnitsAreRefused() {
    assertThatThrownBy(() -> FixedBall.of(1, 3).add(FixedBall.of(1, 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("units of 3 and 4 binary places");
  }
}
