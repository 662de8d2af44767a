package org.formulary.continuedfractions.survey;

import java.math.BigInteger;
import java.util.stream.IntStream;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;

/**
 * How the common divisors of p(n) and q(n) grow: like n!^order, up to exponentials.
 *
 * <p>Modulo a prime p the recurrence matrices repeat after p steps. Of the product over a period
 * the determinant is divisible by p as often as b has zeros modulo p, and where the trace is not
 * divisible one solution keeps growing without p (the Newton polygon of the characteristic
 * polynomial has slope 0); else both take half of the divisors of the determinant. So a prime
 * contributes nothing or (zeros of b modulo p)/2 a period. Whether the trace vanishes is the same,
 * but for accidents (once in p times), for all primes for which D, under the root in the
 * eigenvalues, is a square, and for all others. Primes above ten are looked at, those aside that
 * divide a leading coefficient, D or the discriminant of b. Not proved; in the box of degrees 2 and
 * coefficients to 5 it agrees with direct greatest common divisors.
 *
 * @param order the zeros of b by 2 times the density of primes where the trace vanishes: a multiple
 *     of 1/4; where no law shows, from the share of the primes looked at
 * @param regular whether a law shows
 */
record CommonDivisors(double order, boolean regular) {
  private static final int LEAST_PRIME = 11;
  private static final int[] PRIMES = primes(113);

  /** Where fewer leave it open. */
  private static final int[] MORE_PRIMES = primes(500);

  private static final double NEARLY_ALL = 0.8;
  private static final double FEW = 0.34;

  /** Of a fraction with deg b ≤ 2 whose coefficients have at most 31 bits. */
  static CommonDivisors of(PolynomialFraction f) {
    if (f.b().degree() == 0) {
      return new CommonDivisors(0, true);
    }
    CommonDivisors first = of(f, PRIMES);
    return first.regular ? first : of(f, MORE_PRIMES);
  }

  private static CommonDivisors of(PolynomialFraction f, int[] primes) {
    int degree = f.b().degree();
    BigInteger d = eigenvalueDiscriminant(f);
    Share square = new Share();
    Share other = new Share();
    for (int p : primes) {
      if (!divides(p, f) && d.mod(BigInteger.valueOf(p)).signum() != 0) {
        Period period = period(f, p);
        if (period.zeros > 0) {
          (isSquare(d, p) ? square : other).add(period.trace == 0);
        }
      }
    }
    // Half of all primes have two zeros of an irreducible quadratic polynomial.
    BigInteger ofB = discriminant(f.b());
    double zeros = degree == 2 && isSquare(ofB) ? 1 : 0.5;
    boolean tied = degree == 2 && !isSquare(ofB) && isSquare(ofB.multiply(d));
    double part = isSquare(d) || tied ? 1 : 0.5;
    return new CommonDivisors(
        zeros * (part * square.settled() + (1 - part) * other.settled()),
        square.isSettled() && other.isSettled());
  }

  private static int[] primes(int largest) {
    return IntStream.rangeClosed(LEAST_PRIME, largest)
        .filter(n -> IntStream.rangeClosed(2, (int) Math.sqrt(n)).allMatch(k -> n % k != 0))
        .toArray();
  }

  /** How many of some primes have a trace that vanishes. */
  private static final class Share {
    private int vanishing;
    private int all;

    void add(boolean vanishes) {
      all++;
      vanishing += vanishes ? 1 : 0;
    }

    private double share() {
      return all == 0 ? 0 : (double) vanishing / all;
    }

    boolean isSettled() {
      return share() <= FEW || share() >= NEARLY_ALL;
    }

    double settled() {
      return share() <= FEW ? 0 : share() >= NEARLY_ALL ? 1 : share();
    }
  }

  /** The eigenvalues of the recurrence are like a ± √D for leading coefficients. */
  private static BigInteger eigenvalueDiscriminant(PolynomialFraction f) {
    int excess = f.b().degree() - 2 * f.a().degree();
    BigInteger square = f.a().leading().pow(2);
    BigInteger four = f.b().leading().shiftLeft(2);
    BigInteger d = excess > 0 ? four : excess == 0 ? square.add(four) : square;
    return d.signum() == 0 ? BigInteger.ONE : d;
  }

  private record Period(int zeros, long trace) {}

  private static Period period(PolynomialFraction f, int p) {
    long[] a = f.a().toLongs(Math.max(2, f.a().degree()));
    long[] b = f.b().toLongs(2);
    int zeros = 0;
    long m00 = 1;
    long m01 = 0;
    long m10 = 0;
    long m11 = 1;
    for (int n = 1; n <= p; n++) {
      long an = Math.floorMod(value(a, n, p), p);
      long bn = Math.floorMod(value(b, n, p), p);
      zeros += bn == 0 ? 1 : 0;
      long next0 = (m00 * bn + m01 * an) % p;
      long next1 = (m10 * bn + m11 * an) % p;
      m00 = m01;
      m10 = m11;
      m01 = next0;
      m11 = next1;
    }
    return new Period(zeros, (m00 + m11) % p);
  }

  private static long value(long[] coefficients, int n, int p) {
    long value = 0;
    for (int k = coefficients.length - 1; k >= 0; k--) {
      value = (value * n + coefficients[k]) % p;
    }
    return value;
  }

  private static boolean divides(int p, PolynomialFraction f) {
    BigInteger prime = BigInteger.valueOf(p);
    BigInteger d = discriminant(f.b());
    return f.a().leading().mod(prime).signum() == 0
        || f.b().leading().mod(prime).signum() == 0
        || d.signum() != 0 && d.mod(prime).signum() == 0;
  }

  /** 1 for linear ones. */
  private static BigInteger discriminant(IntegerPolynomial b) {
    return b.degree() < 2
        ? BigInteger.ONE
        : b.coefficient(1)
            .pow(2)
            .subtract(b.coefficient(2).multiply(b.coefficient(0)).shiftLeft(2));
  }

  /** Modulo a prime that does not divide it. */
  private static boolean isSquare(BigInteger n, int p) {
    BigInteger prime = BigInteger.valueOf(p);
    return n.modPow(BigInteger.valueOf((p - 1) / 2), prime).equals(BigInteger.ONE);
  }

  private static boolean isSquare(BigInteger n) {
    return n.signum() >= 0 && n.sqrtAndRemainder()[1].signum() == 0;
  }
}
