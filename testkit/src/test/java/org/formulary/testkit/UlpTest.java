package org.formulary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class UlpTest {
  @Test
  void measuresInUnitsOfTheBinadeOfTheExactValue() {
    assertThat(Ulp.error(Math.nextUp(1.0), BigDecimal.ONE)).isEqualTo(1.0);
    assertThat(Ulp.error(Math.nextDown(1.0), BigDecimal.ONE)).isEqualTo(0.5);
    assertThat(Ulp.error(1.0, new BigDecimal(Math.nextDown(1.0)))).isEqualTo(1.0);
    assertThat(Ulp.error(-3.0, BigDecimal.valueOf(-3))).isZero();
    assertThat(Ulp.error(0.1, new BigDecimal("0.1"))).isBetween(0.39, 0.41);
  }

  @Test
  void measuresSubnormalsAndZero() {
    assertThat(Ulp.error(0x1p-1073, new BigDecimal(0x1p-1074))).isEqualTo(1.0);
    assertThat(Ulp.error(0.0, new BigDecimal("1e-400"))).isLessThan(1e-70);
    assertThat(Ulp.error(0x1p-1070, BigDecimal.ZERO)).isEqualTo(16.0);
    assertThat(Ulp.error(0.0, BigDecimal.ZERO)).isZero();
  }

  @Test
  void isInfiniteWhereActualIsNotFinite() {
    assertThat(Ulp.error(Double.NaN, BigDecimal.ONE)).isInfinite();
    assertThat(Ulp.error(Double.POSITIVE_INFINITY, new BigDecimal("1e400"))).isInfinite();
    assertThat(Ulp.error(Double.MAX_VALUE, new BigDecimal("1e400"))).isGreaterThan(1e15);
  }

  @Test
  void isAtMostHalfForEveryRoundedDecimal() {
    Property.forAll(random -> new BigDecimal(random.nextLong() + "e" + random.nextInt(-340, 280)))
        .cases(3000)
        .check(exact -> Ulp.assertError(exact.doubleValue(), exact, 0.5));
  }

  @Test
  void agreesWithTheLibraryOnTheUlp() {
    Property.forAll(random -> Double.longBitsToDouble(random.nextLong()))
        .check(
            x -> {
              if (Double.isFinite(x)) {
                BigDecimal next = new BigDecimal(x).add(new BigDecimal(Math.ulp(x)));
                assertThat(Ulp.error(x, next)).isIn(1.0, 0.5);
                assertThat(Ulp.exponent(new BigDecimal(2).pow(60))).isEqualTo(60);
              }
            });
  }

  @Test
  void saysByHowMuchAnAssertionFails() {
    assertThatThrownBy(() -> Ulp.assertError(Math.nextUp(1.0), BigDecimal.ONE, 0.75))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "1.0000000000000002 (0x1.0000000000001p0) is 1.000 ULP from 1, allowed are 0.75");
  }
}
