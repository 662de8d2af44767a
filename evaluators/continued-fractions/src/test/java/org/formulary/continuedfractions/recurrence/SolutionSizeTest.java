package org.formulary.continuedfractions.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.junit.jupiter.api.Test;

class SolutionSizeTest {
  private static List<SolutionSize> sizes(IntegerPolynomial... c) {
    return new LinearRecurrence(List.of(c)).sizes().orElseThrow();
  }

  private static IntegerPolynomial of(long... ascending) {
    return IntegerPolynomial.of(ascending);
  }

  /** Apéry's: (n + 2)³ u(n + 2) = (34n³ + …) u(n + 1) − (n + 1)³ u(n). */
  @Test
  void growsLikePowersOfRoots() {
    double rate = 4 * Math.log(1 + Math.sqrt(2));
    List<SolutionSize> s = sizes(of(1, 3, 3, 1), of(-117, -231, -153, -34), of(8, 12, 6, 1));
    assertThat(s).allMatch(size -> size.power() == 0);
    assertThat(s.get(0).rate()).isCloseTo(rate, within(1e-13));
    assertThat(s.get(1).rate()).isCloseTo(-rate, within(1e-13));
    assertThat(s.get(0).exceeds(s.get(1))).isTrue();
    assertThat(s.get(1).exceeds(s.get(0))).isFalse();
  }

  /** u(n + 2) = 3n u(n + 1) + 5 u(n): 3^n n! and (−5/3)^n/n!. */
  @Test
  void growsLikeFactorials() {
    List<SolutionSize> s = sizes(of(-5), of(0, -3), of(1));
    assertThat(s.get(0)).isEqualTo(new SolutionSize(1, s.get(0).rate()));
    assertThat(s.get(0).rate()).isCloseTo(Math.log(3), within(1e-13));
    assertThat(s.get(1).power()).isEqualTo(-1);
    assertThat(s.get(1).rate()).isCloseTo(Math.log(5 / 3.0), within(1e-13));
    assertThat(s.get(0).exceeds(s.get(1))).isTrue();
  }

  /** u(n + 3) = n u(n + 2) + n u(n + 1) + n³ u(n): below the hull, u(n + 1) does not count. */
  @Test
  void takesWhatReachesTheNewtonPolygon() {
    List<SolutionSize> s = sizes(of(0, 0, 0, -1), of(0, -1), of(0, -1), of(1));
    assertThat(s).hasSize(3).allMatch(size -> size.power() == 1);
    // λ³ = λ² + 1.
    double real = 1.4655712318767680;
    assertThat(s.get(0).rate()).isCloseTo(Math.log(real), within(1e-13));
    assertThat(s.get(1).rate()).isCloseTo(-Math.log(real) / 2, within(1e-13));
    assertThat(s.get(1).exceeds(s.get(2))).isFalse();
  }

  @Test
  void rootsOfFactorials() {
    List<SolutionSize> s = sizes(of(0, -4), IntegerPolynomial.ZERO, of(1));
    assertThat(s).allMatch(size -> size.power() == 0.5);
    assertThat(s.get(0).rate()).isCloseTo(Math.log(2), within(1e-13));
    assertThat(s.get(0).exceeds(s.get(1))).isFalse();
  }

  /** (E − 2)³ (E + 1). */
  @Test
  void multipleRootsAreExact() {
    List<SolutionSize> s = sizes(of(-8), of(4), of(6), of(-5), of(1));
    for (int k = 0; k < 3; k++) {
      assertThat(s.get(k).rate()).isCloseTo(Math.log(2), within(1e-13));
    }
    assertThat(s.get(3).rate()).isCloseTo(0, within(1e-13));
    assertThat(s.get(0).exceeds(s.get(2))).isFalse();
  }

  @Test
  void whatVanishesHasNoSize() {
    assertThat(sizes(IntegerPolynomial.ZERO, of(-3), of(1))).hasSize(1);
  }

  /** Products of k + d x, with k and d of 1 to 20 digits. */
  @Test
  void findsRootsOfAllSizes() {
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < 200; trial++) {
      int degree = random.nextInt(1, 6);
      List<Double> expected = new ArrayList<>();
      IntegerPolynomial p = of(1);
      for (int i = 0; i < degree; i++) {
        BigInteger k = number(random);
        BigInteger d = number(random);
        p = p.multiply(new IntegerPolynomial(List.of(k, d)));
        expected.add(Math.log(k.abs().doubleValue()) - Math.log(d.abs().doubleValue()));
      }
      expected.sort(Comparator.reverseOrder());
      IntegerPolynomial[] c =
          p.coefficients().stream()
              .map(a -> new IntegerPolynomial(List.of(a)))
              .toArray(IntegerPolynomial[]::new);
      List<SolutionSize> found = sizes(c);
      for (int i = 0; i < degree; i++) {
        assertThat(found.get(i).rate())
            .as("%s", Arrays.toString(c))
            .isCloseTo(expected.get(i), within(1e-6));
      }
    }
  }

  private static BigInteger number(SplittableRandom random) {
    BigInteger size = BigInteger.TEN.pow(random.nextInt(0, 19));
    return size.multiply(
        BigInteger.valueOf(random.nextInt(1, 100) * (random.nextBoolean() ? 1 : -1)));
  }
}
