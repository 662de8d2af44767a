package org.formulary.expressions.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.eval.DoubleArithmetic;
import org.formulary.testkit.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that claim bits keep them, on special values and random ones, in two formats. */
final class ExactRulesTest {
  private static final int CASES = 20_000;

  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    1,
    -1,
    2,
    0.5,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    0x0.8p-1022,
    Double.MIN_NORMAL,
    -Double.MIN_NORMAL,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    0x1.8p1023,
    Float.MIN_VALUE,
    0x0.8p-126,
    Float.MIN_NORMAL,
    Float.MAX_VALUE,
    0x1.8p127
  };

  static Stream<String> claims() {
    return Rules.all().stream().filter(r -> r.soundness() != Soundness.REAL).map(Rule::name);
  }

  private static Rule named(String name) {
    return Rules.all().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("claims")
  void keepsBitsInBinary64(String name) {
    Rule rule = named(name);
    Property.forAll(random -> variables(rule, random, ExactRulesTest::number))
        .cases(CASES)
        .check(
            v -> {
              double left = Sides.value(rule.left(), DoubleArithmetic.INSTANCE, v);
              double right = Sides.value(rule.right(), DoubleArithmetic.INSTANCE, v);
              if (!(left == 0 && right == 0 && rule.soundness() != Soundness.EXACT)) {
                assertThat(Double.doubleToLongBits(right)).isEqualTo(Double.doubleToLongBits(left));
              }
            });
  }

  @ParameterizedTest
  @MethodSource("claims")
  void keepsBitsInBinary32(String name) {
    Rule rule = named(name);
    Property.forAll(random -> variables(rule, random, r -> (float) number(r)))
        .cases(CASES)
        .check(
            v -> {
              float left = Sides.value(rule.left(), FloatArithmetic.INSTANCE, v);
              float right = Sides.value(rule.right(), FloatArithmetic.INSTANCE, v);
              if (!(left == 0 && right == 0 && rule.soundness() != Soundness.EXACT)) {
                assertThat(Float.floatToIntBits(right)).isEqualTo(Float.floatToIntBits(left));
              }
            });
  }

  /** Constants of a program are binary rationals: finite, and no −0. */
  private static <T extends Number> Map<Character, T> variables(
      Rule rule, RandomGenerator random, Function<RandomGenerator, T> number) {
    Map<Character, T> values = new TreeMap<>();
    for (char letter : Pattern.letters(rule.left())) {
      T value = number.apply(random);
      if (letter == 'p') {
        value = power(random, value);
      } else if (letter >= 'k') {
        while (!usable(((Number) value).doubleValue())) {
          value = number.apply(random);
        }
      }
      values.put(letter, value);
    }
    if (random.nextInt(4) == 0 && values.containsKey('a') && values.containsKey('b')) {
      values.put('b', values.get('a')); // where differences vanish
    }
    return values;
  }

  /** A constant 0 has no negative, so that rules that need one do not apply. */
  private static boolean usable(double constant) {
    return Double.isFinite(constant) && constant != 0;
  }

  @SuppressWarnings("unchecked") // T is that of like
  private static <T> T power(RandomGenerator random, T like) {
    int exponent = random.nextInt(-Pattern.MAX_POWER, Pattern.MAX_POWER + 1);
    double power = Math.scalb(random.nextBoolean() ? 1.0 : -1.0, exponent);
    assertThat(new Pattern.Variable('p').admits(BinaryRational.of(power))).isTrue();
    return (T) (like instanceof Float ? (Object) (float) power : (Object) power);
  }

  private static double number(RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> SPECIAL[random.nextInt(SPECIAL.length)];
      case 1 -> Double.longBitsToDouble(random.nextLong());
      case 2 -> Float.intBitsToFloat(random.nextInt());
      default -> random.nextDouble(-4, 4);
    };
  }
}
