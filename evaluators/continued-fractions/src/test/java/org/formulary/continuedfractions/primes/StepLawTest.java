package org.formulary.continuedfractions.primes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.formulary.continuedfractions.primes.StepLaw.Cell;
import org.formulary.continuedfractions.primes.StepLaw.Ratio;
import org.junit.jupiter.api.Test;

class StepLawTest {
  private static final double EULER = 0.57721566490153286;
  private static final Ratio ZERO = new Ratio(0, 1);
  private static final Ratio HALF = new Ratio(1, 2);
  private static final Ratio ONE = new Ratio(1, 1);

  @Test
  void digammaHasItsKnownValues() {
    assertThat(StepLaw.digamma(1)).isCloseTo(-EULER, within(1e-14));
    assertThat(StepLaw.digamma(2)).isCloseTo(1 - EULER, within(1e-14));
    assertThat(StepLaw.digamma(1.5)).isCloseTo(2 - EULER - 2 * Math.log(2), within(1e-14));
  }

  /** ln lcm(1, …, n) is asymptotically n. */
  @Test
  void integralsAreGrowthRates() {
    StepLaw lcm = new StepLaw(List.of(), List.of(new Cell(ZERO, ONE, 1)));
    assertThat(lcm.integral()).isCloseTo(1, within(1e-14));
    StepLaw twice = new StepLaw(List.of(new Cell(HALF, ONE, 1)), List.of(new Cell(ZERO, ONE, 1)));
    assertThat(twice.integral()).isCloseTo(2, within(1e-14));
  }

  private static List<StepLawFit.Exponent> exponents(IntBinaryOperator value) {
    List<StepLawFit.Exponent> exponents = new ArrayList<>();
    for (int n : new int[] {2000, 1800, 1600}) {
      for (int p : PrimeExponents.primes(n / 10, 12 * n)) {
        exponents.add(new StepLawFit.Exponent(n, p, value.applyAsInt(n, p)));
      }
    }
    return exponents;
  }

  @Test
  void lawsAreReadOffTheExponents() {
    assertThat(StepLawFit.fit(exponents((n, p) -> p <= 2 * n ? 3 : 0)).orElseThrow())
        .hasToString("3 for t in (1/2, 1), 3 for t >= 1");
    // The central binomial coefficient, 4^n: where n/p mod 1 is at least a half.
    PrimeLaw binomial = StepLawFit.fit(exponents((n, p) -> 2 * n / p - 2 * (n / p))).orElseThrow();
    assertThat(binomial.integral()).isCloseTo(2 * Math.log(2), within(1e-13));
  }

  @Test
  void whatIsNoStepFunctionIsRejected() {
    assertThat(StepLawFit.fit(exponents((n, p) -> p % 7 == 1 ? 1 : 0))).isEmpty();
    assertThat(StepLawFit.fit(exponents((n, p) -> n / p))).isEmpty();
    assertThat(StepLawFit.fit(exponents((n, p) -> 1))).isEmpty();
  }
}
