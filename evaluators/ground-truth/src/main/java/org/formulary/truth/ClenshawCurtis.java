package org.formulary.truth;

/**
 * The quadrature rule of {@link ChebyshevPoints#lobatto}: exact for polynomials of degree n, to
 * rounding. Reference: Clenshaw and Curtis, "A method for numerical integration on an automatic
 * computer" (1960).
 */
public final class ClenshawCurtis {
  private ClenshawCurtis() {}

  /**
   * The weights of the n + 1 points for the mean over the interval: their sum is 1. Throws {@link
   * IllegalArgumentException} unless n is even and ≥ 2.
   */
  public static double[] shares(int n) {
    if (n < 2 || n % 2 != 0) {
      throw new IllegalArgumentException("n must be even and ≥ 2, was " + n);
    }
    double[] shares = new double[n + 1];
    for (int j = 0; j <= n; j++) {
      double sum = 1 / (1 - (double) n * n) * (j % 2 == 0 ? 1 : -1) + 1;
      for (int k = 1; k < n / 2; k++) {
        sum += 2 / (1 - 4.0 * k * k) * StrictMath.cos(2 * Math.PI * k * j / n);
      }
      shares[j] = sum / (j == 0 || j == n ? 2 * n : n);
    }
    return shares;
  }
}
