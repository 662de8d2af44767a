package org.formulary.continuedfractions.field;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.expressions.parse.Formula;
import org.formulary.expressions.parse.FormulaParser;
import org.formulary.expressions.parse.ParseException;
import org.formulary.search.domain.InvalidSpecException;

/**
 * A polynomial in named variables with whole coefficients. Arithmetic is exact, and equal
 * polynomials have equal terms: an identity holds if and only if {@link #equals} says so.
 *
 * @param terms the coefficients, none of them 0, by monomial
 */
public record MultivariatePolynomial(SortedMap<Monomial, BigInteger> terms) {
  private static final String KEY = "polynomial";
  private static final int EXPONENT_BITS = 5;

  public static final MultivariatePolynomial ZERO = new MultivariatePolynomial(new TreeMap<>());
  public static final MultivariatePolynomial ONE = of(1);

  public MultivariatePolynomial {
    SortedMap<Monomial, BigInteger> copy = new TreeMap<>(terms);
    copy.values().removeIf(c -> c.signum() == 0);
    terms = Collections.unmodifiableSortedMap(copy);
  }

  /** A whole number. */
  public static MultivariatePolynomial of(long value) {
    return of(BigInteger.valueOf(value));
  }

  /** A whole number. */
  public static MultivariatePolynomial of(BigInteger value) {
    return new MultivariatePolynomial(new TreeMap<>(Map.of(Monomial.ONE, value)));
  }

  /** A variable. */
  public static MultivariatePolynomial variable(String name) {
    Monomial power = new Monomial(new TreeMap<>(Map.of(name, 1)));
    return new MultivariatePolynomial(new TreeMap<>(Map.of(power, BigInteger.ONE)));
  }

  /**
   * Reads such as {@code c0*(x + y) - 2*x^3}: sums, products and whole powers up to 31 of names and
   * whole numbers.
   *
   * @throws InvalidSpecException with the key {@code polynomial}
   */
  public static MultivariatePolynomial parse(String text) {
    try {
      return of(FormulaParser.parse(text));
    } catch (ParseException e) {
      throw invalid(e.getMessage());
    }
  }

  private static MultivariatePolynomial of(Formula formula) {
    return switch (formula) {
      case Formula.Number(String text, BigDecimal value, int _) -> {
        if (value.stripTrailingZeros().scale() > 0) {
          throw invalid(text + " is no whole number");
        }
        yield of(value.toBigIntegerExact());
      }
      case Formula.Name(String name, int _) -> variable(name);
      case Formula.Negation(Formula operand, int _) -> of(operand).negate();
      case Formula.Binary binary -> of(binary);
      case Formula.Call call -> throw invalid(call.function() + " makes no polynomial");
    };
  }

  private static MultivariatePolynomial of(Formula.Binary f) {
    MultivariatePolynomial left = of(f.left());
    MultivariatePolynomial right = of(f.right());
    return switch (f.operator()) {
      case ADD -> left.add(right);
      case SUBTRACT -> left.subtract(right);
      case MULTIPLY -> left.multiply(right);
      case DIVIDE -> throw invalid("a quotient makes no polynomial");
      case POWER -> {
        BigInteger k = right.coefficient(Monomial.ONE);
        if (right.degree() > 0 || k.signum() < 0 || k.bitLength() > EXPONENT_BITS) {
          throw invalid("the exponent must be a whole number from 0 to 31");
        }
        yield left.power(k.intValue());
      }
    };
  }

  private static InvalidSpecException invalid(String reason) {
    return new InvalidSpecException(KEY, KEY + ": " + reason);
  }

  public boolean isZero() {
    return terms.isEmpty();
  }

  /** The total degree; −1 for the polynomial 0. */
  public int degree() {
    return isZero() ? -1 : terms.firstKey().degree();
  }

  /** The coefficient of the first term, of highest degree; 0 for the polynomial 0. */
  public BigInteger leading() {
    return isZero() ? BigInteger.ZERO : terms.firstEntry().getValue();
  }

  private BigInteger coefficient(Monomial m) {
    return terms.getOrDefault(m, BigInteger.ZERO);
  }

  /** The variables that occur. */
  public SortedSet<String> variables() {
    SortedSet<String> variables = new TreeSet<>();
    terms.keySet().forEach(m -> variables.addAll(m.powers().keySet()));
    return variables;
  }

  /** The greatest common divisor of the coefficients; 0 for the polynomial 0. */
  public BigInteger content() {
    return terms.values().stream().reduce(BigInteger.ZERO, BigInteger::gcd);
  }

  public MultivariatePolynomial add(MultivariatePolynomial that) {
    SortedMap<Monomial, BigInteger> sum = new TreeMap<>(terms);
    that.terms.forEach((m, c) -> sum.merge(m, c, BigInteger::add));
    return new MultivariatePolynomial(sum);
  }

  public MultivariatePolynomial subtract(MultivariatePolynomial that) {
    return add(that.negate());
  }

  public MultivariatePolynomial negate() {
    return map(BigInteger::negate);
  }

  public MultivariatePolynomial multiply(MultivariatePolynomial that) {
    SortedMap<Monomial, BigInteger> product = new TreeMap<>();
    terms.forEach(
        (m, c) ->
            that.terms.forEach(
                (o, d) -> product.merge(m.multiply(o), c.multiply(d), BigInteger::add)));
    return new MultivariatePolynomial(product);
  }

  /** Divided by a whole number that divides every coefficient. */
  MultivariatePolynomial divide(BigInteger divisor) {
    return map(c -> c.divide(divisor));
  }

  private MultivariatePolynomial map(Function<BigInteger, BigInteger> f) {
    SortedMap<Monomial, BigInteger> mapped = new TreeMap<>();
    terms.forEach((m, c) -> mapped.put(m, f.apply(c)));
    return new MultivariatePolynomial(mapped);
  }

  /** A power with an exponent ≥ 0. */
  public MultivariatePolynomial power(int exponent) {
    MultivariatePolynomial power = ONE;
    for (int k = 0; k < exponent; k++) {
      power = power.multiply(this);
    }
    return power;
  }

  /** With polynomials in place of some of the variables, all at once. */
  public MultivariatePolynomial substitute(Map<String, MultivariatePolynomial> values) {
    return terms.isEmpty()
        ? ZERO
        : evaluate(
            new Ring<>(
                MultivariatePolynomial::of,
                MultivariatePolynomial::add,
                MultivariatePolynomial::multiply),
            v -> values.containsKey(v) ? values.get(v) : variable(v));
  }

  /** With a variable increased by k. */
  public MultivariatePolynomial shifted(String variable, long k) {
    return substitute(Map.of(variable, variable(variable).add(of(k))));
  }

  /** The value at whole numbers; every variable must have one. */
  public BigInteger at(Map<String, BigInteger> point) {
    return evaluate(
        new Ring<>(c -> c, BigInteger::add, BigInteger::multiply), v -> required(point, v));
  }

  /** On a curve: polynomials of n in place of every variable. */
  public IntegerPolynomial along(Map<String, IntegerPolynomial> curve) {
    return evaluate(
        new Ring<>(
            c -> new IntegerPolynomial(List.of(c)),
            IntegerPolynomial::add,
            IntegerPolynomial::multiply),
        v -> required(curve, v));
  }

  private static <T> T required(Map<String, T> values, String variable) {
    T value = values.get(variable);
    if (value == null) {
      throw new IllegalArgumentException(
          "variable %s has no value, only %s have".formatted(variable, values.keySet()));
    }
    return value;
  }

  /** Where a polynomial can be evaluated. */
  private record Ring<R>(
      Function<BigInteger, R> number, BinaryOperator<R> sum, BinaryOperator<R> product) {}

  private <R> R evaluate(Ring<R> ring, Function<String, R> variable) {
    R sum = ring.number.apply(BigInteger.ZERO);
    for (Map.Entry<Monomial, BigInteger> term : terms.entrySet()) {
      R product = ring.number.apply(term.getValue());
      for (Map.Entry<String, Integer> power : term.getKey().powers().entrySet()) {
        R base = variable.apply(power.getKey());
        for (int k = 0; k < power.getValue(); k++) {
          product = ring.product.apply(product, base);
        }
      }
      sum = ring.sum.apply(sum, product);
    }
    return sum;
  }

  /** Such as {@code x^2 + 2*x*y - 1}, as {@link #parse} reads it. */
  @Override
  public String toString() {
    if (isZero()) {
      return "0";
    }
    StringBuilder text = new StringBuilder();
    terms.forEach(
        (m, c) -> {
          boolean negative = c.signum() < 0;
          text.append(text.isEmpty() ? (negative ? "-" : "") : (negative ? " - " : " + "));
          boolean plain = c.abs().equals(BigInteger.ONE) && m.degree() > 0;
          text.append(plain ? "" : c.abs().toString());
          text.append(plain || m.degree() == 0 ? "" : "*").append(m);
        });
    return text.toString();
  }
}
