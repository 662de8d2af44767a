package org.formulary.continuedfractions.signed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.formulary.testkit.Property;
import org.junit.jupiter.api.Test;

class ModularRecurrenceTest {
  private static final BigInteger PRIME = BigInteger.valueOf(ModularRecurrence.PRIME);

  private record Pair(long a, long b) {}

  @Test
  void productsAreThoseOfWholeNumbers() {
    Property.forAll(
            random ->
                new Pair(
                    random.nextLong(ModularRecurrence.PRIME),
                    random.nextLong(ModularRecurrence.PRIME)))
        .cases(20_000)
        .check(
            p ->
                assertThat(ModularRecurrence.multiply(p.a(), p.b()))
                    .isEqualTo(
                        BigInteger.valueOf(p.a())
                            .multiply(BigInteger.valueOf(p.b()))
                            .mod(PRIME)
                            .longValue()));
    long most = ModularRecurrence.PRIME - 1;
    assertThat(ModularRecurrence.multiply(most, most)).isEqualTo(1);
    assertThat(ModularRecurrence.residue(-1)).isEqualTo(most);
  }

  private record Sequence(long[] coefficients, int head, long[] terms) {}

  /** A head of any terms, and then a recurrence of small coefficients; the last is not 0. */
  private static Sequence draw(RandomGenerator random) {
    int order = random.nextInt(1, 8);
    int head = random.nextInt(5);
    long[] c = new long[order + 1];
    c[0] = 1;
    for (int j = 1; j <= order; j++) {
      c[j] = random.nextInt(-3, 4);
    }
    c[order] = random.nextBoolean() ? 1 : -2;
    long[] terms = new long[60];
    for (int n = 0; n < terms.length; n++) {
      if (n < order + head) {
        terms[n] = random.nextInt(-50, 51);
        continue;
      }
      BigInteger sum = BigInteger.ZERO;
      for (int j = 1; j <= order; j++) {
        sum = sum.subtract(BigInteger.valueOf(c[j]).multiply(BigInteger.valueOf(terms[n - j])));
      }
      terms[n] = sum.mod(PRIME).longValue();
    }
    return new Sequence(c, head, terms);
  }

  @Test
  void whatIsFoundHoldsAndIsNoLongerThanWhatWasPlanted() {
    ModularRecurrence recurrence = new ModularRecurrence(60);
    Property.forAll(ModularRecurrenceTest::draw)
        .cases(2000)
        .check(
            s -> {
              int planted = s.coefficients().length - 1 + s.head();
              int length = recurrence.find(s.terms(), 60, 30);
              assertThat(length).isLessThanOrEqualTo(planted);
              long[] c = recurrence.coefficients();
              assertThat(c).hasSize(length + 1).startsWith(1);
              for (int n = length; n < 60; n++) {
                BigInteger sum = BigInteger.ZERO;
                for (int j = 0; j <= length; j++) {
                  sum =
                      sum.add(
                          BigInteger.valueOf(c[j]).multiply(BigInteger.valueOf(s.terms()[n - j])));
                }
                assertThat(sum.mod(PRIME)).isZero();
              }
            });
  }

  @Test
  void aHeadIsFoundAsTrailingZeros() {
    // 5, 7 and then 2, 6, 10, …: order 2 and a head of 2.
    long[] terms = new long[40];
    terms[0] = 5;
    terms[1] = 7;
    for (int n = 2; n < terms.length; n++) {
      terms[n] = 4L * n - 6;
    }
    ModularRecurrence recurrence = new ModularRecurrence(40);
    assertThat(recurrence.find(terms, 40, 20)).isEqualTo(4);
    assertThat(recurrence.coefficients()).containsExactly(1, -2, 1, 0, 0);
  }

  @Test
  void endsWhereNoShortRecurrenceIsLeft() {
    RandomGenerator random = new SplittableRandom(1);
    ModularRecurrence recurrence = new ModularRecurrence(105);
    long[] terms = random.longs(105, 1, 1000).toArray();
    assertThat(recurrence.find(terms, 105, 26)).isEqualTo(26);
    assertThat(recurrence.find(terms, 105, 105)).isEqualTo(53);
    assertThat(recurrence.find(new long[105], 105, 26)).isZero();
  }
}
