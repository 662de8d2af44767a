package org.formulary.continuedfractions.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.formulary.continuedfractions.primes.PrimeExponents;
import org.junit.jupiter.api.Test;

class PrimeExponentsTest {
  private static int exponent(BigInteger n, int prime) {
    BigInteger p = BigInteger.valueOf(prime);
    int count = 0;
    for (BigInteger rest = n; rest.mod(p).signum() == 0; rest = rest.divide(p)) {
      count++;
    }
    return count;
  }

  @Test
  void areThoseOfRepeatedDivision() {
    BigInteger n = BigInteger.ONE;
    for (int k = 2; k <= 150; k++) {
      n = n.multiply(BigInteger.valueOf(k).pow(k % 5));
    }
    BigInteger negative = n.negate().multiply(BigInteger.valueOf(1_000_003));
    int[] primes = PrimeExponents.primes(2, 400);
    for (int bound : List.of(1, 3, 1000)) {
      int[] most = new int[primes.length];
      Arrays.fill(most, bound);
      int[] exponents = PrimeExponents.of(negative, primes, most);
      for (int i = 0; i < primes.length; i++) {
        assertThat(exponents[i]).as("%d", primes[i]).isEqualTo(exponent(n, primes[i]));
      }
    }
    assertThat(PrimeExponents.of(n, new int[0], new int[0])).isEmpty();
  }

  /** Legendre's formula, and the greatest common divisor itself. */
  @Test
  void commonDivisorsAreMadeOfThem() {
    StepMatrix step = PublishedFields.diagonal(PublishedFields.zeta3()).step().primitive();
    ColumnSample sample = ColumnSample.of(step, Rows.first(2), 40, 90).getLast();
    BigInteger common = sample.p().gcd(sample.q()).multiply(sample.factor().abs());
    int[] primes = PrimeExponents.primes(2, 12 * 90);
    int[] exponents = sample.valuations(primes, 3);
    BigInteger product = BigInteger.ONE;
    for (int i = 0; i < primes.length; i++) {
      product = product.multiply(BigInteger.valueOf(primes[i]).pow(exponents[i]));
    }
    assertThat(common.mod(product)).isZero();
    assertThat(common.divide(product).bitLength()).isLessThan(40);
    assertThat(sample.ofFactorial(3)).isEqualTo(30 + 10 + 3 + 1);
  }
}
