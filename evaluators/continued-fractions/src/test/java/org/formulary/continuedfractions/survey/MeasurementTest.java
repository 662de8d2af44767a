package org.formulary.continuedfractions.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.formulary.continuedfractions.polynomial.Convergence;
import org.formulary.continuedfractions.polynomial.DirectSummation;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasurementTest {
  private static final FractionBox BOX = new FractionBox(2, 5);
  private static final List<IntegerPolynomial> A = BOX.positive();
  private static final List<IntegerPolynomial> B = BOX.all();

  static PolynomialFraction fraction(String a, String b) {
    return new PolynomialFraction(polynomial(a), polynomial(b));
  }

  private static IntegerPolynomial polynomial(String ascending) {
    return IntegerPolynomial.of(
        java.util.Arrays.stream(ascending.split(" ")).mapToLong(Long::parseLong).toArray());
  }

  @ParameterizedTest
  @CsvSource({
    "1 1, 3 -1, ENDS, b(3) = 0, 13/7",
    "0 1, 1 -1, ENDS, b(1) = 0, 0",
    "3, -2, RATIONAL, '', 2",
    "2, -1, RATIONAL, '', 1",
    "1 3, 0 0 -2, ZERO, '', 0",
    "1 2, 0 0 -1, ZERO, '', 0",
    "1 1, -1 -1, INFINITE, '', 1/0",
    "1, -1, OSCILLATES, the solutions of the recurrence oscillate, ''",
    "1 1, 0 0 -5, OSCILLATES, the solutions of the recurrence oscillate, ''",
    "1 2, 0 0 1, IRRATIONAL, '', ''",
    "1, 1, IRRATIONAL, '', ''"
  })
  void namesWhatBecomesOfAFraction(String a, String b, Kind kind, String detail, String exact) {
    Measurement m = Measurement.of(fraction(a, b));
    assertThat(m.kind()).isEqualTo(kind);
    assertThat(m.detail()).isEqualTo(detail);
    assertThat(m.exact()).isEqualTo(exact);
  }

  @Test
  void knowsFourOverPi() {
    Measurement m = Measurement.of(fraction("1 2", "0 0 1"));
    assertThat(new BigDecimal(FractionRows.digits(m.value().orElseThrow())).toPlainString())
        .isEqualTo("1.2732395447351626861510701069801148962756771659237");
    assertThat(m.law()).isEqualTo(new Law("exponential", "2", m.law().rate()));
    // (1 + √2)² a term, against lcm(1…n) (1 + √2)^n in the denominators
    assertThat(m.law().rate()).isCloseTo(2 * Math.log10(1 + Math.sqrt(2)), within(1e-12));
    assertThat(m.growth().orElseThrow().d()).isZero();
    assertThat(m.agreedDigits()).isGreaterThanOrEqualTo(50);
  }

  @Test
  void deltaOfFactorialLawsFollowsFromOrders() {
    // 1/(e − 1): errors n!^−1, denominators n!
    Measurement m = Measurement.of(fraction("0 1", "0 1"));
    assertThat(m.law().parameter()).isEqualTo("1 1");
    assertThat(m.delta()).isZero();
    // a quotient of Bessel functions: errors n!^−2, denominators n!
    assertThat(Measurement.of(fraction("0 1", "1")).delta()).isEqualTo(1);
  }

  @Test
  void limitsAgreeWithConvergents() {
    Random random = new Random(5);
    int compared = 0;
    while (compared < 60) {
      PolynomialFraction f =
          new PolynomialFraction(A.get(random.nextInt(A.size())), B.get(random.nextInt(B.size())));
      Measurement m = f.end(100).isPresent() ? null : Measurement.of(f);
      if (m != null && m.kind() == Kind.IRRATIONAL) {
        var second = DirectSummation.limit(f, 160);
        if (second.isPresent()) {
          var x = m.value().orElseThrow().withBits(160);
          var y = second.get().value().withBits(160);
          BigInteger distance = x.add(y.negate()).magnitude();
          assertThat(distance.bitLength()).as(f.toString()).isLessThan(24);
          compared++;
        }
      }
    }
  }

  /** The order by which common divisors grow, from their second differences. */
  @Test
  void ordersOfCommonDivisorsAgreeWithThem() {
    Random random = new Random(7);
    int compared = 0;
    int far = 0;
    while (compared < 150) {
      PolynomialFraction f =
          new PolynomialFraction(
              A.get(random.nextInt(compared % 3 == 0 ? A.size() : 60)),
              B.get(random.nextInt(B.size())));
      if (f.end(100).isPresent() || Convergence.of(f) instanceof Convergence.None) {
        continue;
      }
      List<ExactConvergent> c = ExactConvergent.of(f, 800, 1600);
      if (c.size() < 2 || c.get(1).depth() != 2 * c.get(0).depth()) {
        continue;
      }
      double half = Growth.ln(c.get(0).p().gcd(c.get(0).q()));
      double whole = Growth.ln(c.get(1).p().gcd(c.get(1).q()));
      double order = (whole - 2 * half) / (1600 * Math.log(2));
      CommonDivisors found = CommonDivisors.of(f);
      // Where half of the primes contribute they come irregularly.
      assertThat(order).as("%s: %s", f, found).isCloseTo(found.order(), within(0.3));
      far += Math.abs(order - found.order()) > 0.1 ? 1 : 0;
      compared++;
    }
    assertThat(far).isLessThan(compared / 10);
  }

  /** Their denominators are equally large, but hold other primes. */
  @Test
  void residuesOfPrimesTellGaussFromTheLemniscate() {
    Measurement lemniscate = Measurement.of(fraction("1 4", "0 1 -2"));
    Measurement gauss = Measurement.of(fraction("-1 4", "0 3 -2"));
    assertThat(lemniscate.law()).isEqualTo(gauss.law());
    Growth first = lemniscate.growth().orElseThrow();
    Growth second = gauss.growth().orElseThrow();
    assertThat(first.c()).isCloseTo(second.c(), within(0.05));
    assertThat(first.shares().mod4()).isCloseTo(0.27, within(0.05));
    assertThat(second.shares().mod4()).isCloseTo(-0.31, within(0.05));
    assertThat(Measurement.of(fraction("0 1", "0 1")).growth().orElseThrow().shares())
        .isEqualTo(ResidueShares.NONE);
  }

  @Test
  void boxHoldsWhatThePaperCounts() {
    assertThat(BOX.fractions()).isEqualTo(1_768_900);
    assertThat(2L * A.size() * B.size()).isEqualTo(1_768_900);
    assertThat(A).doesNotHaveDuplicates();
  }
}
