package org.formulary.continuedfractions.polynomial;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import org.formulary.continuedfractions.polynomial.PolynomialFraction.Convergent;
import org.formulary.truth.Enclosure;

/**
 * What a polynomial fraction tends to.
 *
 * @param value the number is in it, as far as the class of convergence can be relied upon: around
 *     the convergent of the depth, as wide as eight times its distance to one of nine tenths of it
 * @param depth of the convergent
 */
public record Limit(Enclosure value, int depth, Convergence convergence) {
  private static final int DEEPEST = 200_000;
  private static final int FEWEST = 32;
  private static final int SPREAD = 3;

  /**
   * The limit to at least so many bits.
   *
   * @return empty where the fraction ends within the depth, does not converge, has vanishing
   *     denominators, or converges so slowly that it would take more than 200,000 terms
   */
  public static Optional<Limit> of(PolynomialFraction f, int bits) {
    Convergence convergence = Convergence.of(f);
    double depth = depth(convergence, bits);
    if (!(depth <= DEEPEST)) {
      return Optional.empty();
    }
    for (int n = Math.max(FEWEST, (int) (1.2 * depth) + FEWEST); n <= DEEPEST; n *= 2) {
      OptionalLong end = f.end(n + 1);
      if (end.isPresent()) {
        return Optional.empty();
      }
      Convergent last = f.convergent(n);
      Convergent before = f.convergent(n - n / 10);
      if (last.q().signum() == 0 || before.q().signum() == 0) {
        return Optional.empty();
      }
      Enclosure value = around(last, before, bits + 2 * SPREAD);
      if (value.width().bitLength() <= 3 * SPREAD) {
        return Optional.of(new Limit(value, n, convergence));
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
      case Convergence.Polynomial(double exponent) -> Math.pow(10, digits / exponent);
      case Convergence.None _ -> Double.POSITIVE_INFINITY;
    };
  }

  /** In units of 2^−bits. */
  private static Enclosure around(Convergent last, Convergent before, int bits) {
    BigInteger middle = units(last, bits);
    BigInteger distance = middle.subtract(units(before, bits)).abs().add(BigInteger.TWO);
    BigInteger radius = distance.shiftLeft(SPREAD);
    return new Enclosure(middle.subtract(radius), middle.add(radius), bits);
  }

  private static BigInteger units(Convergent c, int bits) {
    return c.p().shiftLeft(bits).divide(c.q());
  }
}
