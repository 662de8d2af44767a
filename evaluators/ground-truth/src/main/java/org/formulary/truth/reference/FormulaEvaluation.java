package org.formulary.truth.reference;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.apfloat.ApfloatRuntimeException;
import org.apfloat.LossOfPrecisionException;
import org.formulary.expressions.parse.Formula;
import org.formulary.truth.reference.Real.Approximate;
import org.formulary.truth.reference.Real.Exact;

/**
 * One evaluation of a formula at one working precision.
 *
 * <p>Sums, products, terminating quotients and integer powers of exact numbers stay exact. What is
 * not exact carries its own precision, which Apfloat lowers where digits cancel. A sum that cancels
 * altogether becomes a number of one digit of the size of its uncertainty; dividing by such noise
 * throws {@link UndeterminedException}.
 *
 * @param digits the working precision
 * @param x the value of the variable
 */
record FormulaEvaluation(long digits, Real x) {
  /** Exact numbers wider than this are rounded to the working precision. */
  private static final int WIDEST_EXACT = 4000;

  private static final int LARGEST_EXACT_POWER = 1000;
  private static final long LARGEST_EXPONENT = 1_000_000_000L;

  private static final Map<Formula.Operator, String> WORDS =
      Map.of(
          Formula.Operator.ADD, "sum",
          Formula.Operator.SUBTRACT, "difference",
          Formula.Operator.MULTIPLY, "product",
          Formula.Operator.DIVIDE, "quotient",
          Formula.Operator.POWER, "power");

  /** Beyond 10^±this a number is of no use, and slow. */
  private static final long LARGEST_SCALE = 100_000;

  Real evaluate(Formula formula) {
    return switch (formula) {
      case Formula.Number n -> new Exact(n.value());
      case Formula.Name n -> named(n.name());
      case Formula.Negation n -> negate(evaluate(n.operand()));
      case Formula.Binary b -> binary(b.operator(), evaluate(b.left()), evaluate(b.right()));
      case Formula.Call c ->
          call(c.function(), c.arguments().stream().map(this::evaluate).toList());
    };
  }

  private Real named(String name) {
    return switch (name) {
      case "x" -> x;
      case "pi" -> new Approximate(ApfloatMath.pi(digits));
      case "e" -> new Approximate(ApfloatMath.e(digits));
      case "catalan" -> new Approximate(AlternatingSeries.catalan(digits));
      case "euler" -> new Approximate(ApfloatMath.euler(digits));
      default -> throw new IllegalArgumentException("unknown name " + name);
    };
  }

  private static Real negate(Real a) {
    return switch (a) {
      case Exact e -> new Exact(e.value().negate());
      case Approximate v -> new Approximate(v.value().negate());
    };
  }

  private Real binary(Formula.Operator operator, Real a, Real b) {
    try {
      return switch (operator) {
        case ADD -> add(a, b);
        case SUBTRACT -> add(a, negate(b));
        case MULTIPLY -> multiply(a, b);
        case DIVIDE -> divide(a, b);
        case POWER -> power(a, b);
      };
    } catch (ArithmeticException | ApfloatRuntimeException e) {
      throw new UndefinedValueException(
          "the %s of %s and %s is out of range"
              .formatted(WORDS.get(operator), a.brief(), b.brief()));
    }
  }

  private Real add(Real a, Real b) {
    if (a instanceof Exact(BigDecimal p)
        && b instanceof Exact(BigDecimal q)
        && spanOf(p, q) < WIDEST_EXACT) {
      return new Exact(p.add(q));
    }
    if (a.isZero() || b.isZero()) {
      return a.isZero() ? b : a;
    }
    Apfloat u = a.toApfloat(digits);
    Apfloat v = b.toApfloat(digits);
    Apfloat sum = u.add(v);
    return sum.signum() != 0
        ? approximate(sum)
        : noise(Math.max(u.scale() - u.precision(), v.scale() - v.precision()));
  }

  private static long spanOf(BigDecimal p, BigDecimal q) {
    if (p.signum() == 0 || q.signum() == 0) {
      return 0;
    }
    long high = Math.max((long) p.precision() - p.scale(), (long) q.precision() - q.scale());
    return high + Math.max(p.scale(), q.scale());
  }

  private Real multiply(Real a, Real b) {
    if (a.isZero() || b.isZero()) {
      return Exact.ZERO;
    }
    if (a instanceof Exact(BigDecimal p)
        && b instanceof Exact(BigDecimal q)
        && p.precision() + q.precision() < WIDEST_EXACT) {
      return new Exact(p.multiply(q));
    }
    return approximate(a.toApfloat(digits).multiply(b.toApfloat(digits)));
  }

  private Real divide(Real a, Real b) {
    if (b.isZero()) {
      throw new UndefinedValueException("%s/0 is undefined".formatted(a.brief()));
    }
    if (b.isNoise()) {
      throw new UndeterminedException("division by a value that may be 0");
    }
    if (a.isZero()) {
      return Exact.ZERO;
    }
    if (a instanceof Exact(BigDecimal p) && b instanceof Exact(BigDecimal q)) {
      Optional<BigDecimal> quotient = exactQuotient(p, q);
      if (quotient.isPresent()) {
        return new Exact(quotient.get());
      }
    }
    return approximate(a.toApfloat(digits).divide(b.toApfloat(digits)));
  }

  private static Optional<BigDecimal> exactQuotient(BigDecimal p, BigDecimal q) {
    if (p.precision() > 400 || q.precision() > 400) {
      return Optional.empty();
    }
    try {
      return Optional.of(p.divide(q));
    } catch (ArithmeticException nonTerminating) {
      return Optional.empty();
    }
  }

  private Real power(Real a, Real b) {
    if (b instanceof Exact(BigDecimal exponent) && isInteger(exponent)) {
      return integerPower(a, exponent);
    }
    if (a.isZero()) {
      if (b.signum() > 0 && !b.isNoise()) {
        return Exact.ZERO;
      }
      throw new UndefinedValueException("0^%s is undefined".formatted(b.brief()));
    }
    if (a.signum() < 0) {
      throw new UndefinedValueException(
          "(%s)^%s is not a real number".formatted(a.brief(), b.brief()));
    }
    return positive(ApfloatMath.pow(a.toApfloat(digits), b.toApfloat(digits)), "a power");
  }

  private Real integerPower(Real a, BigDecimal exponent) {
    if (exponent.signum() == 0) {
      return Exact.ONE;
    }
    if (exponent.abs().compareTo(BigDecimal.valueOf(LARGEST_EXPONENT)) > 0) {
      throw new UndefinedValueException(
          "the exponent %s is out of range".formatted(Real.brief(exponent)));
    }
    int n = exponent.intValueExact();
    if (n < 0) {
      return divide(Exact.ONE, integerPower(a, exponent.negate()));
    }
    if (a.isZero()) {
      return Exact.ZERO;
    }
    if (a instanceof Exact(BigDecimal base)
        && n <= LARGEST_EXACT_POWER
        && (long) base.precision() * n < WIDEST_EXACT) {
      return new Exact(base.pow(n));
    }
    return approximate(ApfloatMath.pow(a.toApfloat(digits), (long) n));
  }

  private static boolean isInteger(BigDecimal value) {
    return value.scale() <= 0 || value.stripTrailingZeros().scale() <= 0;
  }

  private Real call(String name, List<Real> arguments) {
    Function function = Function.named(name).orElseThrow();
    List<Apfloat> rounded = arguments.stream().map(a -> a.toApfloat(digits)).toList();
    Apfloat result;
    try {
      result = function.apply(rounded, digits);
    } catch (LossOfPrecisionException e) {
      throw new UndeterminedException(e.getMessage());
    } catch (ArithmeticException | ApfloatRuntimeException | IllegalArgumentException e) {
      throw new UndefinedValueException(
          "%s(%s) is undefined: %s".formatted(name, brief(arguments), reason(e)));
    }
    if (result.precision() != Apfloat.INFINITE) {
      return approximate(result);
    }
    // A result without rounding error, such as log 1 = 0: true only of the very argument.
    if (arguments.stream().allMatch(this::isHeldExactly)) {
      return new Exact(Real.decimal(result.precision(digits)));
    }
    return result.signum() != 0 ? approximate(result) : noise(uncertainty(rounded));
  }

  private boolean isHeldExactly(Real argument) {
    return argument instanceof Exact(BigDecimal value)
        && value.stripTrailingZeros().precision() <= digits;
  }

  /** The size of the last digit of the most uncertain argument, as a power of ten. */
  private long uncertainty(List<Apfloat> arguments) {
    return arguments.stream()
        .filter(a -> a.signum() != 0)
        .mapToLong(a -> a.scale() - Math.min(a.precision(), digits))
        .max()
        .orElse(-digits);
  }

  private static String brief(List<Real> arguments) {
    return String.join(", ", arguments.stream().map(Real::brief).toList());
  }

  private static String reason(RuntimeException e) {
    String text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  private Real positive(Apfloat value, String what) {
    if (value.signum() == 0) {
      throw new UndefinedValueException(what + " underflows");
    }
    return approximate(value);
  }

  private Real approximate(Apfloat value) {
    if (Math.abs(value.scale()) > LARGEST_SCALE) {
      throw new UndefinedValueException(
          "a value near 10^%d is out of range".formatted(value.scale()));
    }
    return new Approximate(value.precision() > digits ? value.precision(digits) : value);
  }

  private static Real noise(long exponent) {
    return new Approximate(ApfloatMath.scale(new Apfloat(1, 1), exponent));
  }
}
