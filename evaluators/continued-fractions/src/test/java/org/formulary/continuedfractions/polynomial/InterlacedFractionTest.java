package org.formulary.continuedfractions.polynomial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.formulary.continuedfractions.convergent.Convergents;
import org.formulary.continuedfractions.polynomial.InterlacedFraction.EvenPart;
import org.formulary.continuedfractions.polynomial.PolynomialFraction.Convergent;
import org.junit.jupiter.api.Test;

class InterlacedFractionTest {
  private static final int DEPTH = 12;

  private static IntegerPolynomial polynomial(String text) {
    return Family.parse(text, "1", "").fraction(0).a();
  }

  private static InterlacedFraction interlaced(
      String evenA, String oddA, String evenB, String oddB) {
    return new InterlacedFraction(
        polynomial(evenA), polynomial(oddA), polynomial(evenB), polynomial(oddB));
  }

  /** The convergent, by the recurrence. */
  private static BigInteger[] recurrence(InterlacedFraction f, int index) {
    BigInteger[] before = {BigInteger.ONE, BigInteger.ZERO};
    BigInteger[] now = {f.a(0), BigInteger.ONE};
    for (int n = 1; n <= index; n++) {
      BigInteger[] next = new BigInteger[2];
      for (int i = 0; i < 2; i++) {
        next[i] = f.a(n).multiply(now[i]).add(f.b(n).multiply(before[i]));
      }
      before = now;
      now = next;
    }
    return now;
  }

  /** Exact, as fractions. */
  private static void assertEvenConvergents(InterlacedFraction f) {
    EvenPart even = f.evenPart();
    Convergents map = even.map();
    for (int k = 0; k < DEPTH; k++) {
      Convergent c = even.fraction().convergent(k);
      BigInteger[] expected = recurrence(f, 2 * (even.first() + k));
      BigInteger p = map.p().multiply(c.p()).add(map.pBefore().multiply(c.q()));
      BigInteger q = map.q().multiply(c.p()).add(map.qBefore().multiply(c.q()));
      assertThat(p.multiply(expected[1])).as("%s, %d", f, k).isEqualTo(q.multiply(expected[0]));
      assertThat(p.signum() != 0 || q.signum() != 0 || !ends(f)).isTrue();
    }
  }

  private static boolean ends(InterlacedFraction f) {
    for (int n = 1; n < 4 * DEPTH; n++) {
      if (f.b(n).signum() == 0) {
        return true;
      }
    }
    return false;
  }

  @Test
  void convergentsOfTheEvenPartAreThoseOfEvenIndex() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      assertEvenConvergents(
          new InterlacedFraction(
              random(random, random.nextInt(2)),
              random(random, random.nextInt(3)),
              random(random, random.nextInt(3)),
              random(random, random.nextInt(3))));
    }
  }

  private static IntegerPolynomial random(Random random, int degree) {
    long[] c = new long[degree + 1];
    for (int k = 0; k <= degree; k++) {
      c[k] = random.nextInt(-6, 7);
    }
    c[degree] = 1 + random.nextInt(6);
    return IntegerPolynomial.of(c);
  }

  @Test
  void beginsAfterTheZerosOfEvenTerms() {
    InterlacedFraction f = interlaced("n - 4", "n + 1", "n^2 + 1", "3*n");
    assertThat(f.a(4)).isZero();
    assertThat(f.evenPart().first()).isEqualTo(5);
    assertEvenConvergents(f);
  }

  /** b(n) = n^4 is (n²) (n²), and the terms between two of even index are one. */
  @Test
  void aperysFractionInterlaced() {
    InterlacedFraction f = interlaced("1", "11*n^2 + 48*n + 53", "-(n + 2)^2", "(n + 1)^2");
    assertThat(f.contracted().classKey())
        .isEqualTo(LocalSpreadTest.fraction("11*n^2 + 11*n + 3", "n^4").classKey());
    assertEvenConvergents(f);
  }

  @Test
  void anOrdinaryFractionInterlacedIsContractedToEverySecondConvergent() {
    InterlacedFraction f = interlaced("2*n + 1", "2*n + 1", "n^2", "n^2");
    PolynomialFraction same = LocalSpreadTest.fraction("2*n + 1", "n^2");
    for (int index = 0; index < DEPTH; index++) {
      assertThat(f.convergent(index)).isEqualTo(same.convergent(index));
    }
    assertEvenConvergents(f);
  }

  @Test
  void refusesZero() {
    assertThatThrownBy(() -> interlaced("1", "0", "n", "n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must not be 0");
  }
}
