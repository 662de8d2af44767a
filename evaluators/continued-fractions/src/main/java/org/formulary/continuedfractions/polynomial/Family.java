package org.formulary.continuedfractions.polynomial;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.formulary.expressions.parse.Formula;
import org.formulary.expressions.parse.FormulaParser;
import org.formulary.expressions.parse.ParseException;
import org.formulary.search.domain.InvalidSpecException;

/**
 * Fractions whose polynomials depend on whole parameters, such as a = x*(n^3 + (n + 1)^3) + y*(2*n
 * + 1) and b = -n^6 with x from 1 to 3 and y from -20 to 20.
 *
 * @param parameters in the order of the enumeration, the last one runs fastest
 */
public record Family(Formula a, Formula b, List<Parameter> parameters) {
  private static final int MOST_DEGREE = 100;

  /** A parameter and its range, both ends included. */
  public record Parameter(String name, long least, long most) {
    long count() {
      return most - least + 1;
    }
  }

  public Family {
    parameters = List.copyOf(parameters);
  }

  /**
   * Reads formulas of n and of the parameters, and ranges such as {@code x=1..3,y=-20..20}.
   *
   * @throws InvalidSpecException with the key a, b or ranges
   */
  public static Family parse(String a, String b, String ranges) {
    List<Parameter> parameters = new ArrayList<>();
    for (String range : ranges.isBlank() ? new String[0] : ranges.split(",")) {
      parameters.add(parameter(range.strip(), ranges));
    }
    Family family = new Family(formula("a", a), formula("b", b), parameters);
    family.polynomial("a", family.a, Map.of());
    family.polynomial("b", family.b, Map.of());
    return family;
  }

  /**
   * All polynomials of these degrees, or less for b, with coefficients up to a size; the leading
   * one of a is positive.
   */
  public static Family ofBox(int degreeOfA, int degreeOfB, int largestOfA, int largestOfB) {
    return parse(
        polynomial("a", degreeOfA),
        polynomial("b", degreeOfB),
        ranges("a", degreeOfA, 1, largestOfA)
            + ","
            + ranges("b", degreeOfB, -largestOfB, largestOfB));
  }

  private static String polynomial(String name, int degree) {
    return IntStream.rangeClosed(0, degree)
        .mapToObj(k -> "%s%d*n^%d".formatted(name, k, k))
        .collect(Collectors.joining(" + "));
  }

  private static String ranges(String name, int degree, int leastLeading, int largest) {
    return IntStream.rangeClosed(0, degree)
        .mapToObj(
            k -> "%s%d=%d..%d".formatted(name, k, k < degree ? -largest : leastLeading, largest))
        .collect(Collectors.joining(","));
  }

  private static Parameter parameter(String range, String all) {
    if (!range.matches("[a-zA-Z]\\w*=-?\\d{1,9}\\.\\.-?\\d{1,9}") || range.startsWith("n=")) {
      throw new InvalidSpecException(
          "ranges", "ranges \"%s\": allowed are ranges such as x=1..3,y=-20..20".formatted(all));
    }
    String[] parts = range.split("=|\\.\\.");
    Parameter p = new Parameter(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    if (p.least() > p.most()) {
      throw new InvalidSpecException("ranges", "ranges \"%s\": %s is empty".formatted(all, range));
    }
    return p;
  }

  private static Formula formula(String key, String text) {
    try {
      return FormulaParser.parse(text);
    } catch (ParseException e) {
      throw new InvalidSpecException(key, key + ": " + e.getMessage());
    }
  }

  /** The number of fractions; empty where it has more than 63 bits. */
  public Optional<Long> countableSize() {
    try {
      return Optional.of(size());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** The number of fractions. Throws {@link ArithmeticException} beyond 63 bits. */
  public long size() {
    return parameters.stream().mapToLong(Parameter::count).reduce(1, Math::multiplyExact);
  }

  /** The values of the parameters of the fraction of a number from 0 to size − 1. */
  public Map<String, Long> values(long number) {
    Map<String, Long> values = new TreeMap<>();
    long rest = number;
    for (Parameter p : parameters.reversed()) {
      values.put(p.name(), p.least() + rest % p.count());
      rest /= p.count();
    }
    return values;
  }

  /** The fraction of a number from 0 to size − 1. */
  public PolynomialFraction fraction(long number) {
    return fraction(values(number));
  }

  /** The fraction of these values of the parameters. */
  public PolynomialFraction fraction(Map<String, Long> values) {
    return new PolynomialFraction(partialDenominators(values), partialNumerators(values));
  }

  /** The partial denominators of these values of the parameters. */
  public IntegerPolynomial partialDenominators(Map<String, Long> values) {
    return polynomial("a", a, values);
  }

  /** The partial numerators of these values of the parameters. */
  public IntegerPolynomial partialNumerators(Map<String, Long> values) {
    return polynomial("b", b, values);
  }

  /** The parameters on which a depends. */
  public List<Parameter> parametersOfA() {
    return parameters.stream().filter(p -> degree(a, p.name()) > 0).toList();
  }

  /** The parameters on which b depends. */
  public List<Parameter> parametersOfB() {
    return parameters.stream().filter(p -> degree(b, p.name()) > 0).toList();
  }

  /** The largest degree that a can have in n. */
  int degreeOfA() {
    return degree(a, "n");
  }

  /** The largest degree that b can have in n. */
  int degreeOfB() {
    return degree(b, "n");
  }

  /** The largest degree that coefficients can have in a parameter. */
  public int degreeIn(String parameter) {
    return Math.max(degree(a, parameter), degree(b, parameter));
  }

  private static int degree(Formula formula, String variable) {
    return switch (formula) {
      case Formula.Number _, Formula.Call _ -> 0;
      case Formula.Name(String name, int _) -> name.equals(variable) ? 1 : 0;
      case Formula.Negation(Formula operand, int _) -> degree(operand, variable);
      case Formula.Binary f -> {
        int left = degree(f.left(), variable);
        int right = degree(f.right(), variable);
        yield switch (f.operator()) {
          case ADD, SUBTRACT -> Math.max(left, right);
          case MULTIPLY, DIVIDE -> left + right;
          case POWER ->
              f.right() instanceof Formula.Number(String _, BigDecimal value, int _)
                  ? left * value.intValue()
                  : 31 * left;
        };
      }
    };
  }

  /** A formula over the whole polynomials in n; parameters without a value count as 1. */
  private IntegerPolynomial polynomial(String key, Formula formula, Map<String, Long> values) {
    return switch (formula) {
      case Formula.Number(String text, BigDecimal value, int _) -> {
        if (value.stripTrailingZeros().scale() > 0) {
          throw invalid(key, text + " is no whole number");
        }
        yield new IntegerPolynomial(List.of(value.toBigIntegerExact()));
      }
      case Formula.Name(String name, int _) -> {
        if (name.equals("n")) {
          yield IntegerPolynomial.N;
        }
        if (parameters.stream().noneMatch(p -> p.name().equals(name))) {
          throw invalid(key, "%s is neither n nor a parameter with a range".formatted(name));
        }
        yield IntegerPolynomial.of(values.getOrDefault(name, 1L));
      }
      case Formula.Negation(Formula operand, int _) -> polynomial(key, operand, values).negate();
      case Formula.Binary binary -> binary(key, binary, values);
      case Formula.Call call -> throw invalid(key, call.function() + " makes no polynomial");
    };
  }

  private IntegerPolynomial binary(String key, Formula.Binary f, Map<String, Long> values) {
    IntegerPolynomial left = polynomial(key, f.left(), values);
    IntegerPolynomial right = polynomial(key, f.right(), values);
    return switch (f.operator()) {
      case ADD -> left.add(right);
      case SUBTRACT -> left.add(right.negate());
      case MULTIPLY -> product(key, left, right);
      case DIVIDE -> throw invalid(key, "a quotient makes no polynomial");
      case POWER -> {
        BigInteger exponent = right.coefficient(0);
        if (right.degree() > 0 || exponent.signum() < 0 || exponent.bitLength() > 5) {
          throw invalid(key, "the exponent must be a whole number from 0 to 31");
        }
        IntegerPolynomial power = IntegerPolynomial.of(1);
        for (int k = 0; k < exponent.intValue(); k++) {
          power = product(key, power, left);
        }
        yield power;
      }
    };
  }

  private static IntegerPolynomial product(String key, IntegerPolynomial p, IntegerPolynomial q) {
    if (p.degree() + q.degree() > MOST_DEGREE) {
      throw invalid(key, "the degree is above " + MOST_DEGREE);
    }
    return p.multiply(q);
  }

  private static InvalidSpecException invalid(String key, String reason) {
    return new InvalidSpecException(key, key + ": " + reason);
  }
}
