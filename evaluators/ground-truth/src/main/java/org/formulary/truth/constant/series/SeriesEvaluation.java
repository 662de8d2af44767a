package org.formulary.truth.constant.series;

import java.math.BigInteger;
import java.util.Optional;
import org.formulary.expressions.parse.Formula;
import org.formulary.expressions.parse.FormulaParser;
import org.formulary.truth.constant.Constant;

/**
 * A second evaluation of constants, which shares no arithmetic with {@link Constant#digits}: on
 * whole numbers only, by series with proved bounds, every operation rounding outward.
 *
 * <p>pi, e, catalan, euler, zeta, logarithms, exponentials, circular functions, gamma, besselI, erf
 * and expIntegral take other series or iterations than there. Roots, agm, besselJ, besselK, besselY
 * and the Airy functions have the same definition under other arithmetic.
 *
 * <p>Formulas are those of {@link Constant}, in which the names of constants may occur. Covered are
 * the operators, pi, e, catalan, euler, exp, exp2, expm1, log, log2, log1p, the circular and
 * hyperbolic functions and their inverses, sqrt, cbrt, erf, erfc, gamma and lgamma up to 2,000,
 * zeta at whole numbers from 2 on, besselI, besselJ, besselK and besselY of whole order, airyAi,
 * airyBi, lambertW, agm and expIntegral: all functions, if not for all arguments.
 *
 * <p>Error: the outcome is an enclosure (proved, provided {@link BigInteger} computes rightly), at
 * most two units wide: the working bits are raised until it is, to at most 8 times those asked and
 * {@value #MORE} more.
 */
public final class SeriesEvaluation {
  /** Working bits beyond those asked at the start; series rely on some. */
  private static final int GUARD = 64;

  private static final int MORE = 16_384;

  private SeriesEvaluation() {}

  /** The value of a constant to so many binary places. */
  public static SeriesOutcome of(Constant constant, int bits) {
    return of(FormulaParser.parse(constant.formula()), bits);
  }

  /** The value of a formula without x to so many binary places ≥ 0. */
  public static SeriesOutcome of(Formula formula, int bits) {
    if (bits < 0) {
      throw new IllegalArgumentException("bits must be ≥ 0, was " + bits);
    }
    Optional<String> missing = WorkingEvaluation.firstNotCovered(formula);
    if (missing.isPresent()) {
      return new SeriesOutcome.NotCovered(missing.get());
    }
    try {
      return evaluate(formula, bits);
    } catch (Stop stop) {
      return switch (stop.kind()) {
        case NOT_COVERED -> new SeriesOutcome.NotCovered(stop.getMessage());
        case NO_VALUE, TOO_FEW_BITS -> new SeriesOutcome.Undetermined(stop.getMessage());
      };
    }
  }

  private static SeriesOutcome evaluate(Formula formula, int bits) {
    long limit = 8L * bits + MORE;
    for (long working = bits + GUARD; working <= limit; ) {
      Optional<Value> value = attempt(formula, (int) working);
      if (value.isEmpty()) {
        working *= 2;
        continue;
      }
      FixedBall ball = value.get().ball((int) working);
      // Of a radius below a quarter of a unit, the ends are at most two units apart.
      long excess = ball.radius().bitLength() - (working - bits - 2);
      if (excess <= 0) {
        return new SeriesOutcome.Enclosed(ball.enclosure(bits));
      }
      working += excess + GUARD / 2;
    }
    return new SeriesOutcome.Undetermined(
        "%d binary places cannot be had with %d working bits".formatted(bits, limit));
  }

  private static Optional<Value> attempt(Formula formula, int working) {
    try {
      return Optional.of(new WorkingEvaluation(working).evaluate(formula));
    } catch (Stop stop) {
      if (stop.kind() == Stop.Kind.TOO_FEW_BITS) {
        return Optional.empty();
      }
      throw stop;
    }
  }
}
