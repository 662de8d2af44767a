package org.formulary.expressions.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.formulary.expressions.Op;
import org.formulary.expressions.eval.DoubleArithmetic;
import org.formulary.expressions.eval.Rational;
import org.formulary.expressions.eval.RationalArithmetic;
import org.formulary.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule holds over the reals; those that claim no more lose bits somewhere. */
final class RealRulesTest {
  private static final int CASES = 2000;

  static Stream<String> every() {
    return Rules.all().stream().map(Rule::name);
  }

  static Stream<String> inexact() {
    return Rules.all().stream().filter(r -> r.soundness() != Soundness.EXACT).map(Rule::name);
  }

  private static Rule named(String name) {
    return Rules.all().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
  }

  /** Where the left side is defined, the right side is, and equal. */
  @ParameterizedTest
  @MethodSource("every")
  void holdsInExactArithmetic(String name) {
    Rule rule = named(name);
    int[] defined = {0};
    Property.forAll(random -> fractions(rule, random))
        .cases(CASES)
        .check(
            v -> {
              Rational left;
              try {
                left = Sides.value(rule.left(), RationalArithmetic.INSTANCE, v);
              } catch (ArithmeticException undefined) {
                return;
              }
              defined[0]++;
              assertThat(Sides.value(rule.right(), RationalArithmetic.INSTANCE, v)).isEqualTo(left);
            });
    assertThat(defined[0]).isGreaterThan(CASES / 4);
  }

  private static Map<Character, Rational> fractions(Rule rule, RandomGenerator random) {
    boolean roots = Pattern.operations(rule.left()).contains(Op.SQRT);
    Map<Character, Rational> values = new TreeMap<>();
    for (char letter : Pattern.letters(rule.left())) {
      // Constants that are 0 make no constants of the right side, so that the rule does not apply.
      int low = letter >= 'k' || roots ? 1 : -6;
      BigInteger numerator = BigInteger.valueOf(random.nextInt(low, 7));
      BigInteger denominator = BigInteger.valueOf(random.nextInt(1, 7));
      Rational value = new Rational(numerator, denominator);
      values.put(letter, roots ? RationalArithmetic.INSTANCE.multiply(value, value) : value);
    }
    return values;
  }

  @ParameterizedTest
  @MethodSource("inexact")
  void hasACounterexampleInBinary64(String name) {
    Rule rule = named(name);
    Map<Character, Double> v = Counterexamples.ALL.get(name);
    assertThat(v).as("%s has a counterexample", name).isNotNull();
    double left = Sides.value(rule.left(), DoubleArithmetic.INSTANCE, v);
    double right = Sides.value(rule.right(), DoubleArithmetic.INSTANCE, v);
    assertThat(Double.doubleToLongBits(right))
        .as("%s at %s: %s and %s", name, v, left, right)
        .isNotEqualTo(Double.doubleToLongBits(left));
  }

  @Test
  void keepsNoCounterexampleOfRulesThatAreGone() {
    assertThat(Counterexamples.ALL.keySet()).isEqualTo(inexact().collect(Collectors.toSet()));
  }

  @Test
  void namesAreUnique() {
    Set<String> names = every().collect(Collectors.toCollection(TreeSet::new));
    assertThat(names).hasSameSizeAs(Rules.all());
    assertThat(names).allMatch(n -> n.matches("[a-z]+(-[a-z]+)*"));
  }
}
