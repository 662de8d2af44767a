package org.formulary.continuedfractions.polynomial;

import java.math.BigInteger;
import org.formulary.truth.Enclosure;

/**
 * How the error of the convergents of a polynomial fraction falls with their depth n, by the
 * leading behaviour of L(n) = 1 + 4 b(n)/(a(n) a(n − 1)): two solutions of the recurrence grow
 * apart by (1 + √L)/(1 − √L) a term (O. Perron, Die Lehre von den Kettenbrüchen, 1913; for powers
 * of n and exp(c √n) G. D. Birkhoff, Trans. Amer. Math. Soc. 12, 1911).
 */
public sealed interface Convergence {
  /** Like n!^−power, up to exponentials: deg b &lt; 2 deg a. */
  record Factorial(int power) implements Convergence {}

  /** Like 10^(−digits n): L has a positive limit. */
  record Exponential(double digitsPerTerm) implements Convergence {}

  /** Like exp(−c √n): L is like 1/n or n. */
  record SubExponential(double c) implements Convergence {}

  /** Like n^−√(above/below): L is like 1/n², or smaller, or n². */
  record Polynomial(BigInteger above, BigInteger below) implements Convergence {
    /** √(above/below). */
    public double exponent() {
      return Math.sqrt(ratio(above, below));
    }
  }

  /** Like 1/log n: L is like −1/(4 n²). */
  record Logarithmic() implements Convergence {}

  /** Not at all. */
  record None(String reason) implements Convergence {}

  /**
   * The class of a fraction whose b is not 0. A fraction that ends (b(k) = 0), or whose convergents
   * happen to lie on the smaller solution, may do otherwise.
   */
  static Convergence of(PolynomialFraction f) {
    IntegerPolynomial square = f.a().multiply(f.a().shifted(-1));
    if (f.a().isZero()) {
      return new None("a is 0");
    }
    if (f.b().degree() < square.degree()) {
      return new Factorial(square.degree() - f.b().degree());
    }
    IntegerPolynomial four = IntegerPolynomial.of(4);
    IntegerPolynomial above = square.add(f.b().multiply(four));
    int order = above.isZero() ? Integer.MAX_VALUE : square.degree() - above.degree();
    double ratio = above.isZero() ? 0 : ratio(above.leading(), square.leading());
    return switch (order) {
      case 0, 1, -1, -2 ->
          ratio < 0
              ? new None("the solutions of the recurrence oscillate")
              : leading(order, above.leading(), square.leading());
      default ->
          order < 0
              ? new None("even and odd convergents have limits of their own")
              : polynomial(order > 2 ? BigInteger.ZERO : above.leading(), square.leading());
    };
  }

  private static double ratio(BigInteger above, BigInteger below) {
    double size = Math.pow(2, Enclosure.log2(above.abs()) - Enclosure.log2(below.abs()));
    return above.signum() == below.signum() ? size : -size;
  }

  private static double log10Size(BigInteger x) {
    return Enclosure.log2(x.abs()) * Math.log10(2);
  }

  /** Where L is like (above/below) n^−order. */
  private static Convergence leading(int order, BigInteger above, BigInteger below) {
    double root = Math.sqrt(ratio(above, below));
    return switch (order) {
      // |1 − √L| is |1 − L|/(1 + √L), which does not cancel.
      case 0 ->
          new Exponential(
              2 * Math.log10(1 + root) - log10Size(above.subtract(below)) + log10Size(below));
      case 1 -> new SubExponential(4 * root);
      case -1 -> new SubExponential(4 / root);
      default -> new Polynomial(below.shiftLeft(2), above);
    };
  }

  /** Where L is like above/(below n²). */
  private static Convergence polynomial(BigInteger above, BigInteger below) {
    BigInteger sum = below.add(above.shiftLeft(2));
    return switch (sum.signum() * below.signum()) {
      case 0 -> new Logarithmic();
      case 1 -> new Polynomial(sum, below);
      default -> new None("the solutions of the recurrence oscillate, ever more slowly");
    };
  }
}
