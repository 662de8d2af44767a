package org.formulary.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BinaryRationalTest {
  private static BinaryRational random(Random random, int exponents) {
    BigInteger significand = new BigInteger(1 + random.nextInt(200), random);
    BinaryRational r = BinaryRational.of(significand, random.nextInt(exponents) - exponents / 2);
    return random.nextBoolean() ? r : r.negate();
  }

  @Test
  void computesExactly() {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      BinaryRational a = random(random, 300);
      BinaryRational b = random(random, 300);
      BigDecimal x = a.toBigDecimal();
      BigDecimal y = b.toBigDecimal();
      assertThat(a.add(b).toBigDecimal()).isEqualByComparingTo(x.add(y));
      assertThat(a.subtract(b).toBigDecimal()).isEqualByComparingTo(x.subtract(y));
      assertThat(a.multiply(b).toBigDecimal()).isEqualByComparingTo(x.multiply(y));
      assertThat(a.negate().toBigDecimal()).isEqualByComparingTo(x.negate());
      assertThat(a.compareTo(b)).isEqualTo(x.compareTo(y));
      assertThat(a.subtract(a)).isEqualTo(BinaryRational.ZERO);
    }
  }

  @Test
  void isOneValueOneObject() {
    assertThat(BinaryRational.of(BigInteger.valueOf(12), -2)).isEqualTo(BinaryRational.of(3));
    assertThat(BinaryRational.of(BigInteger.ZERO, 17)).isEqualTo(BinaryRational.ZERO);
    assertThat(BinaryRational.of(-0.0)).isEqualTo(BinaryRational.ZERO);
    assertThat(BinaryRational.of(8).significand()).isEqualTo(BigInteger.ONE);
  }

  @Test
  void roundTripsThroughHexadecimal() {
    Random random = new Random(2);
    for (int i = 0; i < 5000; i++) {
      BinaryRational r = random(random, 3000);
      assertThat(BinaryRational.parse(r.toString())).isEqualTo(r);
    }
  }

  @Test
  void writesDoublesAsJavaReadsThem() {
    Random random = new Random(3);
    for (int i = 0; i < 5000; i++) {
      double d = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(d)) {
        BinaryRational r = BinaryRational.of(d);
        assertThat(r.toBigDecimal()).isEqualByComparingTo(new BigDecimal(d));
        assertThat(r.doubleValue()).isEqualTo(d);
        assertThat(Double.parseDouble(r.toString())).isEqualTo(d);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0x1p+0, 1",
    "-0x1.8p+3, -12",
    "0x0p+0, 0",
    "0X.8P1,",
    "0x10p-4, 1",
    "+0x1.p0, 1",
    "0xAb.cp0, 171.75",
  })
  void readsHexadecimal(String text, BigDecimal value) {
    if (value == null) {
      assertThatThrownBy(() -> BinaryRational.parse(text))
          .isInstanceOf(NumberFormatException.class);
    } else {
      assertThat(BinaryRational.parse(text).toBigDecimal()).isEqualByComparingTo(value);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.5", "0x1", "0x1.8", "0x1p", "0xg p0", "0x1p0 ", "0x1p9999999999"})
  void refusesOtherText(String text) {
    assertThatThrownBy(() -> BinaryRational.parse(text))
        .isInstanceOf(NumberFormatException.class)
        .hasMessage("not a hexadecimal floating-point number: " + text);
  }

  @Test
  void roundsToTheNearestBinary64() {
    Random random = new Random(4);
    for (int i = 0; i < 20_000; i++) {
      BinaryRational r = random(random, i % 2 == 0 ? 400 : 2600);
      assertThat(r.doubleValue()).as(r.toString()).isEqualTo(r.toBigDecimal().doubleValue());
    }
  }

  @Test
  void roundsTiesAndNeighboursInEveryBinade() {
    Random random = new Random(5);
    BinaryRational tiny = BinaryRational.of(BigInteger.ONE, -1300);
    for (int e = -1080; e <= 1030; e++) {
      BigInteger significand = new BigInteger(53, random).setBit(52);
      BinaryRational low = BinaryRational.of(significand, e - 52);
      BinaryRational tie = BinaryRational.of(significand.shiftLeft(1).add(BigInteger.ONE), e - 53);
      for (BinaryRational r : List.of(low, tie, tie.add(tiny), tie.subtract(tiny), low.round(1))) {
        assertThat(r.doubleValue()).as(r.toString()).isEqualTo(r.toBigDecimal().doubleValue());
        assertThat(r.negate().doubleValue()).isEqualTo(-r.doubleValue());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0x1p-1074, 0x1p-1074",
    "0x1p-1075, 0x0p0",
    "0x1.8p-1075, 0x1p-1074",
    "0x1.8p-1074, 0x1p-1073",
    "0x1p-1076, 0x0p0",
    "0x1p-99999999, 0x0p0",
    "-0x1p-1076, -0x0p0",
    "0x1.fffffffffffff7p1023, 0x1.fffffffffffffp1023",
    "0x1.fffffffffffff8p1023, Infinity",
    "-0x1p1024, -Infinity",
    "0x1p99999999, Infinity",
    "0x0.fffffffffffff8p-1022, 0x1p-1022",
  })
  void roundsAtTheEndsOfBinary64(String value, String nearest) {
    assertThat(BinaryRational.parse(value).doubleValue()).isEqualTo(Double.valueOf(nearest));
  }

  @Test
  void roundsToAnyWidthNearestEven() {
    assertThat(BinaryRational.of(5).round(2)).isEqualTo(BinaryRational.of(4));
    assertThat(BinaryRational.of(7).round(2)).isEqualTo(BinaryRational.of(8));
    assertThat(BinaryRational.of(-11).round(3)).isEqualTo(BinaryRational.of(-12));
    assertThat(BinaryRational.of(9).round(3)).isEqualTo(BinaryRational.of(8));
    Random random = new Random(6);
    for (int i = 0; i < 3000; i++) {
      BinaryRational r = random(random, 100);
      int bits = 1 + random.nextInt(100);
      BinaryRational rounded = r.round(bits);
      assertThat(rounded.bits()).isLessThanOrEqualTo(bits);
      if (r.signum() == 0) {
        continue;
      }
      int ulpExponent = r.exponent() + r.bits() - bits;
      BinaryRational twice = r.subtract(rounded).multiply(BinaryRational.of(2));
      BinaryRational ulp = BinaryRational.of(BigInteger.ONE, ulpExponent);
      assertThat((twice.signum() < 0 ? twice.negate() : twice)).isLessThanOrEqualTo(ulp);
    }
  }

  @Test
  void roundsDecimalsToAnyWidth() {
    Random random = new Random(7);
    for (int i = 0; i < 3000; i++) {
      BigDecimal d =
          new BigDecimal(new BigInteger(1 + random.nextInt(200), random), random.nextInt(80) - 40);
      assertThat(BinaryRational.round(d, 53).doubleValue()).isEqualTo(d.doubleValue());
      int bits = 1 + random.nextInt(150);
      BigDecimal error = BinaryRational.round(d, bits).toBigDecimal().subtract(d).abs();
      BigDecimal bound =
          d.multiply(new BigDecimal(BigInteger.TWO).pow(-bits, MathContext.DECIMAL128));
      assertThat(error).isLessThanOrEqualTo(bound);
    }
    assertThat(BinaryRational.round(new BigDecimal("-0.75"), 10).toString()).isEqualTo("-0x1.8p-1");
    assertThat(BinaryRational.round(BigDecimal.ZERO, 10)).isEqualTo(BinaryRational.ZERO);
  }

  @Test
  void addsTheHalvesOfADoubleDoubleExactly() {
    assertThat(BinaryRational.of(1.0, 0x1p-80).toString()).isEqualTo("0x1.00000000000000000001p+0");
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatThrownBy(() -> BinaryRational.of(Double.NaN))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("not a finite number: NaN");
    assertThatThrownBy(() -> BinaryRational.ONE.round(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bits must be ≥ 1, was 0");
  }
}
