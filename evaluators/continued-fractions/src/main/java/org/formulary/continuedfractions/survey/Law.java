package org.formulary.continuedfractions.survey;

import java.math.BigInteger;
import org.formulary.continuedfractions.hypergeometric.Quotient;
import org.formulary.continuedfractions.polynomial.Convergence;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;

/**
 * How the convergents converge, as text that is equal where the law is.
 *
 * @param name of the class of {@link Convergence}
 * @param parameter the exact number of which the rate is a function: lead(b)/lead(a)² where
 *     factorial, the limit of L = 1 + 4 b/(a a') where exponential, of n^±1 L where
 *     sub-exponential, and the square of the exponent where polynomial
 * @param rate the power of n! by which the error falls; decimal digits a term; c of exp(−c √n); the
 *     exponent of 1/n; 0 where logarithmic
 */
record Law(String name, String parameter, double rate) {
  static final Law NONE = new Law("", "", Double.NaN);

  static Law of(PolynomialFraction f, Convergence convergence) {
    IntegerPolynomial square = f.a().multiply(f.a().shifted(-1));
    IntegerPolynomial above = square.add(f.b().multiply(IntegerPolynomial.of(4)));
    return switch (convergence) {
      case Convergence.Factorial(int power) ->
          new Law("factorial", "%d %s".formatted(power, size(f.b(), square)), power);
      case Convergence.Exponential(double digits) ->
          new Law("exponential", ratio(above.leading(), square.leading()), digits);
      case Convergence.SubExponential(double c) ->
          new Law("subexponential", ratio(above.leading(), square.leading()), c);
      case Convergence.Polynomial p ->
          new Law("polynomial", ratio(p.above(), p.below()), p.exponent());
      case Convergence.Logarithmic _ -> new Law("logarithmic", "", 0);
      case Convergence.None _ -> NONE;
    };
  }

  private static String size(IntegerPolynomial b, IntegerPolynomial square) {
    return ratio(b.leading().abs(), square.leading());
  }

  private static String ratio(BigInteger above, BigInteger below) {
    return Quotient.of(above, below).toString();
  }
}
