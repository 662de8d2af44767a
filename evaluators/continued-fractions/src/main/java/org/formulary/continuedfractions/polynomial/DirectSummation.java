package org.formulary.continuedfractions.polynomial;

import java.math.BigInteger;
import java.util.Optional;
import org.formulary.continuedfractions.polynomial.PolynomialFraction.Convergent;
import org.formulary.truth.Enclosure;

/**
 * Sums polynomial fractions that converge fast enough by their convergents alone, which are exact;
 * it shares nothing with {@link Limit}. The limit is taken to be within {@value #CAUTION} times the
 * distance of the convergent of a depth from one of nine tenths of it.
 */
public final class DirectSummation {
  private static final int DEEPEST = 20_000;
  private static final int FEWEST = 32;
  private static final int CAUTION = 8;
  private static final int OPEN_BITS = 6;

  private DirectSummation() {}

  /**
   * The limit to at least so many bits after the point, and the depth that took.
   *
   * @return empty where the fraction ends, does not converge, or takes more than 20,000 terms
   */
  public static Optional<Limit.Finite> limit(PolynomialFraction f, int bits) {
    Convergence convergence = Convergence.of(f);
    double depth = depth(convergence, bits);
    if (!(depth <= DEEPEST)) {
      return Optional.empty();
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
