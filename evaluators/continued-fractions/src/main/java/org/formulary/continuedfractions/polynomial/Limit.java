package org.formulary.continuedfractions.polynomial;

import org.formulary.truth.Enclosure;

/** What a polynomial fraction tends to. */
public sealed interface Limit {
  /**
   * A number.
   *
   * @param value the number is in it, as far as an asymptotic series can be relied upon, which is
   *     cut before it grows; see {@link Summation}
   * @param depth terms before those that the series stands for
   */
  record Finite(Enclosure value, int depth, Convergence convergence) implements Limit {}

  /** The fraction ends at the first n ≥ 1 with b(n) = 0: it is rational, or 1/0. */
  record Ends(long n) implements Limit {}

  /** The convergents have no limit. */
  record None(String reason) implements Limit {}

  /** Not determined: the limit may be 1/0, or too many terms be needed. */
  record Unresolved(String reason) implements Limit {}

  /** The limit to at least so many bits after the point. */
  static Limit of(PolynomialFraction f, int bits) {
    return Summation.limit(f, bits);
  }
}
