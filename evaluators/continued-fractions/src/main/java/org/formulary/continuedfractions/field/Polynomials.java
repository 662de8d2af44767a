package org.formulary.continuedfractions.field;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.truth.Enclosure;

/** Divisibility of polynomials in n with whole coefficients. */
public final class Polynomials {
  /** Of the denominators of rational roots that are sought. */
  private static final int LARGEST_DENOMINATOR = 12;

  /** Of the numerators; a whole root beyond it may be overlooked. */
  public static final int LARGEST_NUMERATOR = 100_000;

  private Polynomials() {}

  /** Divided by the greatest common divisor of the coefficients; the leading one positive. */
  static IntegerPolynomial primitive(IntegerPolynomial p) {
    if (p.isZero()) {
      return p;
    }
    BigInteger content = p.content();
    return divide(p, p.leading().signum() < 0 ? content.negate() : content);
  }

  /** Divided by a whole number that divides every coefficient. */
  static IntegerPolynomial divide(IntegerPolynomial p, BigInteger divisor) {
    return new IntegerPolynomial(p.coefficients().stream().map(c -> c.divide(divisor)).toList());
  }

  static IntegerPolynomial multiply(IntegerPolynomial p, BigInteger factor) {
    return new IntegerPolynomial(p.coefficients().stream().map(factor::multiply).toList());
  }

  /** The quotient, where it is a polynomial with whole coefficients; the divisor is not 0. */
  static Optional<IntegerPolynomial> divide(IntegerPolynomial p, IntegerPolynomial divisor) {
    List<BigInteger> rest = new ArrayList<>(p.coefficients());
    int degree = p.degree() - divisor.degree();
    if (p.isZero()) {
      return Optional.of(p);
    }
    BigInteger[] quotient = new BigInteger[Math.max(0, degree + 1)];
    for (int k = degree; k >= 0; k--) {
      BigInteger[] part = rest.get(k + divisor.degree()).divideAndRemainder(divisor.leading());
      if (part[1].signum() != 0) {
        return Optional.empty();
      }
      quotient[k] = part[0];
      for (int j = 0; j <= divisor.degree(); j++) {
        rest.set(k + j, rest.get(k + j).subtract(part[0].multiply(divisor.coefficient(j))));
      }
    }
    return rest.stream().allMatch(c -> c.signum() == 0)
        ? Optional.of(new IntegerPolynomial(Arrays.asList(quotient)))
        : Optional.empty();
  }

  /**
   * The greatest common divisor, its leading coefficient positive, by primitive remainders (Knuth,
   * The Art of Computer Programming 2, 4.6.1, algorithm E); it contains that of the contents.
   */
  static IntegerPolynomial gcd(IntegerPolynomial p, IntegerPolynomial q) {
    BigInteger content = p.content().gcd(q.content());
    IntegerPolynomial a = primitive(p);
    IntegerPolynomial b = primitive(q);
    while (!b.isZero()) {
      IntegerPolynomial rest = primitive(remainder(a, b));
      a = b;
      b = rest;
    }
    return multiply(a, content);
  }

  /** The remainder of a multiple of p by a whole number. */
  private static IntegerPolynomial remainder(IntegerPolynomial p, IntegerPolynomial divisor) {
    IntegerPolynomial rest = p;
    while (rest.degree() >= divisor.degree()) {
      BigInteger common = rest.leading().gcd(divisor.leading());
      IntegerPolynomial power =
          monomial(rest.leading().divide(common), rest.degree() - divisor.degree());
      rest = multiply(rest, divisor.leading().divide(common)).add(divisor.multiply(power).negate());
    }
    return rest;
  }

  private static IntegerPolynomial monomial(BigInteger c, int degree) {
    BigInteger[] coefficients = new BigInteger[degree + 1];
    Arrays.fill(coefficients, BigInteger.ZERO);
    coefficients[degree] = c;
    return new IntegerPolynomial(Arrays.asList(coefficients));
  }

  /**
   * Primitive factors whose product is the primitive part: the linear ones with roots k/d for d ≤
   * 12, as often as they divide, and what is left, if anything is. No root k/d is overlooked unless
   * |k| &gt; 100,000: the roots of what is left are bounded.
   */
  public static List<IntegerPolynomial> factors(IntegerPolynomial p) {
    List<IntegerPolynomial> factors = new ArrayList<>();
    IntegerPolynomial rest = primitive(p);
    for (int d = 1; d <= LARGEST_DENOMINATOR; d++) {
      int most = (int) Math.min(LARGEST_NUMERATOR, Math.ceil(d * largestRoot(rest)));
      for (int k = -most; k <= most && rest.degree() > 0; k++) {
        while (rest.degree() > 0 && isRoot(rest, k, d)) {
          IntegerPolynomial linear = primitive(IntegerPolynomial.of(-k, d));
          factors.add(linear);
          rest = divide(rest, linear).orElseThrow();
        }
      }
    }
    if (rest.degree() > 0) {
      factors.add(rest);
    }
    return factors;
  }

  /**
   * A bound of the sizes of all complex roots: 2 max |c(d − k)/c(d)|^(1/k) (Fujiwara, Tôhoku Math.
   * J. 10, 1916), and a little more for rounding.
   */
  private static double largestRoot(IntegerPolynomial p) {
    double most = 0;
    for (int k = 1; k <= p.degree(); k++) {
      BigInteger c = p.coefficient(p.degree() - k);
      double log = Enclosure.log2(c.abs()) - Enclosure.log2(p.leading().abs());
      most = Math.max(most, Math.pow(2, log / k));
    }
    return 2 * most * (1 + 1e-9);
  }

  private static boolean isRoot(IntegerPolynomial p, int k, int d) {
    BigInteger power = BigInteger.ONE;
    BigInteger value = BigInteger.ZERO;
    for (BigInteger c : p.coefficients().reversed()) {
      value = value.multiply(BigInteger.valueOf(k)).add(c.multiply(power));
      power = power.multiply(BigInteger.valueOf(d));
    }
    return value.signum() == 0;
  }

  /** The least whole number n ≥ from such that none of the linear factors vanishes from it on. */
  static long afterRoots(IntegerPolynomial p, long from) {
    long after = from;
    for (IntegerPolynomial f : factors(p)) {
      if (f.degree() == 1 && f.leading().equals(BigInteger.ONE)) {
        after = Math.max(after, f.coefficient(0).negate().longValueExact() + 1);
      }
    }
    return after;
  }
}
