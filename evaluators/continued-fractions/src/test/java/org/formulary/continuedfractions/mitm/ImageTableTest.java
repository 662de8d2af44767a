package org.formulary.continuedfractions.mitm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.formulary.continuedfractions.image.Image;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.continuedfractions.polynomial.PolynomialFraction.Convergent;
import org.formulary.testkit.Property;
import org.formulary.truth.constant.Constant;
import org.formulary.truth.constant.Constants;
import org.junit.jupiter.api.Test;

class ImageTableTest {
  private static final Constant PI = Constants.of("constant", "pi");
  private static final ImageTable TABLE = ImageTable.of(PI, 6);
  private static final BigDecimal DIGITS = PI.digits(60);

  private static long key(Image i) {
    BigDecimal above = DIGITS.multiply(BigDecimal.valueOf(i.q())).add(BigDecimal.valueOf(i.p()));
    BigDecimal below = DIGITS.multiply(BigDecimal.valueOf(i.s())).add(BigDecimal.valueOf(i.r()));
    return above
        .scaleByPowerOfTen(10)
        .divide(below, new MathContext(50))
        .setScale(0, RoundingMode.FLOOR)
        .longValue();
  }

  @Test
  void everyPositiveImageHasItsKey() {
    int positive = 0;
    for (int s = 0; s <= 6; s++) {
      for (int r = -6; r <= 6; r++) {
        for (int q = -6; q <= 6; q++) {
          for (int p = -6; p <= 6; p++) {
            if (Image.isPrimitive(p, q, r, s) && key(new Image(p, q, r, s)) > 0) {
              Image image = new Image(p, q, r, s);
              assertThat(TABLE.near(key(image), 0)).contains(image);
              assertThat(TABLE.hasNear(key(image) - 1)).isTrue();
              assertThat(TABLE.hasNear(key(image) + 1)).isTrue();
              positive++;
            }
          }
        }
      }
    }
    assertThat(TABLE.size()).isEqualTo(positive);
  }

  @Test
  void otherKeysAreNotThere() {
    Property.forAll(random -> random.nextLong(100_000_000_000L))
        .cases(20_000)
        .check(key -> assertThat(TABLE.hasNear(key)).isEqualTo(!TABLE.near(key, 1).isEmpty()));
    assertThat(TABLE.near(20_000_000_000L, 0)).as("rational").isEmpty();
  }

  private record Fractions(IntegerPolynomial a, List<IntegerPolynomial> b) {}

  private static Fractions fractions(RandomGenerator random) {
    List<IntegerPolynomial> b = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      b.add(IntegerPolynomial.of(random.nextInt(1, 9), random.nextInt(9), random.nextInt(9)));
    }
    return new Fractions(
        IntegerPolynomial.of(random.nextInt(1, 9), random.nextInt(9), random.nextInt(9)), b);
  }

  @Test
  void lanesComputeConvergents() {
    Property.forAll(ImageTableTest::fractions)
        .cases(200)
        .check(
            c -> {
              Block block = new Block(List.of(c.a()), c.b(), Rules.FULL);
              Lanes lanes = new Lanes(Block.TERMS);
              lanes.compute(block.a(0), block.b(0, 5), 0, 5);
              for (int j = 0; j < 5; j++) {
                PolynomialFraction f = new PolynomialFraction(c.a(), block.numerators().get(j));
                double last = value(f.convergent(31));
                assertThat((double) lanes.keys()[j])
                    .isBetween(last * 1e10 * (1 - 1e-13) - 1, last * 1e10 * (1 + 1e-13));
                double before = value(f.convergent(30));
                assertThat(Math.abs(lanes.distance(j) - Math.abs(last - before) * 1e10))
                    .isLessThanOrEqualTo(1e-3 * Math.max(1, last));
              }
            });
  }

  private static double value(Convergent c) {
    return new BigDecimal(c.p()).divide(new BigDecimal(c.q()), new MathContext(40)).doubleValue();
  }

  @Test
  void fractionsThatOscillateAreLeftOut() {
    List<IntegerPolynomial> b =
        List.of(
            IntegerPolynomial.of(-9, 0, 1), // b(3) = 0
            IntegerPolynomial.of(1, 0, -2),
            IntegerPolynomial.of(3, 0, -1),
            IntegerPolynomial.of(-5, 1, 1, 1));
    Block linear = new Block(List.of(IntegerPolynomial.of(1, 2)), b, Rules.FULL);
    assertThat(linear.numerators()).containsExactly(b.get(1), b.get(2), b.get(3));
    assertThat(linear.firstConverging(0, 0, 3)).isEqualTo(1);
    Block constant = new Block(List.of(IntegerPolynomial.of(2)), b, Rules.FULL);
    assertThat(constant.firstConverging(0, 0, 3)).as("of degrees above").isZero();
  }
}
