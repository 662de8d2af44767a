package org.formulary.approximation.classical;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.formulary.expressions.eval.DoubleDouble;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.Interval;
import org.junit.jupiter.api.Test;

final class ChebyshevSeriesTest {
  private static final Interval INTERVAL = Interval.of(-1, 1);

  private static ChebyshevSeries series(UnaryOperator<BigDecimal> function) {
    return Target.of(Tables.of(function, INTERVAL), INTERVAL, ErrorKind.ABSOLUTE)
        .orElseThrow()
        .series()
        .orElseThrow();
  }

  /** From 0.18 to 1.36, so that the target is not scaled. */
  private static BigDecimal halfExp(BigDecimal x) {
    return Tables.exp(x).divide(BigDecimal.TWO, Tables.DIGITS);
  }

  @Test
  void reproducesASmoothFunctionBetweenThePoints() {
    ChebyshevSeries series = series(ChebyshevSeriesTest::halfExp);
    for (double t : new double[] {-0.9999, -0.7, -0.123, 0.001, 0.6, 0.99}) {
      BigDecimal value = series.value(DoubleDouble.of(t)).toBigDecimal();
      BigDecimal error = value.subtract(halfExp(new BigDecimal(t)));
      assertThat(error.abs().doubleValue()).isLessThan(1e-29);
    }
  }

  @Test
  void givesTaylorCoefficientsAtTheMiddleAndAtAnEnd() {
    ChebyshevSeries series = series(ChebyshevSeriesTest::halfExp);
    for (int center = -1; center <= 0; center++) {
      DoubleDouble[] c = series.taylor(center, 10);
      BigDecimal exact = halfExp(new BigDecimal(center));
      for (int k = 0; k <= 10; k++) {
        exact = k == 0 ? exact : exact.divide(BigDecimal.valueOf(k), Tables.DIGITS);
        BigDecimal error = c[k].toBigDecimal().subtract(exact);
        double relative = error.divide(exact, Tables.DIGITS).abs().doubleValue();
        assertThat(relative).as("%d at %d", k, center).isLessThan(center == 0 ? 1e-16 : 1e-9);
      }
    }
  }

  /** (x − 1)·e^x is −1 at 0, its largest, so that the target is not scaled. */
  @Test
  void dividesByAZeroAtAnEnd() {
    ChebyshevSeries quotient =
        series(x -> x.subtract(BigDecimal.ONE).multiply(Tables.exp(x)))
            .dividedBy(DoubleDouble.of(1));
    for (double t : new double[] {-1, 0.3, 1}) {
      BigDecimal value = quotient.value(DoubleDouble.of(t)).toBigDecimal();
      BigDecimal error = value.subtract(Tables.exp(new BigDecimal(t)));
      assertThat(error.abs().doubleValue()).isLessThan(1e-27);
    }
  }

  @Test
  void tellsPolesFromNone() {
    assertThat(denominator(1, 0, 1).isFreeOfPoles()).isTrue(); // 1 + t²
    assertThat(denominator(1, 0, -1).isFreeOfPoles()).isFalse(); // zeros at the ends
    assertThat(denominator(1, 0, -0.999999).isFreeOfPoles()).isTrue();
    assertThat(denominator(0.25000001, -1, 1).isFreeOfPoles()).isTrue(); // near a double zero
    assertThat(denominator(0.25, -1, 1).isFreeOfPoles()).isFalse(); // (t − 1/2)²
    assertThat(denominator(0.2499, -1, 1).isFreeOfPoles()).isFalse();
    assertThat(denominator(-1, 0.9).isFreeOfPoles()).isTrue();
  }

  private static Quotient denominator(double... c) {
    List<DoubleDouble> d = Arrays.stream(c).mapToObj(DoubleDouble::of).toList();
    return new Quotient(List.of(DoubleDouble.ONE), d);
  }
}
