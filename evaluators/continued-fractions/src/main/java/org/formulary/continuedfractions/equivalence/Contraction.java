package org.formulary.continuedfractions.equivalence;

import java.util.List;
import java.util.Optional;
import org.formulary.continuedfractions.field.DerivedFraction;
import org.formulary.continuedfractions.field.StepMatrix;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;

/** Polynomial fractions whose convergents are every k-th one of another, up to Möbius images. */
public final class Contraction {
  private Contraction() {}

  /**
   * The fraction of every k-th convergent, k ≥ 1, deflated; its index may begin elsewhere. Of the
   * two that there may be the one of lower degrees is taken, and there is none where every k-th
   * convergent is the same.
   */
  public static Optional<PolynomialFraction> of(PolynomialFraction f, int k) {
    PolynomialMatrix c = PolynomialMatrix.contracted(f, k).shifted(1);
    StepMatrix step =
        new StepMatrix(
            List.of(List.of(c.a(), c.b()), List.of(c.c(), c.d())), IntegerPolynomial.of(1));
    return DerivedFraction.of(step).map(d -> d.fraction().deflated());
  }
}
