package org.formulary.continuedfractions.blind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.formulary.continuedfractions.polynomial.Family;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.continuedfractions.polynomial.ReductionFilter;
import org.junit.jupiter.api.Test;

class TraceSieveTest {
  private static IntegerPolynomial polynomial(String text) {
    return Family.parse("1", text, "").fraction(0).b();
  }

  /** What the filter accepts of a box, one by one. */
  private static List<IntegerPolynomial> filtered(IntegerPolynomial b, int most) {
    List<IntegerPolynomial> accepted = new ArrayList<>();
    ReductionFilter filter = new ReductionFilter(2);
    for (long c2 = 1; c2 <= most; c2++) {
      for (long c1 = -most; c1 <= most; c1++) {
        for (long c0 = -most; c0 <= most; c0++) {
          boolean oscillates = c2 * c2 + 4 * b.leading().longValueExact() <= 0;
          if (!oscillates && filter.accepts(new long[] {c0, c1, c2}, b.toLongs(4))) {
            accepted.add(IntegerPolynomial.of(c0, c1, c2));
          }
        }
      }
    }
    return accepted;
  }

  /** The primes of the sieve are no special ones of the filter, but for those of leading terms. */
  @Test
  void findsWhatTheFilterAcceptsOneByOne() {
    Random random = new Random(3);
    for (int i = 0; i < 12; i++) {
      IntegerPolynomial b = Numerator.random(4, random).polynomial();
      assertThat(TraceSieve.solutions(b, Denominators.all(2), 6))
          .as(b.toString())
          .containsExactlyInAnyOrderElementsOf(filtered(b, 6));
    }
  }

  @Test
  void solutionsReduce() {
    for (String text : List.of("n^4", "8*n^4", "-2*n^4", "-n^6")) {
      IntegerPolynomial b = polynomial(text);
      List<IntegerPolynomial> found = TraceSieve.solutions(b, Denominators.all(b.degree() / 2), 12);
      for (IntegerPolynomial a : found) {
        assertThat(ReductionFilter.deciding(new PolynomialFraction(a, b))).isZero();
      }
    }
  }

  /** The trace of an odd family vanishes always, and its squares of primes tell. */
  @Test
  void oddFamiliesAreAPartOfAll() {
    IntegerPolynomial b = polynomial("-n^6");
    Denominators odd = Denominators.symmetric(b).orElseThrow();
    assertThat(odd.isOdd()).isTrue();
    List<IntegerPolynomial> all = TraceSieve.solutions(b, Denominators.all(3), 12);
    List<IntegerPolynomial> symmetric = TraceSieve.solutions(b, odd, 4);
    assertThat(symmetric).allMatch(a -> a.shifted(-1).equals(reflected(a).negate()));
    assertThat(symmetric)
        .containsAll(
            all.stream()
                .filter(a -> a.shifted(-1).equals(reflected(a).negate()))
                .filter(a -> a.leading().longValueExact() <= 8)
                .filter(a -> a.coefficient(0).abs().longValueExact() <= 4)
                .toList());
  }

  /** p(−n). */
  private static IntegerPolynomial reflected(IntegerPolynomial p) {
    List<java.math.BigInteger> c = new ArrayList<>();
    for (int k = 0; k <= p.degree(); k++) {
      c.add(k % 2 == 0 ? p.coefficient(k) : p.coefficient(k).negate());
    }
    return new IntegerPolynomial(c);
  }

  @Test
  void nothingWithoutRootsModuloAPrime() {
    assertThat(TraceSieve.solutions(polynomial("n^4 + 1"), Denominators.all(2), 20)).isEmpty();
  }

  @Test
  void symmetricOnlyWhereTheRootsAre() {
    assertThat(Denominators.symmetric(polynomial("n^3*(n - 1)"))).isEmpty();
    assertThat(Denominators.symmetric(polynomial("n^2*(n - 2)^2"))).isPresent();
    assertThat(Denominators.symmetric(polynomial("n^4 + 1"))).isEmpty();
  }
}
