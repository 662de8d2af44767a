package org.formulary.continuedfractions.survey;

import java.math.BigInteger;
import org.formulary.continuedfractions.polynomial.Convergence;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.truth.Enclosure;

/**
 * How the denominators q of the convergents in lowest terms grow: ln q is like c n + d n ln n, d by
 * the divisors that primes have ({@link CommonDivisors}), c by the exact q at one depth, which is
 * within a few hundredths of its limit: primes come irregularly.
 *
 * @param regular whether d is a law for all primes
 * @param depth at which c was taken
 * @param shares of primes, where d is 0
 */
record Growth(double c, double d, boolean regular, int depth, ResidueShares shares) {
  /** c below that is none: q grows like a power of n. */
  private static final double LEAST_C = 0.1;

  static Growth of(PolynomialFraction f, ExactConvergent last) {
    CommonDivisors common = CommonDivisors.of(f);
    double unreduced = Math.max(f.a().degree(), f.b().degree() / 2.0);
    double d = Math.max(0, unreduced - common.order());
    int n = last.depth();
    double c = last.logReduced() / n - d * Math.log(n);
    ResidueShares shares =
        d == 0 ? ResidueShares.of(last.common(), n, unreduced) : ResidueShares.NONE;
    return new Growth(c, d, common.regular(), n, shares);
  }

  /**
   * δ in |x − p/q| = q^−(1 + δ) as n grows: k/d − 1 where the error falls like n!^−k, ln |λ1/λ2|/c
   * − 1 where it falls exponentially and d is 0, −1 where denominators grow faster than the error
   * falls.
   *
   * @return NaN where neither grows
   */
  double delta(Convergence convergence) {
    boolean exponential = d == 0;
    if (exponential && c < LEAST_C) {
      return Double.NaN;
    }
    return switch (convergence) {
      case Convergence.Factorial(int power) ->
          exponential ? Double.POSITIVE_INFINITY : power / d - 1;
      case Convergence.Exponential(double digits) ->
          exponential ? digits * Math.log(10) / c - 1 : -1;
      case Convergence.SubExponential _, Convergence.Polynomial _, Convergence.Logarithmic _ -> -1;
      case Convergence.None _ -> Double.NaN;
    };
  }

  /** ln of a whole number ≥ 1. */
  static double ln(BigInteger n) {
    return Enclosure.log2(n) * Math.log(2);
  }
}
