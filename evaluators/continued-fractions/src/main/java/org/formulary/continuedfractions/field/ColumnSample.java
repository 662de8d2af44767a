package org.formulary.continuedfractions.field;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.formulary.continuedfractions.primes.PrimeExponents;
import org.formulary.truth.Enclosure;

/**
 * The approximation p/q of a product of matrices, exactly: factor · (p, q).
 *
 * @param depth the number of matrices
 */
record ColumnSample(int depth, BigInteger factor, BigInteger p, BigInteger q) {
  /** Of the products of the first matrices to each of these ascending depths. */
  static List<ColumnSample> of(StepMatrix step, Rows rows, int... depths) {
    List<ColumnSample> samples = new ArrayList<>();
    Walk walk = Walk.identity(step.rank());
    int done = 0;
    for (int depth : depths) {
      walk = walk.then(step.product(done, depth));
      done = depth;
      Trajectory.Approximation at = rows.approximation(walk.matrix());
      samples.add(new ColumnSample(depth, walk.numerator(), at.p(), at.q()));
    }
    return samples;
  }

  boolean vanishes() {
    return q.signum() == 0;
  }

  /**
   * How often each prime divides both entries.
   *
   * @param kappa common divisors grow no faster than n! to this, for most primes
   */
  int[] valuations(int[] primes, int kappa) {
    int usual = Math.max(1, kappa);
    int[] most = Arrays.stream(primes).map(prime -> usual * (depth / prime + 1) + 2).toArray();
    int[] ofFactor = PrimeExponents.of(factor, primes, most);
    int[] ofQ = PrimeExponents.of(q, primes, most);
    int[] ofP = p.signum() == 0 ? ofQ : PrimeExponents.of(p, primes, most);
    int[] sum = new int[primes.length];
    for (int i = 0; i < primes.length; i++) {
      sum[i] = ofFactor[i] + Math.min(ofP[i], ofQ[i]);
    }
    return sum;
  }

  Trajectory.Approximation approximation() {
    return new Trajectory.Approximation(p, q);
  }

  /** How often a prime divides the factorial of the depth. */
  int ofFactorial(int prime) {
    int sum = 0;
    for (int n = depth / prime; n > 0; n /= prime) {
      sum += n;
    }
    return sum;
  }

  /** The logarithm of the second entry. */
  double log() {
    return (Enclosure.log2(q.abs()) + Enclosure.log2(factor.abs())) * Math.log(2);
  }

  /** The logarithm of the greatest common divisor of the entries. */
  double logCommon() {
    return (Enclosure.log2(p.gcd(q)) + Enclosure.log2(factor.abs())) * Math.log(2);
  }
}
