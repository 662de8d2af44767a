package org.formulary.continuedfractions.polynomial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.formulary.search.domain.InvalidSpecException;
import org.formulary.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyTest {
  private record Pair(IntegerPolynomial p, IntegerPolynomial q, int n, int k) {}

  private static IntegerPolynomial polynomial(RandomGenerator random) {
    return IntegerPolynomial.of(random.longs(random.nextInt(5), -9, 10).toArray());
  }

  @Test
  void polynomialsComputeAsTheirValuesDo() {
    Property.forAll(
            random ->
                new Pair(
                    polynomial(random),
                    polynomial(random),
                    random.nextInt(-20, 21),
                    random.nextInt(-5, 6)))
        .cases(2000)
        .check(
            c -> {
              BigInteger p = c.p().at(c.n());
              BigInteger q = c.q().at(c.n());
              assertThat(c.p().add(c.q()).at(c.n())).isEqualTo(p.add(q));
              assertThat(c.p().multiply(c.q()).at(c.n())).isEqualTo(p.multiply(q));
              assertThat(c.p().negate().at(c.n())).isEqualTo(p.negate());
              assertThat(c.p().shifted(c.k()).at(c.n())).isEqualTo(c.p().at(c.n() + c.k()));
              assertThat(c.p().add(c.p().negate()).isZero()).isTrue();
              if (!c.p().isZero()) {
                assertThat(p.mod(c.p().content())).isZero();
                // As text it is a formula again.
                assertThat(Family.parse(c.p().toString(), "1", "").fraction(0).a())
                    .isEqualTo(c.p());
              }
            });
  }

  @Test
  void commonDivisorsAreFound() {
    Property.forAll(
            random ->
                List.of(
                    polynomial(random), polynomial(random), polynomial(random), polynomial(random)))
        .cases(2000)
        .check(
            c -> {
              if (c.stream().noneMatch(IntegerPolynomial::isZero)) {
                IntegerPolynomial p = c.get(0).multiply(c.get(2));
                IntegerPolynomial q = c.get(1).multiply(c.get(2));
                IntegerPolynomial gcd = p.gcd(q);
                assertThat(gcd.content()).isEqualTo(BigInteger.ONE);
                assertThat(gcd.dividedBy(c.get(2).primitive()).isZero()).isFalse();
                IntegerPolynomial left = p.primitive().dividedBy(gcd);
                assertThat(left.multiply(gcd)).isEqualTo(p.primitive());
                IntegerPolynomial right = q.primitive().dividedBy(gcd);
                assertThat(left.gcd(right)).isEqualTo(IntegerPolynomial.of(1));
              }
            });
    assertThatThrownBy(() -> IntegerPolynomial.of(1, 1).dividedBy(IntegerPolynomial.N))
        .hasMessage("(n + 1)/(n) is no whole polynomial");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "x*(2*n + 1) + y; -(x^2)*n^2; x=1..3,y=-2..9",
        "x^3*n + y^2*x; y*n^2 - x; x=-7..3,y=-2..2",
        "n + 1; n^2 - n; ''",
        "x*n - x^2; n*z^2; z=1..2,x=1..1",
      })
  void aWalkVisitsTheFamily(String a, String b, String ranges) {
    Family family = Family.parse(a, b, ranges);
    FamilyWalk walk = new FamilyWalk(family);
    Set<PolynomialFraction> visited = new HashSet<>();
    List<Long> numbers = new ArrayList<>();
    for (long from = 0; from < family.size(); from += 5) {
      walk.visit(
          from,
          Math.min(from + 5, family.size()),
          (number, p, q) -> {
            PolynomialFraction f =
                new PolynomialFraction(IntegerPolynomial.of(p), IntegerPolynomial.of(q));
            assertThat(family.fraction(walk.values(number))).isEqualTo(f);
            visited.add(f);
            numbers.add(number);
          });
    }
    assertThat(numbers).hasSize((int) family.size()).doesNotHaveDuplicates();
    Set<PolynomialFraction> all = new HashSet<>();
    for (long i = 0; i < family.size(); i++) {
      all.add(family.fraction(i));
    }
    assertThat(visited).isEqualTo(all);
  }

  @Test
  void coefficientsMustFit() {
    Family family = Family.parse("x^31*n", "1", "x=1..9");
    assertThatThrownBy(() -> new FamilyWalk(family).visit(0, 1, (number, a, b) -> {}))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessage("ranges: coefficients at {x=9} have more than 63 bits");
  }

  @Test
  void aFamilyEnumeratesItsParameters() {
    Family family = Family.parse("x*(2*n + 1) + y", "-(x^2)*n^2", "x=1..3, y=-2..2");
    assertThat(family.size()).isEqualTo(15);
    assertThat(family.values(0)).containsEntry("x", 1L).containsEntry("y", -2L);
    assertThat(family.values(14)).containsEntry("x", 3L).containsEntry("y", 2L);
    assertThat(family.fraction(1)).hasToString("a = 2*n, b = -n^2");
    Set<PolynomialFraction> all = new HashSet<>();
    for (int i = 0; i < 15; i++) {
      all.add(family.fraction(i));
    }
    assertThat(all).hasSize(15);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "x*n; n; x=1..; ranges; allowed are ranges such as x=1..3",
        "x*n; n; x=3..1; ranges; x=3..1 is empty",
        "n; n; n=1..3; ranges; allowed are ranges",
        "y*n; n; x=1..3; a; y is neither n nor a parameter",
        "n/2; n; ''; a; a quotient makes no polynomial",
        "n; 0.5*n; ''; b; 0.5 is no whole number",
        "n; sin(n); ''; b; sin makes no polynomial",
        "n; n^(-1); ''; b; the exponent must be a whole number",
        "n; 2^n; ''; b; the exponent must be a whole number",
        "n; n^; ''; b; column",
      })
  void badInputIsNamed(String a, String b, String ranges, String key, String message) {
    assertThatThrownBy(() -> Family.parse(a, b, ranges))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining(message)
        .extracting(e -> ((InvalidSpecException) e).key())
        .isEqualTo(key);
  }
}
