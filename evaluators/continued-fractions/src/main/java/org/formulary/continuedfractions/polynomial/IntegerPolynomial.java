package org.formulary.continuedfractions.polynomial;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.formulary.truth.Enclosure;

/**
 * A polynomial in n with whole coefficients.
 *
 * @param coefficients ascending; the last is not 0, and the polynomial 0 has none
 */
public record IntegerPolynomial(List<BigInteger> coefficients) {
  public static final IntegerPolynomial ZERO = new IntegerPolynomial(List.of());
  public static final IntegerPolynomial N = of(0, 1);

  public IntegerPolynomial {
    int size = coefficients.size();
    while (size > 0 && coefficients.get(size - 1).signum() == 0) {
      size--;
    }
    coefficients = List.copyOf(coefficients.subList(0, size));
  }

  /** The polynomial of these ascending coefficients. */
  public static IntegerPolynomial of(long... ascending) {
    List<BigInteger> coefficients = new ArrayList<>();
    for (long c : ascending) {
      coefficients.add(BigInteger.valueOf(c));
    }
    return new IntegerPolynomial(coefficients);
  }

  /** The degree; −1 for the polynomial 0. */
  public int degree() {
    return coefficients.size() - 1;
  }

  public boolean isZero() {
    return coefficients.isEmpty();
  }

  /** The coefficient of n^k, k ≥ 0; 0 above the degree. */
  public BigInteger coefficient(int k) {
    return k < coefficients.size() ? coefficients.get(k) : BigInteger.ZERO;
  }

  /** The coefficient of the highest power; 0 for the polynomial 0. */
  public BigInteger leading() {
    return isZero() ? BigInteger.ZERO : coefficients.getLast();
  }

  /**
   * The coefficients of n^0 to n^degree, ascending. Throws {@link ArithmeticException} where one
   * has more than 63 bits.
   */
  public long[] toLongs(int degree) {
    return IntStream.rangeClosed(0, degree)
        .mapToLong(k -> coefficient(k).longValueExact())
        .toArray();
  }

  public IntegerPolynomial add(IntegerPolynomial that) {
    List<BigInteger> sum = new ArrayList<>();
    for (int k = 0; k < Math.max(coefficients.size(), that.coefficients.size()); k++) {
      sum.add(coefficient(k).add(that.coefficient(k)));
    }
    return new IntegerPolynomial(sum);
  }

  public IntegerPolynomial negate() {
    return new IntegerPolynomial(coefficients.stream().map(BigInteger::negate).toList());
  }

  public IntegerPolynomial multiply(IntegerPolynomial that) {
    List<BigInteger> product = new ArrayList<>();
    for (int k = 0; k <= degree() + that.degree(); k++) {
      BigInteger sum = BigInteger.ZERO;
      for (int j = Math.max(0, k - that.degree()); j <= Math.min(k, degree()); j++) {
        sum = sum.add(coefficients.get(j).multiply(that.coefficient(k - j)));
      }
      product.add(sum);
    }
    return new IntegerPolynomial(product);
  }

  /** The value at n. */
  public BigInteger at(long n) {
    BigInteger x = BigInteger.valueOf(n);
    BigInteger value = BigInteger.ZERO;
    for (BigInteger c : coefficients.reversed()) {
      value = value.multiply(x).add(c);
    }
    return value;
  }

  /** The polynomial whose value at n is that of this at n + k. */
  public IntegerPolynomial shifted(long k) {
    IntegerPolynomial x = of(k, 1);
    IntegerPolynomial result = ZERO;
    for (BigInteger c : coefficients.reversed()) {
      result = result.multiply(x).add(new IntegerPolynomial(List.of(c)));
    }
    return result;
  }

  /** The polynomial whose value at m is that of this at k m + i. */
  public IntegerPolynomial atLinear(long k, long i) {
    List<BigInteger> stretched = new ArrayList<>(shifted(i).coefficients);
    BigInteger power = BigInteger.ONE;
    for (int j = 0; j < stretched.size(); j++) {
      stretched.set(j, stretched.get(j).multiply(power));
      power = power.multiply(BigInteger.valueOf(k));
    }
    return new IntegerPolynomial(stretched);
  }

  /** Bits that the coefficients take to write: of each that is not 0 its length and a sign. */
  public int size() {
    return coefficients.stream()
        .filter(c -> c.signum() != 0)
        .mapToInt(c -> c.bitLength() + 1)
        .sum();
  }

  /** log2 of the largest size of a coefficient; −∞ for the polynomial 0. */
  double log2Height() {
    return Enclosure.log2(
        coefficients.stream().map(BigInteger::abs).reduce(BigInteger.ZERO, BigInteger::max));
  }

  /** The greatest common divisor of the coefficients; 0 for the polynomial 0. */
  public BigInteger content() {
    return coefficients.stream().reduce(BigInteger.ZERO, BigInteger::gcd);
  }

  /** The quotient by a whole number that divides all coefficients. */
  public IntegerPolynomial dividedBy(BigInteger divisor) {
    return new IntegerPolynomial(coefficients.stream().map(c -> c.divide(divisor)).toList());
  }

  /**
   * The quotient by a polynomial other than 0. Throws {@link ArithmeticException} where it is no
   * polynomial with whole coefficients.
   */
  public IntegerPolynomial dividedBy(IntegerPolynomial divisor) {
    return quotient(divisor)
        .orElseThrow(
            () ->
                new ArithmeticException(
                    "(%s)/(%s) is no whole polynomial".formatted(this, divisor)));
  }

  /** The quotient by a polynomial other than 0, if it is one with whole coefficients. */
  public Optional<IntegerPolynomial> quotient(IntegerPolynomial divisor) {
    List<BigInteger> rest = new ArrayList<>(coefficients);
    List<BigInteger> quotient = new ArrayList<>();
    for (int k = degree() - divisor.degree(); k >= 0; k--) {
      BigInteger[] part = rest.get(k + divisor.degree()).divideAndRemainder(divisor.leading());
      if (part[1].signum() != 0) {
        return Optional.empty();
      }
      quotient.addFirst(part[0]);
      for (int j = 0; j <= divisor.degree(); j++) {
        rest.set(k + j, rest.get(k + j).subtract(part[0].multiply(divisor.coefficient(j))));
      }
    }
    return rest.stream().allMatch(c -> c.signum() == 0)
        ? Optional.of(new IntegerPolynomial(quotient))
        : Optional.empty();
  }

  /** The polynomial without the common divisor of its coefficients, its leading one positive. */
  public IntegerPolynomial primitive() {
    BigInteger content = content();
    return isZero() ? this : dividedBy(leading().signum() < 0 ? content.negate() : content);
  }

  /**
   * The greatest common divisor over the rationals, {@link #primitive}: by remainders, of which
   * each is made whole and primitive again.
   */
  public IntegerPolynomial gcd(IntegerPolynomial that) {
    IntegerPolynomial larger = primitive();
    IntegerPolynomial smaller = that.primitive();
    while (!smaller.isZero()) {
      IntegerPolynomial rest = larger.pseudoRemainder(smaller).primitive();
      larger = smaller;
      smaller = rest;
    }
    return larger;
  }

  /**
   * The greatest common divisor over the whole numbers: {@link #gcd} times that of the contents.
   */
  public IntegerPolynomial commonDivisor(IntegerPolynomial that) {
    return gcd(that).multiply(new IntegerPolynomial(List.of(content().gcd(that.content()))));
  }

  private IntegerPolynomial pseudoRemainder(IntegerPolynomial divisor) {
    IntegerPolynomial rest = this;
    while (rest.degree() >= divisor.degree()) {
      List<BigInteger> term = new ArrayList<>();
      for (int k = divisor.degree(); k < rest.degree(); k++) {
        term.add(BigInteger.ZERO);
      }
      term.add(rest.leading().negate());
      rest =
          rest.multiply(new IntegerPolynomial(List.of(divisor.leading())))
              .add(divisor.multiply(new IntegerPolynomial(term)));
    }
    return rest;
  }

  /** Such as {@code -2*n^3 + n - 5}. */
  @Override
  public String toString() {
    if (isZero()) {
      return "0";
    }
    StringBuilder text = new StringBuilder();
    for (int k = degree(); k >= 0; k--) {
      BigInteger c = coefficients.get(k);
      if (c.signum() == 0) {
        continue;
      }
      if (text.isEmpty()) {
        text.append(c.signum() < 0 ? "-" : "");
      } else {
        text.append(c.signum() < 0 ? " - " : " + ");
      }
      String power = k == 0 ? "" : k == 1 ? "n" : "n^" + k;
      boolean one = c.abs().equals(BigInteger.ONE) && k > 0;
      text.append(one ? power : k == 0 ? c.abs().toString() : c.abs() + "*" + power);
    }
    return text.toString();
  }
}
