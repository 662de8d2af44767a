package org.formulary.expressions.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.function.BinaryOperator;
import java.util.random.RandomGenerator;
import org.formulary.expressions.BinaryRational;
import org.formulary.testkit.Property;
import org.junit.jupiter.api.Test;

final class DoubleDoubleTest {
  private static final MathContext DIGITS = new MathContext(80);
  private static final double U = 0x1p-53;

  private record Pair(DoubleDouble a, DoubleDouble b) {}

  /** Any width of exponents, low parts that are 0, full, tiny or half an ULP. */
  private static DoubleDouble next(RandomGenerator random, int exponents) {
    double hi = Math.scalb(random.nextDouble(1, 2), random.nextInt(2 * exponents + 1) - exponents);
    double lo =
        switch (random.nextInt(4)) {
          case 0 -> 0.0;
          case 1 -> random.nextDouble(-0.5, 0.5) * Math.ulp(hi);
          case 2 -> Math.scalb(random.nextDouble(-0.5, 0.5) * Math.ulp(hi), -random.nextInt(60));
          default -> 0.49999999 * Math.ulp(hi) * (random.nextBoolean() ? 1 : -1);
        };
    DoubleDouble d = new DoubleDouble(hi, hi + lo == hi ? lo : 0);
    return random.nextBoolean() ? d : d.negate();
  }

  /** Near pairs too, whose sum or difference cancels. */
  private static Pair pair(RandomGenerator random) {
    DoubleDouble a = next(random, random.nextBoolean() ? 2 : 200);
    if (random.nextInt(3) > 0) {
      return new Pair(a, next(random, random.nextBoolean() ? 2 : 200));
    }
    double near = a.hi() + random.nextInt(-2, 3) * Math.ulp(a.hi());
    double lo = a.lo() * random.nextDouble(-1, 1);
    return new Pair(a, new DoubleDouble(-near, near + lo == near ? lo : 0));
  }

  private static void checkBound(
      BinaryOperator<DoubleDouble> operation,
      BinaryOperator<BigDecimal> exactOperation,
      double bound) {
    Property.forAll(DoubleDoubleTest::pair)
        .cases(30_000)
        .check(
            p -> {
              DoubleDouble result = operation.apply(p.a, p.b);
              assertWithin(
                  result, exactOperation.apply(p.a.toBigDecimal(), p.b.toBigDecimal()), bound);
            });
  }

  private static void assertWithin(DoubleDouble result, BigDecimal exact, double bound) {
    assertThat(result.hi() + result.lo()).isEqualTo(result.hi());
    BigDecimal error = result.toBigDecimal().subtract(exact).abs();
    BigDecimal allowed = exact.abs().multiply(new BigDecimal(bound));
    assertThat(error).as("%s against %s", result, exact).isLessThanOrEqualTo(allowed);
  }

  @Test
  void addsWithinThreeUSquared() {
    checkBound(DoubleDouble::add, BigDecimal::add, 3 * U * U + 13 * U * U * U);
  }

  @Test
  void subtractsWithinThreeUSquared() {
    checkBound(DoubleDouble::subtract, BigDecimal::subtract, 3 * U * U + 13 * U * U * U);
  }

  @Test
  void multipliesWithinFourUSquared() {
    checkBound(DoubleDouble::multiply, BigDecimal::multiply, 4 * U * U);
  }

  @Test
  void dividesWithinFifteenUSquared() {
    checkBound(DoubleDouble::divide, (a, b) -> a.divide(b, DIGITS), 15 * U * U + 56 * U * U * U);
  }

  @Test
  void takesRootsWithinTheBound() {
    Property.forAll(random -> next(random, 300))
        .cases(20_000)
        .check(
            a -> {
              DoubleDouble magnitude = a.hi() < 0 ? a.negate() : a;
              BigDecimal exact = magnitude.toBigDecimal().sqrt(new MathContext(50));
              assertWithin(DoubleDouble.sqrt(magnitude), exact, 3.125 * U * U);
            });
  }

  @Test
  void fusedMultiplyAddIsWithinItsBound() {
    Property.forAll(random -> new Pair[] {pair(random), pair(random)})
        .cases(10_000)
        .check(
            p -> {
              DoubleDouble c = p[1].a;
              BigDecimal product = p[0].a.toBigDecimal().multiply(p[0].b.toBigDecimal());
              BigDecimal exact = product.add(c.toBigDecimal());
              DoubleDouble result = DoubleDoubleArithmetic.INSTANCE.fma(p[0].a, p[0].b, c);
              BigDecimal allowed =
                  product.abs().add(exact.abs()).multiply(new BigDecimal(4 * U * U));
              assertThat(result.toBigDecimal().subtract(exact).abs()).isLessThanOrEqualTo(allowed);
            });
  }

  @Test
  void roundsExactConstantsToBothParts() {
    Property.forAll(
            random ->
                BinaryRational.of(
                    new BigInteger(
                        1 + random.nextInt(200), new java.util.Random(random.nextLong())),
                    random.nextInt(-300, 100)))
        .cases(5000)
        .check(
            exact -> {
              DoubleDouble d = DoubleDoubleArithmetic.INSTANCE.of(exact);
              assertThat(d.hi()).isEqualTo(exact.doubleValue());
              assertWithin(d, exact.toBigDecimal(), U * U);
              if (exact.bits() <= 106) {
                assertThat(d.exact()).isEqualTo(exact);
              }
            });
  }

  @Test
  void staysSoundNextToOverflow() {
    DoubleDouble max = DoubleDouble.of(Double.MAX_VALUE);
    DoubleDouble three = DoubleDouble.of(3);
    assertThat(DoubleDouble.add(max, max)).isEqualTo(DoubleDouble.of(Double.POSITIVE_INFINITY));
    assertThat(DoubleDouble.multiply(max, three).hi()).isInfinite();
    assertThat(DoubleDouble.divide(max, three).hi()).isCloseTo(Double.MAX_VALUE / 3, within(1e293));
    assertThat(DoubleDouble.from(BinaryRational.parse("-0x1p5000")).hi())
        .isEqualTo(Double.NEGATIVE_INFINITY);
    Property.forAll(
            random ->
                new Pair(
                    DoubleDouble.of(Double.longBitsToDouble(random.nextLong())),
                    DoubleDouble.of(Double.longBitsToDouble(random.nextLong()))))
        .cases(20_000)
        .check(
            p -> {
              double a = p.a.hi();
              double b = p.b.hi();
              boolean tiny = Math.abs(a) < 0x1p-900 || Math.abs(b) < 0x1p-900;
              assertHigh(DoubleDouble.add(p.a, p.b), a + b, tiny);
              assertHigh(DoubleDouble.multiply(p.a, p.b), a * b, tiny);
              assertHigh(DoubleDouble.divide(p.a, p.b), a / b, tiny);
              assertHigh(DoubleDouble.sqrt(p.a), Math.sqrt(a), tiny);
            });
  }

  private static void assertHigh(DoubleDouble actual, double ieee, boolean tiny) {
    if (!Double.isNaN(ieee) && (tiny || Math.abs(ieee) < 0x1p-900)) {
      // Here the low parts are lost to underflow, and hi may be the other neighbour.
      assertThat(actual.hi()).isBetween(Math.nextDown(ieee), Math.nextUp(ieee));
    } else {
      assertThat(actual.hi()).isEqualTo(Double.valueOf(ieee));
    }
  }

  @Test
  void hasOneFormForEveryValue() {
    assertThat(new DoubleDouble(1, -0.0)).isEqualTo(DoubleDouble.ONE);
    assertThat(DoubleDouble.ONE.negate().negate()).isEqualTo(DoubleDouble.ONE);
    assertThatThrownBy(() -> new DoubleDouble(1, 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not normalised: 1.0 + 0.5");
    assertThatThrownBy(() -> new DoubleDouble(1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
