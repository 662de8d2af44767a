package org.formulary.truth.proof;

import java.math.BigDecimal;
import java.util.List;
import org.formulary.expressions.BinaryRational;
import org.formulary.expressions.parse.Formula;

/**
 * Evaluates a target formula in Taylor models. Functions without a rule of their own are composed
 * from those that have one, by identities of real functions.
 *
 * <p>Where a square root stands at the end of a target's input range, as in acos at 1, its argument
 * is at least 0 wherever the target is defined; enclosures that reach below 0 are clipped there.
 */
final class FormulaModel {
  private static final int MAX_INTEGER_POWER = 4096;

  private final Patch patch;
  private final Fraction one;

  private FormulaModel(Patch patch) {
    this.patch = patch;
    this.one = number(Ball.ONE);
  }

  /** The formula on the patch. Throws {@link UnsupportedFormulaException}. */
  static Fraction of(Formula formula, Patch patch) {
    return new FormulaModel(patch).value(formula);
  }

  private int bits() {
    return patch.bits();
  }

  private Fraction number(Ball value) {
    return Fraction.of(TaylorModel.constant(patch, value));
  }

  private Fraction value(Formula formula) {
    return switch (formula) {
      case Formula.Number n -> number(Ball.from(n.value(), bits()));
      case Formula.Name n -> named(n.name());
      case Formula.Negation n -> value(n.operand()).negate();
      case Formula.Binary b -> binary(b);
      case Formula.Call c -> call(c.function(), c.arguments());
    };
  }

  private Fraction named(String name) {
    return switch (name) {
      case "x" -> Fraction.of(TaylorModel.variable(patch));
      case "pi" -> number(BallConstants.pi(bits()));
      case "e" -> number(BallFunctions.exp(Ball.ONE, bits()));
      default -> throw new UnsupportedFormulaException(name);
    };
  }

  private Fraction binary(Formula.Binary b) {
    return switch (b.operator()) {
      case ADD -> value(b.left()).add(value(b.right()));
      case SUBTRACT -> subtract(value(b.left()), value(b.right()));
      case MULTIPLY -> value(b.left()).multiply(value(b.right()));
      case DIVIDE -> value(b.left()).divide(value(b.right()));
      case POWER -> power(b.left(), b.right());
    };
  }

  private static Fraction subtract(Fraction a, Fraction b) {
    return a.add(b.negate());
  }

  private Fraction power(Formula base, Formula exponent) {
    BigDecimal literal = literal(exponent);
    if (literal != null && isSmallInteger(literal)) {
      int n = literal.intValueExact();
      Fraction p = integerPower(value(base), Math.abs(n));
      return n < 0 ? one.divide(p) : p;
    }
    if (literal != null && isSmallInteger(literal.multiply(BigDecimal.TWO))) {
      int n = literal.multiply(BigDecimal.TWO).intValueExact();
      Fraction p = integerPower(root(value(base)), Math.abs(n));
      return n < 0 ? one.divide(p) : p;
    }
    if (base instanceof Formula.Name n && n.name().equals("e")) {
      return apply(Analytic.EXP, value(exponent));
    }
    TaylorModel e = value(exponent).plain();
    if (isConstant(exponent)) {
      Ball constant = e.order() == 0 ? e.remainder() : e.coefficient(0);
      return apply(new Analytic.Power(constant), value(base));
    }
    Fraction log = apply(Analytic.LOG, value(base));
    return apply(Analytic.EXP, Fraction.of(e).multiply(log));
  }

  private static boolean isConstant(Formula formula) {
    return switch (formula) {
      case Formula.Number _ -> true;
      case Formula.Name n -> !n.name().equals("x");
      case Formula.Negation n -> isConstant(n.operand());
      case Formula.Binary b -> isConstant(b.left()) && isConstant(b.right());
      case Formula.Call c -> c.arguments().stream().allMatch(FormulaModel::isConstant);
    };
  }

  private static BigDecimal literal(Formula formula) {
    return switch (formula) {
      case Formula.Number n -> n.value();
      case Formula.Negation n -> {
        BigDecimal inner = literal(n.operand());
        yield inner == null ? null : inner.negate();
      }
      case Formula.Name _, Formula.Binary _, Formula.Call _ -> null;
    };
  }

  private static boolean isSmallInteger(BigDecimal value) {
    return value.abs().compareTo(BigDecimal.valueOf(MAX_INTEGER_POWER)) <= 0
        && value.stripTrailingZeros().scale() <= 0;
  }

  private Fraction integerPower(Fraction base, int n) {
    Fraction result = null;
    for (int bit = 31 - Integer.numberOfLeadingZeros(n); bit >= 0; bit--) {
      result = result == null ? base : result.multiply(result);
      if ((n >> bit & 1) == 1 && result != base) {
        result = result.multiply(base);
      }
    }
    return result == null ? one : result;
  }

  private Fraction call(String function, List<Formula> arguments) {
    if (arguments.size() != 1) {
      throw new UnsupportedFormulaException(function);
    }
    Fraction x = value(arguments.getFirst());
    return switch (function) {
      case "exp" -> exp(x);
      case "exp2" -> exp2(x);
      case "expm1" -> subtract(exp(x), one);
      case "log" -> log(x);
      case "log2" -> log2(x);
      case "log10" -> log(x).times(Ball.ONE.divide(BallFunctions.log(Ball.of(10), bits()), bits()));
      case "log1p" -> log(one.add(x));
      case "sin" -> apply(Analytic.SIN, x);
      case "cos" -> apply(Analytic.COS, x);
      case "tan" -> apply(Analytic.SIN, x).divide(apply(Analytic.COS, x));
      case "atan" -> apply(Analytic.ATAN, x);
      case "asin" -> asin(x);
      case "acos" -> isNegative(x) ? subtract(number(pi()), acos(x.negate())) : acos(x);
      case "sinh" -> subtract(exp(x), exp(x.negate())).times(half());
      case "cosh" -> exp(x).add(exp(x.negate())).times(half());
      case "tanh" -> tanh(x);
      case "asinh" -> isNegative(x) ? asinh(x.negate()).negate() : asinh(x);
      case "acosh" -> log(x.add(root(subtract(x, one).multiply(x.add(one)))));
      case "atanh" -> log(one.add(x).divide(subtract(one, x))).times(half());
      case "sqrt" -> root(x);
      case "cbrt" -> isNegative(x) ? cbrt(x.negate()).negate() : cbrt(x);
      case "erf" -> apply(Analytic.ERF, x);
      case "erfc" -> apply(Analytic.ERFC, x);
      default -> throw new UnsupportedFormulaException(function);
    };
  }

  private static Fraction apply(Analytic f, Fraction x) {
    return Fraction.of(x.plain().compose(f));
  }

  private static Fraction exp(Fraction x) {
    return apply(Analytic.EXP, x);
  }

  /** 2^n·exp((x − n)·ln 2), n a whole number near x: exact where x is one. */
  private Fraction exp2(Fraction x) {
    int n = Math.clamp(Math.round(middle(x).center().doubleValue()), -1000, 1000);
    Fraction rest = subtract(x, number(Ball.of(n)));
    return exp(rest.times(BallConstants.ln2(bits()))).times(Ball.ONE.scale(n));
  }

  /** n + log(x/2^n)/ln 2, 2^n near x: exact where x is a power of two. */
  private Fraction log2(Fraction x) {
    Ball at = middle(x);
    int n = at.significand().signum() > 0 ? Math.clamp(at.topBit() - 1, -1000, 1000) : 0;
    Fraction log = log(x.times(Ball.ONE.scale(-n)));
    Ball unit = Ball.ONE.divide(BallConstants.ln2(bits()), bits());
    return number(Ball.of(n)).add(log.times(unit));
  }

  private static Fraction log(Fraction x) {
    return apply(Analytic.LOG, x);
  }

  private static Ball half() {
    return Ball.ONE.scale(-1);
  }

  private Ball pi() {
    return BallConstants.pi(bits());
  }

  /** tanh x = (e^2x − 1) / (e^2x + 1). */
  private Fraction tanh(Fraction x) {
    Fraction e = exp(x.times(Ball.of(2)));
    return subtract(e, one).divide(e.add(one));
  }

  /** asin x = 2 atan(x / (1 + √(1 − x²))). */
  private Fraction asin(Fraction x) {
    Fraction root = root(subtract(one, x).multiply(one.add(x)));
    return apply(Analytic.ATAN, x.divide(one.add(root))).times(Ball.of(2));
  }

  /** acos x = 2 atan(√((1 − x)/(1 + x))). */
  private Fraction acos(Fraction x) {
    Fraction root = root(subtract(one, x).divide(one.add(x)));
    return apply(Analytic.ATAN, root).times(Ball.of(2));
  }

  /** asinh x = log(x + √(x² + 1)); for x &lt; 0 by oddness, where this form would cancel. */
  private Fraction asinh(Fraction x) {
    return log(x.add(root(x.multiply(x).add(one))));
  }

  private Fraction cbrt(Fraction x) {
    return apply(new Analytic.Power(Ball.ONE.divide(3, bits())), x);
  }

  private static Fraction root(Fraction x) {
    TaylorModel model = x.poles().isEmpty() && x.power() >= 0 ? x.plain() : null;
    if (model == null || model.order() > 0) {
      return x.sqrt();
    }
    Ball range = model.remainder();
    if (range.isPositive() || range.isNegative() || range.isZero()) {
      return x.sqrt();
    }
    Ball clipped = Ball.between(BinaryRational.ZERO, range.upperEnd());
    return Fraction.of(TaylorModel.constant(model.patch(), clipped).sqrt());
  }

  /** Whether x is below 0 at the middle of the patch: any choice is right, this one is accurate. */
  private static boolean isNegative(Fraction x) {
    return middle(x).significand().signum() < 0;
  }

  /** The numerator at the middle of the patch: for choices of which any is right. */
  private static Ball middle(Fraction x) {
    TaylorModel model = x.numerator();
    return model.order() > 0 ? model.coefficient(0) : model.remainder();
  }
}
