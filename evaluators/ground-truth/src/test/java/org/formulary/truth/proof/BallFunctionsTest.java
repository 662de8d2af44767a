package org.formulary.truth.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.formulary.expressions.BinaryRational;
import org.junit.jupiter.api.Test;

class BallFunctionsTest {
  private interface BallFunction {
    Ball apply(Ball x, int bits);
  }

  /** Thin balls must be met to nearly full precision, wide balls at any of their numbers. */
  private static void agree(
      BallFunction f, UnaryOperator<BigDecimal> reference, double low, double high, long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      double x = low + (high - low) * random.nextDouble();
      int bits = 64 + random.nextInt(240);
      Ball thin = f.apply(Ball.of(BinaryRational.of(x)), bits);
      BigDecimal expected = reference.apply(new BigDecimal(x));
      assertThat(Reference.contains(thin, expected)).as("f(%s)", x).isTrue();
      assertThat(thin.radius())
          .isLessThanOrEqualTo(Math.max(1, thin.magnitude()) * Math.scalb(1.0, 4 - bits));

      double width = (high - low) * Math.scalb(random.nextDouble(), -random.nextInt(12));
      double left = Math.max(low, x - width);
      double right = Math.min(high, x + width);
      Ball wide = Ball.between(BinaryRational.of(left), BinaryRational.of(right));
      if (wide.lowerEnd().doubleValue() >= low) {
        assertThat(Reference.contains(f.apply(wide, bits), expected)).isTrue();
      }
    }
  }

  @Test
  void exponentialContainsTheReference() {
    agree(BallFunctions::exp, Reference::exp, -12, 12, 11);
    agree(BallFunctions::exp, Reference::exp, -1e-9, 1e-9, 12);
  }

  @Test
  void logarithmContainsTheReference() {
    agree(BallFunctions::log, Reference::log, 0.01, 30, 13);
    agree(BallFunctions::log, Reference::log, 1 - 1e-9, 1 + 1e-9, 14);
  }

  @Test
  void sineAndCosineContainTheReference() {
    agree(BallFunctions::sin, Reference::sin, -10, 10, 15);
    agree(BallFunctions::cos, Reference::cos, -10, 10, 16);
  }

  @Test
  void arctangentContainsTheReference() {
    agree(BallFunctions::atan, Reference::atan, -9, 9, 17);
    agree(BallFunctions::atan, Reference::atan, -1e-6, 1e-6, 18);
    agree(BallFunctions::atan, Reference::atan, 1e6, 1e8, 19);
  }

  @Test
  void errorFunctionContainsTheReference() {
    agree(BallFunctions::erf, Reference::erf, -3, 3, 20);
    agree(BallFunctions::erfc, x -> BigDecimal.ONE.subtract(Reference.erf(x)), -3, 3, 21);
  }

  @Test
  void complementaryErrorFunctionKeepsRelativeAccuracy() {
    // erfc(5) to 30 digits.
    BigDecimal published = new BigDecimal("1.53745979442803485018834348538e-12");
    Ball y = BallFunctions.erfc(Ball.of(5), 128);
    assertThat(y.radius()).isLessThan(y.magnitude() * 0x1p-110);
    assertThat(y.center().toBigDecimal().subtract(published).abs())
        .isLessThan(new BigDecimal("1e-41"));
  }

  @Test
  void powersContainTheReference() {
    Ball third = Ball.ONE.divide(3, 400);
    agree((x, bits) -> BallFunctions.power(x, third, bits).power(3, bits + 8), x -> x, 0.1, 20, 22);
  }

  @Test
  void constantsMatchPublishedDigits() {
    String pi =
        "3.14159265358979323846264338327950288419716939937510582097494459230781640628620899";
    String ln2 =
        "0.69314718055994530941723212145817656807550013436025525412068000949339362196969471";
    String e = "2.71828182845904523536028747135266249775724709369995957496696762772407663035354759";
    near(BallConstants.pi(300), pi);
    near(BallConstants.ln2(300), ln2);
    near(BallFunctions.exp(Ball.ONE, 300), e);
    near(BallFunctions.log(Ball.of(2), 300), ln2);
    near(BallFunctions.atan(Ball.ONE, 300).scale(2), pi);
    near(
        BallFunctions.erf(Ball.ONE, 300),
        "0.84270079294971486934122063508260925929606699796630290845993789783471");
    near(
        BallFunctions.sin(Ball.ONE, 300),
        "0.84147098480789650665250232163029899962256306079837106567275170999191");
  }

  private static void near(Ball ball, String digits) {
    BigDecimal published = new BigDecimal(digits);
    BigDecimal difference = ball.center().toBigDecimal().subtract(published).abs();
    assertThat(difference).isLessThanOrEqualTo(published.ulp().multiply(BigDecimal.TWO));
    assertThat(ball.radius()).isLessThan(0x1p-290);
  }

  @Test
  void constantsAreGoodToTheirLastBit() {
    assertThat(BallFunctions.sin(BallConstants.pi(1000), 1000).upperMagnitude())
        .isLessThan(0x1p-990);
    assertThat(
            BallFunctions.exp(BallConstants.ln2(1000), 1000)
                .subtract(Ball.of(2), 1000)
                .upperMagnitude())
        .isLessThan(0x1p-990);
  }

  @Test
  void specialValuesAreExact() {
    assertThat(BallFunctions.exp(Ball.ZERO, 128)).isEqualTo(Ball.ONE);
    assertThat(BallFunctions.log(Ball.ONE, 128).isZero()).isTrue();
    assertThat(BallFunctions.sin(Ball.ZERO, 128).isZero()).isTrue();
    assertThat(BallFunctions.cos(Ball.ZERO, 128)).isEqualTo(Ball.ONE);
    assertThat(BallFunctions.atan(Ball.ZERO, 128).isZero()).isTrue();
    assertThat(BallFunctions.erf(Ball.ZERO, 128).isZero()).isTrue();
  }

  @Test
  void largeArgumentsAreEnclosedOrRefused() {
    assertThat(BallFunctions.erf(Ball.of(30), 128).contains(BinaryRational.ONE)).isTrue();
    assertThat(BallFunctions.erf(Ball.of(20), 128).upper()).isGreaterThanOrEqualTo(1);
    assertThat(BallFunctions.atan(Ball.ONE.scale(500), 128).upper()).isLessThan(1.5707963267949);
    assertThat(BallFunctions.exp(Ball.of(-100000), 128).upperMagnitude()).isLessThan(1e-300);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> BallFunctions.exp(Ball.ONE.scale(40), 128))
        .isInstanceOf(ArithmeticException.class);
  }
}
