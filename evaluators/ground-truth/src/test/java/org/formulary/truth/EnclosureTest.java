package org.formulary.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.random.RandomGenerator;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnclosureTest {
  private static final int BITS = 30;

  /** Two numbers and enclosures that contain them. */
  private record Case(BigDecimal x, Enclosure a, BigDecimal y, Enclosure b, BigInteger n) {}

  private static Case draw(RandomGenerator random) {
    BigDecimal x = BigDecimal.valueOf(random.nextDouble(-5, 5));
    BigDecimal y = BigDecimal.valueOf(random.nextDouble(-5, 5));
    return new Case(
        x, around(x, random), y, around(y, random), BigInteger.valueOf(random.nextInt(-9, 10)));
  }

  private static Enclosure around(BigDecimal x, RandomGenerator random) {
    BigDecimal error = BigDecimal.valueOf(random.nextBoolean() ? 0 : random.nextDouble());
    BigDecimal shift = error.multiply(BigDecimal.valueOf(random.nextDouble(-1, 1)));
    return Enclosure.of(x.add(shift), error, BITS);
  }

  private static BigDecimal number(BigInteger units, int bits) {
    return new BigDecimal(units).divide(new BigDecimal(BigInteger.ONE.shiftLeft(bits)));
  }

  private static void contains(Enclosure e, BigDecimal x) {
    assertThat(x).isBetween(number(e.lower(), e.bits()), number(e.upper(), e.bits()));
  }

  @Test
  void resultsContainWhatTheOperandsMayBe() {
    Property.forAll(EnclosureTest::draw)
        .cases(5000)
        .check(
            c -> {
              contains(c.a(), c.x());
              contains(c.a().add(c.b()), c.x().add(c.y()));
              contains(c.a().negate(), c.x().negate());
              contains(c.a().multiply(c.b()), c.x().multiply(c.y()));
              contains(c.a().multiply(c.n()), c.x().multiply(new BigDecimal(c.n())));
              contains(c.a().withBits(7), c.x());
              contains(c.a().withBits(99), c.x());
            });
  }

  @Test
  void digitsMayBeRoundedOrCut() {
    Enclosure e = Enclosure.ofDigits(" -0.9159 ");
    contains(e, new BigDecimal("-0.91600"));
    contains(e, new BigDecimal("-0.91580"));
    assertThat(e.knownBits()).isCloseTo(Math.log(0.9159 / 0.0002) / Math.log(2), within(0.1));
    contains(Enclosure.ofDigits("9.1596e-1"), new BigDecimal("0.91597"));
    assertThatThrownBy(() -> Enclosure.ofDigits("1e2000000000"))
        .hasMessageContaining("has more than 10000 places");
    assertThat(Enclosure.of(3, 10).knownBits()).isInfinite();
    assertThat(Enclosure.ofDigits("0.0000").knownBits()).isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pi", "0.1.2", "1,5", "0x10"})
  void otherTextIsRefused(String text) {
    assertThatThrownBy(() -> Enclosure.ofDigits(text))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("value \"" + text + "\" is no decimal number");
  }

  @Test
  void logarithmsOfLargeNumbers() {
    assertThat(Enclosure.log2(BigInteger.ONE.shiftLeft(5000))).isCloseTo(5000, within(1e-9));
    assertThat(Enclosure.log2(BigInteger.valueOf(3)))
        .isCloseTo(Math.log(3) / Math.log(2), within(1e-14));
    assertThat(Enclosure.log2(BigInteger.ZERO)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void differentUnitsDoNotMix() {
    assertThatThrownBy(() -> Enclosure.of(1, 3).add(Enclosure.of(1, 4)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
