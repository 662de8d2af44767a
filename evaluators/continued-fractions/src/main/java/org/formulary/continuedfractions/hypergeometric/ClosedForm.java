package org.formulary.continuedfractions.hypergeometric;

import java.math.BigInteger;
import java.util.Optional;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;

/**
 * What a fraction of degrees (≤ 1, ≤ 2) is, in closed form: a quadratic number or a quotient of two
 * contiguous hypergeometric functions. It shares nothing with {@link
 * org.formulary.continuedfractions.polynomial.Limit}: its series are summed in fixed point.
 */
public sealed interface ClosedForm permits QuadraticNumber, BesselRatio, KummerRatio, GaussRatio {
  /** Binary places of sums beyond those asked for. */
  int GUARD_BITS = 128;

  /**
   * Text that is equal for fractions whose values are Möbius images of one another because their
   * parameters differ by whole numbers, with coefficients that are rational where all parameters
   * are.
   */
  String key();

  /** The value in units of 2^−bits; empty where it is 1/0, as far as was computed. */
  Optional<BigInteger> value(int bits);

  /**
   * The closed form of a fraction of which the leading coefficient of a is positive, b has no zero
   * at 1, 2, …, and that converges.
   */
  static Optional<ClosedForm> of(PolynomialFraction f) {
    int a = f.a().degree();
    return switch (f.b().degree()) {
      case 0 ->
          a == 0
              ? Optional.of(new QuadraticNumber(f))
              : a == 1 ? Optional.of(new BesselRatio(f)) : Optional.empty();
      case 1 -> a == 1 ? Optional.of(new KummerRatio(f)) : Optional.empty();
      case 2 -> a <= 1 ? GaussRatio.of(f) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** The fraction from a later term. */
  static PolynomialFraction shifted(PolynomialFraction f, int terms) {
    return terms == 0 ? f : new PolynomialFraction(f.a().shifted(terms), f.b().shifted(terms));
  }

  /** above/below, in one unit. */
  record Ratio(BigInteger above, BigInteger below) {}

  /**
   * a(0) + b(1)/(a(1) + … + b(k)/tail).
   *
   * @return in units of 2^−bits
   */
  static Optional<BigInteger> prefixed(PolynomialFraction f, int k, Ratio tail, int bits) {
    BigInteger x = tail.above;
    BigInteger y = tail.below;
    for (int n = k - 1; n >= 0; n--) {
      BigInteger next = f.a().at(n).multiply(x).add(f.b().at(n + 1L).multiply(y));
      y = x;
      x = next;
    }
    return y.signum() == 0 ? Optional.empty() : Optional.of(x.shiftLeft(bits).divide(y));
  }
}
