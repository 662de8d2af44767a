package org.formulary.continuedfractions.polynomial;

import java.math.BigInteger;
import java.util.OptionalLong;
import org.formulary.continuedfractions.convergent.Convergents;
import org.formulary.truth.Enclosure;

/**
 * The fraction a(0) + b(1)/(a(1) + b(2)/(a(2) + …)).
 *
 * @param a the partial denominators
 * @param b the partial numerators
 */
public record PolynomialFraction(IntegerPolynomial a, IntegerPolynomial b) implements Fraction {
  /** Of inflations larger factors are not found. */
  private static final int LARGEST_FACTOR = 10_000;

  /**
   * A convergent, as it comes from the recurrence: p and q may have common divisors.
   *
   * @param depth the index of the last partial denominator used
   */
  public record Convergent(int depth, BigInteger p, BigInteger q) {
    /** log2 of the denominator in lowest terms; −∞ where it is 0. */
    public double reducedBits() {
      return q.signum() == 0 ? Double.NEGATIVE_INFINITY : Enclosure.log2(q.divide(p.gcd(q)).abs());
    }
  }

  /** The fraction a(k) + b(k + 1)/(a(k + 1) + …), as one that begins at 0. */
  public PolynomialFraction from(long k) {
    return k == 0 ? this : new PolynomialFraction(a.shifted(k), b.shifted(k));
  }

  /** Whether deg b = 2 deg a. */
  public boolean isBalanced() {
    return a.degree() >= 0 && b.degree() == 2 * a.degree();
  }

  /** The first n ≥ 1, up to a depth, with b(n) = 0, where the fraction ends. */
  public OptionalLong end(int depth) {
    double last = b.isZero() ? 1 : RationalRoots.largest(b);
    for (long n = 1; n <= Math.min(depth, last); n++) {
      if (b.at(n).signum() == 0) {
        return OptionalLong.of(n);
      }
    }
    return OptionalLong.empty();
  }

  /** The convergent of a depth ≥ 0, by binary splitting. */
  public Convergent convergent(int depth) {
    Convergents all = Convergents.of(a::at, b::at, depth + 1);
    return new Convergent(depth, all.p(), all.q());
  }

  /**
   * The fraction in which the partial denominators have no common divisor c whose square divides
   * the partial numerators, and of which the leading coefficient is positive: its value is this one
   * by ±c.
   */
  public PolynomialFraction deflated() {
    BigInteger c = inflation(a.content(), b.content());
    BigInteger signed = a.leading().signum() < 0 ? c.negate() : c;
    return c.equals(BigInteger.ONE) && a.leading().signum() >= 0
        ? this
        : new PolynomialFraction(a.dividedBy(signed), b.dividedBy(c.multiply(c)));
  }

  /**
   * The fraction (a/c(n), b/(c(n) c(n − 1))), where both are whole polynomials over the rationals;
   * this one otherwise. The value is divided by c(0), if c has no zero at a whole n ≥ 0.
   *
   * @param c primitive
   */
  public PolynomialFraction deflated(IntegerPolynomial c) {
    IntegerPolynomial square = c.multiply(c.shifted(-1));
    boolean divides = a.gcd(c).equals(c) && b.gcd(square).equals(square.primitive());
    return divides ? new PolynomialFraction(a.dividedBy(c), b.dividedBy(square)) : this;
  }

  /** The largest c that divides one number, and whose square divides another. */
  private static BigInteger inflation(BigInteger first, BigInteger second) {
    BigInteger c = BigInteger.ONE;
    BigInteger rest = first.abs().gcd(second);
    for (int p = 2; p <= LARGEST_FACTOR && rest.bitLength() > 1; p++) {
      BigInteger prime = BigInteger.valueOf(p);
      while (rest.mod(prime).signum() == 0) {
        rest = rest.divide(prime);
        BigInteger more = c.multiply(prime);
        boolean divides =
            first.mod(more).signum() == 0 && second.mod(more.multiply(more)).signum() == 0;
        c = divides ? more : c;
      }
    }
    return c;
  }

  /**
   * Text that is equal for fractions that arise from one another by inflation (a c(n), b c(n) c(n −
   * 1)) and by a shift of the index, so that their values are Möbius images of one another:
   * b(n)/(a(n) a(n − 1)) in lowest terms, shifted so that the sum of the zeros of both its
   * polynomials lies between 0 and their number. a must not be 0.
   */
  public String classKey() {
    IntegerPolynomial square = a.multiply(a.shifted(-1));
    IntegerPolynomial divisor = b.gcd(square);
    IntegerPolynomial above = b.dividedBy(b.content()).dividedBy(divisor);
    IntegerPolynomial below = square.dividedBy(square.content()).dividedBy(divisor);
    IntegerPolynomial all = above.multiply(below);
    int zeros = all.degree();
    long shift = 0;
    if (zeros > 0) {
      BigInteger[] sum =
          all.coefficient(zeros - 1)
              .negate()
              .divideAndRemainder(all.leading().multiply(BigInteger.valueOf(zeros)));
      boolean exact = sum[1].signum() == 0;
      boolean negative = sum[1].signum() * all.leading().signum() < 0;
      shift = sum[0].longValueExact() - (!exact && negative ? 1 : 0);
    }
    BigInteger common = b.content().gcd(square.content());
    return "%s (%s) / %s (%s)"
        .formatted(
            b.content().divide(common),
            above.shifted(shift),
            square.content().divide(common),
            below.shifted(shift));
  }

  @Override
  public PolynomialFraction contracted() {
    return this;
  }

  @Override
  public int size() {
    return a.size() + b.size();
  }

  @Override
  public String toString() {
    return "a = %s, b = %s".formatted(a, b);
  }
}
