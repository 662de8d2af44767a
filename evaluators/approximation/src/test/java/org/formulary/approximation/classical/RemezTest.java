package org.formulary.approximation.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.formulary.approximation.classical.Peaks.Peak;
import org.formulary.expressions.eval.DoubleDouble;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.Interval;
import org.junit.jupiter.api.Test;

final class RemezTest {
  private static final Interval SYMMETRIC = Interval.of(-1, 1);

  private static Target target(
      UnaryOperator<BigDecimal> function, Interval interval, ErrorKind kind) {
    return Target.of(Tables.of(function, interval), interval, kind).orElseThrow();
  }

  @Test
  void everyMinimaxErrorAlternatesAtAsManyPointsAsItMust() {
    Target target = target(Tables::exp2, Interval.of(0, 1), ErrorKind.RELATIVE);
    for (int p = 0; p <= 7; p++) {
      for (int q = 0; p + q <= 7; q++) {
        if (p + q > 0) {
          Remez.Result result = Remez.best(target, p, q).orElseThrow();
          assertAlternates(target, result, p + q + 2);
        }
      }
    }
  }

  private static void assertAlternates(Target target, Remez.Result result, int points) {
    List<Peak> peaks = result.alternation();
    assertThat(peaks).hasSize(points);
    for (int i = 0; i < points; i++) {
      Target.Point x = peaks.get(i).point();
      double error = Target.error(result.quotient().value(x.t()), x);
      assertThat(Math.abs(error)).isCloseTo(result.error(), within(1e-3 * result.error()));
      if (i > 0) {
        assertThat(peaks.get(i).error() * peaks.get(i - 1).error()).isNegative();
        assertThat(x.t().hi()).isGreaterThan(peaks.get(i - 1).point().t().hi());
      }
    }
    assertThat(result.lowerBound()).isLessThanOrEqualTo(result.error());
    assertThat(result.level()).isBetween(0.999, 1.0);
    assertThat(result.quotient().isFreeOfPoles()).isTrue();
  }

  /** x^n minus its best polynomial is 2^(1−n)·T_n. Chebyshev 1854. */
  @Test
  void powersAreApproximatedByTheRestOfChebyshevPolynomials() {
    for (int n = 2; n <= 8; n++) {
      int power = n;
      // (x + 2)^n has no parity, and its best polynomial the same error.
      Target target = target(x -> x.add(BigDecimal.TWO).pow(power), SYMMETRIC, ErrorKind.ABSOLUTE);
      Remez.Result result = Remez.best(target, n - 1, 0).orElseThrow();
      double expected = Math.scalb(1.0, 1 - n);
      assertThat(target.toError(result.error())).isCloseTo(expected, within(1e-9 * expected));
    }
  }

  @Test
  void evenAndOddPowersToo() {
    for (int n = 3; n <= 8; n++) {
      int power = n;
      Target target = target(x -> x.pow(power), SYMMETRIC, ErrorKind.ABSOLUTE);
      Remez.Result result = Remez.best(target, n - 2, 0).orElseThrow();
      double expected = Math.scalb(1.0, 1 - n);
      assertThat(target.toError(result.error())).isCloseTo(expected, within(1e-9 * expected));
    }
  }

  /** The slope is e − 1; the error is that at 0 and, negated, at ln(e − 1). */
  @Test
  void theBestLineOfTheExponentialIsTheKnownOne() {
    Target target = target(Tables::exp, Interval.of(0, 1), ErrorKind.ABSOLUTE);
    Remez.Result result = Remez.best(target, 1, 0).orElseThrow();
    double slope = Math.E - 1;
    double expected = (1 - slope + slope * Math.log(slope)) / 2;
    assertThat(target.toError(result.error())).isCloseTo(expected, within(1e-8));
  }

  /** 1/(a − t) by degree n: (a − √(a² − 1))^n/(a² − 1). Chebyshev; Cheney, chapter 3. */
  @Test
  void theBestPolynomialsOfASimplePoleAreTheKnownOnes() {
    Target target =
        target(
            x -> BigDecimal.ONE.divide(BigDecimal.TWO.subtract(x), Tables.DIGITS),
            SYMMETRIC,
            ErrorKind.ABSOLUTE);
    for (int n = 1; n <= 6; n++) {
      double expected = Math.pow(2 - Math.sqrt(3), n) / 3;
      Remez.Result result = Remez.best(target, n, 0).orElseThrow();
      assertThat(target.toError(result.error())).isCloseTo(expected, within(1e-7 * expected));
    }
  }

  @Test
  void noNeighbourOfARationalResultIsBetter() {
    Target target =
        target(
            x -> Tables.log1p(x.subtract(BigDecimal.ONE)), Interval.of(2, 4), ErrorKind.ABSOLUTE);
    Remez.Result best = Remez.best(target, 2, 2).orElseThrow();
    for (int k = 0; k < 5; k++) {
      for (double step : new double[] {-1e-3, 1e-3}) {
        DoubleDouble factor = DoubleDouble.of(1 + step * best.error());
        List<DoubleDouble> n = new ArrayList<>(best.quotient().numerator());
        List<DoubleDouble> d = new ArrayList<>(best.quotient().denominator());
        List<DoubleDouble> changed = k < 3 ? n : d;
        changed.set(k % 3, DoubleDouble.multiply(changed.get(k % 3), factor));
        Quotient moved = new Quotient(n, d);
        double error = Peaks.largest(target, x -> Target.error(moved.value(x.t()), x));
        assertThat(error).isGreaterThan(best.error());
      }
    }
  }

  private static BigDecimal quotient(BigDecimal x) {
    BigDecimal denominator =
        x.multiply(x).add(x.multiply(new BigDecimal(3))).add(new BigDecimal(5));
    return x.add(BigDecimal.ONE).divide(denominator, Tables.DIGITS);
  }

  @Test
  void whatIsRationalIsFoundExactly() {
    Target target = target(RemezTest::quotient, Interval.of(0, 1), ErrorKind.RELATIVE);
    Remez.Result result = Remez.best(target, 1, 2).orElseThrow();
    assertThat(Peaks.largest(target, x -> Target.error(result.quotient().value(x.t()), x)))
        .isLessThan(1e-24);
  }

  @Test
  void moreDegreesThanPointsGiveNothing() {
    Target target = target(Tables::exp, SYMMETRIC, ErrorKind.ABSOLUTE);
    assertThat(Remez.best(target, 300, 0)).isEqualTo(Optional.empty());
  }
}
