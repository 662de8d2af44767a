package org.formulary.continuedfractions.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.formulary.continuedfractions.field.IntegerMatrix;
import org.formulary.continuedfractions.polynomial.Family;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EquivalenceTest {
  private static PolynomialFraction fraction(String text) {
    String[] parts = text.split(";");
    return Family.parse(parts[0], parts[1], "").fraction(0);
  }

  private static Equivalence found(PolynomialFraction from, PolynomialFraction to) {
    Equivalence e = EquivalenceSearch.between(from, to).orElseThrow();
    assertThat(e.holds()).isTrue();
    return e;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2*n + 1; n^2 | 2*n + 3; (n + 1)^2
          2*n + 1; n^2 | 4*n + 2; 4*n^2
          2*n + 1; n^2 | 2*n + 3; n*(n + 2)
          3*n + 3; -2*n^2 + n | 3*n + 1; -2*n^2 + n
          11*n^2 + 11*n + 3; n^4 | (11*n^2 + 11*n + 3)*(n + 2); n^4*(n + 2)*(n + 1)
          n; n | n + 1; n + 1
          """)
  void inflationShiftAndContiguity(String first, String second) {
    Equivalence e = found(fraction(first), fraction(second));
    assertThat(List.of(e.k(), e.l())).containsExactly(1, 1);
    assertThat(e.transfersLimit()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n; n",
        "2*n + 1; n^2",
        "6*n + 3; -n^2",
        "11*n^2 + 11*n + 3; n^4",
        "2*n + 2; -n^2"
      })
  void contractionsBothWays(String text) {
    PolynomialFraction f = fraction(text);
    PolynomialFraction second = Contraction.of(f, 2).orElseThrow();
    PolynomialFraction third = Contraction.of(f, 3).orElseThrow();
    assertThat(found(f, second).k()).isEqualTo(2);
    assertThat(found(third, f).l()).isEqualTo(3);
  }

  @Test
  void everySecondConvergentOfAperysFraction() {
    PolynomialFraction apery = fraction("34*n^3 + 51*n^2 + 27*n + 5; -n^6");
    PolynomialFraction second = Contraction.of(apery, 2).orElseThrow();
    assertThat(second.b().degree()).isEqualTo(18);
    assertThat(found(second, apery).l()).isEqualTo(2);
  }

  /** Not all that have images of one another for limits are equivalent. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          n; n | n + 3; -n
          2*n + 1; n^2 | 3*n + 3; -2*n^2 + n
          2*n + 1; n^2 | 11*n^2 + 11*n + 3; n^4
          2*n^2 + 2*n + 1; -n^4 | 11*n^2 + 11*n + 3; n^4
          34*n^3 + 51*n^2 + 27*n + 5; -n^6 | 2*n^3 + 3*n^2 + 3*n + 1; -n^6
          1; 1 | 2; 1
          """)
  void othersAreNotFound(String first, String second) {
    assertThat(EquivalenceSearch.between(fraction(first), fraction(second))).isEmpty();
  }

  /** By the recurrences, which the search does not use: p(k m)/q(k m) from p'/q', exactly. */
  @Test
  void convergentsFollow() {
    PolynomialFraction f = fraction("6*n + 3; -n^2");
    Equivalence e = found(f, Contraction.of(f, 2).orElseThrow());
    for (int m = (int) e.start() + 1; m < 12; m++) {
      IntegerMatrix u = e.gauge().at(m);
      var p = e.from().convergent(e.k() * m);
      var before = e.from().convergent(e.k() * m - 1);
      var other = e.to().convergent(e.l() * m);
      BigFraction left =
          BigFraction.of(
              before.p().multiply(u.entry(0, 1)).add(p.p().multiply(u.entry(1, 1))),
              before.q().multiply(u.entry(0, 1)).add(p.q().multiply(u.entry(1, 1))));
      BigFraction right =
          BigFraction.of(
              e.image()
                  .entry(0, 0)
                  .multiply(other.p())
                  .add(e.image().entry(0, 1).multiply(other.q())),
              e.image()
                  .entry(1, 0)
                  .multiply(other.p())
                  .add(e.image().entry(1, 1).multiply(other.q())));
      assertThat(left).isEqualTo(right);
    }
  }

  @Test
  void changedPartsDoNotHold() {
    Equivalence e = found(fraction("2*n + 1; n^2"), fraction("2*n + 3; n*(n + 2)"));
    PolynomialMatrix u = e.gauge();
    PolynomialMatrix other =
        new PolynomialMatrix(u.a(), u.b(), u.c(), u.d().add(IntegerPolynomial.of(1)));
    IntegerMatrix image =
        e.image()
            .multiply(
                IntegerMatrix.of(BigInteger.ONE, BigInteger.ONE, BigInteger.ZERO, BigInteger.ONE));
    PolynomialFraction ends = new PolynomialFraction(e.from().a(), IntegerPolynomial.of(-3, 1));
    assertThat(
            Stream.of(
                new Equivalence(e.from(), 1, e.to(), 1, other, e.start(), e.image()),
                new Equivalence(e.from(), 1, e.to(), 1, u, e.start(), image),
                new Equivalence(e.from(), 2, e.to(), 1, u, e.start(), e.image()),
                new Equivalence(e.from(), 1, e.to(), 1, u, e.start() - 1, e.image()),
                new Equivalence(ends, 1, e.to(), 1, u, e.start(), e.image()),
                new Equivalence(e.to(), 1, e.from(), 1, u, e.start(), e.image())))
        .noneMatch(Equivalence::holds);
  }

  /** Errors fall like n^−s: the larger and the smaller solution must not change places. */
  @Test
  void slowFractionsKeepTheirLimitOnlyWhereTheGaugeGrowsLittle() {
    PolynomialFraction f = fraction("2; (2*n - 1)^2");
    assertThat(found(f, fraction("4; 4*(2*n - 1)^2")).transfersLimit()).isTrue();
    assertThat(found(f, Contraction.of(f, 2).orElseThrow()).transfersLimit()).isTrue();
    Equivalence later = found(f, fraction("6; (2*n - 1)^2"));
    assertThat(later.transfersLimit()).isTrue();
    // As many powers of m in U as both errors have together.
    IntegerPolynomial m2 = IntegerPolynomial.of(0, 0, 1);
    PolynomialMatrix u = later.gauge();
    PolynomialMatrix grown =
        new PolynomialMatrix(u.a().multiply(m2), u.b().multiply(m2), u.c(), u.d());
    assertThat(
            new Equivalence(f, 1, later.to(), 1, grown, later.start(), later.image())
                .transfersLimit())
        .isFalse();
  }

  @Test
  void quotientsOfPolynomialsAreFitted() {
    Property.forAll(
            random ->
                Stream.generate(
                        () ->
                            IntegerPolynomial.of(
                                random.nextInt(-50, 50),
                                random.nextInt(-50, 50),
                                1 + random.nextInt(9)))
                    .limit(2)
                    .toList())
        .cases(100)
        .check(
            p -> {
              IntegerPolynomial common = p.get(0).gcd(p.get(1));
              List<RationalFunction.Value> values =
                  Stream.iterate(100L, m -> m + 1)
                      .limit(12)
                      .map(m -> new RationalFunction.Value(m, p.get(0).at(m), p.get(1).at(m)))
                      .toList();
              RationalFunction fitted = RationalFunction.of(values).orElseThrow();
              assertThat(fitted.above().multiply(p.get(1)))
                  .isEqualTo(fitted.below().multiply(p.get(0)));
              assertThat(fitted.below().degree()).isEqualTo(2 - common.degree());
            });
  }

  @Test
  void whatIsNoQuotientIsNotFitted() {
    List<RationalFunction.Value> values =
        Stream.iterate(1L, m -> m + 1)
            .limit(40)
            .map(
                m ->
                    new RationalFunction.Value(
                        m, BigInteger.TWO.pow(m.intValue()), BigInteger.valueOf(m)))
            .toList();
    assertThat(RationalFunction.of(values)).isEmpty();
  }

  /** Even and odd convergents have limits of their own, so that there is no value to transfer. */
  @Test
  void whatHasNoLimitHasNone() {
    PolynomialFraction f = fraction("n; n");
    IntegerPolynomial one = IntegerPolynomial.of(1);
    IntegerPolynomial zero = IntegerPolynomial.ZERO;
    PolynomialMatrix unit = new PolynomialMatrix(one, zero, zero, one);
    IntegerMatrix same =
        IntegerMatrix.of(BigInteger.ONE, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ONE);
    assertThat(new Equivalence(f, 1, f, 1, unit, 0, same).transfersLimit()).isTrue();
    PolynomialFraction apart = fraction("1; n^4");
    assertThat(new Equivalence(apart, 1, f, 1, unit, 0, same).transfersLimit()).isFalse();
  }

  @Test
  void aFractionEndsAtAnyZero() {
    assertThat(fraction("1; (n - 300000)*(n + 7)").end(Integer.MAX_VALUE)).hasValue(300_000);
    assertThat(fraction("1; n^6 + 10^12").end(Integer.MAX_VALUE)).isEmpty();
  }
}
