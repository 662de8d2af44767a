package org.formulary.continuedfractions.polynomial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.formulary.continuedfractions.polynomial.RationalRoots.Root;
import org.junit.jupiter.api.Test;

class LocalSpreadTest {
  private static final PolynomialFraction APERY = fraction("34*n^3 + 51*n^2 + 27*n + 5", "-n^6");

  static PolynomialFraction fraction(String a, String b) {
    return Family.parse(a, b, "").fraction(0);
  }

  /** Classes by spread, without those of spread 0. */
  private static Map<Integer, Integer> spreads(PolynomialFraction f) {
    Map<Integer, Integer> spreads = new TreeMap<>();
    for (LocalSpread s : LocalSpread.of(f)) {
      if (s.spread() > 0) {
        spreads.merge(s.spread(), 1, Integer::sum);
      }
    }
    return spreads;
  }

  @Test
  void ofPublishedFractions() {
    assertThat(spreads(APERY)).isEqualTo(Map.of(6, 1));
    assertThat(spreads(fraction("11*n^2 + 11*n + 3", "n^4"))).isEqualTo(Map.of(4, 1));
    assertThat(spreads(fraction("6*n + 3", "-n^2"))).isEqualTo(Map.of(2, 1));
    assertThat(spreads(fraction("2", "(2*n - 1)^2"))).isEqualTo(Map.of(2, 1));
    assertThat(spreads(fraction("3*n + 3", "-n*(2*n - 1)"))).isEqualTo(Map.of(1, 2));
  }

  @Test
  void inflationLeavesThemAlone() {
    Random random = new Random(1);
    for (int i = 0; i < 50; i++) {
      int d = 1 + random.nextInt(3);
      IntegerPolynomial c = IntegerPolynomial.of(random.nextInt(9) - 4, d);
      PolynomialFraction inflated =
          new PolynomialFraction(
              APERY.a().multiply(c), APERY.b().multiply(c).multiply(c.shifted(-1)));
      assertThat(spreads(inflated)).isEqualTo(spreads(APERY));
    }
  }

  @Test
  void shiftLeavesThemAlone() {
    PolynomialFraction shifted = new PolynomialFraction(APERY.a().shifted(5), APERY.b().shifted(5));
    assertThat(spreads(shifted)).isEqualTo(spreads(APERY));
  }

  /** q(2m) = A(m) q(2m − 2) + B(m) q(2m − 4), with the denominators multiplied out. */
  private static PolynomialFraction evenConvergents(PolynomialFraction f) {
    // In steps of one index n: q(n) = (a(n) a(n−1) + b(n) + b(n−1) a(n)/a(n−2)) q(n−2)
    //   − b(n−1) b(n−2) a(n)/a(n−2) q(n−4).
    IntegerPolynomial a0 = f.a();
    IntegerPolynomial a1 = f.a().shifted(-1);
    IntegerPolynomial a2 = f.a().shifted(-2);
    IntegerPolynomial b1 = f.b().shifted(-1);
    IntegerPolynomial b2 = f.b().shifted(-2);
    IntegerPolynomial a = a0.multiply(a1).add(f.b()).multiply(a2).add(b1.multiply(a0));
    IntegerPolynomial b = b1.multiply(b2).multiply(a0).negate();
    // Inflated by a(n − 2), which at the term before is a(n − 4).
    IntegerPolynomial inflated = b.multiply(f.a().shifted(-4));
    return new PolynomialFraction(doubled(a), doubled(inflated));
  }

  /** p(2n). */
  private static IntegerPolynomial doubled(IntegerPolynomial p) {
    IntegerPolynomial result = IntegerPolynomial.ZERO;
    IntegerPolynomial power = IntegerPolynomial.of(1);
    for (int k = 0; k <= p.degree(); k++) {
      result = result.add(power.multiply(new IntegerPolynomial(List.of(p.coefficient(k)))));
      power = power.multiply(IntegerPolynomial.of(0, 2));
    }
    return result;
  }

  /** As the proof says: each occurs at twice as many classes, and apparent zeros add none. */
  @Test
  void everySecondConvergentHasThemTwice() {
    PolynomialFraction f = fraction("11*n^2 + 11*n + 3", "n^4");
    assertThat(spreads(evenConvergents(f))).isEqualTo(Map.of(4, 2));
    PolynomialFraction g = fraction("6*n + 3", "-n^2");
    PolynomialFraction even = evenConvergents(g);
    assertThat(even.b().degree()).isGreaterThan(2);
    assertThat(spreads(even)).isEqualTo(Map.of(2, 2));
    assertThat(LowDegree.of(even)).isInstanceOf(LowDegree.Undecided.class);
  }

  @Test
  void lowDegrees() {
    assertThat(LowDegree.of(fraction("6*n + 3", "-n^2"))).isInstanceOf(LowDegree.Member.class);
    assertThat(LowDegree.of(APERY))
        .isEqualTo(new LowDegree.Excluded(new LocalSpread(new Root(0, 1), 6, 6)));
    assertThat(LowDegree.of(fraction("n^2 + n + 1", "n^3 + 2")))
        .isInstanceOf(LowDegree.Undecided.class);
  }

  @Test
  void rootsAreFoundAsOftenAsTheyOccur() {
    IntegerPolynomial p = fraction("1", "6*(2*n - 1)^2*(3*n + 2)*n^3*(n^2 + 1)").b();
    RationalRoots roots = RationalRoots.of(p);
    assertThat(roots.roots())
        .containsExactly(
            new Root(0, 1),
            new Root(0, 1),
            new Root(0, 1),
            new Root(1, 2),
            new Root(1, 2),
            new Root(-2, 3));
    assertThat(roots.rest()).isEqualTo(IntegerPolynomial.of(6, 0, 6));
    assertThat(roots.isSplit()).isFalse();
  }
}
