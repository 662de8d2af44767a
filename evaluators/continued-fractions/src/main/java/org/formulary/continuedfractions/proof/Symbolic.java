package org.formulary.continuedfractions.proof;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;
import org.formulary.continuedfractions.field.IntegerMatrix;
import org.formulary.continuedfractions.field.Monomial;
import org.formulary.continuedfractions.field.MultivariatePolynomial;
import org.formulary.continuedfractions.polynomial.Fractions;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.expressions.parse.Formula;

/**
 * A number as a quotient of polynomials in constants: pi, e, catalan, zeta3, zeta5, …, log2, log3,
 * …, atan(1/2), …, which are taken to be independent, and square roots of primes, of which no
 * higher powers occur.
 *
 * @param below not 0
 */
record Symbolic(MultivariatePolynomial above, MultivariatePolynomial below) {
  private static final int MOST_EXPONENT = 64;

  /** The rational ζ(2k)/π^(2k) for k from 1. */
  private static final BigFraction[] EVEN_ZETA = {
    BigFraction.of(1, 6),
    BigFraction.of(1, 90),
    BigFraction.of(1, 945),
    BigFraction.of(1, 9450),
    BigFraction.of(1, 93555)
  };

  static final Symbolic ZERO = of(BigFraction.ZERO);

  Symbolic {
    above = Elementary.reduced(above);
    below = Elementary.reduced(below);
    if (below.isZero()) {
      throw new ArithmeticException("division by zero");
    }
    if (hasOneVariable(above, below)) {
      IntegerPolynomial divisor = univariate(above).gcd(univariate(below));
      above = divided(above, divisor);
      below = divided(below, divisor);
    }
    BigInteger content = above.content().gcd(below.content());
    BigInteger signed = below.leading().signum() < 0 ? content.negate() : content;
    if (!signed.equals(BigInteger.ONE)) {
      above = divided(above, signed);
      below = divided(below, signed);
    }
  }

  private static boolean hasOneVariable(MultivariatePolynomial p, MultivariatePolynomial q) {
    return q.degree() > 0 && p.variables().equals(q.variables()) && q.variables().size() == 1;
  }

  private static IntegerPolynomial univariate(MultivariatePolynomial p) {
    return p.along(Map.of(p.variables().first(), IntegerPolynomial.N));
  }

  private static MultivariatePolynomial divided(
      MultivariatePolynomial p, IntegerPolynomial divisor) {
    MultivariatePolynomial x = MultivariatePolynomial.variable(p.variables().first());
    MultivariatePolynomial sum = MultivariatePolynomial.ZERO;
    for (BigInteger c : univariate(p).dividedBy(divisor).coefficients().reversed()) {
      sum = sum.multiply(x).add(MultivariatePolynomial.of(c));
    }
    return sum;
  }

  private static MultivariatePolynomial divided(MultivariatePolynomial p, BigInteger divisor) {
    var terms = new TreeMap<>(p.terms());
    terms.replaceAll((monomial, c) -> c.divide(divisor));
    return new MultivariatePolynomial(terms);
  }

  static Symbolic of(BigFraction x) {
    return new Symbolic(
        MultivariatePolynomial.of(Fractions.numerator(x)),
        MultivariatePolynomial.of(Fractions.denominator(x)));
  }

  static Symbolic of(BigInteger n) {
    return of(BigFraction.of(n));
  }

  static Symbolic of(String constant) {
    return new Symbolic(MultivariatePolynomial.variable(constant), MultivariatePolynomial.ONE);
  }

  /** ζ of a whole number from 2; empty for even ones above 10. */
  static Optional<Symbolic> zeta(int s) {
    if (s % 2 == 1) {
      return Optional.of(of("zeta" + s));
    }
    return s / 2 <= EVEN_ZETA.length
        ? Optional.of(of("pi").power(s).times(EVEN_ZETA[s / 2 - 1]))
        : Optional.empty();
  }

  /** The logarithm of a positive fraction, by its prime factors; empty where these are large. */
  static Optional<Symbolic> logarithm(BigFraction x) {
    return logarithm(Fractions.numerator(x))
        .flatMap(a -> logarithm(Fractions.denominator(x)).map(b -> a.plus(b.negate())));
  }

  private static Optional<Symbolic> logarithm(BigInteger n) {
    Symbolic sum = ZERO;
    BigInteger rest = n;
    for (int p = 2; p < 1000 && rest.compareTo(BigInteger.ONE) > 0; p++) {
      while (rest.mod(BigInteger.valueOf(p)).signum() == 0) {
        rest = rest.divide(BigInteger.valueOf(p));
        sum = sum.plus(of("log" + p));
      }
    }
    return rest.equals(BigInteger.ONE) ? Optional.of(sum) : Optional.empty();
  }

  Symbolic plus(Symbolic that) {
    return new Symbolic(
        above.multiply(that.below).add(that.above.multiply(below)), below.multiply(that.below));
  }

  Symbolic negate() {
    return new Symbolic(above.negate(), below);
  }

  Symbolic times(Symbolic that) {
    return new Symbolic(above.multiply(that.above), below.multiply(that.below));
  }

  Symbolic times(BigFraction factor) {
    return times(of(factor));
  }

  /** Throws {@link ArithmeticException} for 0. */
  Symbolic reciprocal() {
    return new Symbolic(below, above);
  }

  Symbolic power(int exponent) {
    return exponent < 0
        ? reciprocal().power(-exponent)
        : new Symbolic(above.power(exponent), below.power(exponent));
  }

  boolean isZero() {
    return above.isZero();
  }

  /** (m00 v + m01)/(m10 v + m11) of this v; none for 1/0. */
  Optional<Symbolic> image(IntegerMatrix m) {
    Symbolic below = times(BigFraction.of(m.entry(1, 0))).plus(of(m.entry(1, 1)));
    return below.isZero()
        ? Optional.empty()
        : Optional.of(
            times(BigFraction.of(m.entry(0, 0))).plus(of(m.entry(0, 1))).times(below.reciprocal()));
  }

  /** A formula as constants have it. */
  String formula() {
    return toString().replaceAll("log(\\d+)", "log($1)");
  }

  /** The constants that occur. */
  Set<String> constants() {
    Set<String> all = new TreeSet<>(above.variables());
    all.addAll(below.variables());
    return all;
  }

  /** Whether two are the same rational function. */
  boolean is(Symbolic that) {
    return plus(that.negate()).isZero();
  }

  /** What a formula of constants is, if it is rational in those that are known here. */
  static Optional<Symbolic> of(Formula formula) {
    try {
      return Optional.of(read(formula));
    } catch (ArithmeticException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  private static Symbolic read(Formula formula) {
    return switch (formula) {
      case Formula.Number n -> {
        if (n.value().stripTrailingZeros().scale() > 0) {
          throw new UnsupportedOperationException(n.text());
        }
        yield of(BigFraction.of(n.value().toBigIntegerExact()));
      }
      case Formula.Name n -> of(n.name());
      case Formula.Negation n -> read(n.operand()).negate();
      case Formula.Binary b -> binary(b);
      case Formula.Call c -> call(c);
    };
  }

  private static Symbolic binary(Formula.Binary b) {
    Symbolic left = read(b.left());
    Symbolic right = read(b.right());
    return switch (b.operator()) {
      case ADD -> left.plus(right);
      case SUBTRACT -> left.plus(right.negate());
      case MULTIPLY -> left.times(right);
      case DIVIDE -> left.times(right.reciprocal());
      case POWER -> left.power(right.whole());
    };
  }

  private static Symbolic call(Formula.Call c) {
    Symbolic argument = read(c.arguments().getFirst());
    Optional<Symbolic> value =
        switch (c.function()) {
          case "zeta" -> argument.whole() >= 2 ? zeta(argument.whole()) : Optional.empty();
          case "log" -> Elementary.logarithm(argument);
          case "exp" -> Optional.of(Elementary.exponential(argument.small()));
          case "sqrt" -> Elementary.root(argument.fraction());
          case "tan" -> Optional.of(Elementary.tangent(argument.fraction()));
          case "atan" -> Elementary.arctangent(argument);
          case "atanh" -> Elementary.areaTangent(argument);
          default -> Optional.empty();
        };
    return value.orElseThrow(() -> new UnsupportedOperationException(c.function()));
  }

  /** The number, where it is rational. */
  Optional<BigFraction> rational() {
    return above.degree() > 0 || below.degree() > 0
        ? Optional.empty()
        : Optional.of(rationalPart());
  }

  /** The term without a constant by the leading coefficient below; the number, if rational. */
  BigFraction rationalPart() {
    BigInteger numerator = above.terms().getOrDefault(Monomial.ONE, BigInteger.ZERO);
    return BigFraction.of(numerator, below.leading());
  }

  private BigFraction fraction() {
    return rational().orElseThrow(() -> new UnsupportedOperationException(toString()));
  }

  private BigFraction small() {
    BigFraction x = fraction();
    if (Fractions.numerator(x).abs().compareTo(BigInteger.valueOf(MOST_EXPONENT)) > 0) {
      throw new UnsupportedOperationException(x.toString());
    }
    return x;
  }

  private int whole() {
    BigFraction x = small();
    if (!Fractions.isWhole(x)) {
      throw new UnsupportedOperationException(x.toString());
    }
    return x.intValue();
  }

  /** PARI/GP statements that define the constants that occur, as far as their names do not. */
  String definitions() {
    SortedSet<String> names = new TreeSet<>(above.variables());
    names.addAll(below.variables());
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      String value =
          switch (name) {
            case "pi" -> "Pi";
            case "e" -> "exp(1)";
            case "catalan" -> "Catalan";
            default -> name.replaceFirst("^(log|zeta)(\\d+)$", "$1($2)");
          };
      text.append(value.equals(name) ? "" : "%s = %s; ".formatted(name, value));
    }
    return text.toString().strip();
  }

  @Override
  public String toString() {
    return below.equals(MultivariatePolynomial.ONE)
        ? above.toString()
        : "(%s)/(%s)".formatted(above, below);
  }
}
