package org.formulary.continuedfractions.conjecture;

import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.expressions.parse.Formula;
import org.formulary.expressions.parse.FormulaParser;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constant;

/**
 * A formula for a number: it is what a polynomial fraction tends to.
 *
 * @param value such as 6/zeta3
 */
public record Conjecture(PolynomialFraction fraction, Constant value) {
  /** Terms over whose second half the rate is taken. */
  private static final int RATED_TERMS = 200;

  /** Bits that the coefficients and the numbers in the value take to write, with their signs. */
  public int size() {
    return fraction.a().size() + fraction.b().size() + size(FormulaParser.parse(value.name()));
  }

  private static int size(Formula formula) {
    return switch (formula) {
      case Formula.Number n -> n.value().unscaledValue().bitLength() + 1;
      case Formula.Name _ -> 1;
      case Formula.Negation n -> size(n.operand());
      case Formula.Binary b -> size(b.left()) + size(b.right());
      case Formula.Call c -> 1 + c.arguments().stream().mapToInt(Conjecture::size).sum();
    };
  }

  /** Decimal digits that a term adds, on average from 100 terms to 200. */
  public double digitsPerTerm() {
    double bits = bits(RATED_TERMS) - bits(RATED_TERMS / 2);
    return Math.max(0, Enclosure.digitsOf(bits) / (RATED_TERMS - RATED_TERMS / 2.0));
  }

  /** −log2 of how far the convergent of a depth ≥ 1 is from the one before. */
  double bits(int depth) {
    double bits =
        Enclosure.log2(fraction.convergent(depth).q().abs())
            + Enclosure.log2(fraction.convergent(depth - 1).q().abs());
    for (int n = 1; n <= depth; n++) {
      bits -= Enclosure.log2(fraction.b().at(n).abs());
    }
    return bits;
  }
}
