package org.formulary.truth.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.formulary.expressions.BinaryRational;
import org.junit.jupiter.api.Test;

class TaylorModelTest {
  private static final BigDecimal ONE = BigDecimal.ONE;

  /** Checks values at random points, ends and origin of random patches inside [low, high]. */
  private static void agree(
      UnaryOperator<TaylorModel> model,
      UnaryOperator<BigDecimal> reference,
      double low,
      double high,
      long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 24; i++) {
      double width = (high - low) * Math.scalb(1.0, -2 - random.nextInt(6));
      double lower = low + (high - low - width) * random.nextDouble();
      Patch patch = patch(random, lower, lower + width, i < 4 ? i : random.nextInt(14));
      TaylorModel f = model.apply(TaylorModel.variable(patch));
      Ball range = f.range();
      for (int j = 0; j < 5; j++) {
        double share = j == 0 ? 0 : j == 1 ? 1 : random.nextDouble();
        BinaryRational t =
            patch
                .below()
                .add(patch.above().subtract(patch.below()).multiply(BinaryRational.of(share)));
        BigDecimal expected = reference.apply(patch.origin().add(t).toBigDecimal());
        assertThat(Reference.contains(f.at(t), expected)).isTrue();
        assertThat(Reference.contains(range, expected)).isTrue();
      }
    }
  }

  private static Patch patch(Random random, double lower, double upper, int order) {
    BinaryRational a = BinaryRational.of(lower);
    BinaryRational b = BinaryRational.of(upper);
    int bits = 100 + random.nextInt(100);
    return switch (random.nextInt(3)) {
      case 0 -> Patch.about(a, a, b, order, bits);
      case 1 -> Patch.about(b, a, b, order, bits);
      default -> Patch.centred(a, b, order, bits);
    };
  }

  private static TaylorModel number(TaylorModel x, double value) {
    return TaylorModel.constant(x.patch(), Ball.of(BinaryRational.of(value)));
  }

  private static BigDecimal quotient(BigDecimal a, BigDecimal b) {
    return a.divide(b, Reference.CONTEXT);
  }

  @Test
  void arithmeticContainsTheFunction() {
    agree(
        x -> x.multiply(x).add(x).subtract(number(x, 0.75)),
        x -> x.multiply(x).add(x).subtract(new BigDecimal("0.75")),
        -2,
        2,
        31);
    agree(
        x -> number(x, 1).divide(x.add(number(x, 1)).multiply(x)),
        x -> quotient(ONE, x.add(ONE).multiply(x)),
        0.25,
        3,
        32);
    agree(
        x -> x.divide(x.multiply(x).add(number(x, 1))).negate(),
        x -> quotient(x, x.multiply(x).add(ONE)).negate(),
        -2,
        2,
        33);
    agree(
        x -> x.multiply(x).add(number(x, 1)).sqrt(),
        x -> x.multiply(x).add(ONE).sqrt(Reference.CONTEXT),
        -2,
        2,
        34);
  }

  @Test
  void compositionsContainTheFunction() {
    agree(x -> x.compose(Analytic.EXP), Reference::exp, -3, 3, 41);
    agree(
        x -> x.multiply(x).negate().compose(Analytic.EXP),
        x -> Reference.exp(x.multiply(x).negate()),
        -2,
        2,
        42);
    agree(x -> x.compose(Analytic.LOG), Reference::log, 0.5, 4, 43);
    agree(x -> x.compose(Analytic.SIN), Reference::sin, -4, 4, 44);
    agree(
        x -> x.multiply(x).compose(Analytic.COS),
        x -> Reference.cos(x.multiply(x, Reference.CONTEXT)),
        -2,
        2,
        45);
    agree(x -> x.compose(Analytic.ATAN), Reference::atan, -3, 3, 46);
    agree(x -> x.compose(Analytic.ERF), Reference::erf, -2.5, 2.5, 47);
    agree(x -> x.compose(Analytic.ERFC), x -> ONE.subtract(Reference.erf(x)), -2.5, 2.5, 48);
    agree(
        x -> x.compose(new Analytic.Power(Ball.ONE.scale(-1))),
        x -> x.sqrt(Reference.CONTEXT),
        0.25,
        4,
        49);
  }

  @Test
  void nestedFunctionsContainTheFunction() {
    agree(
        x ->
            x.compose(Analytic.SIN)
                .add(number(x, 2))
                .compose(Analytic.LOG)
                .multiply(x.compose(Analytic.EXP)),
        x -> Reference.log(Reference.sin(x).add(BigDecimal.TWO)).multiply(Reference.exp(x)),
        -2,
        2,
        51);
  }

  @Test
  void remainderShrinksWithTheOrder() {
    BinaryRational end = BinaryRational.of(0.125);
    double before = 1;
    for (int order = 1; order < 12; order++) {
      Patch patch = Patch.centred(end.negate(), end, order, 200);
      TaylorModel f = TaylorModel.variable(patch).compose(Analytic.EXP);
      double width = f.remainder().radius() * Math.pow(0.125, order);
      assertThat(width).isLessThan(before / 7);
      before = width;
    }
  }

  @Test
  void removableZerosDivideOutExactly() {
    // sin(x)/x on [0, 1/4], expanded about 0.
    BinaryRational end = BinaryRational.of(0.25);
    Patch patch = Patch.about(BinaryRational.ZERO, BinaryRational.ZERO, end, 10, 160);
    Fraction x = Fraction.of(TaylorModel.variable(patch));
    Fraction sin = Fraction.of(x.plain().compose(Analytic.SIN));
    TaylorModel sinc = sin.divide(x).plain();
    assertThat(sinc.at(BinaryRational.ZERO).contains(BinaryRational.ONE)).isTrue();
    assertThat(sinc.range().radius()).isLessThan(0.1);
    BigDecimal expected = quotient(Reference.sin(new BigDecimal("0.25")), new BigDecimal("0.25"));
    assertThat(Reference.contains(sinc.at(end), expected)).isTrue();
  }

  @Test
  void valuesPassThroughInfinity() {
    // 1/(1 + 1/(x − 1/3)) = (x − b)/(x − b + 1) around the pole at the stored constant b.
    BinaryRational b = BinaryRational.round(new BigDecimal("0.333333333333333333333333333333"), 90);
    Patch patch = Patch.centred(BinaryRational.of(0.25), BinaryRational.of(0.5), 12, 160);
    FractionArithmetic a = new FractionArithmetic(patch);
    Fraction one = a.of(BinaryRational.ONE);
    Fraction x = Fraction.of(TaylorModel.variable(patch));
    Fraction inverse = one.divide(x.add(a.of(b.negate())));
    assertThatThrownBy(inverse::plain)
        .isInstanceOf(NoEnclosureException.class)
        .matches(e -> ((NoEnclosureException) e).isDefinite());
    TaylorModel y = one.divide(one.add(inverse)).plain();
    BigDecimal s = new BigDecimal("0.375").subtract(b.toBigDecimal());
    assertThat(Reference.contains(y.at(BinaryRational.ZERO), quotient(s, s.add(ONE)))).isTrue();
  }

  @Test
  void doesNotCancelInfinities() {
    Patch patch = Patch.centred(BinaryRational.of(-1), BinaryRational.ONE, 8, 128);
    Fraction one = Fraction.of(TaylorModel.constant(patch, Ball.ONE));
    Fraction inverse = one.divide(Fraction.of(TaylorModel.variable(patch)));
    assertThatThrownBy(() -> inverse.add(inverse.negate()))
        .isInstanceOf(NoEnclosureException.class);
    assertThatThrownBy(() -> inverse.divide(inverse).plain())
        .isInstanceOf(NoEnclosureException.class);
  }

  @Test
  void squareRootsOfSquaresAreNonnegativeOnBothSides() {
    BinaryRational quarter = BinaryRational.of(0.25);
    for (BinaryRational end : new BinaryRational[] {quarter, quarter.negate()}) {
      BinaryRational low = end.signum() < 0 ? end : BinaryRational.ZERO;
      BinaryRational high = end.signum() < 0 ? BinaryRational.ZERO : end;
      Patch patch = Patch.about(BinaryRational.ZERO, low, high, 8, 128);
      Fraction x = Fraction.of(TaylorModel.variable(patch));
      TaylorModel root = x.multiply(x).sqrt().plain();
      assertThat(root.at(end).contains(quarter)).isTrue();
      assertThat(root.at(end).lower()).isPositive();
    }
  }
}
