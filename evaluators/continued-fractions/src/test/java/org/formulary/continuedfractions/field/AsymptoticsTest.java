package org.formulary.continuedfractions.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.formulary.continuedfractions.polynomial.Family;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.continuedfractions.recurrence.SolutionSize;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constants;
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
              assertThat(a.growth().slopes()).isEqualTo(Map.of(2, 4));
              assertThat(a.delta()).isCloseTo(-0.2088, within(5e-5));
            });
  }

  /** Its every second convergent is one of the field above, with 2^n for 2^(n/2) a step. */
  @Test
  void recognisesHalvesOfPowersOfTwo() {
    PolynomialFraction brouncker = fraction("2*n + 1", "n^2");
    assertThat(Asymptotics.of(brouncker, 2000))
        .isInstanceOfSatisfying(
            Asymptotics.Exponential.class,
            a -> {
              assertThat(a.growth().slopes()).isEqualTo(Map.of(2, 1));
              assertThat(a.text()).contains("2^(1 n/2)");
              assertThat(a.delta()).isCloseTo(-0.2088, within(5e-5));
            });
  }

  @ParameterizedTest
  @CsvSource({"2, (2*n - 1)^2", "2*n + 2, -n^2", "2*n^2 + 2*n + 1, -n^4"})
  void slowFractionsHaveTheLeastDelta(String a, String b) {
    assertThat(Asymptotics.of(fraction(a, b), 400))
        .isInstanceOf(Asymptotics.Slow.class)
        .satisfies(s -> assertThat(s.delta()).isEqualTo(-1));
  }

  /** 2 − 1/(2 − 1/(2 − …: the convergents are (n + 2)/(n + 1). */
  @Test
  void denominatorsThatHardlyGrowAreUndetermined() {
    assertThat(Asymptotics.of(fraction("2", "-1"), 400))
        .isInstanceOf(Asymptotics.Undetermined.class);
  }

  private static PolynomialFraction fraction(String a, String b) {
    return Family.parse(a, b, "").fraction(0);
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

  private static Trajectory hypergeometric(
      int p, int q, int z, int below, List<Integer> start, List<Integer> direction) {
    var argument = HypergeometricField.Argument.of(z, below);
    return Trajectory.of(HypergeometricField.of(p, q, argument).field(), start, direction);
  }

  private static Rows rows(Trajectory t, String constant) {
    return ColumnIdentification.of(t, 200, 400, 100)
        .flatMap(c -> c.rows(Constants.of("constant", constant), 100))
        .orElseThrow();
  }

  /** Apéry's approximations of ζ(3) are a walk of rank 3 through 4F3(1), along his 4F3 sums. */
  @Test
  void walksOfRankThreeHaveTheKnownValues() {
    Trajectory t =
        hypergeometric(4, 3, 1, 1, List.of(-1, -1, 1, 1, 1, 1, 1), List.of(-1, -1, 1, 1, 0, 0, 0));
    assertThat(t.field().rank()).isEqualTo(3);
    assertThat(Asymptotics.of(t, rows(t, "zeta3"), 800).delta())
        .isCloseTo(8 * SILVER / (4 * SILVER + 3) - 1, within(1e-12));
    // Of other forms the error is that of the second solution.
    assertThat(Asymptotics.of(t, rows(t, "zeta2"), 800).delta())
        .isCloseTo(4 * SILVER / (4 * SILVER + 2) - 1, within(1e-12));
    // The diagonal of ln 2, by Legendre's polynomials (Alladi and Robinson 1980), in 3F2(1/2).
    Trajectory log = hypergeometric(3, 2, 1, 2, List.of(1, 1, 1, 2, 2), List.of(0, 0, 0, 1, 1));
    assertThat(Asymptotics.of(log, rows(log, "ln2"), 800).delta())
        .isCloseTo(4 * SILVER / (2 * SILVER + 1) - 1, within(1e-12));
    // One more axis, and rank 4.
    Trajectory four =
        hypergeometric(4, 3, -1, 1, List.of(1, 1, 1, 1, 2, 2, 2), List.of(0, 0, 0, 0, 1, 1, 1));
    assertThat(four.field().rank()).isEqualTo(4);
    assertThat(Asymptotics.of(four, rows(four, "zeta2"), 800).delta())
        .isCloseTo(Math.log(8) / (Math.log(8) + 2) - 1, within(1e-12));
  }

  /** Errors and denominators of exact walks to two depths grow as is foretold. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4 | 3 | 1 | 1 | -1,-1,1,1,1,1,1 | -1,-1,1,1,0,0,0 | zeta3",
        "4 | 3 | 1 | 1 | -1,-1,1,1,1,1,1 | -1,-1,1,1,0,0,0 | zeta2/zeta3",
        "3 | 2 | 1 | 2 | 1,1,1,2,2 | 0,0,0,1,2 | ln2",
        "4 | 3 | -1 | 1 | 1,1,1,1,2,2,2 | 0,0,0,0,1,1,1 | zeta2",
      })
  void walksGrowAsForetold(
      int p, int q, int z, int below, String start, String direction, String constant) {
    Trajectory t = hypergeometric(p, q, z, below, numbers(start), numbers(direction));
    Rows rows = rows(t, constant);
    var foretold = (Asymptotics.Exponential) Asymptotics.of(t, rows, 800);
    double[] errors = new double[2];
    double[] denominators = new double[2];
    int[] depths = {400, 800};
    for (int i = 0; i < 2; i++) {
      Walk walk = t.step().primitive().product(0, depths[i]);
      Trajectory.Approximation a = rows.approximation(walk.matrix());
      denominators[i] = a.reducedBits() * Math.log(2);
      int bits = (int) (3 * denominators[i]) + 200;
      Enclosure c = Constants.of("constant", constant).enclosure(bits);
      Enclosure above = new Enclosure(a.p(), a.p(), 0).withBits(bits);
      Enclosure error = c.multiply(a.q()).add(above.negate());
      assertThat(error.containsZero()).isFalse();
      errors[i] =
          (Enclosure.log2(error.magnitude()) - bits - Enclosure.log2(a.q().abs())) * Math.log(2);
    }
    assertThat((errors[0] - errors[1]) / 400)
        .isCloseTo(foretold.errorRate(), within(0.01 * foretold.errorRate() + 0.01));
    assertThat(denominators[1] / 800)
        .isCloseTo(foretold.denominatorRate(), within(0.03 * foretold.denominatorRate()));
    assertThat(-errors[1] / denominators[1] - 1).isCloseTo(foretold.delta(), within(0.03));
  }

  private static List<Integer> numbers(String text) {
    return Arrays.stream(text.split(",")).map(Integer::parseInt).toList();
  }

  /** 2F2(−1) converges like exp(−c √n) at best, and in 4F3(1) two roots are conjugate here. */
  @Test
  void equalSizesAreUndetermined() {
    var undetermined =
        new Asymptotics.Undetermined("two solutions of the recurrence have one size");
    Trajectory slow = hypergeometric(2, 2, -1, 1, List.of(1, 1, 2, 2), List.of(0, 0, 1, 1));
    assertThat(slow.field().rank()).isEqualTo(3);
    assertThat(Asymptotics.of(slow, 500)).isEqualTo(undetermined);
    Trajectory turning =
        hypergeometric(4, 3, 1, 1, List.of(1, 1, 1, 1, 3, 3, 3), List.of(1, 1, 1, 1, 2, 2, 2));
    assertThat(Asymptotics.of(turning, 500)).isEqualTo(undetermined);
  }

  private static WalkCheck walk(IntFunction<BigInteger> p, IntFunction<BigInteger> q) {
    return new WalkCheck(
        Stream.of(100, 200, 300, 400)
            .map(n -> new ColumnSample(n, BigInteger.ONE, p.apply(n), q.apply(n)))
            .toList());
  }

  /** Of 9^n, 3^n and 1 the quotient (9^n + 3^n)/9^n has the second, (9^n + 1)/9^n the third. */
  @Test
  void walksTellWhichSolutionTheErrorHas() {
    List<SolutionSize> sizes =
        Stream.of(9, 3, 1).map(b -> new SolutionSize(0, Math.log(b))).toList();
    BigInteger nine = BigInteger.valueOf(9);
    BigInteger three = BigInteger.valueOf(3);
    assertThat(walk(n -> nine.pow(n).add(three.pow(n)), nine::pow).second(sizes))
        .contains(sizes.get(1));
    assertThat(walk(n -> nine.pow(n).add(BigInteger.ONE), nine::pow).second(sizes))
        .contains(sizes.get(2));
    // Times n^30, which no size tells.
    BigInteger large = BigInteger.TEN.pow(200);
    IntFunction<BigInteger> power = n -> three.pow(n).multiply(BigInteger.valueOf(n).pow(30));
    assertThat(walk(n -> large.multiply(nine.pow(n)).add(power.apply(n)), nine::pow).second(sizes))
        .contains(sizes.get(1));
    WalkCheck growing = walk(nine::pow, _ -> BigInteger.ONE);
    assertThat(growing.second(sizes)).isEmpty();
    assertThat(growing.contradiction(sizes))
        .isEqualTo(
            "ln |error| should fall by 1.0986 a step, and falls by 0.0000 from depth 200 to 300");
  }
}
