package org.formulary.continuedfractions.polynomial;

import java.math.BigInteger;
import java.util.Optional;
import org.formulary.continuedfractions.polynomial.PolynomialFraction.Convergent;
import org.formulary.truth.Enclosure;

/**
 * Sums polynomial fractions that converge fast enough by their convergents alone; it shares nothing
 * with {@link Limit}. The limit is taken to be within {@value #CAUTION} times the distance of the
 * convergent of a depth from one of nine tenths of it.
 *
 * <p>Convergents are exact, but for those of fractions whose error falls like exp(−c √n) if they
 * take more than 20,000 terms: of their numerators and denominators some more bits are kept than
 * asked for, which is stable, as both grow.
 */
public final class DirectSummation {
  private static final int DEEPEST = 20_000;
  private static final int DEEPEST_ROUNDED = 500_000;
  private static final int GUARD_BITS = 64;
  private static final int FEWEST = 32;
  private static final int CAUTION = 8;
  private static final int OPEN_BITS = 6;

  private DirectSummation() {}

  /**
   * The limit to at least so many bits after the point, and the depth that took.
   *
   * @return empty where the fraction ends, does not converge, or takes too many terms: more than
   *     20,000, or half a million where they need not be exact
   */
  public static Optional<Limit.Finite> limit(PolynomialFraction f, int bits) {
    Convergence convergence = Convergence.of(f);
    double depth = depth(convergence, bits);
    if (!(depth <= DEEPEST)) {
      return convergence instanceof Convergence.SubExponential && 1.2 * depth <= DEEPEST_ROUNDED
          ? rounded(f, bits, (int) (1.2 * depth), convergence)
          : Optional.empty();
    }
    for (int n = (int) (1.2 * depth) + FEWEST; n <= DEEPEST; n *= 2) {
      Convergent last = f.convergent(n);
      Convergent before = f.convergent(n - n / 10);
      if (f.end(n + 1).isPresent() || last.q().signum() == 0 || before.q().signum() == 0) {
        return Optional.empty();
      }
      Enclosure value = around(last, before, bits + OPEN_BITS);
      if (value.width().bitLength() <= OPEN_BITS) {
        return Optional.of(new Limit.Finite(value, n, convergence));
      }
    }
    return Optional.empty();
  }

  private static Optional<Limit.Finite> rounded(
      PolynomialFraction f, int bits, int depth, Convergence convergence) {
    if (f.end(depth).isPresent()) {
      return Optional.empty();
    }
    int kept = bits + GUARD_BITS;
    BigInteger[] p = {BigInteger.ONE, f.a().at(0)};
    BigInteger[] q = {BigInteger.ZERO, BigInteger.ONE};
    Convergent before = new Convergent(0, p[1], q[1]);
    for (int n = 1; n <= depth; n++) {
      BigInteger a = f.a().at(n);
      BigInteger b = f.b().at(n);
      int excess = p[1].bitLength() > 2 * kept ? p[1].bitLength() - kept : 0;
      advance(p, a, b, excess);
      advance(q, a, b, excess);
      before = n == depth - depth / 10 ? new Convergent(n, p[1], q[1]) : before;
    }
    if (q[1].signum() == 0 || before.q().signum() == 0) {
      return Optional.empty();
    }
    Enclosure value = around(new Convergent(depth, p[1], q[1]), before, bits + OPEN_BITS);
    return value.width().bitLength() <= OPEN_BITS
        ? Optional.of(new Limit.Finite(value, depth, convergence))
        : Optional.empty();
  }

  /** From the last two of a sequence to the next two, both without so many bits at the end. */
  private static void advance(BigInteger[] last, BigInteger a, BigInteger b, int excess) {
    BigInteger next = last[1].multiply(a).add(last[0].multiply(b));
    last[0] = last[1].shiftRight(excess);
    last[1] = next.shiftRight(excess);
  }

  /** Terms that the error should take to fall below 2^−bits. */
  private static double depth(Convergence convergence, int bits) {
    double digits = Enclosure.digitsOf(bits);
    return switch (convergence) {
      case Convergence.Factorial(int power) -> {
        double n = 8;
        while (power * n * (Math.log10(n) - 0.44) < digits) {
          n *= 1.1;
        }
        yield n;
      }
      case Convergence.Exponential(double perTerm) -> digits / perTerm;
      case Convergence.SubExponential(double c) -> Math.pow(digits * Math.log(10) / c, 2);
      case Convergence.Polynomial p -> Math.pow(10, digits / p.exponent());
      case Convergence.Logarithmic _, Convergence.None _ -> Double.POSITIVE_INFINITY;
    };
  }

  /** In units of 2^−bits. */
  private static Enclosure around(Convergent last, Convergent before, int bits) {
    BigInteger middle = units(last, bits);
    BigInteger distance = middle.subtract(units(before, bits)).abs().add(BigInteger.TWO);
    BigInteger radius = distance.multiply(BigInteger.valueOf(CAUTION));
    return new Enclosure(middle.subtract(radius), middle.add(radius), bits);
  }

  private static BigInteger units(Convergent c, int bits) {
    return c.p().shiftLeft(bits).divide(c.q());
  }
}
