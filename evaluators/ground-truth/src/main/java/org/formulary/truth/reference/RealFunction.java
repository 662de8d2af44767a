package org.formulary.truth.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apfloat.ApfloatMath;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.parse.Formula;
import org.formulary.expressions.parse.FormulaParser;
import org.formulary.expressions.parse.ParseException;
import org.formulary.truth.reference.Real.Approximate;
import org.formulary.truth.reference.Real.Exact;

/**
 * A real function of x given by a formula, evaluated to any number of digits.
 *
 * <p>Operators + − × / ^, the constants pi, e, catalan and euler (γ), and the functions exp, exp2,
 * log, log2, log1p, expm1, sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, asinh, acosh, atanh,
 * sqrt, cbrt, erf, erfc, gamma, lgamma (log |Γ|), besselI/J/K/Y(n, x), airyAi, airyBi, lambertW
 * (principal branch), zeta, agm(a, b) and expIntegral (E_1). a^b with a &lt; 0 needs an exact
 * integer b; a^0 is 1.
 *
 * <p>Error: every value is computed at a working precision and at about twice that (500 digits more
 * where that is less); both must agree to two digits more than asked, else the precision is raised,
 * to at most {@value #WORKING_LIMIT} digits or eight times those asked. The result is the second
 * value rounded half-even, so its error is below 0.51 units of the last digit, provided the two
 * computations do not err alike. An exact rational value needs no second computation.
 *
 * <p>Special cases: {@link UndefinedValueException} at a pole, where the value is not real, and
 * where the digits cannot be had. A value that cancels to nothing at every precision (such as
 * {@code sin(pi*x)} at 1) is 0; this cannot tell a true zero from a value below about 1e-400.
 */
public final class RealFunction {
  /** The most digits of a value. */
  public static final int MOST_DIGITS = 100_000;

  private static final int WORKING_LIMIT = 900;

  static {
    // It stays unusable where the thread that touches it first is interrupted, as one of a pool is.
    ApfloatMath.pi(1);
  }

  /** Digits beyond those asked at the start. */
  private static final int GUARD = 10;

  /** Digits beyond those asked that a result must claim, since a claim may be a little too high. */
  private static final int CLAIMED = 4;

  /** Digits beyond those of a value, at most, to confirm it. */
  private static final int CONFIRMING = 500;

  /** Digits beyond those asked in which two results must agree. */
  private static final int AGREED = 2;

  private final Formula formula;
  private final boolean constant;
  private final String text;

  private RealFunction(Formula formula, String text, boolean constant) {
    this.formula = formula;
    this.constant = constant;
    this.text = text.strip().replaceAll("\\s+", " ");
  }

  /** The function that {@code text} states; throws {@link ParseException} where it states none. */
  public static RealFunction parse(String text) {
    return of(FormulaParser.parse(text), text);
  }

  /**
   * The function of a formula. Throws {@link ParseException} at an unknown name or function and at
   * a wrong number of arguments.
   *
   * @param text the text the formula was read from
   */
  public static RealFunction of(Formula formula, String text) {
    check(formula, text, List.of("x", "pi", "e", "catalan", "euler"));
    return new RealFunction(formula, text, false);
  }

  /** The constant that {@code text} states; throws {@link ParseException} at x too. */
  public static RealFunction parseConstant(String text) {
    Formula formula = FormulaParser.parse(text);
    check(formula, text, List.of("pi", "e", "catalan", "euler"));
    return new RealFunction(formula, text, true);
  }

  /**
   * The binary64 nearest to a formula without x, such as {@code -pi/4} or {@code 0.1}. Throws
   * {@link ParseException} if it is no such formula and {@link UndefinedValueException} if it has
   * no value or one that is too large.
   */
  public static BinaryRational constant(String text) {
    RealFunction function = parseConstant(text);
    // Exact values are rounded once; 60 digits of another are beyond any double's midpoint in
    // practice.
    Outcome exact = function.attempt(Exact.ZERO, 60, 1);
    BigDecimal value =
        exact instanceof Outcome.Determined(Exact(BigDecimal v))
            ? v
            : function.value(BinaryRational.ZERO, 60);
    double nearest = value.doubleValue();
    if (!Double.isFinite(nearest)) {
      throw new UndefinedValueException(
          "%s is beyond the range of binary64 (in \"%s\")".formatted(Real.brief(value), text));
    }
    return BinaryRational.of(nearest);
  }

  /** The formula. */
  public Formula formula() {
    return formula;
  }

  /** The formula as it was written, on one line. */
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }

  /**
   * The value at {@code x} to {@code digits} significant digits, 1 to {@value #MOST_DIGITS}; see
   * the class for the error.
   */
  public BigDecimal value(BinaryRational x, int digits) {
    return value(x.toBigDecimal(), digits);
  }

  private BigDecimal value(BigDecimal x, int digits) {
    if (digits < 1 || digits > MOST_DIGITS) {
      throw new IllegalArgumentException(
          "digits must be 1 to %d, was %d".formatted(MOST_DIGITS, digits));
    }
    Real variable = new Exact(x);
    String at = constant ? "" : " at x = " + Real.brief(x);
    String place = " (in \"%s\"%s)".formatted(text, at);
    long limit = Math.max(WORKING_LIMIT, 8L * digits);
    long working = digits + GUARD;
    Outcome last = attempt(variable, working, digits);
    while (!isExact(last)) {
      working = next(last, working, digits);
      // What was determined within the limit may be confirmed beyond it.
      if (working > (last instanceof Outcome.Determined ? 2 * limit : limit)) {
        return unconfirmed(last, digits, place);
      }
      Outcome current = attempt(variable, working, digits);
      if (agree(last, current, digits)) {
        return confirmed(current, digits, place);
      }
      last = current;
    }
    return confirmed(last, digits, place);
  }

  private static boolean isExact(Outcome outcome) {
    return outcome instanceof Outcome.Determined d && d.value() instanceof Exact;
  }

  /**
   * Twice the digits, or some hundred more, to confirm; where only some are missing, those and a
   * few.
   */
  private static long next(Outcome last, long working, int digits) {
    if (last instanceof Outcome.Poor(long claimed, boolean _) && claimed > 0) {
      return working + Math.min(working, digits + CLAIMED - claimed + GUARD / 2);
    }
    return working + (last instanceof Outcome.Determined ? Math.min(working, CONFIRMING) : working);
  }

  private Outcome attempt(Real x, long working, int digits) {
    try {
      Real result = new FormulaEvaluation(working, x).evaluate(formula);
      if (result instanceof Approximate(var value) && value.precision() < digits + CLAIMED) {
        boolean vanishes = result.isNoise() && value.scale() < -working / 2;
        return new Outcome.Poor(result.isNoise() ? 0 : value.precision(), vanishes);
      }
      return new Outcome.Determined(result);
    } catch (UndeterminedException e) {
      return new Outcome.Poor(0, false);
    } catch (UndefinedValueException e) {
      return new Outcome.Undefined(e);
    }
  }

  private static boolean agree(Outcome first, Outcome second, int digits) {
    if (first instanceof Outcome.Undefined) {
      return second instanceof Outcome.Undefined;
    }
    return first instanceof Outcome.Determined(Real a)
        && second instanceof Outcome.Determined(Real b)
        && agree(a.toBigDecimal(), b.toBigDecimal(), digits + AGREED);
  }

  /** Whether a differs from b by at most a unit of b's digit number {@code digits}. */
  static boolean agree(BigDecimal a, BigDecimal b, int digits) {
    if (b.signum() == 0) {
      return a.signum() == 0;
    }
    BigDecimal unit = b.ulp().scaleByPowerOfTen(b.precision() - digits);
    return a.subtract(b).abs().compareTo(unit) <= 0;
  }

  private static BigDecimal confirmed(Outcome outcome, int digits, String place) {
    return switch (outcome) {
      case Outcome.Determined(Real r) ->
          r.toBigDecimal().round(new MathContext(digits, RoundingMode.HALF_EVEN));
      case Outcome.Undefined(UndefinedValueException e) -> throw e.at(place);
      case Outcome.Poor _ -> throw new IllegalStateException("a poor value confirms nothing");
    };
  }

  private static BigDecimal unconfirmed(Outcome outcome, int digits, String place) {
    return switch (outcome) {
      case Outcome.Undefined(UndefinedValueException e) -> throw e.at(place);
      case Outcome.Poor(long _, boolean vanishes) when vanishes -> BigDecimal.ZERO;
      case Outcome.Poor _, Outcome.Determined _ ->
          throw new UndefinedValueException("%d digits cannot be determined".formatted(digits))
              .at(place);
    };
  }

  /** What came of one working precision. */
  private sealed interface Outcome {
    /** A value with digits enough. */
    record Determined(Real value) implements Outcome {}

    /** Too few digits: {@code claimed}, 0 for none; {@code vanishes} if it may well be 0. */
    record Poor(long claimed, boolean vanishes) implements Outcome {}

    record Undefined(UndefinedValueException reason) implements Outcome {}
  }

  private static void check(Formula formula, String text, List<String> names) {
    switch (formula) {
      case Formula.Number _ -> {}
      case Formula.Name n -> {
        if (!names.contains(n.name())) {
          throw new ParseException(
              "unknown name %s, allowed are %s".formatted(n.name(), String.join(", ", names)),
              text,
              n.column());
        }
      }
      case Formula.Negation n -> check(n.operand(), text, names);
      case Formula.Binary b -> {
        check(b.left(), text, names);
        check(b.right(), text, names);
      }
      case Formula.Call c -> {
        checkCall(c, text);
        c.arguments().forEach(a -> check(a, text, names));
      }
    }
  }

  private static void checkCall(Formula.Call call, String text) {
    Optional<Function> function = Function.named(call.function());
    if (function.isEmpty()) {
      String known =
          String.join(", ", Arrays.stream(Function.values()).map(Function::symbol).toList());
      throw new ParseException(
          "unknown function %s, allowed are %s".formatted(call.function(), known),
          text,
          call.column());
    }
    if (function.get().arity() != call.arguments().size()) {
      throw new ParseException(
          "%s takes %d argument%s, was given %d"
              .formatted(
                  function.get().signature(),
                  function.get().arity(),
                  function.get().arity() == 1 ? "" : "s",
                  call.arguments().size()),
          text,
          call.column());
    }
  }
}
