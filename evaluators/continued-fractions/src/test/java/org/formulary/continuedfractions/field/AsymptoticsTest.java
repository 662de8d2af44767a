package org.formulary.continuedfractions.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsymptoticsTest {
  private static final double SILVER = Math.log(1 + Math.sqrt(2));
  private static final double GOLDEN = Math.log((1 + Math.sqrt(5)) / 2);

  private static Asymptotics of(String f, String fBar, int x, int y) {
    MatrixField field = PublishedFields.ofPair(f, fBar);
    return Asymptotics.of(Trajectory.of(field, List.of(1, 1), List.of(x, y)), 2000);
  }

  /** In closed form from the literature: the denominators hold lcm(1, …, n)^k. */
  @Test
  void diagonalsHaveTheKnownValues() {
    assertThat(of("x + y", "x - y", 1, 1).delta())
        .isCloseTo(4 * SILVER / (2 * SILVER + 1) - 1, within(1e-12))
        .isCloseTo(0.2761, within(5e-5));
    assertThat(of("2*x^2 + 2*x*y + y^2", "-(2*x^2 - 2*x*y + y^2)", 1, 1).delta())
        .isCloseTo(10 * GOLDEN / (5 * GOLDEN + 2) - 1, within(1e-12))
        .isCloseTo(0.0922, within(5e-5));
    assertThat(Asymptotics.of(PublishedFields.diagonal(PublishedFields.zeta3()), 2000).delta())
        .isCloseTo(8 * SILVER / (4 * SILVER + 3) - 1, within(1e-12))
        .isCloseTo(0.0805, within(5e-5));
    assertThat(of("x + y", "1", 1, 1)).isEqualTo(new Asymptotics.Factorial(2, 1));
    assertThat(of("x + y", "1", 1, 1).delta()).isEqualTo(1);
    assertThat(of("x + y", "1", 2, 1).delta()).isEqualTo(0.5);
    assertThat(of("x + y", "1", 1, 0).delta()).isZero();
  }

  @Test
  void publishedMatricesAgreeWithThePair() {
    assertThat(Asymptotics.of(PublishedFields.diagonal(PublishedFields.ZETA3), 2000).delta())
        .isCloseTo(8 * SILVER / (4 * SILVER + 3) - 1, within(1e-12));
    Trajectory e = Trajectory.of(PublishedFields.E, List.of(0, 0), List.of(1, 1));
    assertThat(Asymptotics.of(e, 2000).delta()).isEqualTo(1);
  }

  @Test
  void saysFromWhichExponents() {
    assertThat(Asymptotics.of(PublishedFields.diagonal(PublishedFields.zeta3()), 2000))
        .isInstanceOfSatisfying(
            Asymptotics.Exponential.class,
            a -> {
              assertThat(a.growth().order()).isEqualTo(3);
              assertThat(a.growth().law().orElseThrow()).hasToString("3 for t >= 1");
              assertThat(a.growth().slopes()).isEmpty();
              assertThat(a.denominatorRate()).isCloseTo(4 * SILVER + 3, within(1e-12));
              assertThat(a.growth().measured()).isCloseTo(a.denominatorRate(), within(0.05));
              assertThat(a.text()).contains("3 for t >= 1", "depth 2000");
            });
  }

  /** Cancellation by primes with n/p mod 1 below a half, and powers of 2. */
  @Test
  void recognisesPartialCancellationAndSmallPrimes() {
    assertThat(of("x + y", "x - y", 2, 1))
        .isInstanceOfSatisfying(
            Asymptotics.Exponential.class,
            a -> assertThat(a.growth().rate()).isCloseTo(2 - 2 * Math.log(2), within(1e-12)));
    assertThat(of("1 + 2*(x + y)", "y - x", 1, 1))
        .isInstanceOfSatisfying(
            Asymptotics.Exponential.class,
            a -> {
              assertThat(a.growth().slopes()).isEqualTo(Map.of(2, 2));
              assertThat(a.delta()).isCloseTo(-0.2088, within(5e-5));
            });
  }

  /** 2F1(1/3, 1; 4/3; −1): exponents depend on the residue of the prime modulo 3. */
  @Test
  void recognisesResidueClasses() {
    MatrixField field =
        new HypergeometricField(
                List.of(1, 0), List.of(1), 3, HypergeometricField.Argument.of(-1, 1))
            .field();
    assertThat(Asymptotics.of(Trajectory.of(field, List.of(0, 1, 1), List.of(1, 1, 2)), 2000))
        .isInstanceOfSatisfying(
            Asymptotics.Exponential.class,
            a -> assertThat(a.growth().law().orElseThrow().modulus()).isEqualTo(3));
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "0, 1"})
  void slowDirectionsAreUndetermined(int x, int y) {
    assertThat(of("x + y", "x - y", x, y))
        .isEqualTo(new Asymptotics.Undetermined("two solutions of the recurrence have one size"));
  }
}
